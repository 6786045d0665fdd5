internal import ArgumentParser
internal import Centre
internal import Records

/// `fjorten key rotate`
struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Change the master key.",
        subcommands: [KeyRotateCommand.self])
}

struct KeyRotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Make a new master key and wrap every case key with it.",
        discussion: """
            The key file and the case keys beside it change, and in the database what receipt codes are found \
            by. It may be stopped or killed at any moment: afterwards the old key fits or the new one does, every \
            code is found, and running it again is safe. The act stands in the audit log. A server that is running does it without stopping. Back up both files anew afterwards.

              fjorten key rotate --data DIR
            """)

    @OptionGroup var centre: CentreOptions

    func run() throws {
        try inPlainWords {
            try Commands.rotateKey(centre.configuration, clock: .ofTheMachine)
            print(
                "The master key is new. Back up \(centre.configuration.keyFile) and its .cases now."
            )
        }
    }
}
