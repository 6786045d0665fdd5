import Domain
import Records
import SQLite
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Carrying an act out, in the writer's transaction")
struct ActWriterTests {
    let house: TestHouse
    let ref: CaseRef

    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 2)
    }

    private func offer(_ days: Int, why: String = "") -> OfferTime {
        OfferTime(
            startsAt: Instant(day: house.today.adding(days: days), hour: 10, minute: 0), why: why)
    }

    @Test(
        "its facts are in the ledger under the form's id, by the one who acts, with a line in the log"
    )
    func written() throws {
        let confirmation = try house.act(.reception, offer(3), on: ref, id: EntryID(7))
        #expect(confirmation.words == "Tiden søndag den 15. november kl. 10.00 er tilbudt.")
        #expect(confirmation.undo == .init(number: ref.number, entry: EntryID(7)))
        let entry = try #require(try house.file(ref).entries.last)
        #expect(entry.id == EntryID(7))
        #expect(entry.recordedBy == (try house.member(.reception).id))
        #expect(entry.recordedAt == house.now.wholeSecond)
        #expect(try house.actionsLogged() == ["enquiry-registered", OfferTime.audit.code])
    }

    @Test("each act has its own word in the log")
    func audited() throws {
        try house.act(.reception, TakeCase(), on: ref)
        try house.act(.reception, offer(3), on: ref)
        try house.act(
            .reception, RecordOutcome(.withdrew, on: house.today), on: ref)
        try house.act(.reception, WishForTreatment(), on: ref)
        try house.act(.consultant, WriteNote("Ord", on: house.today), on: ref, id: EntryID(7))
        try house.act(.consultant, TakeBack(entry: EntryID(7), why: "Prøve"), on: ref)
        try house.act(
            .consultant, EndCase(ending: .discharge(.moved, on: house.today)), on: ref)
        #expect(
            try house.actionsLogged() == [
                "enquiry-registered", "case-taken", "time-offered", "outcome-recorded",
                "treatment-wished", "note-written", "entry-taken-back", "case-ended",
            ])
        #expect(try house.records.faults() == [])
    }

    @Test("what the case does not allow as it stands then is refused, and nothing is written")
    func refused() throws {
        try house.act(.consultant, TakeCase(), on: ref)
        let holder = try house.member(.consultant).id
        let (entries, log) = (try house.file(ref).entries.count, try house.actionsLogged())
        #expect(throws: ActRefusal.taken(by: holder)) {
            try house.act(.visitator, TakeCase(), on: ref)
        }
        #expect(try house.file(ref).entries.count == entries)
        #expect(try house.actionsLogged() == log)
    }

    @Test("of two colleagues in one commit the second meets what the first has done")
    func twoAtOnce() throws {
        let (writer, ref) = (house.centre.services.actWriter, ref)
        let contexts = [try house.context(.consultant), try house.context(.visitator)]
        let refused = try house.perform { db -> [Bool] in
            try contexts.map { context in
                do {
                    try writer.write(TakeCase(), in: ref, context, as: .consultant, db)
                    return false
                } catch is ActRefusal {
                    return true
                }
            }
        }
        #expect(refused == [false, true])
    }

    @Test(
        "what was sent before is not asked for again: a second press meets itself, whatever came since"
    )
    func again() throws {
        let context = try house.context(.reception, id: EntryID(7))
        let (writer, ref, act) = (house.centre.services.actWriter, ref, offer(3))
        func send() throws {
            try house.perform { db in
                try writer.write(act, in: ref, context, as: .reception, db)
            }
        }
        try send()
        try house.write([NewFact(CaseClosed(), on: house.today)], to: ref)
        try send()
        #expect(try house.file(ref).entries.count == 4)
        #expect(throws: ActRefusal.sentBefore(in: ref.number)) {
            try house.act(.reception, offer(4), on: ref, id: EntryID(7))
        }
    }

    @Test("a correction is judged by what the case says without what it corrects")
    func corrected() throws {
        let ending = EndCase(ending: .discharge(.completed, on: house.today))
        try house.act(.consultant, ending, on: ref, id: EntryID(7))
        #expect(throws: ActRefusal.closed) { try house.act(.consultant, ending, on: ref) }
        let confirmation = try house.act(
            .leader, EndCase(ending: .discharge(.moved, on: house.today)), on: ref,
            id: EntryID(8), correcting: .init(entry: EntryID(7), why: "Flyttede"))
        #expect(confirmation.undo == nil, "what was corrected is not brought back by a press")
        let entry = try #require(try house.file(ref).entries.last)
        #expect(entry.corrects == EntryID(7))
        #expect(throws: ActRefusal.self) {
            try house.act(
                .consultant, ending, on: ref, correcting: .init(entry: EntryID(7), why: "Igen"))
        }
        try house.act(
            .consultant, EndCase(ending: .discharge(.other, on: house.today)), on: ref,
            correcting: .init(entry: EntryID(8), why: "Og igen"))
        #expect(try house.file(ref).current.last?.fact == .discharge(.other))
    }

    @Test("why it was corrected is sealed with the words, and opened by a logged reading")
    func whySealed() throws {
        try house.act(.consultant, WriteNote("Ord", on: house.today), on: ref, id: EntryID(7))
        try house.act(
            .consultant, WriteNote("Andre ord", on: house.today), on: ref, id: EntryID(8),
            correcting: .init(entry: EntryID(7), why: "Zebrastriber"))
        let entry = try #require(try house.file(ref).entries.last)
        let sealed = try #require(entry.sealedBody)
        #expect(!String(decoding: sealed, as: UTF8.self).contains("Zebra"))
        let (audit, ledger, ref, now) = (house.records.audit, house.records.ledger, ref, house.now)
        let body = try house.perform { db in
            let token = try audit.record(.caseRead, by: .system, cases: [ref], at: now, in: db)
            return try ledger.body(of: entry, in: ref, token)
        }
        #expect(body.text == "Andre ord" && body.why == "Zebrastriber")
    }

    @Test(
        "only what an act has written is corrected by it, and nothing that the citizen sent herself"
    )
    func notCorrectable() throws {
        let code = try #require(try house.codeOfNewEnquiry())
        let own = try #require(try house.file(behind: code))
        for (ref, entry) in [
            (own.ref, own.entries[0].id), (ref, try house.file(ref).entries[0].id),
        ] {
            #expect(throws: ActRefusal.notCorrectable) {
                try house.act(
                    .consultant, WriteNote("Ord", on: house.today), on: ref,
                    correcting: .init(entry: entry, why: "Prøve"))
            }
        }
    }
}
