import Domain
import Foundation
import HTTP
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("A session and its forms")
struct SessionTests {
    static let text = "Har haft 3 dage uden alkohol.\nSover \"bedre\" & <spiser>."

    let house: TestHouse
    let client: Visitor
    let ref: CaseRef

    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 1, name: "Grethe Gran")
        client = try Visitor(house, as: .consultant)
    }

    var note: [(String, String)] { [("besked", Self.text), ("id", "k3j4h"), ("mangler", "")] }

    @Test("ends after fifteen minutes without a click, and after ten hours in any case")
    func limits() throws {
        house.time.advance(minutes: 15)
        #expect(try client.get("/overblik").status == 200)
        house.time.advance(minutes: 16)
        let over = try client.get("/overblik?vis=mine")
        #expect(over.status == 303)
        #expect(over.location == "/log-ind?videre=%2Foverblik%3Fvis%3Dmine")
        let page = try client.get(over.location ?? "")
        #expect(page.text.contains("Du blev logget af efter 15 minutter. Log ind igen."))

        let busy = try Visitor(house, as: .consultant)
        for _ in 1...60 {
            house.time.advance(minutes: 10)
            #expect(try busy.get("/start").status == 303)
            #expect(busy.formToken != nil)
        }
        house.time.advance(minutes: 1)
        #expect(busy.formToken == nil)
    }

    @Test("a clock that is put back gives nobody more time, but for the little that sets it right")
    func clockPutBack() throws {
        house.time.advance(minutes: -1)
        #expect(try client.get("/overblik").status == 200)
        house.time.advance(minutes: -2)
        #expect(try client.get("/overblik").status == 303)
        house.time.advance(minutes: 3)
        #expect(try client.get("/overblik").status == 303)
    }

    @Test("says how many seconds are left")
    func secondsLeft() throws {
        let session = try #require(
            house.centre.web.sessions.session(
                client.cookies[SessionCookie.name] ?? "", at: house.now))
        #expect(session.secondsLeft(at: house.now) == 900)
        #expect(try client.get("/overblik").text.contains("data-seconds=\"900\""))
    }

    @Test("what was typed when the session ran out is kept, shown after the login, and sent again")
    func replay() throws {
        let token = try #require(client.formToken)
        house.time.advance(minutes: 20)
        let address = "/sager/\(ref.number)/notat"
        let refused = try client.post(address, [("token", token)] + note)
        #expect(refused.status == 401)
        #expect(
            refused.text.contains(
                "Du blev logget af efter 15 minutter. Log ind igen. Din tekst er gemt her"))
        var form = carried(refused)
        #expect(!refused.text.contains("3 dage uden"), "nobody reads it before she logs in")

        // A slip of the finger loses nothing either.
        let slip = try client.post(
            "/log-ind", form + [("brugernavn", "consultant"), ("adgangskode", "forkert-kode")])
        #expect(slip.status == 422)
        form = carried(slip)

        let kept = try client.post(
            "/log-ind", form + [("brugernavn", "consultant"), ("adgangskode", TestHouse.password)])
        #expect(kept.status == 200)
        #expect(kept.text.contains("Din tekst er gemt her"))
        #expect(kept.text.contains("action=\"\(address)\""))
        #expect(kept.hidden("besked") == Self.text)
        #expect(kept.hidden("token") == client.formToken)
        #expect(kept.hidden("id") == "k3j4h")
        let before = try house.logCount(of: ref)
        let sent = try client.post(address, carried(kept))
        #expect(sent.status != 401 && sent.status != 403)
        #expect(try house.logCount(of: ref) > before)
    }

    @Test("what one has written, another who logs in at the same desk does not see")
    func anotherPerson() throws {
        let token = try #require(client.formToken)
        house.time.advance(minutes: 20)
        let refused = try client.post(
            "/sager/\(ref.number)/notat", [("token", token)] + note)
        let other = try client.post(
            "/log-ind",
            carried(refused) + [
                ("brugernavn", "leader"), ("adgangskode", TestHouse.password),
            ])
        #expect(other.status == 200)
        #expect(other.text.contains("hører til en anden bruger"))
        #expect(!other.text.contains("3 dage uden"))
        #expect(other.hidden("besked") == nil)
    }

    @Test("what was kept is shown with the words of its page, not the names of its fields")
    func labels() throws {
        let token = try #require(client.formToken)
        house.time.advance(minutes: 20)
        let refused = try client.post(
            "/sager/\(ref.number)/notat",
            [("token", token), ("notat-dato", "12-11-2026"), ("notat", Self.text)])
        let kept = try client.post(
            "/log-ind",
            carried(refused) + [
                ("brugernavn", "consultant"), ("adgangskode", TestHouse.password),
            ])
        #expect(kept.text.contains("<dt>Dato</dt>") && kept.text.contains("<dt>Notat</dt>"))
        #expect(!kept.text.contains("Notat dato"))
    }

    @Test("a form with an old token is given back with a new one, and changes nothing before")
    func oldToken() throws {
        let address = "/sager/\(ref.number)/notat"
        let before = try house.logCount(WriteNote.audit)
        let earlier = try Visitor(house, as: .consultant).formToken ?? ""
        let refused = try client.post(address, [("token", earlier)] + note)
        #expect(refused.status == 403)
        #expect(refused.hidden("besked") == Self.text)
        #expect(refused.hidden("token") == client.formToken)
        #expect(try house.logCount(WriteNote.audit) == before)
        for token in ["gammel", try Visitor(house, as: .leader).formToken ?? ""] {
            let others = try client.post(address, [("token", token)] + note)
            #expect(others.status == 403)
            #expect(!others.text.contains("3 dage uden"), "it is not hers")
        }
    }

    @Test("a form from another site is refused, and nothing of it is given back")
    func elsewhere() throws {
        for headers in [
            [("Sec-Fetch-Site", "cross-site")], [("Sec-Fetch-Site", "same-site")],
            [("Origin", "https://ond.example"), ("Host", "fjorten.example")],
        ] {
            let attacker = try Visitor(house, as: .consultant)
            attacker.headers = headers
            let refused = try attacker.post("/sager/\(ref.number)/notat", note)
            #expect(refused.status == 403)
            #expect(!refused.text.contains("3 dage uden"))
        }
    }

    @Test("whoever's door was closed by a command is out at her next step, with what she wrote")
    func closedByCommand() throws {
        try house.files.within { try $0.disableStaff("consultant") }
        let refused = try client.post(
            "/sager/\(ref.number)/notat", [("ydelse", "ingen"), ("notat", "Midt i et notat")])
        #expect(refused.status == 401)
        #expect(refused.text.contains("Din tekst er gemt her"))
        #expect(refused.text.contains("name=\"gemt\""), "sealed, until she has logged in")
    }

    @Test("logging out ends the session on the server, not only in the browser")
    func loggedOut() throws {
        let key = client.cookies[SessionCookie.name]
        let away = try client.post("/log-ud")
        #expect(away.location == "/logget-af")
        #expect(client.cookies[SessionCookie.name] == nil)
        client.cookies[SessionCookie.name] = key
        #expect(try client.get("/overblik").status == 303)
    }

    @Test("logging out needs the form's token, too")
    func loggedOutByAnother() throws {
        #expect(try client.post("/log-ud", [("token", "x")]).status == 403)
        #expect(try client.get("/overblik").status == 200)
    }

    @Test("after the time is over the page says so; after logging out it does not")
    func loggedOutPage() throws {
        #expect(try !Visitor(house).get("/logget-af").text.contains("15 minutter"))
        house.time.advance(minutes: 20)
        #expect(try client.get("/logget-af").text.contains("efter 15 minutter"))
    }

    /// Every hidden field of a page.
    private func carried(_ answer: TestAnswer) -> [(String, String)] {
        let main = answer.text.firstRange(of: "<main").map { answer.text[$0.lowerBound...] } ?? ""
        return main.matches(of: /type="hidden" name="([^"]*)"/).compactMap { match in
            let name = String(match.1)
            return answer.hidden(name).map { (name, $0) }
        }
    }
}
