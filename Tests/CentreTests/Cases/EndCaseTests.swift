import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Ending a case")
struct EndCaseTests {
    let house: TestHouse
    /// Asked nine days ago; treatment began five days ago.
    let treated: CaseRef
    /// Asked nine days ago for advice.
    let advised: CaseRef
    let discharge: ActTrial<EndCase>
    let closing: ActTrial<EndCase>

    init() throws {
        house = try TestHouse()
        treated = try house.enquiry(daysAgo: 9)
        advised = try house.enquiry(daysAgo: 9, wish: .advice)
        let start = Instant(day: house.today.adding(days: -5), hour: 10, minute: 0)
        try house.act(.consultant, WriteNote(.individualSession, at: start), on: treated)
        discharge = try ActTrial(
            EndCase.self, in: house, on: treated, ["aarsag": "completed", "slut-dato": "i går"])
        closing = try ActTrial(EndCase.self, in: house, on: advised, ["aarsag": "luk"])
    }

    private func isOpen(_ ref: CaseRef) throws -> Bool {
        CaseProjection(try house.file(ref))?.isOpen == true
    }

    @Test("a course is discharged with its reason on its day, and the case is closed")
    func discharged() throws {
        try discharge.expectWrittenOnce(saying: "Sag \(treated.number) er afsluttet.")
        let entry = try #require(try house.file(treated).current.last)
        #expect(entry.fact == .discharge(.completed))
        #expect(entry.on == house.today.adding(days: -1))
        #expect(try !isOpen(treated))
        let line = try discharge.visitor.timeline(of: treated).first ?? ""
        #expect(
            line.hasPrefix("Onsdag den 11. november 2026 Udskrevet: færdigbehandlet"), "\(line)")
        #expect(line.contains("Consultant Medarbejder, skrevet den 12.11.2026"))
    }

    @Test("advice was given: the case is closed, and nobody was discharged from anything")
    func closed() throws {
        try closing.expectWrittenOnce(saying: "Sag \(advised.number) er afsluttet.")
        #expect(try house.file(advised).current.last?.isOwn(CaseClosed.self) == true)
        #expect(try !isOpen(advised))
        #expect(
            try closing.visitor.timeline(of: advised).first?.contains("Sagen er lukket") == true)
    }

    @Test("a course that has begun is not offered to be closed without a reason")
    func choices() throws {
        let visitor = discharge.visitor
        #expect(try !visitor.get("/sager/\(treated.number)").text.contains("value=\"luk\""))
        #expect(try visitor.get("/sager/\(advised.number)").text.contains("value=\"luk\""))
    }

    @Test("what is typed wrong comes back with a word at each field, in the order of the page")
    func faults() throws {
        try discharge.expectFaults(
            ["aarsag": "", "slut-dato": ""],
            ["aarsag: Vælg en årsag", "slut-dato: Skriv datoen"])
        try discharge.expectFaults(
            ["slut-dato": "i morgen"], ["slut-dato: Datoen kan ikke være efter i dag"])
        try discharge.expectFaults(
            ["slut-dato": "31-9"], ["slut-dato: 31-9 findes ikke. Skriv en anden dato"])
    }

    @Test("a case in which somebody waits is not closed away")
    func stillWaiting() throws {
        let waiting = try house.enquiry(daysAgo: 2)
        let trial = try ActTrial(EndCase.self, in: house, on: waiting, ["aarsag": "luk"])
        try trial.expectRefused(
            """
            aarsag: Borgeren venter stadig på behandling. Vælg, hvorfor det sluttede, eller skriv \
            under "\(RecordOutcome.title)", at borgeren har trukket sig
            """)
        #expect(try isOpen(waiting))
        try house.act(.reception, RecordOutcome(.withdrew, on: house.today), on: waiting)
        try trial.visitor.carryOut(EndCase.self, on: waiting, ["aarsag": "luk"])
        #expect(trial.visitor.status == 200, "\(trial.visitor.answer.problems)")
        #expect(try !isOpen(waiting))
    }

    @Test("a case in which treatment began is closed with a reason, or not at all")
    func inTreatment() throws {
        let visitor = discharge.visitor
        let form = try visitor.form(of: EndCase.self, on: treated)
        try visitor.send(form.filled(["aarsag": "luk"]), to: form.action)
        #expect(
            visitor.answer.problems == [
                "aarsag: Borgeren har været i behandling siden 07-11-2026. Vælg, hvorfor det sluttede"
            ])
        #expect(try isOpen(treated))
    }

    @Test("nothing is discharged before it began, or before anybody had asked")
    func early() throws {
        try discharge.expectRefused(
            ["slut-dato": "6-11-2026"],
            "slut-dato: Behandlingen begyndte 07-11-2026. Datoen kan ikke ligge før")
        try discharge.expectRefused(
            ["slut-dato": "2-11-2026"], "slut-dato: Datoen ligger før henvendelsen 03-11-2026")
        // Asked again since then: what ends is the latest.
        let again = try house.enquiry(daysAgo: 9)
        try house.act(
            .consultant, RecordOutcome(.withdrew, on: house.today.adding(days: -5)), on: again)
        try house.act(.consultant, WishForTreatment(), on: again)
        try ActTrial(EndCase.self, in: house, on: again, ["aarsag": "moved"]).expectRefused(
            ["slut-dato": "i går"], "slut-dato: Datoen ligger før henvendelsen 12-11-2026")
    }

    @Test("what is closed is not ended again")
    func twice() throws {
        try house.act(.consultant, EndCase(ending: .closing), on: advised)
        #expect(try closing.visitor.get("/sager/\(advised.number)").form("afslut-formular") == nil)
        try closing.expectRefused("aarsag: Sagen er lukket i mellemtiden. Det her er ikke gemt")
        try ActTrial(
            EndCase.self, in: house, on: advised, ["aarsag": "moved", "slut-dato": "i dag"]
        ).expectRefused("slut-dato: Sagen er lukket i mellemtiden. Det her er ikke gemt")
    }

    @Test("another reason typed over one that was sent is refused")
    func typedOver() throws {
        try discharge.expectNotTypedOver(["aarsag": "moved"])
    }

    @Test("the wrong reason is corrected, as often as need be; the case stays closed")
    func corrected() throws {
        var last = EntryID(77)
        try house.act(
            .consultant, EndCase(ending: .discharge(.completed, on: house.today)), on: treated,
            id: last)
        let visitor = discharge.visitor
        for (reason, day) in [("moved", "11-11-2026"), ("no-show", "10-11-2026")] {
            let form = try visitor.form(of: EndCase.self, on: treated, about: last)
            try visitor.send(
                form.filled([
                    "aarsag": reason, "slut-dato": day, "hvorfor-rettet": "Ringede og sagde det",
                ]), to: form.action)
            #expect(visitor.status == 200, "\(reason): \(visitor.answer.problems)")
            #expect(try !isOpen(treated))
            last = try #require(try house.file(treated).current.last).id
        }
        let entry = try #require(try house.file(treated).current.last)
        #expect(entry.fact == .discharge(.noShow) && entry.on == house.today.adding(days: -2))
        #expect(try house.file(treated).entries.count == 6)
        let lines = try visitor.timeline(of: treated)
        #expect(lines.count { $0.contains("[Udskrevet:") } == 2, "\(lines)")
        #expect(lines.contains { $0.contains(": Ringede og sagde det") })
        #expect(try house.records.faults() == [])
    }

    @Test("a closing that is corrected stays on the day it was")
    func closingCorrected() throws {
        let wrong = EntryID(77)
        try house.act(.consultant, EndCase(ending: .closing), on: advised, id: wrong)
        house.time.advance(days: 3)
        let visitor = try Visitor(house, as: .consultant)
        let form = try visitor.form(of: EndCase.self, on: advised, about: wrong)
        #expect(form["aarsag"] == "luk" && form["slut-dato"] == "12-11-2026")
        try visitor.send(form.filled(["hvorfor-rettet": "Prøve"]), to: form.action)
        #expect(visitor.status == 200, "\(visitor.answer.problems)")
        #expect(try house.file(advised).current.last?.on.isoText == "2026-11-12")
    }

    @Test("an ending that is undone opens the case again")
    func undone() throws {
        try discharge.visitor.carryOut(EndCase.self, on: treated, discharge.typed)
            .fill("fortryd-formular")
        #expect(try isOpen(treated))
        #expect(try house.guaranteeClock(of: treated)?.courseEndedOn == nil)
        #expect(try house.records.faults() == [])
    }

    @Test("it is for those who read and write journals")
    func access() throws {
        try closing.expectOnly([.consultant, .medical, .visitator, .leader])
    }
}
