import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Taking away what was written by mistake")
struct TakeBackTests {
    static let note = EntryID(77)

    let house: TestHouse
    let ref: CaseRef
    let visitor: Visitor

    /// Asked nine days ago; a consultant has written a note.
    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 9)
        try house.act(
            .consultant, WriteNote(.individualSession, at: house.now, text: "Om en anden"),
            on: ref, id: Self.note)
        visitor = try Visitor(house, as: .consultant)
    }

    private func entryCount() throws -> Int { try house.file(ref).entries.count }

    /// Sends the form as somebody who writes it herself.
    private func send(
        _ entry: EntryID, as role: Role, why: String = "Prøve"
    ) throws -> TestAnswer {
        try Visitor(house, as: role).post(
            "/sager/\(ref.number)/fjern",
            [
                ("post", entry.formText), ("hvorfor-fjernet", why),
                ("id", EntryID.random().formText),
            ])
    }

    @Test(
        "it stays readable, struck through, and says who, when and why; sent twice it is done once")
    func takenAway() throws {
        let page = try visitor.get("/sager/\(ref.number)/notat?post=\(Self.note.formText)")
        let link = "/sager/\(ref.number)/fjern?post=\(Self.note.formText)"
        #expect(page.text.contains("id=\"fjern\" href=\"\(link)\""))
        let form = try visitor.form(of: TakeBack.self, on: ref, about: Self.note)
        let typed = form.filled(["hvorfor-fjernet": "Skrevet på forkert sag"])
        try visitor.send(typed, to: form.action)
        #expect(
            visitor.answer.words(of: "bekraeftelse")
                == "Det er fjernet. Det står stadig i tidslinjen med streg over.")
        try visitor.send(typed, to: form.action)
        #expect(visitor.status == 200)
        #expect(try entryCount() == 4)
        #expect(try house.logCount(TakeBack.audit) == 1)
        #expect(try house.guaranteeClock(of: ref)?.status == .running, "the talk counts no more")
        let lines = try visitor.timeline(of: ref)
        #expect(
            lines.contains {
                $0.contains("[Individuel samtale 60 min (kom)] Fjernet den 12.11.2026 kl. 9.14 af ")
                    && $0.contains("Consultant Medarbejder: Skrevet på forkert sag [Om en anden]")
            }, "\(lines)")
        #expect(lines.count == 2, "the taking away has no line of its own")
        #expect(try house.records.faults() == [])
    }

    @Test("it wants a reason, not too long, and comes back with what was typed")
    func faults() throws {
        let long = String(repeating: "æ", count: 501)
        for (why, words) in [("", "Skriv, hvorfor det fjernes"), (long, "Skriv højst 500 tegn")] {
            try visitor.carryOut(
                TakeBack.self, on: ref, about: Self.note, ["hvorfor-fjernet": why])
            #expect(visitor.status == 422)
            #expect(visitor.answer.problems == ["hvorfor-fjernet: \(words)"])
            let form = try visitor.shownForm(of: TakeBack.self)
            #expect(form["post"] == Self.note.formText && form["hvorfor-fjernet"] == why)
        }
        #expect(try entryCount() == 3)
    }

    @Test("what a colleague has corrected meanwhile is not taken away under her")
    func replaced() throws {
        let form = try visitor.form(of: TakeBack.self, on: ref, about: Self.note)
        try Visitor(house, as: .leader).carryOut(
            WriteNote.self, on: ref, about: Self.note, ["hvorfor-rettet": "Stavefejl"])
        try visitor.send(form.filled(["hvorfor-fjernet": "Prøve"]), to: form.action)
        #expect(visitor.status == 422)
        #expect(
            visitor.answer.problems.first?
                .hasPrefix("hvorfor-fjernet: Leader Medarbejder har rettet notatet") == true,
            "\(visitor.answer.problems)")
        let gone = try visitor.get("/sager/\(ref.number)/fjern?post=\(Self.note.formText)")
        #expect(gone.status == 404, "there is no such entry any more")
    }

    @Test("another reason typed over one that was sent is refused")
    func typedOver() throws {
        let form = try visitor.form(of: TakeBack.self, on: ref, about: Self.note)
        try visitor.send(form.filled(["hvorfor-fjernet": "Forkert sag"]), to: form.action)
        try visitor.send(form.filled(["hvorfor-fjernet": "Fortrudt"]), to: form.action)
        #expect(visitor.status == 422)
        #expect(visitor.answer.problems.first?.contains("er gemt på sag \(ref.number)") == true)
        #expect(try entryCount() == 4)
    }

    @Test("only those who may write a thing may take it away, whatever address they know")
    func roles() throws {
        #expect(try send(Self.note, as: .reception).status == 404)
        #expect(
            try Visitor(house, as: .reception)
                .get("/sager/\(ref.number)/fjern?post=\(Self.note.formText)").status == 404)
        for role in [Role.administrator, .auditor] {
            #expect(try send(Self.note, as: role).status == 404)
        }
        #expect(try entryCount() == 3)
        let offer = EntryID(78)
        let tomorrow = Instant(day: house.today.adding(days: 1), hour: 10, minute: 0)
        try house.act(.consultant, OfferTime(startsAt: tomorrow), on: ref, id: offer)
        #expect(try send(offer, as: .reception).status == 303, "a time is the reception's too")
    }

    @Test(
        "what no act of staff has written stays: the enquiry, who she is, and a taking away itself")
    func notOurs() throws {
        let entries = try house.file(ref).entries
        for entry in entries.prefix(2) {
            #expect(try send(entry.id, as: .consultant).status == 404, "\(entry.type)")
        }
        #expect(try send(EntryID(4_711), as: .consultant).status == 404)
        #expect(try send(Self.note, as: .consultant).status == 303)
        let taking = try #require(try house.file(ref).entries.last)
        #expect(try send(taking.id, as: .consultant).status == 404)
        #expect(try entryCount() == 4)
    }

    @Test("a form that names no entry is no form of ours")
    func noEntry() throws {
        let sent = try visitor.post("/sager/\(ref.number)/fjern", [("hvorfor-fjernet", "Prøve")])
        #expect(sent.status == 404)
    }
}
