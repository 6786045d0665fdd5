import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Enrolment and assessment")
struct AssessmentActTests {
    let house: TestHouse
    let ref: CaseRef

    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 5, name: "Grethe Gran")
    }

    @Test("an assessment keeps each area's words and severity, and is written on from what stands")
    func assessment() throws {
        let trial = try ActTrial(
            WriteAssessment.self, in: house, on: ref,
            ["udr-alkohol": "Drikker hver aften", "alvor-alkohol": "6", "udr-bolig": "Til leje"])
        try trial.expectWrittenOnce(saying: "Udredningen er gemt på sag \(ref.number).")
        let page = try trial.visitor.get("/sager/\(ref.number)/maalinger").text
        #expect(page.contains("Drikker hver aften") && page.contains("6 – betydeligt problem"))
        let entry = try #require(
            try house.file(ref).current.last { $0.isOwn(AssessmentWritten.self) })
        let form = try trial.visitor.form(of: WriteAssessment.self, on: ref, about: entry.id)
        #expect(form["udr-alkohol"] == "Drikker hver aften" && form["alvor-alkohol"] == "6")
        try trial.visitor.carryOut(
            WriteAssessment.self, on: ref, about: entry.id,
            ["udr-fysisk": "Rask", "hvorfor-rettet": "Skrevet videre"])
        #expect(try trial.visitor.get("/sager/\(ref.number)/maalinger").text.contains("Rask"))
        try trial.expectFaults(
            ["udr-alkohol": "", "alvor-alkohol": "", "udr-bolig": ""],
            ["udr-baggrund: Skriv om mindst ét område"])
        try trial.expectOnly(.clinical)
    }

    @Test("who is enrolled is so in the words of the case history")
    func enrolment() throws {
        let trial = try ActTrial(
            Enrol.self, in: house, on: ref, ["indskrevet-enhed": "Torvehuset"])
        try trial.expectWrittenOnce(saying: "Borgeren er indskrevet torsdag den 12. november.")
        #expect(try house.file(ref).current.last?.fact == .enrolment(unit: "Torvehuset"))
        try trial.expectRefused(
            ["indskrevet-dato": "01-01-2026"],
            "indskrevet-dato: Datoen ligger før henvendelsen 07-11-2026")
        try trial.expectOnly(.clinical)
    }

    @Test(
        "an acute assessment answers by the signs; the number alone never does",
        arguments: [
            (["akut-tegn": "seizures"], "Reglerne peger på indlæggelse."),
            (["akut-promille": "3,1"], "Reglerne peger på indlæggelse."),
            (
                ["akut-promille": "3,0", "akut-ciwa": "40"],
                "Reglerne peger på behandling hjemmefra."
            ),
            ([:], "Reglerne peger på behandling hjemmefra."),
        ])
    func acute(typed: [String: String], said: String) throws {
        let trial = try ActTrial(AssessAcute.self, in: house, on: ref, typed)
        try trial.expectWrittenOnce(saying: said)
        #expect(try trial.visitor.timeline(of: ref).first?.contains(said) == true)
    }

    @Test("what cannot be read in an acute assessment comes back")
    func acuteFaults() throws {
        let trial = try ActTrial(AssessAcute.self, in: house, on: ref)
        try trial.expectFaults(
            ["akut-promille": "12", "akut-ciwa": "68"],
            [
                "akut-promille: Skriv promillen som et tal fra 0 til 9, for eksempel 1,8",
                "akut-ciwa: Skriv summen som et tal fra 0 til 67",
            ])
        try trial.expectOnly(.clinical)
    }

    @Test("a referral waits until its answer has come, and says for how long")
    func referral() throws {
        let trial = try ActTrial(
            ReferOut.self, in: house, on: ref,
            [
                "henvist-til": "psychiatry", "henvist-tekst": "Mistanke om angst",
                "henvist-dato": "-3",
            ])
        try trial.expectWrittenOnce(saying: "Henvisningen er gemt.")
        let tab = "/sager/\(ref.number)/maalinger"
        #expect(try trial.visitor.get(tab).text.contains("Venter på svar i 3 dage"))
        let entry = try #require(try house.file(ref).current.last { $0.isOwn(ReferredOut.self) })
        let answer = try ActTrial(
            AnswerReferral.self, in: house, on: ref,
            ["svar-paa": entry.id.formText, "svar-tekst": "Har fået en tid"])
        try answer.expectFaults(
            ["svar-dato": "01-11-2026"],
            ["svar-dato: Svaret kan ikke være kommet før 09-11-2026"])
        try answer.expectWrittenOnce(saying: "Svaret er gemt.")
        let page = try trial.visitor.get(tab).text
        #expect(page.contains("Besvaret") && page.contains("Har fået en tid"))
        try trial.expectOnly(.clinical)
        try answer.expectOnly(.clinical)
    }
}

@Suite("The forms that are in use")
struct InstrumentPageTests {
    let house: TestHouse
    let leader: Visitor

    init() throws {
        house = try TestHouse()
        leader = try Visitor(house, as: .leader)
    }

    private func file(version: Int = 1, code: String = "trang") -> String {
        """
        {"format":"fjorten-instrument/1","code":"\(code)","version":\(version),"name":"Trang",
        "introduction":"I dag","source":"Egen","licence":"Egen","filledBy":"citizen",
        "better":"lower","items":[{"number":1,"text":"Hvor stor er trangen?","marks":[0,10]}],
        "editions":[{"id":"egen","source":"Egen","bands":[
        {"range":[0,4],"code":"low","name":"lav"},{"range":[5,10],"code":"high","name":"høj"}]}]}
        """
    }

    private func add(_ file: String) throws {
        try leader.get("/skemaer")
        try leader.fill("skema-formular", ["skemafil": file])
    }

    @Test("a centre's own is added as a file, without a new program, and used at once")
    func added() throws {
        try add(file())
        #expect(leader.answer.words(of: "bekraeftelse")?.contains("Trang, version 1") == true)
        let ref = try house.enquiry(daysAgo: 2)
        let client = try Visitor(house, as: .consultant)
        try client.get("/sager/\(ref.number)/maaling/trang")
        try client.fill("maaling-formular", ["svar-1": "7"])
        #expect(client.page.contains("Høj."))
        #expect(try house.logCount(.instrumentAdded) == 1)
        #expect(try house.records.faults() == [])
    }

    @Test("a wrong one comes back with every fault and its place; an old version is not taken")
    func refused() throws {
        try add("{\"format\":\"fjorten-instrument/1\"}")
        #expect(leader.status == 422)
        #expect(leader.page.contains("items: missing key"))
        #expect(leader.answer.form("skema-formular")?["skemafil"]?.contains("format") == true)
        try add("")
        #expect(leader.answer.problems == ["skemafil: Indsæt filens indhold"])
        try add(file())
        try add(file().replacing("Trang", with: "Lyst"))
        #expect(leader.status == 422)
        #expect(leader.answer.problems.first?.contains("i version 1") == true)
        try add(file(version: 2))
        #expect(leader.status == 200)
        try add(file(code: "audit"))
        #expect(leader.status == 422, "the program's own is not written over by the same version")
    }

    @Test("each can be fetched, changed and added again")
    func fetched() throws {
        let answer = try leader.get("/skemaer/mdi")
        #expect(try Instrument(json: answer.bytes) == MDI.instrument)
        #expect(try leader.get("/skemaer/findes-ikke").status == 404)
        for role in [Role.consultant, .reception, .auditor] {
            #expect(try Visitor(house, as: role).get("/skemaer").status == 404)
        }
    }
}
