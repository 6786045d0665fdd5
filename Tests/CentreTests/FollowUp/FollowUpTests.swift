import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Follow-up after discharge")
struct RecordFollowUpTests {
    let house: TestHouse
    let ref: CaseRef
    let trial: ActTrial<RecordFollowUp>

    /// Treated, and discharged as completed twenty days ago.
    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 60, name: "Grethe Gran")
        let day = house.today
        try house.write(
            [
                NewFact(
                    .service(Service(.individualSession, minutes: 60)), on: day.adding(days: -55)),
                NewFact(.discharge(.completed), on: day.adding(days: -20)),
            ], to: ref)
        trial = try ActTrial(
            RecordFollowUp.self, in: house, on: ref,
            ["fulgt-naaet": "ja", "fulgt-drikker": "mindre", "fulgt-tekst": "Går godt"])
    }

    private func followUps() throws -> [DeadlineState] {
        verdict(
            of: try house.file(ref).history(),
            under: try house.records.standards.required(on: house.today).standard, on: house.today
        ).deadlines.filter { $0.kind == .followUp(months: 1) }.map(\.state)
    }

    @Test("who was reached answers the deadline; an attempt does not")
    func reached() throws {
        try house.act(
            .consultant,
            RecordFollowUp(
                reached: false, said: FollowUpText(text: "", drinking: nil), day: house.today),
            on: ref)
        #expect(try followUps() == [.open])
        try trial.expectWrittenOnce(saying: "Opfølgningen er gemt.")
        #expect(try followUps() == [.met])
        let line = try trial.visitor.timeline(of: ref).first ?? ""
        #expect(line.contains("Opfølgning: talte med borgeren"), "\(line)")
        #expect(line.contains("Drikker mindre end før behandlingen. Går godt"), "\(line)")
    }

    @Test("comes back with what is missing, and can be corrected")
    func faults() throws {
        try trial.expectFaults(
            ["fulgt-naaet": ""], ["fulgt-naaet: Vælg, om du fik fat i borgeren"])
        try trial.expectRefused(
            ["fulgt-dato": "01-10-2026"],
            "fulgt-dato: Borgeren blev udskrevet 23-10-2026. Datoen kan ikke ligge før")
        try trial.expectOnly(.clinical)
        try trial.expectWrittenOnce(saying: "Opfølgningen er gemt.")
        let entry = try #require(try house.file(ref).current.last)
        let form = try trial.visitor.form(of: RecordFollowUp.self, on: ref, about: entry.id)
        #expect(form["fulgt-drikker"] == "mindre" && form["fulgt-tekst"] == "Går godt")
    }

    @Test("nobody is followed up who was not discharged")
    func notDischarged() throws {
        let open = try house.enquiry(daysAgo: 3)
        try ActTrial(RecordFollowUp.self, in: house, on: open, ["fulgt-naaet": "ja"]).expectRefused(
            "fulgt-naaet: Borgeren er ikke udskrevet. Der er ikke noget at følge op på endnu")
        let page = try trial.visitor.get("/sager/\(open.number)").text
        #expect(!page.contains("efter-udskrivning"))
        #expect(try trial.visitor.get("/sager/\(ref.number)").text.contains("efter-udskrivning"))
    }
}

@Suite("The list of what is due")
struct FollowUpListTests {
    let house: TestHouse

    init() throws { house = try TestHouse() }

    /// A course with a plan, so many days ago.
    private func planned(daysAgo: Int, name: String) throws -> CaseRef {
        let ref = try house.enquiry(daysAgo: daysAgo, name: name)
        try house.write(
            [
                NewFact(
                    .service(Service(.individualSession, minutes: 60)),
                    on: house.today.adding(days: -daysAgo)),
                NewFact(.planAgreed, on: house.today.adding(days: -daysAgo)),
            ], to: ref)
        return ref
    }

    @Test(
        "shows what is late and what comes within fourteen days, the longest late first, and nobody in full"
    )
    func due() throws {
        let late = try planned(daysAgo: 120, name: "Grethe Gran")
        let soon = try planned(daysAgo: 85, name: "Bo Birk")
        _ = try planned(daysAgo: 10, name: "Ida Ilex")
        let ended = try planned(daysAgo: 40, name: "Ole Olm")
        try house.write(
            [NewFact(.discharge(.completed), on: house.today.adding(days: -33))], to: ended)
        let client = try Visitor(house, as: .consultant)
        let before = try house.logCount(of: late)
        let page = try client.get("/opfoelgning?vis=alle").text
        let rows = page.matches(of: /href="\/sager\/(\d{4}-\d{4})">/).map { String($0.1) }
        #expect(rows == [late, ended, soon].map { "\($0.number)" })
        #expect(page.contains("Planen ses igen") && page.contains("Opfølgning 1 måned efter"))
        #expect(page.contains("G.G.") && !page.contains("Grethe") && !page.contains("Ida"))
        #expect(client.answer.words(of: "antal-forsinket") == "2 forsinket")
        #expect(client.answer.words(of: "antal-snart") == "1 inden for 14 dage")
        #expect(try house.logCount(of: late) == before + 1)
    }

    @Test("shows a colleague her own, and says when the next is due where nothing is")
    func mine() throws {
        let ref = try planned(daysAgo: 85, name: "Bo Birk")
        let client = try Visitor(house, as: .consultant)
        #expect(try client.get("/opfoelgning").text.contains("Der er ikke noget forsinket"))
        try house.act(.consultant, TakeCase(), on: ref)
        #expect(try client.get("/opfoelgning").text.contains("\(ref.number)"))
        #expect(try client.get("/opfoelgning?vis=noget").status == 200)
        let other = try Visitor(house, as: .reception)
        #expect(try other.get("/opfoelgning").status == 404)
    }

    @Test("what the rules still miss is said before the case is closed")
    func closing() throws {
        let ref = try house.enquiry(daysAgo: 10)
        let client = try Visitor(house, as: .consultant)
        #expect(!(try client.get("/sager/\(ref.number)").text.contains("foer-afslutning")))
        try house.write([NewFact(.childConcern(parentsInformed: true), on: house.today)], to: ref)
        #expect(try client.get("/sager/\(ref.number)").text.contains("foer-afslutning"))
    }
}
