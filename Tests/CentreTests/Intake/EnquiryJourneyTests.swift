import Domain
import HTTP
import SQLite
import Testing

@testable import Centre

@Suite("A citizen asks for help and comes back")
struct EnquiryJourneyTests {
    private func answered(_ house: TestCentre, from source: String = "192.0.2.1") throws -> Visitor
    {
        let citizen = Visitor(house, from: source)
        try citizen.get("/faa-hjaelp/hvem").post("/faa-hjaelp/hvem", [("hvem", "selv")])
        try citizen.post("/faa-hjaelp/alder", [("alder", "18")])
        try citizen.post(
            "/faa-hjaelp/situation", [("oenske", "behandling"), ("besked", "Jeg <vil> gerne")])
        try citizen.post(
            "/faa-hjaelp/kontakt",
            [("kontakt", "ring"), ("telefon", "+45 20304050"), ("kaldenavn", "Bo")])
        return citizen
    }

    @Test("five pages, a check, a receipt with a code and the last day")
    func theWholeWay() throws {
        let house = try TestCentre()
        let citizen = try answered(house)
        #expect(citizen.address == "/faa-hjaelp/tjek")
        #expect(citizen.page.contains("Jeg &lt;vil&gt; gerne"))
        #expect(citizen.page.contains("Ring 20 30 40 50"))
        #expect(try house.count("care_case") == 0)
        try citizen.post("/faa-hjaelp/tjek", [])
        #expect(citizen.address == "/faa-hjaelp/kvittering")
        #expect(citizen.title == "Kvittering – Fjorten")
        #expect(citizen.page.contains("mandag den 23. november"))
        #expect(citizen.page.contains("senest tirsdag den 10. november"))
        #expect(!citizen.page.contains("20 30 40 50"))
        #expect(try house.count("care_case") == 1)
        #expect(try house.actionsLogged() == ["enquiry-registered"])
    }

    @Test("an empty page comes back with a summary, and what was typed is there")
    func faults() throws {
        let house = try TestCentre()
        let citizen = Visitor(house)
        try citizen.get("/faa-hjaelp/hvem").post("/faa-hjaelp/hvem", [])
        #expect(citizen.status == 422)
        #expect(citizen.title.hasPrefix("Fejl: Trin 1 af 5"))
        #expect(citizen.page.contains("<a href=\"#hvem\">Vælg, hvem du vil have hjælp til</a>"))
        let again = try answered(house)
        try again.get("/faa-hjaelp/kontakt")
        try again.post("/faa-hjaelp/kontakt", [("kontakt", "ring"), ("telefon", "20 30 \"x")])
        #expect(again.status == 422)
        #expect(again.page.contains("value=\"20 30 &quot;x\""))
        #expect(again.text(of: "telefon-fejl") != nil)
        #expect(try again.get("/faa-hjaelp/tjek").address == "/faa-hjaelp/kontakt")
    }

    @Test("an answer changed from the check page leads back to it")
    func changing() throws {
        let citizen = try answered(TestCentre())
        try citizen.get("/faa-hjaelp/alder?ret=ja")
        #expect(citizen.page.contains("href=\"/faa-hjaelp/tjek\">‹ Tilbage"))
        try citizen.post("/faa-hjaelp/alder?ret=ja", [("alder", "15-17")])
        #expect(citizen.address == "/faa-hjaelp/tjek")
        #expect(citizen.page.contains("15-17 år"))
    }

    @Test("sent twice, also at once from two tabs, it is one enquiry with one code")
    func doubleSubmit() throws {
        let house = try TestCentre()
        let citizen = try answered(house)
        let token = try #require(citizen.token)
        try citizen.post("/faa-hjaelp/tjek", [("token", token)])
        let code = citizen.page
        try citizen.post("/faa-hjaelp/tjek", [("token", token)])
        #expect(citizen.page == code)
        try citizen.get("/faa-hjaelp/kontakt")
        #expect(citizen.address == "/faa-hjaelp/kvittering")
        #expect(try house.count("care_case") == 1)
        #expect(try house.count("receipt_code") == 1)
    }

