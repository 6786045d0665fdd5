import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Offering a first time")
struct OfferTimeTests {
    let house: TestHouse
    let ref: CaseRef
    let offer: ActTrial<OfferTime>

    /// Asked two days ago: the last day is 24 November.
    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 2)
        offer = try ActTrial(
            OfferTime.self, in: house, on: ref,
            ["tilbud-dato": "+7", "tilbud-tid": "1000", "tilbud-form": "outpatient"])
    }

    private func written() throws -> LedgerEntry {
        try #require(try house.file(ref).current.last { $0.offer != nil })
    }

    @Test("day, hour and kind are written, said, and shown as the next time")
    func offered() throws {
        try offer.expectWrittenOnce(
            saying: "Tiden torsdag den 19. november kl. 10.00 er tilbudt.")
        let entry = try written()
        let day = house.today.adding(days: 7)
        #expect(
            entry.fact == .offer(Offer(startsOn: day, modality: .outpatient, provider: .own)))
        #expect(entry.on == house.today)
        #expect(entry.startsAt == Instant(day: day, hour: 10, minute: 0))
        #expect(entry.sealedBody == nil, "nothing personal was said")
        for (role, room) in [(Role.consultant, "sager"), (.reception, "henvendelser")] {
            let page = try Visitor(house, as: role).get("/\(room)/\(ref.number)")
            #expect(
                page.words(of: "booket")
                    == "Næste tid: torsdag den 19. november 2026 kl. 10.00")
        }
    }

    @Test("another kind, at another place")
    func elsewhere() throws {
        try offer.visitor.carryOut(
            OfferTime.self, on: ref,
            [
                "tilbud-dato": "16-11-2026", "tilbud-tid": "9.30", "tilbud-form": "residential",
                "tilbud-andet": "ja",
            ])
        #expect(
            try written().fact
                == .offer(
                    Offer(
                        startsOn: house.today.adding(days: 4), modality: .residential,
                        provider: .other)))
    }

    @Test("what is typed wrong comes back with a word at each field, in the order of the page")
    func faults() throws {
        try offer.expectFaults(
            ["tilbud-dato": "", "tilbud-tid": "", "tilbud-form": ""],
            [
                "tilbud-dato: Skriv datoen for aftalen",
                "tilbud-tid: Skriv klokkeslættet som 1000 eller 10.00",
                "tilbud-form: Vælg, hvad der tilbydes",
            ])
        try offer.expectFaults(
            ["tilbud-dato": "31-11-2026", "tilbud-tid": "tolv"],
            [
                "tilbud-dato: 31-11-2026 findes ikke. Skriv en anden dato",
                "tilbud-tid: Skriv klokkeslættet som 1000 eller 10.00",
            ])
        try offer.expectFaults(
            ["tilbud-dato": "snart"],
            ["tilbud-dato: Skriv datoen som 19-11-2026, +7 eller fre"])
        try offer.expectFaults(
            ["tilbud-dato": "i går"], ["tilbud-dato: Tiden kan ikke ligge før i dag"])
    }

    @Test("a time after the last day wants a word of why, and there is room for it")
    func late() throws {
        let visitor = offer.visitor
        #expect(try visitor.form(of: OfferTime.self, on: ref)["tilbud-hvorfor"] == nil)
        try offer.expectFaults(
            ["tilbud-dato": "25-11-2026"],
            [
                """
                tilbud-dato: Tiden ligger efter fristen 24-11-2026. Vælg en tidligere tid, eller \
                skriv hvorfor
                """
            ])
        #expect(try visitor.shownForm(of: OfferTime.self)["tilbud-hvorfor"] == "")
        try visitor.fill("tilbud-formular", ["tilbud-hvorfor": "Borgeren er på ferie"])
        #expect(visitor.status == 200, "\(visitor.answer.problems)")
        let entry = try written()
        #expect(entry.offer?.startsOn == house.today.adding(days: 13))
        #expect(entry.sealedBody != nil)
        #expect(try visitor.timeline(of: ref).first?.contains("Borgeren er på ferie") == true)
    }

    @Test("a long reason comes back whole")
    func longReason() throws {
        try offer.expectFaults(
            ["tilbud-hvorfor": String(repeating: "æ", count: 5_001)],
            ["tilbud-hvorfor: Skriv højst 5000 tegn"])
    }

    @Test("a closed case takes no new time, and says so")
    func closed() throws {
        try house.write([NewFact(CaseClosed(), on: house.today)], to: ref)
        try offer.expectRefused("tilbud-dato: Sagen er lukket i mellemtiden. Det her er ikke gemt")
    }

    @Test("another time typed over one that was sent is an offer of its own, or none")
    func typedOver() throws {
        try offer.expectNotTypedOver(["tilbud-tid": "1100"])
        try offer.visitor.fill("tilbud-formular")
        #expect(offer.visitor.status == 200)
        #expect(try house.file(ref).current.count { $0.offer != nil } == 2)
    }

    @Test("a time typed wrong is corrected, with a reason, and counts from the day it was offered")
    func corrected() throws {
        let wrong = EntryID(77)
        let tomorrow = Instant(day: house.today.adding(days: 1), hour: 10, minute: 0)
        try house.act(
            .reception, OfferTime(startsAt: tomorrow, why: "Først ledig"), on: ref, id: wrong)
        house.time.advance(days: 20)
        let visitor = try Visitor(house, as: .consultant)
        let form = try visitor.form(of: OfferTime.self, on: ref, about: wrong)
        #expect(form["tilbud-dato"] == "13-11-2026" && form["tilbud-tid"] == "1000")
        #expect(form["tilbud-hvorfor"] == "Først ledig")
        #expect(visitor.page.contains("Gem rettelsen"))
        try visitor.fill("tilbud-formular", ["tilbud-dato": "16-11-2026"])
        #expect(visitor.answer.problems == ["hvorfor-rettet: Skriv, hvorfor det rettes"])
        try visitor.fill("tilbud-formular", ["hvorfor-rettet": "Skrev fredag, det var mandag"])
        #expect(visitor.status == 200, "\(visitor.answer.problems)")
        let entry = try written()
        #expect(entry.offer?.startsOn.isoText == "2026-11-16")
        #expect(entry.on.isoText == "2026-11-12", "offered that day, and in time")
        #expect(entry.corrects == wrong)
        let lines = try visitor.timeline(of: ref)
        #expect(lines.contains { $0.contains("Tilbudt tid den 16.11.2026 kl. 10.00 Først ledig") })
        #expect(
            lines.contains {
                $0.contains(
                    "[Tilbudt tid den 13.11.2026 kl. 10.00] Rettet den 02.12.2026 kl. 9.14 af ")
                    && $0.contains("Consultant Medarbejder: Skrev fredag, det var mandag")
            }, "\(lines)")
    }

    @Test("it can be undone at once")
    func undone() throws {
        let visitor = offer.visitor
        try visitor.carryOut(OfferTime.self, on: ref, offer.typed).fill("fortryd-formular")
        #expect(visitor.answer.words(of: "booket") == "Der er ingen tid aftalt.")
        #expect(try house.file(ref).openOffer == nil)
    }

    @Test("it is for those who receive citizens")
    func access() throws {
        try offer.expectOnly([.reception, .consultant, .medical, .visitator, .leader])
    }
}
