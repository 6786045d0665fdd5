internal import ArgumentParser
internal import Centre
internal import Foundation

/// `fjorten verify`
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract:
            "Prove that the database holds what it should, and that nothing was tampered with.",
        discussion: """
            Checks the file, its references, every link of the audit log (a removed, altered, inserted or \
            moved entry is named, also when the last ones are cut), opens every sealed value, and compares \
            the list of open cases with the ledgers. On a terminal it says how far it is. Works while it is served. Exit code 1 when anything is \
            wrong.

              fjorten verify --data DIR
              fjorten verify --data DIR --head 1207:9f86d0…   (from a printed report or a manifest)
            """)

    @OptionGroup var centre: CentreOptions

    @Option(help: .init("A head of the audit log that it must pass through.", valueName: "N:HEX"))
    var head: String?

    func run() throws {
        try inPlainWords {
            let house = try Centre.open(forCommand: centre.configuration, clock: .ofTheMachine)
            defer { house.close() }
            // Progress is for somebody who looks on: a terminal, never a file or a pipe.
            let isWatched = isatty(2) == 1
            let show: @Sendable (String) -> Void = { text in
                guard isWatched else { return }
                FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
            }
            let isWell = try house.verification(head: head, progress: show).run { finding in
                show("")
                print("\(finding.faults.isEmpty ? "well" : "WRONG")  \(finding.what)")
                for fault in finding.faults { print("       \(fault)") }
            }
            print(isWell ? "All is well." : "Something is wrong.")
            if let head = try house.chainHead() { print("Audit head: \(head)") }
            if !isWell { throw ExitCode(1) }
        }
    }
}
