import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("What became of an offer, or of the wish")
struct RecordOutcomeTests {
    let house: TestHouse
    let ref: CaseRef
    let outcome: ActTrial<RecordOutcome>

    /// Asked nine days ago; seven days ago a time was offered for the day before yesterday.
    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 9)
        let offer = Offer(
            startsOn: house.today.adding(days: -2), modality: .outpatient, provider: .own)
        try house.write([NewFact(.offer(offer), on: house.today.adding(days: -7))], to: ref)
        outcome = try ActTrial(
            RecordOutcome.self, in: house, on: ref,
            ["udfald": "kom-ikke", "udfald-dato": "i går"])
    }

    /// The same, of a case in which nothing was offered.
    private func withoutOffer(_ typed: [String: String]) throws -> ActTrial<RecordOutcome> {
        try ActTrial(RecordOutcome.self, in: house, on: try house.enquiry(daysAgo: 9), typed)
    }

    @Test("she did not come: written on its day, said, and once")
    func didNotCome() throws {
        try outcome.expectWrittenOnce(saying: "Udfaldet er gemt på sag \(ref.number).")
        let entry = try #require(try house.file(ref).current.last)
        #expect(entry.fact == .noShow)
        #expect(entry.on == house.today.adding(days: -1))
        #expect(try house.file(ref).openOffer == nil, "the offer is answered")
    }

    @Test(
        "each outcome is a fact of its own, and what was said is sealed with it",
        arguments: [
            ("kom-ikke", Fact.noShow, "Kom ikke"),
            (
                "eget-valg", .offerDeclined(reason: .ownChoice, written: false),
                "Takkede nej, eget valg (mundtligt)"
            ),
            (
                "anden-aarsag", .offerDeclined(reason: .other, written: false),
                "Takkede nej, anden årsag"
            ),
            ("trak-sig", .withdrawal, "Trak sig"),
            (
                "indlagt", .outsideDuty(reason: .admitted, regionReceivedOn: nil),
                "Ikke omfattet: indlagt på hospital"
            ),
            (
                "integreret", .outsideDuty(reason: .integratedTreatment, regionReceivedOn: nil),
                "Ikke omfattet: visiteret til integreret behandling"
            ),
        ])
    func facts(chosen: String, fact: Fact, title: String) throws {
        let visitor = outcome.visitor
        try visitor.carryOut(
            RecordOutcome.self, on: ref, ["udfald": chosen, "udfald-tekst": "Ringede selv"])
        #expect(visitor.status == 200, "\(visitor.answer.problems)")
        let entry = try #require(try house.file(ref).current.last)
        #expect(entry.fact == fact && entry.sealedBody != nil)
        let line = try visitor.timeline(of: ref).first ?? ""
        #expect(line.contains("\(title) Ringede selv"), "\(line)")
    }

    @Test("a choice of her own that she wrote to us is told from one she said")
    func inWriting() throws {
        try outcome.visitor.carryOut(
            RecordOutcome.self, on: ref, ["udfald": "eget-valg", "skriftligt": "ja"])
        #expect(
            try house.file(ref).current.last?.fact
                == .offerDeclined(reason: .ownChoice, written: true))
    }

    @Test("what is typed wrong comes back with a word at each field, in the order of the page")
    func faults() throws {
        let long = String(repeating: "ø", count: 5_001)
        try outcome.expectFaults(
            ["udfald": "", "udfald-dato": "", "udfald-tekst": long],
            [
                "udfald: Vælg, hvad der skete", "udfald-dato: Skriv datoen",
                "udfald-tekst: Skriv højst 5000 tegn",
            ])
        try outcome.expectFaults(
            ["udfald-dato": "i morgen"], ["udfald-dato: Datoen kan ikke være efter i dag"])
        try outcome.expectFaults(
            ["udfald-dato": "31-9"], ["udfald-dato: 31-9 findes ikke. Skriv en anden dato"])
        try outcome.expectFaults(
            ["udfald-dato": "snart"],
            ["udfald-dato: Skriv datoen som 12-11-2026, 12/11 eller i dag"])
    }

    @Test("there is nothing to stay away from, or to say no to, before a time was offered")
    func noOffer() throws {
        for chosen in ["kom-ikke", "eget-valg", "anden-aarsag"] {
            try withoutOffer(["udfald": chosen, "udfald-tekst": "Ringede"]).expectRefused(
                """
                udfald: Der er ikke tilbudt en tid at svare på. Skriv først tiden under \
                "Tilbyd en tid"
                """)
        }
    }

    @Test("nobody fails to come before the time, or says no before it was offered")
    func beforeOffer() throws {
        try outcome.expectRefused(
            ["udfald-dato": "9-11-2026"],
            "udfald-dato: Datoen ligger før den tilbudte tid 10-11-2026")
        try outcome.expectRefused(
            ["udfald": "eget-valg", "udfald-dato": "4-11-2026"],
            "udfald-dato: Datoen ligger før den tilbudte tid 05-11-2026")
    }

    @Test("nothing comes of a wish before it was made")
    func beforeEnquiry() throws {
        for chosen in ["trak-sig", "indlagt", "integreret"] {
            try outcome.expectRefused(
                ["udfald": chosen, "udfald-dato": "2-11-2026"],
                "udfald-dato: Datoen ligger før henvendelsen 03-11-2026")
        }
    }

    @Test("a wish that was made again is not taken back before that")
    func beforeTheSecondWish() throws {
        try house.act(
            .consultant, RecordOutcome(.withdrew, on: house.today.adding(days: -4)), on: ref)
        try house.act(.consultant, WishForTreatment(), on: ref)
        try outcome.expectRefused(
            ["udfald": "trak-sig", "udfald-dato": "i går"],
            "udfald-dato: Datoen ligger før henvendelsen 12-11-2026")
    }

    @Test("a closed case has no outcome to come")
    func closed() throws {
        try house.write([NewFact(CaseClosed(), on: house.today)], to: ref)
        try outcome.expectRefused(
            "udfald-dato: Sagen er lukket i mellemtiden. Det her er ikke gemt")
    }

    @Test("something else typed over what was sent is refused")
    func typedOver() throws {
        try outcome.expectNotTypedOver(["udfald-tekst": "Hun ringede dog"])
    }

    @Test("the wrong outcome is corrected, with a reason, and the guarantee follows")
    func corrected() throws {
        let wrong = EntryID(77)
        try house.act(
            .reception, RecordOutcome(.didNotCome, on: house.today.adding(days: -2)), on: ref,
            id: wrong)
        let visitor = outcome.visitor
        let form = try visitor.form(of: RecordOutcome.self, on: ref, about: wrong)
        #expect(form["udfald"] == "kom-ikke" && form["udfald-dato"] == "10-11-2026")
        try visitor.fill(
            "udfald-formular",
            ["udfald": "trak-sig", "hvorfor-rettet": "Hun havde ringet af"])
        #expect(visitor.status == 200, "\(visitor.answer.problems)")
        #expect(try house.guaranteeClock(of: ref)?.status == .withdrawn)
        let lines = try visitor.timeline(of: ref)
        #expect(
            lines.contains {
                $0.contains("[Kom ikke] Rettet den 12.11.2026 kl. 9.14 af Consultant Medarbejder")
                    && $0.contains(": Hun havde ringet af")
            }, "\(lines)")
    }

    @Test("a no-show is taken away again where she came after all, and says why")
    func takenAway() throws {
        let wrong = EntryID(77)
        try house.act(
            .consultant, RecordOutcome(.didNotCome, on: house.today.adding(days: -2)), on: ref,
            id: wrong)
        let visitor = outcome.visitor
        try visitor.carryOut(
            TakeBack.self, on: ref, about: wrong, ["hvorfor-fjernet": "Hun sad i venteværelset"])
        #expect(visitor.status == 200, "\(visitor.answer.problems)")
        #expect(try house.guaranteeClock(of: ref)?.status == .running)
        #expect(
            try visitor.timeline(of: ref).contains {
                $0.contains("[Kom ikke] Fjernet den") && $0.contains("Hun sad i venteværelset")
            })
    }

    @Test("it is for those who receive citizens")
    func access() throws {
        try outcome.expectOnly([.reception, .consultant, .medical, .visitator, .leader])
    }
}
