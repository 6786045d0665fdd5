import Domain
import Records
import SQLite
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Why a case that ended long ago is opened")
struct ReadingReasonTests {
    static let typed = "Søsteren har ringet & spurgt <igen>"

    let house: TestHouse
    let ref: CaseRef
    let leader: Visitor

    /// A consultant was responsible; it ended so many days ago.
    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(
            daysAgo: ReadingReason.freeDays + 1, wish: .advice, name: Secret.name,
            phone: Secret.phone, text: Secret.words)
        let ref = ref
        try house.act(.consultant, TakeCase(), on: ref)
        try house.act(.consultant, EndCase(ending: .closing), on: ref)
        leader = try Visitor(house, as: .leader)
    }

    var address: String { "/sager/\(ref.number)" }

    func answer(
        _ client: Visitor, _ asked: TestAnswer, _ fields: [(String, String)]
    ) throws -> TestAnswer {
        let hidden = ["videre", "gemt"].compactMap { name in
            asked.hidden(name).map { (name, $0) }
        }
        return try client.post(
            "\(address)/hvorfor", hidden + fields)
    }

    @Test("is asked before anything of it is shown, and stands sealed beside every reading")
    func asked() throws {
        let before = try house.logCount(of: ref)
        let asked = try leader.get("\(address)?vis=alt")
        #expect(asked.status == 200)
        #expect(asked.text.contains("Hvorfor åbner du sag \(ref.number)?"))
        for secret in Secret.all { #expect(!asked.text.contains(secret)) }
        #expect(try house.logCount(of: ref) == before, "nothing was read")

        let led = try answer(leader, asked, [("grund", "access-or-complaint")])
        #expect(led.location == "\(address)?vis=alt")
        for _ in 1...2 {
            #expect(try leader.get(address).text.contains(Secret.name))
        }
        let auditor = try Visitor(house, as: .auditor)
        let log = try auditor.get("/adgangslog?handling=case-read").text
        #expect(log.matches(of: /">Klage eller anmodning om aktindsigt<\/td>/).count == 2)
        #expect(
            try house.perform { db in
                try db.rows("SELECT reason FROM audit_entry WHERE reason NOT NULL") {
                    $0.blob(0)
                }
            }.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("aktindsigt") })
        #expect(try house.logCount(of: ref) == before + 3, "and the auditor read the reasons")
    }

    @Test("is asked at the enquiry's page too, and again in the next session")
    func eachSession() throws {
        let visitator = try Visitor(house, as: .visitator)
        let place = "/henvendelser/\(ref.number)"
        let asked = try visitator.get(place)
        #expect(!asked.text.contains(Secret.dialled))
        #expect(try answer(visitator, asked, [("grund", "quality")]).location == place)
        #expect(try visitator.get(place).text.contains(Secret.dialled))
        let next = try Visitor(house, as: .visitator)
        #expect(try next.get(place).text.contains("Hvorfor åbner du sag"))
    }

    @Test("is not asked of whoever was responsible, nor while the case is open or newly ended")
    func free() throws {
        let consultant = try Visitor(house, as: .consultant)
        #expect(try consultant.get(address).text.contains(Secret.name))
        let open = try house.enquiry(daysAgo: 300, name: "Grethe Gran")
        #expect(try leader.get("/sager/\(open.number)").text.contains("Grethe Gran"))
        let newly = try house.enquiry(
            daysAgo: ReadingReason.freeDays, wish: .advice, name: "Per Pil")
        try house.act(.consultant, EndCase(ending: .closing), on: newly)
        #expect(try leader.get("/sager/\(newly.number)").text.contains("Per Pil"))
        house.time.advance(days: 1)
        let later = try Visitor(house, as: .leader)
        #expect(try !later.get("/sager/\(newly.number)").text.contains("Per Pil"))
    }

    @Test(
        "without a reason nothing opens, and what was typed comes back",
        arguments: [
            ([], "Vælg en grund"), ([("grund", "fordi")], "Vælg en grund"),
            ([("grund", "other")], "Skriv grunden"),
            (
                [("grund", "other"), ("hvorfor", String(repeating: "æ", count: 201))],
                "Skriv højst 200 tegn"
            ),
        ] as [([(String, String)], String)])
    func wrong(fields: [(String, String)], message: String) throws {
        let refused = try answer(leader, try leader.get(address), fields)
        #expect(refused.status == 422)
        #expect(refused.text.contains(message))
        #expect(refused.hidden("videre") == address)
        if let words = fields.first(where: { $0.0 == "hvorfor" })?.1 {
            #expect(refused.text.contains(words))
        }
        #expect(try !leader.get(address).text.contains(Secret.name))
    }

    @Test("what is written to it without a reason is kept, and sent after the answer")
    func written() throws {
        let note = [
            ("id", "k3j4h"), ("kom", "ja"),
            ("ydelse", "ingen"), ("notat", Self.typed), ("notat-dato", "i dag"),
            ("notat-tid", "0900"),
        ]
        let asked = try leader.post("\(address)/notat", note)
        #expect(asked.status == 403)
        #expect(asked.text.contains("Din tekst er gemt her"))
        #expect(!asked.text.contains("Søsteren"), "sealed on its way")
        let kept = try answer(
            leader, asked, [("grund", "other"), ("hvorfor", "Opkald fra søsteren")])
        #expect(kept.status == 200)
        #expect(kept.text.contains("Du kan nu skrive på sagen"))
        #expect(kept.hidden("notat") == Self.typed)
        #expect(kept.text.contains("action=\"\(address)/notat\""))
        #expect(try leader.post("\(address)/notat", note).location == address)
        #expect(try leader.get(address).text.contains("Søsteren har ringet &amp; spurgt"))
        let next = try Visitor(house, as: .leader)
        #expect(try next.get(address).text.contains(Secret.name), "she has written in it lately")
        let auditor = try Visitor(house, as: .auditor)
        #expect(
            try auditor.get("/adgangslog").text.contains(">Andet: Opkald fra søsteren</td>"))
    }

    @Test("is gone with the case")
    func forgotten() throws {
        _ = try answer(leader, try leader.get(address), [("grund", "correction")])
        _ = try leader.get(address)
        try house.records.erase(ref, by: .system)
        let log = try Visitor(house, as: .auditor).get("/adgangslog").text
        #expect(log.contains(">Slettet med sagen</td>"))
        #expect(!log.contains("Rettelse af noget"))
    }
}
