import Domain
import HTTP
import Records
import SQLite
import Testing

@testable import Centre
@testable import TestHouse

@Suite("What guests may fill")
struct GuestBrakesTests {
    let house: TestHouse

    init() throws { house = try TestHouse(at: HouseFiles.monday) }

    private func begin(from source: String) throws -> Visitor {
        let guest = try Visitor(house, from: source)
        try guest.send([("hvem", "selv")], to: "/faa-hjaelp/hvem")
        return guest
    }

    private func fillIn(_ guest: Visitor) throws {
        try guest.visit("/faa-hjaelp/alder").send([("alder", "18")], to: "/faa-hjaelp/alder")
        try guest.send([("oenske", "behandling")], to: "/faa-hjaelp/situation")
        try guest.send([("kontakt", "selv")], to: "/faa-hjaelp/kontakt")
    }

    @Test(
        "twenty drafts wait from one household; the next is told to ring, and other households are not touched"
    )
    func drafts() throws {
        for _ in 1...20 { #expect(try begin(from: "192.0.2.1").status == 200) }
        let late = try begin(from: "192.0.2.1")
        #expect(late.status == 429)
        #expect(late.answer["Retry-After"] == "600")
        #expect(late.page.contains("tel:"))
        #expect(try begin(from: "192.0.2.2").status == 200)
        #expect(try house.rowCount("draft") == 21)
        // Their hour over, there is room again.
        house.time.advance(minutes: 61)
        #expect(try begin(from: "192.0.2.1").status == 200)
    }

    @Test("all guests together have a ceiling, which expires, and a /48 is four households")
    func ceilings() throws {
        let brakes = GuestBrakes()
        func admits(_ number: Int, _ address: String, at now: Instant) throws -> Bool {
            brakes.admits(
                draft: Array("\(number)".utf8), from: try #require(ClientAddress(address)), at: now)
        }
        let now = house.now
        var count = 0
        for number in 0..<200
        where try admits(number, "2001:db8:1:\(String(number << 8, radix: 16))::1", at: now) {
            count += 1
        }
        #expect(count == 80)
        for number in 0..<GuestBrakes.draftsInAll {
            _ = try admits(1_000 + number, "10.\(number / 250).\(number % 250).1", at: now)
        }
        #expect(try !admits(99, "192.0.2.9", at: now))
        #expect(try admits(99, "192.0.2.9", at: Instant(seconds: now.seconds + 3_601)))
    }

    @Test(
        "ten enquiries of one household, then she is told to ring; her answers stay, and go through later"
    )
    func registrations() throws {
        for _ in 1...10 {
            let guest = try begin(from: "192.0.2.1")
            try fillIn(guest)
            try guest.send(to: "/faa-hjaelp/tjek")
            #expect(guest.address == "/faa-hjaelp/kvittering")
        }
        let late = try begin(from: "192.0.2.1")
        try fillIn(late)
        #expect(late.address == "/faa-hjaelp/tjek")
        let refused = try late.post("/faa-hjaelp/tjek")
        #expect(refused.status == 429)
        #expect(refused["Retry-After"] == "360")
        #expect(refused.text.contains("Vi gemmer dine svar i 60 minutter"))
        #expect(refused.text.contains("tel:"))
        #expect(try house.rowCount("care_case") == 10)
        let other = try begin(from: "192.0.2.2")
        try fillIn(other)
        try other.send(to: "/faa-hjaelp/tjek")
        #expect(other.address == "/faa-hjaelp/kvittering")
        house.time.advance(minutes: 6)
        try late.visit("/faa-hjaelp/tjek").send(to: "/faa-hjaelp/tjek")
        #expect(late.address == "/faa-hjaelp/kvittering")
        #expect(try house.rowCount("care_case") == 12)
    }

    @Test("pressing Send twice takes one turn, and one that is not complete takes none")
    func turnsGivenBack() throws {
        let guest = try begin(from: "192.0.2.1")
        for _ in 1...30 { try guest.post("/faa-hjaelp/tjek") }
        try fillIn(guest)
        for _ in 1...30 { #expect(try guest.post("/faa-hjaelp/tjek").status == 303) }
        #expect(try house.rowCount("care_case") == 1)
    }

    @Test("a flood of enquiries is told on the queue and at operations, and turns nobody away")
    func flood() throws {
        let brakes = house.centre.services.guestBrakes
        let guest = try #require(ClientAddress("192.0.2.1"))
        for _ in 1...GuestBrakes.alarmInAnHour { brakes.sent(true, from: guest, at: house.now) }
        let reception = try Visitor(house, as: .reception)
        #expect(!(try reception.get("/henvendelser").text.contains("id=\"mange\"")))
        brakes.sent(true, from: guest, at: house.now)
        #expect(try reception.get("/henvendelser").text.contains("Usædvanligt mange henvendelser"))
        let operations = try Visitor(house, as: .administrator).get("/drift").text
        #expect(operations.contains("61 henvendelser fra hjemmesiden den seneste time"))
        house.time.advance(minutes: 61)
        #expect(brakes.flood(at: house.now) == nil)
    }

    @Test("a message that is too long comes back whole, and is kept nowhere")
    func tooLong() throws {
        let guest = try begin(from: "192.0.2.1")
        try guest.visit("/faa-hjaelp/situation")
        let before = try draftBytes()
        let long = String(repeating: "æ", count: 20_000)
        let answer = try guest.post(
            "/faa-hjaelp/situation", [("oenske", "behandling"), ("besked", long)])
        #expect(answer.status == 422)
        #expect(answer.text.contains(long))
        #expect(answer.text.contains("Skriv højst 5.000 tegn") || answer.text.contains("højst"))
        #expect(try draftBytes() == before)
    }

    private func draftBytes() throws -> Int {
        try house.perform { db in
            try db.firstRow("SELECT sum(length(body)) FROM draft", []) { $0.int(0) } ?? 0
        }
    }

    @Test("a queue that somebody fills is shown in pages, and only the cases of a page are opened")
    func pages() throws {
        let count = Queue.openedMax + 20
        for _ in 1...count { try house.enquiry(isAnonymous: true) }
        let reception = try Visitor(house, as: .reception)
        func cases(_ text: String) -> Set<String> {
            Set(text.matches(of: /href="\/henvendelser\/(2026-\d+)"/).map { String($0.1) })
        }
        func namedInLog() throws -> Int {
            try house.perform { db in
                try db.firstRow(
                    """
                    SELECT count(*) FROM audit_subject_case
                    WHERE subject_id = (SELECT subject FROM audit_entry ORDER BY seq DESC LIMIT 1)
                    """, []
                ) { $0.int(0) } ?? 0
            }
        }
        let first = try reception.get("/henvendelser").text
        #expect(cases(first).count == Queue.linesOnAPage)
        #expect(try namedInLog() == Queue.linesOnAPage)
        #expect(first.utf8.count < 200_000)
        let second = try reception.get("/henvendelser?side=2").text
        #expect(cases(first).isDisjoint(with: cases(second)))
        #expect(
            cases(try reception.get("/henvendelser?side=99").text).count == count
                % Queue.linesOnAPage)
        let overview = try reception.get("/overblik?vis=alle").text
        #expect(overview.utf8.count < 400_000)
    }
}
