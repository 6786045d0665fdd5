import Domain
import SQLite
import Testing

@testable import Records
@testable import TestHouse

@Suite("Writing in a case once, however often it is sent")
struct CaseWriterTests {
    private static let asked = AuditAction("asked", "spurgte")
    private static let noted = AuditAction("noted", "noterede")

    let files: HouseFiles
    let house: House

    init() throws {
        files = try HouseFiles()
        house = try House.open(files.configuration, files.plan, clock: files.clock)
    }

    private var writer: CaseWriter { CaseWriter(ledger: house.ledger, audit: house.audit) }

    /// A form carries the id that its first fact will have.
    private func context(_ id: Int64) -> WriteContext {
        WriteContext(by: .system, at: files.time.now, id: EntryID(id))
    }

    private func open(_ words: String, _ context: WriteContext) throws -> CaseRef {
        let (writer, day) = (writer, files.clock.today)
        return try house.writer.perform { db in
            try writer.open(
                [
                    NewFact(
                        .enquiry(Enquiry(wish: .treatment, by: .`self`, channel: .phone)),
                        on: day, body: Words(words)),
                    NewFact(PersonKnown(isAnonymous: true), on: day),
                ], under: nil, Self.asked, context, in: db)
        }
    }

    private func note(_ words: String, in ref: CaseRef, _ context: WriteContext) throws {
        let (writer, day) = (writer, files.clock.today)
        try house.writer.perform { db in
            try writer.write(
                [NewFact(.entry(by: .social), on: day, body: Words(words))], to: ref, Self.noted,
                context, in: db)
        }
    }

    /// Every action of the log that is not a reading.
    private func actions() throws -> [String] {
        try house.reader().rows("SELECT action FROM audit_entry ORDER BY seq", []) { $0.text(0) }
            .filter { $0 != AuditAction.caseRead.code }
    }

    private func entryCount(_ ref: CaseRef) throws -> Int {
        try house.ledger.file(ref, in: house.reader()).entries.count
    }

    @Test("a case is opened with its facts, the first under the form's id, and the log has the act")
    func opened() throws {
        defer { house.close() }
        let ref = try open("Ringede", context(7))
        let entries = try house.ledger.file(ref, in: house.reader()).entries
        #expect(entries.map(\.type) == ["enquiry", "person"])
        #expect(entries[0].id == EntryID(7))
        #expect(try actions() == ["asked"])
        #expect(try house.faults() == [])
    }

    @Test("the same form sent again opens no second case, and says which it opened")
    func openedOnce() throws {
        defer { house.close() }
        let ref = try open("Ringede", context(7))
        #expect(try open("Ringede", context(7)) == ref)
        files.time.advance(minutes: 1)
        #expect(try open("Ringede", context(7)) == ref, "a minute later it is still the same")
        #expect(try actions() == ["asked"])
    }

    @Test("something else typed over what was sent is refused, and names the case it is in")
    func typedOver() throws {
        defer { house.close() }
        let ref = try open("Ringede", context(7))
        #expect(throws: SentBeforeRefusal(number: ref.number)) { try open("En anden", context(7)) }
        try note("Første", in: ref, context(8))
        try note("Første", in: ref, context(8))
        #expect(throws: SentBeforeRefusal(number: ref.number)) {
            try note("Ovenpå", in: ref, context(8))
        }
        #expect(throws: SentBeforeRefusal(number: ref.number)) {
            try note("Ringede", in: ref, context(7))
        }
        #expect(try entryCount(ref) == 3)
        #expect(try actions() == ["asked", "noted"])
    }

    @Test("whether something was written under an id can be asked before")
    func isWritten() throws {
        defer { house.close() }
        _ = try open("Ringede", context(7))
        let (writer, one, other) = (writer, context(7), context(8))
        let (known, unknown) = try house.writer.perform { db in
            (try writer.isWritten(one, in: db), try writer.isWritten(other, in: db))
        }
        #expect(known && !unknown)
    }
}
