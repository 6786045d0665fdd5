import Domain
import Foundation
import HTML
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("The guarantee report")
struct GuaranteeReportTests {
    let house: TestHouse

    init() throws {
        house = try TestHouse()
    }

    private func day(_ ago: Int) -> CalendarDay { house.today.adding(days: -ago) }

    private func session(_ ref: CaseRef, daysAgo: Int) throws {
        try house.write(
            [
                NewFact(
                    .service(Service(.individualSession, minutes: 60)), on: day(daysAgo))
            ], to: ref)
    }

    /// One of each outcome, and some impossible dates. Today is 12 November 2026.
    private func live() throws {
        try session(try house.enquiry(daysAgo: 40, name: "Ib Iversen"), daysAgo: 36)
        try session(try house.enquiry(daysAgo: 39), daysAgo: 30)
        try session(try house.enquiry(daysAgo: 38), daysAgo: 20)
        try house.enquiry(daysAgo: 30)
        try house.enquiry(daysAgo: 2)
        let offer = NewFact(
            .offer(Offer(startsOn: day(20), modality: .outpatient, provider: .own)), on: day(26))
        try house.write(
            [offer, NewFact(.noShow, on: day(20))], to: try house.enquiry(daysAgo: 28))
        let second = NewFact(
            .offer(Offer(startsOn: day(20), modality: .outpatient, provider: .own)), on: day(26))
        try house.write(
            [
                second,
                NewFact(.offerDeclined(reason: .ownChoice, written: true), on: day(25)),
            ], to: try house.enquiry(daysAgo: 28))
        try house.write(
            [NewFact(.withdrawal, on: day(26))], to: try house.enquiry(daysAgo: 27))
        try house.write(
            [NewFact(.outsideDuty(reason: .admitted, regionReceivedOn: nil), on: day(24))],
            to: try house.enquiry(daysAgo: 25))
        try house.enquiry(daysAgo: 3, wish: .advice)
        let impossible = try house.enquiry(daysAgo: 5)
        try session(impossible, daysAgo: 9)
        try house.write(
            [
                NewFact(
                    .offer(Offer(startsOn: day(6), modality: .outpatient, provider: .own)),
                    on: day(4)),
                NewFact(.discharge(.other), on: day(8)),
            ], to: impossible)
        let early = try house.enquiry(daysAgo: 1)
        try session(early, daysAgo: -3)
    }

    private func download(_ query: String) throws -> (TestAnswer, [[String]]) {
        let client = try Visitor(house, as: .administrator)
        let answer = try client.get("/rapporter/garanti.csv?\(query)")
        let text = String(decoding: answer.bytes.dropFirst(3), as: UTF8.self)
        let lines = text.components(separatedBy: "\r\n").dropLast().map {
            $0.components(separatedBy: ";")
        }
        return (answer, lines)
    }

    @Test(
        "a period that cannot be read is mended on the page, also when the file was asked for",
        arguments: [
            ("fra=31-02-2026&til=12-11-2026", "31-02-2026 findes ikke. Skriv en anden dato"),
            (
                "fra=12-11-2026&til=11-11-2026",
                "Perioden slutter, før den begynder. Ret en af datoerne"
            ),
        ])
    func unreadablePeriod(query: String, words: String) throws {
        let client = try Visitor(house, as: .administrator)
        for path in ["/rapporter/garanti", "/rapporter/garanti.csv"] {
            let answer = try client.get("\(path)?\(query)")
            #expect(answer.status == 422)
            #expect(answer.text.contains(words))
        }
    }

