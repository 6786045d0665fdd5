internal import ArgumentParser
internal import Centre
internal import Records
internal import Foundation

/// `fjorten verify`
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract:
            "Prove that the database holds what the house wrote.",
        discussion: """
            Checks the file, its schema (a trigger that is gone is named), its references, every link of the audit \
            log (a removed, altered, inserted or moved entry is named, also when the last ones are cut), every \
            row of ledgers, cases, staff and standards against its proof and the audit log (altered, inserted, \
            removed, put back: named), opens every sealed value, and compares the lists of open and closed cases \
            with the ledgers. Drafts, receipt codes, requests to erase and samples of the log have no proof of \
            their own. What was written before proofs were kept is proven from the day it was migrated. On a \
            terminal it says how far it is. Works while it is served. Exit code 1 when anything is wrong.

              fjorten verify --data DIR
              fjorten verify --data DIR --head 1207:9f86d0…   (from a printed report or a manifest)
            """)

    @OptionGroup var centre: CentreOptions

    @Option(help: .init("A head of the audit log that it must pass through.", valueName: "N:HEX"))
    var head: String?

    func run() throws {
        try inPlainWords {
            guard let house = try open() else { throw ExitCode(1) }
            defer { house.close() }
            // Progress is for somebody who looks on: a terminal, never a file or a pipe.
            let isWatched = isatty(2) == 1
            let show: @Sendable (String) -> Void = { text in
                guard isWatched else { return }
                FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
            }
            let isWell = try house.verification(head: head, progress: show).run { finding in
                show("")
                tell(finding)
            }
            print(isWell ? "All is well." : "Something is wrong.")
            if let head = try? house.chainHead() { print("Audit head: \(head)") }
            if !isWell { throw ExitCode(1) }
        }
    }

    /// Nil where the house does not open on the file; then what is wrong with the file is told.
    private func open() throws -> House? {
        do {
            return try Commands.open(centre.configuration, for: .proving, clock: .ofTheMachine)
        } catch {
            guard
                let findings = try Verify.withoutHouse(centre.configuration, behind: error)
            else { throw error }
            findings.forEach(tell)
            print("Something is wrong.")
            return nil
        }
    }

    private func tell(_ finding: Verify.Finding) {
        print("\(finding.faults.isEmpty ? "well" : "WRONG")  \(finding.what)")
        for fault in finding.told { print("       \(fault)") }
    }
}
