import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Somebody asks to see the records")
struct RecordsAccessTests {
    let house: TestHouse
    let ref: CaseRef
    let request: ActTrial<RequestRecords>

    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 30)
        request = try ActTrial(
            RequestRecords.self, in: house, on: ref, ["indsigt-hvad": "Alt fra november"])
    }

    private func tab() throws -> String {
        try request.visitor.get("/sager/\(ref.number)/aktindsigt").text
    }

    static func ask(_ house: TestHouse, _ ref: CaseRef, on day: CalendarDay) throws {
        try house.act(
            .consultant, RequestRecords(asker: .citizen, what: "", day: day), on: ref,
            at: Instant(day: day, hour: 10, minute: 0))
    }

    @Test("and is told until when: seven working days, with the reason")
    func asked() throws {
        try request.expectWrittenOnce(saying: "Anmodningen er gemt.")
        let page = try tab()
        #expect(page.contains("Senest 23.11.2026"))
        #expect(
            page.contains("inden for 7 arbejdsdage") && page.contains("Offentlighedsloven § 36"))
        #expect(try house.file(ref).current.last?.fact == .recordsRequest)
    }

    @Test(
        "the days are counted over Christmas and Easter as the law does",
        arguments: [("2026-12-22", "04.01.2027"), ("2027-03-22", "05.04.2027")])
    func holidays(asked: String, due: String) throws {
        let day = try #require(CalendarDay(isoText: asked))
        let house = try TestHouse(at: Instant(day: day, hour: 9, minute: 0))
        let ref = try house.enquiry()
        try Self.ask(house, ref, on: day)
        let visitor = try Visitor(house, as: .consultant)
        #expect(try visitor.get("/sager/\(ref.number)/aktindsigt").text.contains("Senest \(due)"))
    }

    @Test("is answered on the sixth working day, against a receipt")
    func answered() throws {
        try Self.ask(house, ref, on: house.today)
        // Thursday 12, and six working days on: Friday 20.
        house.time.move(to: Instant(seconds: house.now.seconds + 8 * 86_400))
        let answer = try ActTrial(
            AnswerRecords.self, in: house, on: ref,
            [
                "udleveret-hvad": "everything", "udleveret-hvordan": "in-person",
                "udleveret-kvittering": "Borgeren selv, viste kørekort",
            ])
        try answer.expectFaults(
            ["udleveret-hvad": "", "udleveret-hvordan": "", "udleveret-kvittering": ""],
            [
                "udleveret-hvad: Vælg, hvad de fik",
                "udleveret-hvordan: Vælg, hvordan det skete",
                "udleveret-kvittering: Skriv, hvem der tog imod",
            ])
        try answer.expectRefused(
            ["udleveret-dato": "11-11-2026"],
            "udleveret-dato: Anmodningen kom først 12-11-2026. Skriv en senere dag")
        try answer.expectWrittenOnce(saying: "Svaret er gemt.")
        let page = try answer.visitor.get("/sager/\(ref.number)/aktindsigt").text
        for words in ["Besvaret i tide", "viste kørekort", "Det skete den 20. november 2026"] {
            #expect(page.contains(words), "\(words)")
        }
        try answer.expectRefused(
            """
            udleveret-hvad: Ingen venter på aktindsigt. Skriv først anmodningen under \
            "Ny anmodning"
            """)
    }

    @Test("what cannot be answered in time is told of in a letter, with the reason and a new day")
    func delayed() throws {
        try Self.ask(house, ref, on: house.today)
        let delay = try ActTrial(
            DelayRecords.self, in: house, on: ref,
            [
                "forsinket-hvorfor": "sagen er lang, og vi skal læse den igennem.",
                "forsinket-dato": "30-11-2026", "forsinket-modtager": "Grethe Gran\nParkvej 3",
            ])
        try delay.expectFaults(
            ["forsinket-hvorfor": "", "forsinket-dato": "", "forsinket-modtager": ""],
            [
                "forsinket-hvorfor: Skriv, hvorfor vi ikke kan nå det",
                "forsinket-dato: Skriv, hvornår vi regner med at svare",
                "forsinket-modtager: Skriv, hvem brevet er til",
            ])
        try delay.expectRefused(
            ["forsinket-dato": "23-11-2026"],
            """
            forsinket-dato: Fristen er først 23-11-2026. Skriv en dag efter den, eller svar i tide
            """)
        try delay.expectWrittenOnce(saying: "Brevet er lavet.")
        let letter = try #require(try house.file(ref).current.last).id
        let page = try delay.visitor.get("/sager/\(ref.number)/breve/\(letter.formText)").text
        for words in [
            "Kære Grethe Gran", "torsdag den 12. november 2026", "mandag den 23. november 2026",
            "fordi sagen er lang", "mandag den 30. november 2026", "§ 16, stk. 2",
        ] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(
            try delay.visitor.timeline(of: ref).contains {
                $0.contains("Brev: Din anmodning om aktindsigt tager længere tid")
            })
    }

    @Test("each of these is for those who read journals")
    func access() throws {
        try Self.ask(house, ref, on: house.today)
        let readers: Set<Role> = [.consultant, .medical, .visitator, .leader]
        try request.expectOnly(readers)
        try ActTrial(AnswerRecords.self, in: house, on: ref).expectOnly(readers)
        try ActTrial(DelayRecords.self, in: house, on: ref).expectOnly(readers)
        try ActTrial(WithholdEntry.self, in: house, on: ref).expectOnly(readers)
    }
}