    @Test("another site's form, a wrong token and a stranger's draft change nothing")
    func foreignForms() throws {
        let house = try TestCentre()
        let citizen = try answered(house)
        let token = try #require(citizen.token)
        try citizen.post("/faa-hjaelp/tjek", [("token", "forkert")])
        #expect(citizen.status == 403)
        try citizen.post(
            "/faa-hjaelp/tjek", [("token", token)], headers: [("Sec-Fetch-Site", "cross-site")])
        #expect(citizen.status == 403)
        try citizen.post("/faa-hjaelp/alder", [("token", "forkert"), ("alder", "under-15")])
        #expect(citizen.status == 403)
        let stranger = Visitor(house)
        try stranger.post("/faa-hjaelp/tjek", [("token", token)])
        #expect(stranger.address == "/faa-hjaelp?kladde=vaek")
        #expect(try house.count("care_case") == 0)
        #expect(try citizen.get("/faa-hjaelp/tjek").page.contains("18 år eller mere"))
    }

    @Test("after an hour the draft is gone, and the page says so kindly")
    func forgotten() throws {
        let house = try TestCentre()
        let citizen = try answered(house)
        house.wait(minutes: 61)
        try citizen.get("/faa-hjaelp/tjek")
        #expect(citizen.address == "/faa-hjaelp?kladde=vaek")
        #expect(citizen.page.contains("Vi har ikke dine svar mere"))
    }

    @Test("the receipt is shown for half an hour, then never again")
    func receiptOnce() throws {
        let house = try TestCentre()
        let citizen = try answered(house)
        try citizen.post("/faa-hjaelp/tjek", [])
        house.wait(minutes: 29)
        #expect(try citizen.get("/faa-hjaelp/kvittering").page.contains("Din kode"))
        house.wait(minutes: 2)
        #expect(
            try citizen.get("/faa-hjaelp/kvittering").page.contains("Koden vises kun én gang"))
        #expect(try Visitor(house).get("/faa-hjaelp/kvittering").status == 200)
    }

    @Test("leaving forgets everything and leads away")
    func leaving() throws {
        let house = try TestCentre()
        let citizen = try answered(house)
        try citizen.get("/forlad")
        #expect(citizen.status == 303)
        #expect(citizen.response.headers["Location"]?.hasPrefix("https://") == true)
        #expect(citizen.cookies.isEmpty)
        #expect(try house.count("draft") == 0)
    }

    @Test("the cookie is for this host alone, out of reach of scripts and other sites")
    func cookie() throws {
        let citizen = Visitor(try TestCentre())
        #expect(try citizen.get("/").cookies.isEmpty)
        #expect(try citizen.get("/faa-hjaelp").cookies.isEmpty)
        let answer = try citizen.house.answer(
            .init(.post, "/faa-hjaelp/hvem", form: .init([("hvem", "selv")])))
        let cookie = try #require(answer.headers["Set-Cookie"])
        #expect(cookie.hasPrefix("__Host-kladde="))
        for part in ["Secure", "HttpOnly", "SameSite=Strict", "Path=/"] {
            #expect(cookie.contains("; \(part)"))
        }
        #expect(!cookie.contains("Domain"))
    }
}

