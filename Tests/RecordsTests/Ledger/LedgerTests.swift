import Domain
import SQLite
import Testing

@testable import Records
@testable import TestHouse

@Suite("The ledger")
struct LedgerTests {
    let files: HouseFiles
    let house: House

    init() throws {
        files = try HouseFiles()
        house = try House.open(files.configuration, files.plan, clock: files.clock)
    }

    /// A case with these facts, and its ledger.
    private func written(_ facts: [NewFact]...) throws -> CaseFile {
        let (ledger, audit, now) = (house.ledger, house.audit, files.time.now)
        return try house.writer.perform { db in
            let ref = try ledger.openCase(under: nil, at: now, in: db)
            for some in facts {
                let row = try ledger.append(some, to: ref, by: nil, at: now, in: db)
                try audit.record(
                    .caseRead, by: .system, cases: [ref], writing: row, at: now, in: db)
            }
            return try ledger.file(ref, in: db)
        }
    }

    private func enquiry(on day: CalendarDay, corrects: EntryID? = nil) -> NewFact {
        NewFact(
            .enquiry(Enquiry(wish: .treatment, by: .`self`, channel: .phone)), on: day,
            corrects: corrects)
    }

    @Test("a correction in a case that is closed does not open it again")
    func closedStaysClosed() throws {
        defer { house.close() }
        let day = files.clock.today.adding(years: -6)
        let asked = enquiry(on: day)
        let file = try written(
            [asked], [NewFact(.discharge(.completed), on: day)],
            [enquiry(on: day.adding(days: -3), corrects: asked.id)])
        #expect(CaseProjection(file)?.isOpen == false)
        #expect(file.current.first?.on == day.adding(days: -3))
        #expect(file.entries.count == 3 && file.current.count == 2)
        #expect(try house.faults() == [])
    }

    @Test("what was taken away counts no more, and what took it away does not count either")
    func takenAway() throws {
        defer { house.close() }
        let day = files.clock.today
        let wrong = NewFact(.discharge(.completed), on: day)
        let file = try written(
            [enquiry(on: day)], [wrong], [NewFact(EntryTakenAway(), on: day, corrects: wrong.id)])
        #expect(CaseProjection(file)?.isOpen == true)
        #expect(file.current.map(\.type) == ["enquiry"])
        #expect(file.entries.count == 3)
        #expect(try house.faults() == [])
    }

    @Test("a file without an entry is the file as it was before it was written")
    func without() throws {
        defer { house.close() }
        let day = files.clock.today
        let last = NewFact(.withdrawal, on: day)
        let file = try written([enquiry(on: day)], [last])
        #expect(file.without(last.id).current.map(\.type) == ["enquiry"])
        #expect(file.current.count == 2)
    }

    @Test("an id that was written is refused, in this case and in any other")
    func twice() throws {
        defer { house.close() }
        let asked = enquiry(on: files.clock.today)
        let first = try written([asked]).ref
        #expect(throws: LedgerError.alreadyWritten(first.id)) { try written([asked]) }
        let count = try house.writer.perform { [ledger = house.ledger] db in
            try ledger.everyCase(in: db).count
        }
        #expect(count == 1, "the second case was rolled back with its facts")
    }
}
