import Domain
import HTTP
import Testing

@testable import Centre

/// What clumsy hands and two colleagues at once do to a case.
@Suite("Acts that the case refuses")
struct RefusalTests {
    private let house: TestCentre
    private let karin: Visitor
    private let viggo: Visitor

    init() throws {
        house = try TestCentre()
        try house.employ("karin", as: .consultant)
        try house.employ("viggo", as: .visitator)
        karin = try Self.logIn("karin", house)
        viggo = try Self.logIn("viggo", house)
    }

    private static func logIn(_ login: String, _ house: TestCentre) throws -> Visitor {
        let visitor = Visitor(house)
        try visitor.get("/log-ind")
        return try visitor.post(
            "/log-ind", [("brugernavn", login), ("adgangskode", "lampe-violin-sommer-sne")])
    }

    private func ring(
        _ name: String = "Test Testesen", on day: String = "i dag", wish: String = "treatment",
        id: EntryID = EntryID(7)
    ) throws {
        try karin.post(
            "/henvendelser/ny",
            [
                ("id", id.formText), ("dato", day), ("tid", ""), ("kanal", "phone"),
                ("hvem", "self"), ("oenske", wish), ("navn", name), ("telefon", ""),
                ("undgaa", ""), ("besked", ""),
            ])
    }

    private func note(
        _ text: String, id: Int64, service: String = "individual-session", day: String = "i dag"
    ) -> [(String, String)] {
        [
            ("id", EntryID(id).formText), ("kom", "ja"), ("ydelse", service), ("minutter", "45"),
            ("hvordan", "in-person"), ("notat-dato", day), ("notat-tid", "0900"),
            ("notat", text),
        ]
    }

    private var today: String { TestCentre.monday.day.fieldText }

    @Test("an enquiry typed over one that is saved is not taken for the same")
    func typedOver() throws {
        try ring("Den Første")
        try ring("Den Første")
        #expect(try house.count("care_case") == 1)
        try ring("Den Anden")
        #expect(karin.status == 422)
        #expect(karin.page.contains("Den Anden"))
        #expect(karin.page.contains("sag 2026-0001"))
        #expect(try house.count("care_case") == 1)
    }

    @Test("the second of two who take a case is told who has it")
    func takenAlready() throws {
        try ring()
        try karin.post("/henvendelser/2026-0001/tag", [("id", EntryID(11).formText)])
        #expect(karin.status == 200)
        try viggo.get("/henvendelser")
        try viggo.post("/henvendelser/2026-0001/tag", [("id", EntryID(12).formText)])
        #expect(viggo.status == 422)
        #expect(viggo.page.contains("Karin Testesen har taget sagen"))
    }

    @Test("a case in which somebody waits is not closed away")
    func stillWaiting() throws {
        try ring()
        try karin.post(
            "/sager/2026-0001/afslut", [("id", EntryID(21).formText), ("aarsag", "luk")])
        #expect(karin.status == 422)
        #expect(try house.count("open_case") == 1)
        try karin.post(
            "/henvendelser/2026-0001/udfald",
            [("id", EntryID(22).formText), ("udfald", "trak-sig"), ("udfald-dato", today)])
        try karin.post(
            "/sager/2026-0001/afslut", [("id", EntryID(23).formText), ("aarsag", "luk")])
        #expect(karin.status == 200)
        #expect(try house.count("open_case") == 0)
    }

    @Test("a case in which treatment began is closed with a reason, or not at all")
    func inTreatment() throws {
        try ring()
        try karin.post(
            "/sager/2026-0001/notat",
            note("Første samtale", id: 24))
        try karin.post(
            "/sager/2026-0001/afslut", [("id", EntryID(25).formText), ("aarsag", "luk")])
        #expect(karin.status == 422)
        #expect(karin.page.contains("Vælg, hvorfor det sluttede"))
        #expect(try house.count("open_case") == 1)
        try karin.post(
            "/sager/2026-0001/afslut",
            [("id", EntryID(26).formText), ("aarsag", "completed"), ("slut-dato", today)])
        #expect(karin.status == 200)
        #expect(try house.count("open_case") == 0)
    }

