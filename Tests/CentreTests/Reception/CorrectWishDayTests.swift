import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("The day of an enquiry, mended")
struct CorrectWishDayTests {
    let house: TestHouse
    let ref: CaseRef
    let mend: ActTrial<CorrectWishDay>

    /// Asked two days ago, as it was typed.
    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 2, text: "Ringede fra bilen.")
        mend = try ActTrial(
            CorrectWishDay.self, in: house, on: ref,
            ["ret-dato": "03-11-2026", "ret-tid": "0830", "ret-hvorfor": "Tastet forkert"])
    }

    private func received(_ ref: CaseRef) throws -> CalendarDay? {
        try house.guaranteeClock(of: ref)?.received
    }

    @Test("the page says the day in words, and how long ago it is")
    func words() throws {
        let ref = try house.enquiry(daysAgo: 9)
        let page = try Visitor(house, as: .reception).get("/henvendelser/\(ref.number)").text
        #expect(page.contains("Modtaget tirsdag den 3. november 2026"))
        #expect(page.contains("for 9 dage siden"))
    }

    @Test("the verdict follows; what stood before stays, struck through; what was said stays too")
    func corrected() throws {
        try mend.expectWrittenOnce(
            saying: "Datoen er rettet til tirsdag den 3. november 2026. Fristen er regnet om.")
        #expect(try received(ref) == house.today.adding(days: -9))
        let page = try Visitor(house, as: .reception).get("/henvendelser/\(ref.number)").text
        #expect(page.contains("3. november 2026 kl. 8.30"))
        #expect(page.contains("Ringede fra bilen."))
        let lines = try mend.visitor.timeline(of: ref)
        #expect(
            lines.contains {
                $0.hasPrefix("Tirsdag den 10. november 2026 kl. 9.14 [Henvendelse")
                    && $0.contains(
                        "Rettet den 12.11.2026 kl. 9.14 af Consultant Medarbejder: Tastet forkert")
            }, "\(lines)")
        // And again: the correction itself can be mended.
        try mend.visitor.carryOut(
            CorrectWishDay.self, on: ref,
            ["ret-dato": "04-11-2026", "ret-tid": "", "ret-hvorfor": "Igen"])
        #expect(mend.visitor.status == 200, "\(mend.visitor.answer.problems)")
        #expect(try received(ref) == house.today.adding(days: -8))
        #expect(try house.records.faults() == [])
    }

    @Test("the fold on the page sends it too")
    func fold() throws {
        let reception = try Visitor(house, as: .reception)
        try reception.visit("/henvendelser/\(ref.number)").fill(
            "dato-formular",
            ["ret-dato": "9-11-2026", "ret-tid": "", "ret-hvorfor": "Hun ringede mandag"])
        #expect(reception.address == "/henvendelser/\(ref.number)")
        #expect(try received(ref) == house.today.adding(days: -3))
    }

    @Test("what it carries over is opened for it, and the log says so")
    func logged() throws {
        let before = try house.logCount(.caseRead)
        let form = try mend.visitor.form(of: CorrectWishDay.self, on: ref)
        _ = try mend.visitor.post(form.action, form.filled(mend.typed))
        #expect(try house.logCount(.caseRead) == before + 2, "its page, and the act itself")
    }

    @Test("what is typed wrong comes back with a word at each field, in the order of the page")
    func faults() throws {
        try mend.expectFaults(
            ["ret-dato": "", "ret-tid": "tolv"],
            ["ret-dato: Skriv datoen", "ret-tid: Skriv klokkeslættet som 1000 eller 10.00"])
        try mend.expectFaults(
            ["ret-hvorfor": ""], ["ret-hvorfor: Skriv, hvorfor datoen rettes"])
        try mend.expectFaults(
            ["ret-dato": "i morgen"], ["ret-dato: Datoen kan ikke være efter i dag"])
        try mend.expectFaults(
            ["ret-dato": "30-2"], ["ret-dato: 30-2 findes ikke. Skriv en anden dato"])
        try mend.expectFaults(
            ["ret-dato": "i dag", "ret-tid": "1530"],
            ["ret-tid: Klokken er 9.14 nu. Skriv et tidspunkt, der har været"])
    }

    @Test("a day after what was done for it is refused in words")
    func afterFirstAct() throws {
        let ref = try house.enquiry(daysAgo: 9)
        try house.act(
            .consultant, RecordOutcome(.withdrew, on: house.today.adding(days: -5)), on: ref)
        try ActTrial(
            CorrectWishDay.self, in: house, on: ref,
            ["ret-dato": "10-11-2026", "ret-hvorfor": "Tastet forkert"]
        ).expectRefused(
            """
            ret-dato: Der er allerede skrevet noget fra 07-11-2026. Datoen kan ikke ligge efter
            """)
        #expect(try received(ref) == house.today.adding(days: -9))
    }

    @Test("a day that a colleague has mended meanwhile is not mended over hers")
    func replaced() throws {
        let form = try mend.visitor.form(of: CorrectWishDay.self, on: ref)
        try Visitor(house, as: .leader).carryOut(
            CorrectWishDay.self, on: ref,
            ["ret-dato": "05-11-2026", "ret-hvorfor": "Tastet forkert"])
        try mend.visitor.send(form.filled(mend.typed), to: form.action)
        #expect(mend.visitor.status == 422)
        #expect(
            mend.visitor.answer.problems.first?.hasPrefix("ret-dato: Leader Medarbejder har rettet")
                == true)
        #expect(try received(ref) == house.today.adding(days: -7))
    }

    @Test("an enquiry from the web form was noted by the house itself, and its day stands")
    func ownEnquiry() throws {
        let code = try #require(try house.codeOfNewEnquiry())
        let ref = try #require(try house.file(behind: code)).ref
        let page = try mend.visitor.get("/sager/\(ref.number)")
        #expect(page.form("dato-formular") == nil, "nothing is offered")
        let entry = try #require(try house.file(ref).entries.first).id.formText
        try mend.visitor.send(
            [
                ("ret-post", entry), ("ret-dato", "10-11-2026"), ("ret-tid", ""),
                ("ret-hvorfor", "Tastet forkert"),
            ], to: "/sager/\(ref.number)/dato")
        #expect(
            mend.visitor.answer.problems == [
                "ret-dato: Datoen kan ikke rettes, for borgeren har selv sendt henvendelsen"
            ])
        #expect(try house.file(ref).entries.count == 2)
    }

    @Test("a form that names no enquiry is no form of ours")
    func noEntry() throws {
        let sent = try mend.visitor.post(
            "/sager/\(ref.number)/dato",
            [("ret-dato", "10-11-2026"), ("ret-tid", ""), ("ret-hvorfor", "Tastet forkert")])
        #expect(sent.status == 404)
    }

    @Test("another day typed over one that was sent is refused")
    func typedOver() throws {
        try mend.expectNotTypedOver(["ret-dato": "05-11-2026"])
    }

    @Test("it is for those who receive citizens")
    func access() throws {
        try mend.expectOnly([.reception, .consultant, .medical, .visitator, .leader])
    }
}
