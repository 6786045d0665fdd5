import Domain
import HTTP
import Records
import SQLite
import Testing

@testable import Centre
@testable import TestHouse

@Suite("What is refused leaves a trace")
struct RefusalLogTests {
    let house: TestHouse

    init() throws { house = try TestHouse() }

    /// Every line is on disk: they are written without anybody waiting.
    private func count(_ action: AuditAction) throws -> Int { try house.logCount(action) }

    @Test("a page her role does not open: a line with her name, once in ten minutes")
    func pages() throws {
        let reception = try Visitor(house, as: .reception)
        for _ in 1...50 { #expect(try reception.get("/administration/brugere").status == 404) }
        #expect(try count(.pageRefused) == 1)
        let actor = try house.perform { db in
            try db.firstRow("SELECT actor FROM audit_entry ORDER BY seq DESC LIMIT 1", []) {
                $0.integer(0)
            }
        }
        #expect(actor == (try house.member(.reception).id.rawValue))
        house.time.advance(minutes: 10)
        try reception.get("/administration/brugere")
        #expect(try count(.pageRefused) == 2)
        let page = try Visitor(house, as: .auditor).get("/adgangslog").text
        #expect(page.contains("fik ikke lov at se en side"))
    }

    @Test("forms with a wrong token or from another site")
    func forms() throws {
        let reception = try Visitor(house, as: .reception)
        #expect(
            try reception.post("/henvendelser/ny", [("token", "forkert"), ("navn", "x")]).status
                == 403)
        #expect(try count(.formRefused) == 1)
        let guest = try Visitor(house)
        guest.headers = [("Sec-Fetch-Site", "cross-site")]
        for _ in 1...20 { #expect(try guest.post("/faa-hjaelp/hvem").status == 403) }
        #expect(try count(.formRefused) == 2, "one line for all strangers")
    }

    @Test(
        "strangers who guess for an hour, from everywhere and at every name, write a bounded number of lines"
    )
    func swelling() throws {
        let before = try house.rowCount("audit_entry")
        for number in 0..<600 {
            let guest = try Visitor(house, from: "10.2.\(number / 200).\(number % 200)")
            try guest.send([("kode", "lampe violin sommer sne")], to: "/se-din-aftale")
            house.centre.web.refusals.noteWrongPassword(of: nil, at: house.now)
            house.centre.web.refusals.noteWrongPassword(
                of: try house.member(.leader), at: house.now)
            house.time.advance(seconds: 6)
        }
        // Six windows of each kind, and the paces of strangers and of one login.
        #expect(try house.rowCount("audit_entry") - before <= 6 + 6 + 11 + 35 + 4)
        #expect(try count(.codeRefused) >= 6)
        let counts = house.centre.web.refusals.takeCounts(
            at: Instant(seconds: house.now.seconds + 600))
        #expect((counts[.code] ?? 0) > 0)
    }

    @Test("opening many cases in an hour stands on the leader's first page at once, and only there")
    func manyCases() throws {
        let refs = try (1...21).map { _ in try house.enquiry(isAnonymous: true) }
        let consultant = try Visitor(house, as: .consultant)
        let leader = try Visitor(house, as: .leader)
        for ref in refs.dropLast() { try consultant.get("/sager/\(ref.number)") }
        #expect(!(try leader.get("/overblik").text.contains("mange-opslag")))
        // The same case again is no other case.
        try consultant.get("/sager/\(refs[0].number)")
        #expect(!(try leader.get("/overblik").text.contains("mange-opslag")))
        try consultant.get("/sager/\(refs[20].number)")
        let page = try leader.get("/overblik").text
        #expect(page.contains("Consultant Medarbejder åbnede 21 sager på en time"))
        #expect(!(try consultant.get("/overblik").text.contains("mange-opslag")))
        let link = try #require(page.firstMatch(of: /href="(\/adgangslog\?bruger=[^"]*)"/)?.1)
        #expect(try leader.get(String(link).replacing("&amp;", with: "&")).status == 200)
        house.time.advance(minutes: 24 * 60)
        #expect(house.centre.web.readingWatch.alarms(at: house.now) == [])
    }
}