    @Test("nothing is discharged, missed or given before anybody has asked")
    func beforeTheEnquiry() throws {
        try ring(on: "6-11-2026")
        try karin.post(
            "/sager/2026-0001/afslut",
            [
                ("id", EntryID(31).formText), ("aarsag", "completed"),
                ("slut-dato", "1-11-2026"),
            ])
        #expect(karin.status == 422)
        try karin.post("/sager/2026-0001/notat", note("For tidligt", id: 32, day: "1-11-2026"))
        #expect(karin.status == 422)
        #expect(karin.page.contains("For tidligt"))
        #expect(try house.count("open_case") == 1)
    }

    @Test("there is nothing to stay away from before a time was offered, nor before its day")
    func noOffer() throws {
        try ring()
        let missed = [("udfald", "kom-ikke"), ("udfald-dato", today), ("udfald-tekst", "Ringede")]
        try karin.post(
            "/henvendelser/2026-0001/udfald", missed + [("id", EntryID(41).formText)])
        #expect(karin.status == 422)
        #expect(karin.page.contains("Ringede"))
        try karin.post(
            "/henvendelser/2026-0001/tilbud",
            [
                ("id", EntryID(42).formText), ("tilbud-dato", "+3"), ("tilbud-tid", "10"),
                ("tilbud-form", "outpatient"),
            ])
        try karin.post(
            "/henvendelser/2026-0001/udfald", missed + [("id", EntryID(43).formText)])
        #expect(karin.status == 422)
        #expect(karin.page.contains("12-11-2026"))
    }

    @Test(
        "a note is never lost: sent twice it is one, typed over it comes back, so does a correction that came second"
    )
    func notes() throws {
        try ring()
        try karin.post("/sager/2026-0001/notat", note("Første", id: 51))
        try karin.post("/sager/2026-0001/notat", note("Første", id: 51))
        #expect(karin.status == 200)
        try karin.post("/sager/2026-0001/notat", note("Skrevet ovenpå", id: 51))
        #expect(karin.status == 422)
        #expect(karin.page.contains("Skrevet ovenpå"))
        let address = "/sager/2026-0001/notat/\(EntryID(51).formText)"
        try karin.post(address, note("Rettet", id: 52))
        try karin.post(address, note("Rettet", id: 52))
        #expect(karin.status == 200)
        try viggo.get("/sager/2026-0001")
        try viggo.post(address, note("Viggos rettelse", id: 53))
        #expect(viggo.status == 422)
        #expect(viggo.page.contains("Viggos rettelse"))
        #expect(viggo.page.contains("Karin Testesen har rettet"))
    }

    @Test("a closed case takes no new time, and says so")
    func closed() throws {
        try ring(wish: "advice")
        try karin.post(
            "/sager/2026-0001/afslut", [("id", EntryID(61).formText), ("aarsag", "luk")])
        try karin.post(
            "/henvendelser/2026-0001/tilbud",
            [
                ("id", EntryID(62).formText), ("tilbud-dato", "+3"), ("tilbud-tid", "10"),
                ("tilbud-form", "outpatient"),
            ])
        #expect(karin.status == 422)
        #expect(karin.page.contains("Sagen er lukket"))
    }

    @Test("whoever's door was closed by a command is out at her next step, with what she wrote")
    func closedByCommand() throws {
        try ring()
        try house.centre.disableStaff("karin")
        try karin.post("/sager/2026-0001/notat", note("Midt i et notat", id: 71))
        #expect(karin.status == 401)
        #expect(karin.page.contains("Din tekst er gemt her"))
        #expect(karin.page.contains("name=\"gemt\""), "sealed, until she has logged in")
    }

    @Test("strangers who fill the brakes do not keep the staff out of browsers they have used")
    func knownBrowser() throws {
        let now = house.centre.clock.now
        let door = house.centre.loginDoor
        for number in 0..<100 {
            _ = door.admits("login\(number)", from: "source\(number)", at: now)
        }
        #expect(!door.admits("karin", from: "192.0.2.1", at: now))
        let browser = KnownBrowser.new(house.centre.vault)
        let cookie = browser.cookie.value
        #expect(KnownBrowser("\(cookie)0", house.centre.vault) == nil)
        let known = KnownBrowser(cookie, house.centre.vault)
        for _ in 0..<5 { #expect(door.admits("karin", from: "x", in: known, at: now)) }
        #expect(!door.admits("karin", from: "x", in: known, at: now))
    }
}
