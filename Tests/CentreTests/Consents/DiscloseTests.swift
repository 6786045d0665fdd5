import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Telling somebody outside the centre")
struct DiscloseTests {
    let house: TestHouse
    let ref: CaseRef
    let disclosure: ActTrial<Disclose>

    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 30)
        try house.act(
            .consultant,
            ConsentTests.to(
                "Lægerne Skovduen", kind: .physician, on: house.today.adding(days: -9)), on: ref)
        disclosure = try ActTrial(
            Disclose.self, in: house, on: ref,
            ["videre-hvem": "Egen læge", "videre-hvad": "Epikrise", "videre-hvordan": "letter"])
    }

    @Test("goes under a consent that covers them on that day, and the log and the page say which")
    func underConsent() throws {
        try disclosure.expectWrittenOnce(saying: "Det er gemt, hvad Egen læge har fået")
        let entry = try #require(try house.file(ref).current.last)
        #expect(entry.own(Disclosure.self)?.consentID == "s1")
        let page = try disclosure.visitor.get("/sager/\(ref.number)/samtykker").text
        for words in ["Epikrise", "Egen læge: Lægerne Skovduen", "Samtykke givet 03.11.2026"] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(!house.files.folder.everyByte.contains("Epikrise"))
    }

    @Test("not before it was given, not after it was taken back, not a year later")
    func notCovered() throws {
        try disclosure.expectRefused(
            ["videre-dato": "02-11-2026"],
            "videre-hvem: Der er intet samtykke til Egen læge. (Sundhedsloven § 44)")
        let consent = try #require(try house.file(ref).consents.first)
        try house.act(
            .consultant, RevokeConsent(consent: consent.consent, day: house.today, text: ""),
            on: ref)
        try disclosure.expectRefused(
            "videre-hvem: Samtykket blev trukket tilbage den 12. november 2026. (Sundhedsloven § 44)"
        )
        // The day before, it still held.
        try disclosure.visitor.carryOut(
            Disclose.self, on: ref, disclosure.typed.merging(["videre-dato": "11-11-2026"]) { $1 })
        #expect(disclosure.visitor.status == 200)
    }

    @Test("a year and a day later there is no consent any more")
    func aYearLater() throws {
        let day = house.today.adding(days: -9).adding(years: 1)
        let inTime = Disclose(recipient: "Egen læge", what: "Epikrise", way: .letter, day: day)
        let at = Instant(day: day, hour: 10, minute: 0)
        try house.act(.consultant, inTime, on: ref, at: at)
        let late = Disclose(
            recipient: "Egen læge", what: "Epikrise", way: .letter, day: day.adding(days: 1))
        #expect(throws: ActRefusal.self) {
            try house.act(
                .consultant, late, on: ref, at: Instant(day: late.day, hour: 10, minute: 0))
        }
    }

    @Test("one that has lost its consent afterwards says so")
    func lost() throws {
        let consent = try #require(try house.file(ref).consents.first).entry.id
        try disclosure.visitor.carryOut(Disclose.self, on: ref, disclosure.typed)
        try disclosure.visitor.carryOut(
            TakeBack.self, on: ref, about: consent, ["hvorfor-fjernet": "Skrevet på forkert sag"])
        #expect(
            try disclosure.visitor.get("/sager/\(ref.number)/samtykker").text
                .contains("Intet samtykke den dag"))
    }

    @Test("what is missing comes back with a word at its field")
    func faults() throws {
        try disclosure.expectFaults(
            ["videre-hvem": "", "videre-hvad": "", "videre-hvordan": ""],
            [
                "videre-hvem: Vælg, hvem der har fået noget at vide",
                "videre-hvad: Skriv, hvad de har fået",
                "videre-hvordan: Vælg, hvordan det skete",
            ])
    }

    @Test("it is for those who read journals")
    func access() throws {
        try disclosure.expectOnly([.consultant, .medical, .visitator, .leader])
    }
}

@Suite("No document without a consent")
struct ConsentPropertyTests {
    /// A consent as this test understands it, by itself: no rule of the house has a hand in it.
    private struct Known {
        let name: String
        let from: CalendarDay
        let until: CalendarDay?
        var revokedOn: CalendarDay?

        func covers(_ name: String, on day: CalendarDay) -> Bool {
            let (year, month, dayOfMonth) = (from.year + 1, from.month, from.day)
            let last =
                CalendarDay(year: year, month: month, day: dayOfMonth)
                ?? CalendarDay(year: year, month: 2, day: 28) ?? from
            return name == self.name && from <= day && day <= min(until ?? last, last)
                && !(revokedOn.map { $0 <= day } ?? false)
        }
    }

    @Test(
        "over random histories of consents, what leaves the house does so under one that covers it",
        arguments: UInt64(1)...8)
    func randomHistories(seed: UInt64) throws {
        var random = DemoRandom(seed: seed)
        let start = Instant(
            day: try #require(CalendarDay(isoText: "2027-11-01")), hour: 9, minute: 0)
        let house = try TestHouse(at: start)
        let names = ["Ida", "Bo", "Ib"]
        var counts = (told: 0, refused: 0)
        for _ in 1...6 {
            let ref = try house.enquiry()
            var (known, now): ([Known], Instant) = ([], start)
            for _ in 1...14 {
                now = Instant(seconds: now.seconds + random.number(0...90) * 86_400)
                let name = random.one(of: names)
                switch random.number(1...10) {
                case 1...4:
                    let until =
                        random.chance(50) ? now.day.adding(days: random.number(0...300)) : nil
                    try house.act(
                        .consultant, ConsentTests.to(name, on: now.day, until: until), on: ref,
                        at: now)
                    known.append(Known(name: name, from: now.day, until: until))
                case 5:
                    let open = known.indices.filter {
                        known[$0].covers(known[$0].name, on: now.day)
                    }
                    guard !open.isEmpty else { continue }
                    let place = random.one(of: open)
                    let consent = try house.file(ref).consents[place].consent
                    try house.act(
                        .consultant, RevokeConsent(consent: consent, day: now.day, text: ""),
                        on: ref, at: now)
                    known[place].revokedOn = now.day
                default:
                    guard let plain = try plainName(of: name, known.map(\.name), house, ref) else {
                        continue
                    }
                    let day = now.day.adding(days: -random.number(0...40))
                    let act = Disclose(recipient: plain, what: "Brev", way: .letter, day: day)
                    let isCovered = known.contains { $0.covers(name, on: day) }
                    do {
                        try house.act(.consultant, act, on: ref, at: now)
                        #expect(isCovered, "told \(name) on \(day.isoText) without a consent")
                        counts.told += 1
                    } catch is ActRefusal {
                        #expect(!isCovered, "\(name) is covered on \(day.isoText)")
                        counts.refused += 1
                    }
                }
            }
        }
        #expect(counts.told > 0 && counts.refused > 0, "\(counts)")
    }

    /// The plain name of the person, as her first consent got it; nil where she has none.
    private func plainName(
        of name: String, _ names: [String], _ house: TestHouse, _ ref: CaseRef
    ) throws -> String? {
        guard let place = names.firstIndex(of: name) else { return nil }
        return try house.file(ref).consents[place].recipient
    }
}
