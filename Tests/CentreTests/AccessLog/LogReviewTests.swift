import Domain
import Records
import SQLite
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Looking through the access log")
struct LogReviewTests {
    let house: TestHouse
    let ref: CaseRef
    let auditor: Visitor

    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 3, name: Secret.name, phone: Secret.phone)
        auditor = try Visitor(house, as: .auditor)
    }

    func read(_ times: Int, as role: Role = .consultant) throws {
        let client = try Visitor(house, as: role)
        for _ in 0..<times { _ = try client.get("/sager/\(ref.number)") }
    }

    /// Draws a sample as the page's form does; answers with its address.
    func draw(as client: Visitor) throws -> String {
        let page = try client.get("/adgangslog/stikproeve")
        let answer = try client.post(
            "/adgangslog/stikproeve",
            [
                ("id", page.hidden("id") ?? ""),
                ("fra", "i dag"), ("til", "i dag"),
            ])
        return answer.location ?? answer.text
    }

    func lines(_ page: TestAnswer) -> [String] {
        Array(Set(page.text.matches(of: /name="(linje-\d+)"/).map { String($0.1) })).sorted()
    }

    @Test("shows who did what to which case, names no citizen, and is itself in the log")
    func page() throws {
        try read(1)
        let page = try auditor.get("/adgangslog")
        #expect(page.status == 200)
        #expect(page.text.contains("Consultant Medarbejder"))
        #expect(page.text.contains("åbnede en sag") && page.text.contains("\(ref.number)"))
        for secret in Secret.all { #expect(!page.text.contains(secret)) }
        #expect(try house.logCount(.logRead) == 1)
    }

    @Test("says to which member of staff it was done, and what")
    func staffActs() throws {
        let admin = try Visitor(house, as: .administrator)
        _ = try admin.post(
            "/administration/brugere",
            [
                ("login", "ida"), ("navn", "Ida Ny"), ("rolle", "consultant"),
                ("ny-adgangskode", "fire-gode-ord-her"),
            ])
        _ = try admin.post(
            "/administration/brugere/ida/adgangskode",
            [("ny-adgangskode", "fire-nye-ord-her")])
        _ = try admin.post("/administration/brugere/ida/luk")
        let lines = try auditor.get("/adgangslog").rows(of: "log")
        for what in [
            "tilføjede brugeren Ida Ny", "gav brugeren Ida Ny ny adgangskode",
            "lukkede for brugeren Ida Ny",
        ] {
            #expect(lines.contains { $0.contains("Administrator Medarbejder \(what)") }, "\(what)")
        }
        #expect(lines.contains { $0.contains("Systemet tilføjede brugeren Leader Medarbejder") })
    }

    @Test("goes on saying what an older house wrote")
    func olderWord() throws {
        #expect(house.records.plan.action("staff-changed")?.words == "ændrede en bruger")
        let (audit, ref, now) = (house.records.audit, ref, house.now)
        try house.perform { db in
            let older = AuditAction("case-written", "")
            try audit.record(older, by: .system, cases: [ref], at: now, in: db)
        }
        #expect(
            try auditor.get("/adgangslog").rows(of: "log").contains {
                $0.contains("Systemet skrev i en sag")
            })
    }

    @Test("can be asked for a person, an act, a case and a period")
    func filter() throws {
        try read(2)
        let consultant = try house.member(.consultant).id.rawValue
        func rows(_ query: String) throws -> Int {
            try auditor.get("/adgangslog?\(query)").rows(of: "log").count
        }
        #expect(try rows("bruger=\(consultant)") == 2)
        #expect(try rows("handling=case-read") == 2)
        #expect(try rows("sag=\(ref.number)") == 3)
        #expect(try rows("sag=1999-0001") == 0)
        #expect(try rows("fra=i+morgen&til=i+morgen") == 0)
        house.time.advance(days: 8)
        let later = try Visitor(house, as: .auditor)
        #expect(try !later.get("/adgangslog").text.contains("åbnede en sag"))
        #expect(
            try later.get("/adgangslog?fra=12-11-2026&til=12-11-2026").text
                .contains("åbnede en sag</td>"))
        let wrong = try later.get("/adgangslog?sag=hej")
        #expect(wrong.status == 422 && wrong.text.contains("Skriv sagsnummeret som 2026-0407"))
    }

    @Test("goes on page by page, without a line twice or left out")
    func pages() throws {
        try read(LogReview.linesMax + 20)
        let first = try auditor.get("/adgangslog?handling=case-read").text
        #expect(first.matches(of: /åbnede en sag<\/td>/).count == LogReview.linesMax)
        let link = try #require(first.firstMatch(of: /rel="next" href="([^"]*)"/))
        let second = try auditor.get(String(link.1).replacing("&amp;", with: "&")).text
        #expect(second.matches(of: /åbnede en sag<\/td>/).count == 20)
        #expect(!second.contains("rel=\"next\""))
    }

    @Test("a sample is drawn, judged line by line and signed; then nothing of it changes")
    func sample() throws {
        try read(3)
        let address = try draw(as: auditor)
        let page = try auditor.get(address)
        let names = lines(page)
        #expect(names.count == 4, "three readings and the enquiry")

        let early = try auditor.post(address, [(names[0], "look"), ("underskriv", "ja")])
        #expect(early.status == 422)
        #expect(early.text.contains("3 linjer mangler en vurdering"))
        #expect(early.text.contains("1 af 4"), "what was judged is kept")

        let all = names.dropFirst().map { ($0, "fine") }
        #expect(try auditor.post(address, Array(all)).status == 303)
        #expect(try auditor.get(address).text.contains("4 af 4"))
        #expect(try auditor.post(address, [("underskriv", "ja")]).status == 303)
        let signed = try auditor.get(address).text
        #expect(signed.contains("Auditor Medarbejder, ") && signed.contains("Undersøg</span>"))
        #expect(!signed.contains("Afslut og underskriv"))
        #expect(try house.logCount(.logSampleSigned) == 1)

        _ = try auditor.post(address, [(names[0], "fine")])
        #expect(try auditor.get(address).text.contains("Undersøg</span>"))
        #expect(throws: SQLiteError.self) {
            try house.perform { db in
                try db.run("UPDATE log_sample_entry SET judgement = 'fine'")
            }
        }
    }

    @Test("nobody judges her own lines, and a sample sent twice is one")
    func ownLines() throws {
        try read(3, as: .leader)
        let leader = try Visitor(house, as: .leader)
        let address = try draw(as: leader)
        #expect(lines(try leader.get(address)).count == 1, "only the reception's enquiry")
        let id = String(address.split(separator: "/").last ?? "")
        let again = try leader.post(
            "/adgangslog/stikproeve",
            [
                ("id", id), ("fra", "i dag"),
                ("til", "i dag"),
            ])
        #expect(again.location == address)
        #expect(try house.logCount(.logSampled) == 1)
        house.time.advance(days: 2)
        let client = try Visitor(house, as: .leader)
        #expect(try draw(as: client).contains("Ingen andre har åbnet en sag i perioden"))
    }
}
