import Domain
import HTTP
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("The screen turned to the citizen")
struct CitizenScreenTests {
    let house: TestHouse
    let ref: CaseRef
    let client: Visitor

    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 3, name: "Grethe Gran", phone: "12446688")
        client = try Visitor(house, as: .consultant)
        try client.get("/sager/\(ref.number)/maalinger")
        try client.fill("borgerskaerm-formular", ["skema": "who-5"])
    }

    private func measures() throws -> [(MeasureTaken, StaffID?)] {
        try house.file(ref).current.compactMap { entry in
            entry.own(MeasureTaken.self).map { ($0, entry.recordedBy) }
        }
    }

    private func answer(_ score: String?) throws {
        if let score {
            try client.fill("svar-formular", ["svar": score])
        } else {
            try client.fill("svar-formular", ["spring": "ja"])
        }
    }

    @Test("shows a question, and nobody's name, number or menu")
    func bare() throws {
        #expect(client.address == "/borgerskaerm")
        #expect(client.title.hasPrefix("Spørgsmål 1 af 5"))
        for word in ["Grethe", "Gran", "\(ref.number)", "Medarbejder", "Overblik", "12446688"] {
            #expect(!client.page.contains(word), "\(word)")
        }
        #expect(!client.page.contains("<nav"))
    }

    @Test("opens nothing else, whatever address is typed, and takes nothing else")
    func locked() throws {
        for route in house.centre.routes where route.method == .get && !route.isForCitizen {
            guard route.access != .everyone else { continue }
            let address = route.pattern.replacing("{number}", with: ref.number.description)
                .replacing(/{[a-z]+}/, with: "audit")
            let answer = try client.get(address)
            #expect(answer.status == 303 && answer.location == "/borgerskaerm", "\(address)")
        }
        let entries = try house.file(ref).entries.count
        try client.post("/sager/\(ref.number)/notat", [("ydelse", "ingen"), ("notat", "x")])
        #expect(client.answer.location == "/borgerskaerm")
        #expect(try house.file(ref).entries.count == entries)
    }

    @Test("a question at a time, mended on the page with all of them, written when she says so")
    func whole() throws {
        try answer("3")
        #expect(client.page.contains("href=\"/borgerskaerm?nr=1\""), "the way back to the first")
        for score in ["3", "3", "3", nil] { try answer(score) }
        #expect(client.title.hasPrefix("Tjek dine svar"))
        #expect(client.page.contains("Ikke besvaret"))
        #expect(try measures().isEmpty, "nothing is written before she says so")
        try client.visit("/borgerskaerm?nr=5&ret=ja")
        try answer("3")
        #expect(client.title.hasPrefix("Tjek dine svar"), "back where she came from")
        try client.fill("gem-formular")
        #expect(client.page.contains("Tak for dine svar"))
        let (measure, recordedBy) = try #require(try measures().first)
        #expect(measure.total == 60 && measure.source == .citizen)
        #expect(recordedBy == (try house.member(.consultant).id))
        try client.post("/borgerskaerm/gem")
        #expect(try measures().count == 1)
        #expect(try house.records.faults() == [])
    }

    @Test("no answer chosen is told in a sentence; none at all is not written")
    func nothing() throws {
        try client.post("/borgerskaerm", [("nr", "1"), ("svar", "")])
        #expect(client.status == 422)
        #expect(client.answer.problems == ["svar: Vælg et svar, eller spring spørgsmålet over"])
        try client.post("/borgerskaerm", [("nr", "1"), ("svar", "9")])
        #expect(client.status == 422)
        try client.visit("/borgerskaerm")
        for _ in 0..<5 { try answer(nil) }
        #expect(client.answer.form("gem-formular") == nil)
        try client.post("/borgerskaerm/gem")
        #expect(try measures().isEmpty)
    }

    @Test("closes with her password, and leads back to the case")
    func closed() throws {
        try client.fill("luk-formular", ["adgangskode": "gættet"])
        #expect(client.status == 422)
        #expect(client.answer.problems == ["adgangskode: Adgangskoden passer ikke. Prøv igen"])
        try client.fill("luk-formular", ["adgangskode": ""])
        #expect(client.answer.problems == ["adgangskode: Skriv din adgangskode"])
        try client.fill("luk-formular", ["adgangskode": TestHouse.password])
        #expect(client.address == "/sager/\(ref.number)/maalinger")
        #expect(client.status == 200 && client.page.contains("Grethe Gran"))
    }

    @Test("guessing at the password is slowed down")
    func guessed() throws {
        for _ in 0..<30 { try client.fill("luk-formular", ["adgangskode": "gættet"]) }
        try client.fill("luk-formular", ["adgangskode": TestHouse.password])
        #expect(client.answer.problems.first?.contains("prøvet mange gange") == true)
    }

    @Test("whoever has not turned it is led home, and a form staff fill in is not for it")
    func notTurned() throws {
        let other = try Visitor(house, as: .consultant)
        #expect(try other.get("/borgerskaerm").location == "/start")
        try other.post("/sager/\(ref.number)/borgerskaerm", [("skema", "ciwa-ar")])
        #expect(other.status == 404)
    }

    @Test("of four lines takes tenths typed beside the whole numbers")
    func tenths() throws {
        try client.fill("luk-formular", ["adgangskode": TestHouse.password])
        try client.fill("borgerskaerm-formular", ["skema": "wellbeing"])
        try client.fill("svar-formular", ["praecis": "4,2"])
        try client.fill("svar-formular", ["svar": "5"])
        try client.fill("svar-formular", ["praecis": "12"])
        #expect(
            client.answer.problems == ["praecis: Skriv et tal fra 0 til 10, for eksempel 4,2"])
        try client.visit("/borgerskaerm?nr=3")
        try answer("4")
        try answer("4")
        try client.fill("gem-formular")
        #expect(try measures().map(\.0.total) == [172])
    }
}
