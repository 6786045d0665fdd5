internal import ArgumentParser
internal import Centre

/// The program. Each command has a file of its own here, and stands in the list below.
@main
struct Fjorten: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fjorten",
        abstract: "The software a Danish municipal alcohol treatment centre runs on.",
        discussion: """
            A centre lives in one data folder with one key file beside it. A new one is made like this:

              fjorten migrate --data DIR
              fjorten user add --data DIR --login anne --name "Anne Madsen" --role leader
              fjorten serve --data DIR

            Every command explains itself: fjorten help COMMAND.
            """,
        version: Release.version,
        subcommands: [
            ServeCommand.self,
            MigrateCommand.self,
            UserCommand.self,
            DemoCommand.self,
            ExplainCommand.self,
            StandardCommand.self,
            BackupCommand.self,
            RestoreCommand.self,
            VerifyCommand.self,
            KeyCommand.self,
            ExportCommand.self,
            ImportCommand.self,
            PrintCommand.self,
        ])
}
