import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("A visitation meeting")
struct MeetingTests {
    let house: TestHouse
    let leader: Visitor

    init() throws {
        house = try TestHouse()
        leader = try Visitor(house, as: .leader)
    }

    private func applied(_ modality: Modality = .residential, name: String = "Grethe Gran") throws
        -> CaseRef
    {
        let ref = try house.enquiry(daysAgo: 3, name: name)
        try house.act(.consultant, Propose(modality), on: ref)
        return ref
    }

    @discardableResult
    private func call(_ body: String = "joint-committee", on day: String = "i dag") throws -> String
    {
        try leader.get("/visitation")
        try leader.fill(
            "indkald-formular", ["moede-udvalg": body, "moede-dato": day, "moede-tid": "0900"])
        return leader.address
    }

    private static let start = [
        "moede-til-stede": "Leif Leder\nMette Medicin", "moede-habil": "ja",
    ]

    @Test("what is ready comes by itself, to the body that decides on it, and nothing else")
    func agenda() throws {
        let (residential, outpatient) = (try applied(), try applied(.outpatient))
        let draft = try house.enquiry(daysAgo: 1)
        try house.act(.consultant, Propose(isReady: false), on: draft)
        try call()
        #expect(leader.page.contains(residential.number.description))
        #expect(!leader.page.contains(outpatient.number.description))
        #expect(!leader.page.contains(draft.number.description))
        try call("visitation-meeting")
        #expect(leader.page.contains(outpatient.number.description))
        #expect(!leader.page.contains(residential.number.description))
        // A list names nobody in full, and is in the log.
        #expect(leader.page.contains("G.G.") && !leader.page.contains("Grethe Gran"))
        #expect(try house.logCount(of: residential) > 1)
    }

    @Test("begins, decides, and is closed: its minutes say who was there and what was decided")
    func wholeMeeting() throws {
        let (ref, waits) = (try applied(), try applied(name: "Bo Hansen"))
        let address = try call()
        let form = try #require(leader.answer.form("begynd-formular"))
        let one =
            form.fields.filter { $0.0 != "moede-sag" } + [("moede-sag", ref.number.description)]
        try leader.send(
            one.filter { Self.start[$0.0] == nil } + Self.start.map { ($0, $1) }, to: form.action)
        #expect(leader.page.contains("Til stede: Leif Leder, Mette Medicin"))
        #expect(leader.page.contains("Ikke afgjort"))
        #expect(!leader.page.contains(waits.number.description))
        // Sent again, it has begun already.
        try leader.send(one, to: form.action)
        #expect(try house.file(ref).current.count { $0.isOwn(OnAgenda.self) } == 1)

        try leader.carryOut(
            Decide.self, on: ref,
            [
                "afg-udfald": "bevilget", "afg-sted": "Eksempelgården", "afg-fra": "+7",
                "afg-til": "+90", "afg-referat": "Enighed.", "brev-modtager": "Grethe Gran",
                "brev-vej": "letter",
            ])
        #expect(leader.page.contains("Det er afgjort på et møde torsdag den 12. november 2026"))
        try leader.fill("afgoerelse-tjek", ["tjekket": "ja"])
        try leader.get(address)
        #expect(leader.page.contains("Døgnbehandling bevilget til"))
        try leader.fill("afslut-formular")
        #expect(leader.page.contains("Referat ·") && leader.page.contains("Enighed."))
        #expect(
            leader.answer.form("begynd-formular") == nil
                && leader.answer.form("afslut-formular") == nil)
        // What was not on it waits for the next.
        try call(on: "+7")
        #expect(leader.page.contains(waits.number.description))
        #expect(try house.records.faults() == [])
    }

    @Test("what is put off comes back on its day, not before")
    func postponed() throws {
        let ref = try applied()
        try house.act(
            .leader,
            PostponeDecision(
                why: "Vi mangler et svar.", until: house.today.adding(days: 7),
                recipient: ["Grethe Gran"], delivery: .letter), on: ref)
        try call(on: "+6")
        #expect(!leader.page.contains(ref.number.description))
        try call(on: "+7")
        #expect(leader.page.contains(ref.number.description))
    }

    @Test("what is missing comes back with a word at its field; nothing begins before its day")
    func faults() throws {
        try leader.get("/visitation")
        try leader.fill(
            "indkald-formular", ["moede-udvalg": "x", "moede-dato": "31-11", "moede-tid": "9.75"])
        #expect(leader.status == 422)
        #expect(
            leader.answer.problems == [
                "moede-udvalg: Vælg, hvem der mødes",
                "moede-dato: Datoen findes ikke. Skriv en anden dato",
                "moede-tid: Skriv klokkeslættet som 1000 eller 10.00",
            ])
        #expect(leader.answer.form("indkald-formular")?["moede-dato"] == "31-11")
        try call("youth-meeting", on: "+7")
        try leader.fill("begynd-formular", ["moede-til-stede": "Leif Leder"])
        #expect(leader.answer.problems.count == 3)
        #expect(leader.answer.problems[0].contains("Det kan ikke begynde før"))
        #expect(
            leader.answer.problems[1].hasPrefix("moede-raadgiver: Skriv myndighedsrådgiverens navn")
        )
        #expect(leader.answer.problems[2].hasPrefix("moede-habil:"))
        #expect(leader.answer.form("begynd-formular")?["moede-til-stede"] == "Leif Leder")
    }

    @Test("is called and led by the visitator and the leader; those who read journals may look")
    func access() throws {
        let address = try call()
        for role in Role.allCases {
            let visitor = try Visitor(house, as: role)
            let reads = Set<Role>.clinical.contains(role)
            let leads = [.visitator, .leader].contains(role)
            for page in ["/visitation", address] {
                #expect(try visitor.get(page).status == (reads ? 200 : 404), "\(role)")
                let forms = ["indkald-formular", "begynd-formular"]
                #expect(forms.contains { visitor.answer.form($0) != nil } == leads, "\(role)")
            }
            if !leads {
                #expect(try visitor.post("\(address)/begynd").status == 404, "\(role)")
                #expect(try visitor.post("/visitation").status == 404, "\(role)")
            }
        }
    }
}
