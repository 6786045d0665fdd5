import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("A measure")
struct MeasureTests {
    let house: TestHouse
    let ref: CaseRef
    let client: Visitor

    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 20, name: "Grethe Gran")
        client = try Visitor(house, as: .consultant)
    }

    private func measures() throws -> [MeasureTaken] {
        try house.file(ref).current.compactMap { $0.own(MeasureTaken.self) }
    }

    /// Opens a form and sends it with these answers.
    private func fill(_ code: String, _ answers: [String], on day: String = "i dag") throws {
        try client.get("/sager/\(ref.number)/maaling/\(code)")
        var typed = ["maalt-dato": day, "maalt-tid": "0900"]
        for (place, answer) in answers.enumerated() where !answer.isEmpty {
            typed[MeasureForm.field(place)] = answer
        }
        try client.fill("maaling-formular", typed)
    }

    @Test("filled in by staff is added up, said, shown with what it means, and written once")
    func audit() throws {
        try fill("audit", ["4", "3", "4", "2", "1", "1", "2", "0", "0", "2"])
        #expect(client.address == "/sager/\(ref.number)/maalinger")
        #expect(client.answer.words(of: "bekraeftelse")?.hasPrefix("AUDIT er gemt: 19.") == true)
        let measure = try #require(try measures().first)
        #expect(measure.total == 19 && measure.edition == "dk" && measure.band == "harmful")
        #expect(client.page.contains("Skadeligt forbrug."))
        #expect(client.page.contains("Afhængighed (4-6): 4 (tegn på problemer)"))
        let lines = try client.timeline(of: ref)
        #expect(lines.first?.contains("Måling: AUDIT 19") == true, "\(lines)")
        #expect(try house.logCount(.measureTaken) == 1)
        #expect(try house.records.faults() == [])
    }

    @Test("sent twice is written once; something typed over it is refused and comes back")
    func twice() throws {
        try client.get("/sager/\(ref.number)/maaling/who-5")
        let form = try #require(client.answer.form("maaling-formular"))
        var typed = ["maalt-dato": "i dag", "maalt-tid": "0900"]
        for place in 0..<5 { typed[MeasureForm.field(place)] = "3" }
        try client.send(form.filled(typed), to: form.action)
        try client.send(form.filled(typed), to: form.action)
        #expect(try measures().map(\.total) == [60])
        typed[MeasureForm.field(0)] = "5"
        try client.send(form.filled(typed), to: form.action)
        #expect(client.status == 422)
        #expect(client.answer.problems.first?.contains("er gemt på sag \(ref.number)") == true)
        #expect(client.answer.form("maaling-formular")?[MeasureForm.field(0)] == "5")
        #expect(try measures().count == 1)
    }

    @Test("with an answer missing has no total, and says which")
    func incomplete() throws {
        try fill("who-5", ["3", "3", "", "3", "3"])
        let measure = try #require(try measures().first)
        #expect(measure.total == nil && measure.band == nil && measure.edition == nil)
        #expect(client.page.contains("Ikke besvaret: 3."))
        #expect(try client.timeline(of: ref).first?.contains("WHO-5, ufuldstændig") == true)
    }

    @Test("of nothing at all, of an answer that is none, of a day to come: refused in words")
    func faults() throws {
        try fill("audit", [])
        #expect(client.status == 422)
        #expect(client.answer.problems == ["svar-1: Besvar mindst ét spørgsmål"])
        try fill("audit", ["4", "3", "4", "2", "1", "1", "2", "0", "1", "2"])
        #expect(client.answer.problems == ["svar-9: Vælg et af svarene"])
        try fill("wellbeing", ["4,2", "10,1", "3,8", "fire"])
        #expect(
            client.answer.problems == [
                "svar-2: Skriv et tal fra 0,0 til 10,0", "svar-4: Skriv et tal fra 0,0 til 10,0",
            ])
        #expect(client.answer.form("maaling-formular")?["svar-4"] == "fire")
        try fill("wellbeing", ["4", "4", "4", "4"], on: "i morgen")
        #expect(client.answer.problems.first?.hasPrefix("maalt-dato: ") == true)
        #expect(try measures().isEmpty)
    }

    @Test("four lines are read in tenths, and the change between two of them is told")
    func tenths() throws {
        try fill("wellbeing", ["4,2", "5,1", "3,8", "4,4"], on: "-14")
        try fill("wellbeing", ["6.5", "6,5", "6,5", "6,5"], on: "i dag")
        #expect(try measures().map(\.total) == [175, 260])
        let page = client.page
        #expect(page.contains("17,5") && page.contains("26,0"))
        #expect(page.contains("+8,5, sikkert bedre"))
        #expect(page.contains("Fra 17,5 til 26,0. Det er sikkert bedre."))
        #expect(page.contains("<svg"))
    }

    @Test("is read by the edition for her sex: three is raised for a woman, not for a man")
    func editions() throws {
        for (sex, band) in [(Sex.male, "low"), (.female, "raised")] {
            var details = PersonDetails()
            details.sex = sex
            let ref = try house.enquiry(daysAgo: 3)
            try house.write(
                [NewFact(PersonKnown(isAnonymous: false), on: house.today, body: details)], to: ref)
            try client.get("/sager/\(ref.number)/maaling/audit-c")
            try client.fill(
                "maaling-formular",
                ["svar-1": "3", "svar-2": "0", "svar-3": "0", "maalt-dato": "i dag"])
            let measure = try house.file(ref).current.compactMap { $0.own(MeasureTaken.self) }
            #expect(measure.map(\.band) == [band])
        }
    }

    @Test("of withdrawal says when it is to be taken again, and an alert is told in its words")
    func againAndAlert() throws {
        try fill("ciwa-ar", ["2", "3", "2", "2", "1", "0", "0", "0", "1", "0"])
        let said = client.answer.words(of: "bekraeftelse") ?? ""
        #expect(said.contains("Mål igen senest torsdag den 12. november kl. 13.00"), "\(said)")
        try fill("mdi", ["1", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1"])
        #expect(client.page.contains("Tal med borgeren om selvmordstanker"))
    }

    @Test("is taken away like anything else that was written by mistake")
    func takenAway() throws {
        try fill("who-5", ["3", "3", "3", "3", "3"])
        let entry = try #require(
            try house.file(ref).current.last { $0.isOwn(MeasureTaken.self) })
        try client.carryOut(
            TakeBack.self, on: ref, about: entry.id, ["hvorfor-fjernet": "Forkert sag"])
        #expect(try measures().isEmpty)
        #expect(try client.get("/sager/\(ref.number)/maalinger").text.contains("ingen målinger"))
    }

    @Test("from another system is kept as it came, and can be corrected")
    func imported() throws {
        let trial = try ActTrial(
            RecordMeasure.self, in: house, on: ref,
            ["udefra-navn": "MapPlan", "udefra-tal": "3,5", "udefra-tekst": "Socialt: 2"])
        try trial.expectWrittenOnce(saying: "MapPlan er gemt på sag \(ref.number).")
        #expect(try measures().map(\.told) == ["Måling: MapPlan 3,5"])
        #expect(try client.get("/sager/\(ref.number)/maalinger").text.contains("Socialt: 2"))
        try trial.expectFaults(
            ["udefra-tal": "meget"], ["udefra-tal: Skriv tallet som 12 eller 12,5"])
        try trial.expectFaults(
            ["udefra-tal": "", "udefra-tekst": ""],
            ["udefra-tal: Skriv et samlet tal, eller skriv områderne nedenfor"])
        try trial.expectOnly(.clinical)
    }

    @Test(
        "its answers lie sealed, its page is for those who read journals, and its reading is logged"
    )
    func sealed() throws {
        try fill("audit", ["4", "3", "4", "2", "1", "1", "2", "0", "0", "2"])
        let entry = try #require(
            try house.file(ref).current.last { $0.isOwn(MeasureTaken.self) })
        #expect(entry.keys["answers"] == nil && entry.sealedBody != nil)
        let before = try house.logCount(of: ref)
        try client.get("/sager/\(ref.number)/maalinger")
        #expect(try house.logCount(of: ref) == before + 1)
        for role in [Role.reception, .administrator, .auditor] {
            let other = try Visitor(house, as: role)
            #expect(try other.get("/sager/\(ref.number)/maalinger").status == 404)
            #expect(try other.get("/sager/\(ref.number)/maaling/audit").status == 404)
        }
        #expect(try client.get("/sager/\(ref.number)/maaling/findes-ikke").status == 404)
    }
}
