import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("General advice and teaching")
struct AdviceTests {
    let house: TestHouse
    let client: Visitor

    init() throws {
        house = try TestHouse()
        client = try Visitor(house, as: .consultant)
    }

    private static let typed = [
        "raad-slags": "teaching", "raad-hvem": "schools", "raad-antal": "24",
        "raad-minutter": "90", "raad-dato": "i dag",
    ]

    private func note(_ typed: [String: String] = typed) throws {
        try client.get("/raadgivning")
        try client.fill("raad-formular", typed)
    }

    @Test("is noted once however often it is sent, and counted by kind and audience")
    func counted() throws {
        try client.get("/raadgivning")
        let form = try #require(client.answer.form("raad-formular")).filled(Self.typed)
        try client.send(form, to: "/raadgivning")
        #expect(client.answer.words(of: "bekraeftelse") == "Undervisning er noteret.")
        try client.send(form, to: "/raadgivning")
        try note([
            "raad-slags": "advice", "raad-hvem": "relatives", "raad-antal": "1",
            "raad-minutter": "30",
        ])
        try note([
            "raad-slags": "advice", "raad-hvem": "relatives", "raad-antal": "2",
            "raad-minutter": "45",
        ])
        let figures = client.answer.words(of: "raad-tal") ?? ""
        #expect(figures.contains("Generel rådgivning Pårørende 2 3 1,3"), "\(figures)")
        #expect(figures.contains("Undervisning Skoler og uddannelser 1 24 1,5"), "\(figures)")
        #expect(figures.contains("I alt 3 27 2,8"), "\(figures)")
        #expect(try house.rowCount("advice_given") == 3)
        #expect(try house.logCount(.adviceNoted) == 3)
    }

    @Test("comes back with what is missing, in the order of the page")
    func faults() throws {
        try note([
            "raad-slags": "", "raad-hvem": "", "raad-dato": "i morgen", "raad-antal": "0",
            "raad-minutter": "lang",
        ])
        #expect(client.status == 422)
        #expect(
            client.answer.problems == [
                "raad-slags: Vælg, hvad der blev givet", "raad-hvem: Vælg, hvem det var for",
                "raad-dato: Datoen kan ikke være efter i dag",
                "raad-antal: Skriv, hvor mange der var med, fra 1 til 5000",
                "raad-minutter: Skriv, hvor mange minutter det varede",
            ])
        #expect(client.answer.form("raad-formular")?["raad-minutter"] == "lang")
        #expect(try house.rowCount("advice_given") == 0)
    }

    @Test("noted by mistake is taken out of the figures, once, and stays in the table")
    func removed() throws {
        try note()
        let form = try #require(client.answer.form("/raadgivning/fjern"))
        try client.send(form.filled([:]), to: form.action)
        #expect(client.page.contains("Der er ikke noteret noget i perioden."))
        try client.send(form.filled([:]), to: form.action)
        #expect(client.status == 200)
        #expect(try house.logCount(.adviceRemoved) == 1)
        #expect(try house.rowCount("advice_given") == 1)
        try client.post("/raadgivning/fjern", [("raad", "1")])
        #expect(client.status == 404)
    }

    @Test("the figures of a period are its own; a period that cannot be read is told")
    func period() throws {
        try note()
        try client.get("/raadgivning?fra=01-01-2020&til=31-12-2020")
        #expect(client.page.contains("Der er ikke noteret noget i perioden."))
        try client.get("/raadgivning?fra=31-12-2020&til=01-01-2020")
        #expect(client.status == 422)
    }

    @Test("the administrator sees the figures and notes nothing; an auditor sees nothing")
    func access() throws {
        try note()
        let administrator = try Visitor(house, as: .administrator)
        try administrator.get("/raadgivning")
        #expect(administrator.status == 200 && administrator.answer.form("raad-formular") == nil)
        try administrator.post("/raadgivning", Self.typed.map { ($0, $1) })
        #expect(administrator.status == 404)
        #expect(try Visitor(house, as: .auditor).get("/raadgivning").status == 404)
    }
}
