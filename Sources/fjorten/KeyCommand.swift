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

            What it heals: a master key that somebody may have seen without the case keys opens nothing from now \
            on, and no case that is opened from now on has a key that the old one has wrapped. What it does not \
            heal: whoever has copied both files keeps the keys of the cases that were there then, and those that \
            proofs, cookies and the audit chain are made with; a copy of the database from before or after stays \
            readable to her.

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
