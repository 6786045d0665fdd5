internal import ArgumentParser
internal import Centre
internal import Domain

/// `fjorten standard`: look at, check and compare quality standards.
struct StandardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standard",
        abstract: "Look at, check, compare and adopt quality standards.",
        discussion: """
            A standard is a JSON file. A centre copies one, changes it and loads it:

              fjorten standard show ID > our.json
              fjorten standard check our.json
              fjorten explain --standard our.json history.json
              fjorten standard adopt our.json --data DIR

            Where a command takes a standard, it takes the name of a shipped one or a file.
            Exit codes: 65 the file is no valid standard, 66 there is no such standard or file.
            """,
        subcommands: [List.self, Show.self, Keys.self, Check.self, Diff.self, Adopt.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List the standards that are compiled in.")

        func run() throws {
            for standard in QualityStandard.shipped {
                try Terminal.say(
                    "\(standard.id)\t\(standard.municipality ?? "–")\t\(standard.name)\n")
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Print a standard's file, to be copied and changed.")

        @Argument(help: "The name of a standard, or a file.")
        var standard: StandardArgument

        func run() throws {
            try Terminal.say(standard.bytes())
        }
    }

    struct Keys: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "keys",
            abstract: "List every key a standard may have.",
            discussion: """
                One line for each: the path, the form of its value, and whether a rule reads it \
                or it is only shown (quoted). Beside its value a key has quote, place, mark \
                (explicit, implied, missing, stale) and note.
                """)

        func run() throws {
            for key in StandardKey.all {
                try Terminal.say(
                    "\(key.path)\t\(key.form)\t\(key.isQuotedOnly ? "quoted" : "rule")\n")
            }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Name everything that is wrong or questionable in a standard, by its path.",
            discussion: """
                Faults make the file unusable: an unknown key, a wrong type, a value without a \
                quote, a trigger reason that does not exist. They stand on standard error, and \
                the exit code is 65.

                Findings are questionable, but the standard can be used: an age gap or overlap, \
                a law reference that does not hold on the standard's date, a body that is gone, \
                a promise below the law, words that are overtaken, and what the file leaves out: \
                its version, a section, the mark of a value. They stand on standard output, and the exit code is 1. With neither, nothing is printed and the exit \
                code is 0.
                """)

        @Argument(help: "The name of a standard, or a file.")
        var standard: StandardArgument

        @Option(help: "The day to judge it on (default: today).")
        var on: DayArgument?

        func run() throws {
            let day = on?.day ?? Clock.today
            let findings = try standard.standard().findings(on: day)
            for finding in findings { try Terminal.say("\(finding)\n") }
            if !findings.isEmpty { throw ExitCode(1) }
        }
    }

    struct Diff: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "diff",
            abstract: "Print every value and every quote in which two standards differ.",
            discussion: """
                The first line names the two sides. Then one line for each difference: the path, \
                what the first says, what the second says; a dash where one is silent. A path \
                that ends on .quote is about the words behind a value. The exit code is 1 when \
                there is a difference, else 0, and nothing is printed.
                """)

        @Argument(help: "The name of a standard, or a file.")
        var first: StandardArgument

        @Argument(help: "The name of a standard, or a file.")
        var second: StandardArgument

        func run() throws {
            let (one, other) = (try first.standard(), try second.standard())
            let differences = QualityStandard.differences(between: one, and: other)
            guard !differences.isEmpty else { return }
            try line("", side(first, one), side(second, other))
            for difference in differences {
                let values = [difference.first, difference.second]
                    .map { $0.map { JSONWriter.text($0) } ?? "–" }
                try line(difference.path, values[0], values[1])
            }
            throw ExitCode(1)
        }

        private func line(_ path: String, _ first: String, _ second: String) throws {
            try Terminal.say("\(path)\t\(first)\t\(second)\n")
        }

        /// As it was typed, and which standard that is.
        private func side(_ argument: StandardArgument, _ standard: QualityStandard) -> String {
            argument.name == standard.id
                ? "\(standard.id), version \(standard.version)"
                : "\(argument.name): \(standard.id), version \(standard.version)"
        }
    }

    struct Adopt: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "adopt",
            abstract: "Put a standard into force in a centre, from a day on.",
            discussion: """
                New cases are opened under it from that day. Cases that are open keep the \
                standard they were opened under, and what was adopted before stays in the \
                book. A server that is running goes over to it without a restart.

                  fjorten standard adopt our.json --data DIR --from 2027-01-01
                """)

        @Argument(help: "The name of a standard, or a file.")
        var standard: StandardArgument

        @Option(name: .customLong("from"), help: "The first day it is in force (default: today).")
        var first: DayArgument?

        @OptionGroup var centre: CentreOptions

        func run() throws {
            let bytes = try standard.bytes()
            _ = try standard.standard()
            try inPlainWords {
                let day = try Commands.adopt(
                    bytes, from: first?.day, centre.configuration, clock: .ofTheMachine)
                try Terminal.say("In force from \(day.isoText).\n")
            }
        }
    }
}
