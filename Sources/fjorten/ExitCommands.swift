internal import ArgumentParser
internal import Centre
internal import Records

/// `fjorten export`
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write everything the centre holds into files that other programs read.",
        discussion: """
            Makes a new folder: every table as JSON Lines and as CSV, what is sealed there opened, each case as \
            a case history, a description of every column, and digests of all of it that `sha256sum -c` reads. Whoever has the folder can read everything: keep \
            it as you keep the people in it. The act stands in the audit log.

              fjorten export --data DIR --all FOLDER
            """)

    @OptionGroup var centre: CentreOptions

    @Option(help: .init("A folder that does not exist yet.", valueName: "FOLDER"))
    var all: String

    func run() throws {
        try inPlainWords {
            let house = try Commands.open(centre.configuration, clock: .ofTheMachine)
            defer { house.close() }
            let report = try ExitExport(house).write(to: all)
            print(
                """
                \(all): \(report.rowCount) rows, \(report.openedCount) sealed values opened, \
                \(report.caseCount) case histories.
                """)
        }
    }
}

/// `fjorten import`
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring an export back into an empty data folder.",
        discussion: """
            Everything or nothing: a line that cannot be is named by file, line and column, one that is not as it \
            was exported by file and line. Every file is compared with what went out, to the byte, before the \
            database gets its name.

            With the key it was made with everything is as it was. Without a key the new house gets keys of its \
            own: ids, days, words and verdicts are the same, rows are proven and the audit log chained anew. Receipt codes \
            that citizens hold are found by the old key alone and stay behind.

              fjorten import FOLDER --data NEWDIR --key FILE
              fjorten import FOLDER --data NEWDIR              (keys of its own)
            """)

    @OptionGroup var centre: CentreOptions

    @Argument(help: .init("The folder that export made.", valueName: "FOLDER"))
    var folder: String

    func run() throws {
        try inPlainWords {
            let count = try Commands.bringIn(
                folder, centre.configuration, clock: .ofTheMachine)
            print(
                """
                Imported \(count) rows, each as it was exported; the other files of the export are as they were \
                written too.
                """)
        }
    }
}