@Suite("A citizen comes back with her code")
struct OwnAppointmentJourneyTests {
    private func code(_ house: TestCentre) throws -> String {
        let citizen = Visitor(house)
        try citizen.post("/faa-hjaelp/hvem", [("hvem", "selv")])
        try citizen.post("/faa-hjaelp/situation", [("oenske", "behandling")])
        try citizen.post("/faa-hjaelp/kontakt", [("kontakt", "selv"), ("kaldenavn", "Bo")])
        try citizen.post("/faa-hjaelp/tjek", [])
        let words = citizen.page.matches(of: #/<span>([a-z]+)<\/span>/#).map { String($0.1) }
        try #require(words.count == 4)
        return words.joined(separator: " ")
    }

    @Test("she sees when it came, the last day and her time, and nothing she wrote")
    func rightCode() throws {
        let house = try TestCentre()
        let code = try code(house)
        let citizen = Visitor(house)
        try citizen.get("/se-din-aftale")
        try citizen.post("/se-din-aftale", [("kode", code.uppercased())])
        #expect(citizen.address == "/se-din-aftale/aftale")
        #expect(citizen.title == "Min aftale – Fjorten")
        #expect(citizen.page.contains("mandag den 9. november 2026"))
        #expect(citizen.page.contains("mandag den 23. november 2026"))
        #expect(citizen.page.contains("Du har ingen tid lige nu"))
        #expect(!citizen.page.contains("Bo"))
        #expect(try house.actionsLogged() == ["enquiry-registered", "receipt-read"])
        house.wait(minutes: 16)
        #expect(try citizen.get("/se-din-aftale/aftale").address == "/se-din-aftale")
    }

    @Test("a booked time is shown with day and hour")
    func bookedTime() throws {
        let house = try TestCentre()
        let code = try code(house)
        let (cases, audit, now) = (house.centre.cases, house.centre.audit, TestCentre.monday)
        try house.centre.writer.perform { db in
            let ref = try #require(try cases.find(CaseNumber(year: 2026, serial: 1), in: db))
            try CaseActs(cases: cases, audit: audit).offer(
                ref, startsAt: .init(day: now.day.adding(days: 3), hour: 10, minute: 0),
                as: .init(actor: .system, now: now), in: db)
        }
        let citizen = Visitor(house)
        try citizen.post("/se-din-aftale", [("kode", code)])
        #expect(citizen.page.contains("torsdag den 12. november kl. 10.00"))
    }

    @Test("a wrong code opens nothing, tells nothing, and comes back as typed")
    func wrongCode() throws {
        let house = try TestCentre()
        _ = try code(house)
        let citizen = Visitor(house)
        try citizen.post("/se-din-aftale", [("kode", "lampe violin sommer \"sne")])
        #expect(citizen.status == 422)
        #expect(citizen.page.contains("Vi kan ikke finde koden"))
        #expect(citizen.page.contains("value=\"lampe violin sommer &quot;sne\""))
        #expect(try citizen.get("/se-din-aftale/aftale").address == "/se-din-aftale")
        try citizen.post("/se-din-aftale", [("kode", " ")])
        #expect(citizen.page.contains("Skriv de fire ord i din kode"))
    }

    @Test("after five wrong codes even the right one waits a quarter of an hour, there alone")
    func fiveTries() throws {
        let house = try TestCentre()
        let code = try code(house)
        let guesser = Visitor(house, from: "198.51.100.7")
        for _ in 0..<5 {
            try guesser.post("/se-din-aftale", [("kode", "lampe violin sommer sne")])
        }
        try guesser.post("/se-din-aftale", [("kode", code)])
        #expect(guesser.page.contains("Vent 15 minutter, før du prøver igen"))
        try #expect(
            Visitor(house, from: "198.51.100.8").post("/se-din-aftale", [("kode", code)]).address
                == "/se-din-aftale/aftale")
        house.wait(minutes: 15)
        #expect(
            try guesser.post("/se-din-aftale", [("kode", code)]).address
                == "/se-din-aftale/aftale")
    }
}

@Suite("The public pages")
struct PublicPagesTests {
    @Test("every information page is there, and /was leads to the municipality's statement")
    func pages() throws {
        let house = try TestCentre()
        let citizen = Visitor(house)
        for path in ["/"] + InformationPage.allCases.map(\.path) {
            try citizen.get(path)
            #expect(citizen.status == 200, "\(path)")
            #expect(citizen.page.contains("Lyngby-Taarbæk Kommune"), "\(path)")
            #expect(citizen.cookies.isEmpty, "\(path)")
        }
        try citizen.get("/was")
        #expect(citizen.response.headers["Location"]?.contains("was.digst.dk") == true)
        try citizen.get("/findes-ikke")
        #expect(citizen.status == 404)
    }
}
