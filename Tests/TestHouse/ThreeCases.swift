import Domain
import Records
import SQLite

extension HouseFiles {
    /// Monday 2 March 2026 at 9.00, by the Danish clock.
    static let march = Instant(rfc3339: "2026-03-02T08:00:00Z") ?? Instant(seconds: 0)

    /// Whose three cases they are. Sealed with each first entry.
    static let name = "Rosenkål Testesen"

    /// A house with three cases of one entry each, and six lines in its log.
    static func withThreeCases() throws -> HouseFiles {
        let files = try HouseFiles(at: march)
        try files.within { house in
            let (ledger, audit, now) = (house.ledger, house.audit, house.clock.now)
            for number in 1...3 {
                try house.writer.perform { db in
                    let ref = try ledger.openCase(under: nil, at: now, in: db)
                    let enquiry = NewFact(
                        .enquiry(Enquiry(wish: .treatment, by: .`self`, channel: .web)),
                        on: now.day, body: Words("\(name), nr. \(number)"))
                    let row = try ledger.append([enquiry], to: ref, by: nil, at: now, in: db)
                    try audit.record(
                        .caseRead, by: .system, cases: [ref], reason: "prøve", writing: row,
                        at: now, in: db)
                    try audit.record(.listRead, by: .system, cases: [ref], at: now, in: db)
                }
            }
        }
        return files
    }
}