    @Test("the list has every clock, every outcome with its number, and no name")
    func list() throws {
        try live()
        let (answer, lines) = try download("fra=2026-10-01&til=2026-11-12")
        #expect(answer.status == 200)
        #expect(answer.bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
        #expect(
            answer["Content-Disposition"]?.contains("garanti-2026-10-01-2026-11-12.csv") == true)
        #expect(!answer.text.contains("Iversen"))
        #expect(
            lines[0].joined(separator: ";")
                == "Række;Sagsnummer;Modtaget;Sidste dag;Udfald;Begyndt;Dage ventet;"
                + "Dage for sent;Tæller med;Antal;Bemærkning")
        let clocks = lines.filter { $0[0] == "Forløb" }.map { $0[2...9].joined(separator: ";") }
        #expect(
            clocks == [
                "03-10-2026;17-10-2026;Overholdt;07-10-2026;4;0;ja;1",
                "04-10-2026;18-10-2026;Overholdt;13-10-2026;9;0;ja;1",
                "05-10-2026;19-10-2026;Overskredet;23-10-2026;18;4;ja;1",
                "13-10-2026;27-10-2026;Overskredet, åben;;;16;ja;1",
                "15-10-2026;29-10-2026;Tilbudt rettidigt, ikke mødt;;;;nej;1",
                "15-10-2026;29-10-2026;Fraveget, eget valg;;;;nej;1",
                "16-10-2026;30-10-2026;Frafaldet;;;;nej;1",
                "18-10-2026;01-11-2026;Ikke omfattet;;;;nej;1",
                "07-11-2026;21-11-2026;Løbende;;;;nej;1",
                "10-11-2026;24-11-2026;Løbende;;;;nej;1",
                "11-11-2026;25-11-2026;Løbende;;;;nej;1",
            ])
        let sums = lines.filter { $0[0] == "Sum" }.map { "\($0[4])=\($0[9])" }
        #expect(
            sums.prefix(13) == [
                "Løbende=3", "Overholdt=2", "Overskredet, åben=1", "Overskredet=1",
                "Tilbudt rettidigt, ikke mødt=1", "Fraveget, eget valg=1", "Frafaldet=1",
                "Ikke omfattet=1", "Umulige datoer=4", "Forløb i alt=11",
                "Overholdt i procent=50,0", "Dage ventet, median=9,0",
                "Dage ventet, 90-percentil=18",
            ])
        #expect(sums[13] == "Overholdt i procent=33,3")
    }

    @Test("dates that cannot be right stand in rows of their own and are never dropped")
    func impossible() throws {
        try live()
        let (_, lines) = try download("fra=2026-10-01&til=2026-11-12")
        let remarks = lines.filter { $0[0] == "Umulig dato" }.map { $0[10] }
        #expect(
            Set(remarks) == [
                "En ydelse den 3. november 2026 ligger før henvendelsen den 7. november 2026",
                "En tilbudt tid den 6. november 2026 ligger før henvendelsen den 7. november 2026",
                "En udskrivning den 4. november 2026 ligger før henvendelsen den 7. november 2026",
                "En dato i fremtiden: 15. november 2026",
            ])
    }

    @Test("an enquiry dated in the future is found by the day it was written")
    func future() throws {
        let ref = try house.enquiry(daysAgo: -400)
        let (_, lines) = try download("fra=2026-11-01&til=2026-11-12")
        #expect(lines.contains { $0[0] == "Umulig dato" && $0[1] == ref.number.description })
    }

    @Test("every file that leaves is in the log, a look at the figures is not an export")
    func exported() throws {
        _ = try Visitor(house, as: .leader).get("/rapporter/garanti")
        #expect(try house.logCount(.exported) == 0)
        _ = try download("")
        #expect(try house.logCount(.exported) == 1)
    }

    @Test("the page shows the same figures, how they are made, and where the file is")
    func page() throws {
        try live()
        let text = try Visitor(house, as: .leader)
            .get("/rapporter/garanti?fra=01-10-2026&til=i+dag").text
        for words in [
            "torsdag den 1. oktober 2026 til torsdag den 12. november 2026",
            "50,0 % begyndte inden fristen: 2 af", "Sådan er tallet gjort op", "lyngby-2024",
            "Kørt", "kl. 09.14.00",
            "/rapporter/garanti.csv?fra=2026-10-01&amp;til=2026-11-12",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("Iversen"))
    }

    @Test("a period is typed as staff type days, and comes back when it cannot be read")
    func period() {
        let today = HouseFiles.thursday.day
        func period(_ from: String, _ to: String) -> Period? {
            PeriodForm(from: from, to: to, on: today).period
        }
        #expect(period("", "")?.first.isoText == "2026-10-01")
        #expect(period("", "")?.last == today)
        #expect(period("010726", "30-9-2026")?.last.isoText == "2026-09-30")
        #expect(period("1/11", "i dag")?.first.isoText == "2026-11-01")
        let wrong = PeriodForm(from: "31-11-2026", to: "snart", on: today)
        #expect(wrong.period == nil)
        #expect(wrong.problems.map(\.field) == ["fra", "til"])
        #expect(wrong.from == "31-11-2026")
        #expect(PeriodForm(from: "i dag", to: "1/11", on: today).problems.map(\.field) == ["til"])
    }

    @Test(
        "median and ninetieth percentile",
        arguments: [
            ([Int](), nil, nil), ([4], 4.0, 4), ([4, 9], 6.5, 9), ([1, 2, 3], 2.0, 3),
            (Array(1...10), 5.5, 9), (Array(1...11), 6.0, 10), (Array(1...20), 10.5, 18),
        ] as [([Int], Double?, Int?)])
    func percentiles(waits: [Int], median: Double?, ninetieth: Int?) {
        let figures = GuaranteeReport.Figures(judgedCount: 0, metCount: 0, waits: waits)
        #expect(figures.medianDays == median)
        #expect(figures.ninetiethPercentileDays == ninetieth)
        #expect(figures.metPercent == nil)
    }
}
