internal import ArgumentParser
internal import Centre

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
            Only the key file and the case keys beside it change; the database does not. It may be stopped or \
            killed at any moment: afterwards the old key fits or the new one does, and running it again is \
            safe. A server that is running does it without stopping. Back up both files anew afterwards.

              fjorten key rotate --data DIR
            """)

    @OptionGroup var centre: CentreOptions

    func run() throws {
        try inPlainWords {
            try Housekeeping.rotateKey(centre.configuration)
            print(
                "The master key is new. Back up \(centre.configuration.keyFile) and its .cases now."
            )
        }
    }
}
