import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("A citizen asks for help and comes back")
struct EnquiryJourneyTests {
    private func answered(_ house: TestHouse, from source: String = "192.0.2.1") throws -> Visitor {
        let citizen = try Visitor(house, from: source)
        try citizen.visit("/faa-hjaelp/hvem").send([("hvem", "selv")], to: "/faa-hjaelp/hvem")
        try citizen.send([("alder", "18")], to: "/faa-hjaelp/alder")
        try citizen.send(
            [("oenske", "behandling"), ("besked", "Jeg <vil> gerne")], to: "/faa-hjaelp/situation")
        try citizen.send(
            [("kontakt", "ring"), ("telefon", "+45 20304050"), ("kaldenavn", "Bo")],
            to: "/faa-hjaelp/kontakt")
        return citizen
    }

    @Test("five pages, a check, a receipt with a code and the last day")
    func theWholeWay() throws {
        let house = try TestHouse(at: HouseFiles.monday)
        let citizen = try answered(house)
        #expect(citizen.address == "/faa-hjaelp/tjek")
        #expect(citizen.page.contains("Jeg &lt;vil&gt; gerne"))
        #expect(citizen.page.contains("Ring 20 30 40 50"))
        #expect(try house.rowCount("care_case") == 0)
        try citizen.send(to: "/faa-hjaelp/tjek")
        #expect(citizen.address == "/faa-hjaelp/kvittering")
        #expect(citizen.title == "Kvittering – Fjorten")
        #expect(citizen.page.contains("mandag den 23. november"))
        #expect(citizen.page.contains("senest tirsdag den 10. november"))
        #expect(!citizen.page.contains("20 30 40 50"))
        #expect(try house.rowCount("care_case") == 1)
        #expect(try house.actionsLogged() == ["enquiry-registered"])
    }

    @Test("an empty page comes back with a summary, and what was typed is there")
    func faults() throws {
        let house = try TestHouse(at: HouseFiles.monday)
        let citizen = try Visitor(house)
        try citizen.visit("/faa-hjaelp/hvem").send(to: "/faa-hjaelp/hvem")
        #expect(citizen.status == 422)
        #expect(citizen.title.hasPrefix("Fejl: Trin 1 af 5"))
        #expect(citizen.page.contains("<a href=\"#hvem\">Vælg, hvem du vil have hjælp til</a>"))
        let again = try answered(house)
        try again.visit("/faa-hjaelp/kontakt")
        try again.send([("kontakt", "ring"), ("telefon", "20 30 \"x")], to: "/faa-hjaelp/kontakt")
        #expect(again.status == 422)
        #expect(again.page.contains("value=\"20 30 &quot;x\""))
        #expect(again.answer.words(of: "telefon-fejl") != nil)
        #expect(try again.visit("/faa-hjaelp/tjek").address == "/faa-hjaelp/kontakt")
    }

    @Test("an answer changed from the check page leads back to it")
    func changing() throws {
        let citizen = try answered(TestHouse(at: HouseFiles.monday))
        try citizen.visit("/faa-hjaelp/alder?ret=ja")
        #expect(citizen.page.contains("href=\"/faa-hjaelp/tjek\">‹ Tilbage"))
        try citizen.send([("alder", "15-17")], to: "/faa-hjaelp/alder?ret=ja")
        #expect(citizen.address == "/faa-hjaelp/tjek")
        #expect(citizen.page.contains("15-17 år"))
    }

    @Test("sent twice, also at once from two tabs, it is one enquiry with one code")
    func doubleSubmit() throws {
        let house = try TestHouse(at: HouseFiles.monday)
        let citizen = try answered(house)
        let token = try #require(citizen.answer.hidden("token"))
        try citizen.send([("token", token)], to: "/faa-hjaelp/tjek")
        let code = citizen.page
        try citizen.send([("token", token)], to: "/faa-hjaelp/tjek")
        #expect(citizen.page == code)
        try citizen.visit("/faa-hjaelp/kontakt")
        #expect(citizen.address == "/faa-hjaelp/kvittering")
        #expect(try house.rowCount("care_case") == 1)
        #expect(try house.rowCount("receipt_code") == 1)
    }

    @Test("another site's form, a wrong token and a stranger's draft change nothing")
    func foreignForms() throws {
        let house = try TestHouse(at: HouseFiles.monday)
        let citizen = try answered(house)
        let token = try #require(citizen.answer.hidden("token"))
        try citizen.send([("token", "forkert")], to: "/faa-hjaelp/tjek")
        #expect(citizen.status == 403)
        citizen.headers = [("Sec-Fetch-Site", "cross-site")]
        try citizen.send([("token", token)], to: "/faa-hjaelp/tjek")
        #expect(citizen.status == 403)
        citizen.headers = []
        try citizen.send([("token", "forkert"), ("alder", "under-15")], to: "/faa-hjaelp/alder")
        #expect(citizen.status == 403)
        let stranger = try Visitor(house)
        try stranger.send([("token", token)], to: "/faa-hjaelp/tjek")
        #expect(stranger.address == "/faa-hjaelp?kladde=vaek")
        #expect(try house.rowCount("care_case") == 0)
        #expect(try citizen.visit("/faa-hjaelp/tjek").page.contains("18 år eller mere"))
    }

    @Test("after an hour the draft is gone, and the page says so kindly")
    func forgotten() throws {
        let house = try TestHouse(at: HouseFiles.monday)
        let citizen = try answered(house)
        house.time.advance(minutes: 61)
        try citizen.visit("/faa-hjaelp/tjek")
        #expect(citizen.address == "/faa-hjaelp?kladde=vaek")
        #expect(citizen.page.contains("Vi har ikke dine svar mere"))
    }

    @Test("the receipt is shown for half an hour, then never again")
    func receiptOnce() throws {
        let house = try TestHouse(at: HouseFiles.monday)
        let citizen = try answered(house)
        try citizen.send(to: "/faa-hjaelp/tjek")
        house.time.advance(minutes: 29)
        #expect(try citizen.visit("/faa-hjaelp/kvittering").page.contains("Din kode"))
        house.time.advance(minutes: 2)
        #expect(
            try citizen.visit("/faa-hjaelp/kvittering").page.contains("Koden vises kun én gang"))
        #expect(try Visitor(house).get("/faa-hjaelp/kvittering").status == 200)
    }

    @Test("leaving forgets everything and leads away")
    func leaving() throws {
        let house = try TestHouse(at: HouseFiles.monday)
        let citizen = try answered(house)
        try citizen.visit("/forlad")
        #expect(citizen.status == 303)
        #expect(citizen.answer.location?.hasPrefix("https://") == true)
        #expect(citizen.cookies.isEmpty)
        #expect(try house.rowCount("draft") == 0)
    }

    @Test("the cookie is for this host alone, out of reach of scripts and other sites")
    func cookie() throws {
        let citizen = try Visitor(TestHouse(at: HouseFiles.monday))
        #expect(try citizen.visit("/").cookies.isEmpty)
        #expect(try citizen.visit("/faa-hjaelp").cookies.isEmpty)
        let answer = try citizen.post("/faa-hjaelp/hvem", [("hvem", "selv")])
        let cookie = try #require(answer["Set-Cookie"])
        #expect(cookie.hasPrefix("__Host-kladde="))
        for part in ["Secure", "HttpOnly", "SameSite=Strict", "Path=/"] {
            #expect(cookie.contains("; \(part)"))
        }
        #expect(!cookie.contains("Domain"))
    }
}
