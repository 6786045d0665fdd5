import Domain
import HTML
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Who has what, and who takes it")
struct HandoverTests {
    let house: TestHouse
    let leader: Visitor

    init() throws {
        house = try TestHouse()
        leader = try Visitor(house, as: .leader)
    }

    /// So many cases that the consultant has.
    private func cases(_ count: Int) throws -> [CaseRef] {
        try (0..<count).map { number in
            let ref = try house.enquiry(name: "Bo\(number) Hansen")
            try house.act(.consultant, TakeCase(), on: ref)
            return ref
        }
    }

    private func responsible(_ ref: CaseRef) throws -> StaffID? {
        CaseProjection(try house.file(ref))?.responsible
    }

    @Test("a whole list goes to one colleague, but for those that go elsewhere or stay")
    func list() throws {
        let refs = try cases(4)
        try leader.get("/fordeling")
        #expect(leader.page.contains("Consultant Medarbejder"))
        try leader.get("/fordeling/consultant")
        #expect(leader.page.contains("B.H.") && !leader.page.contains("Hansen"))
        let medical = String(try house.member(.medical).id.rawValue)
        let visitator = String(try house.member(.visitator).id.rawValue)
        try leader.fill(
            "overdrag-formular",
            [
                "alle-til": medical, "overdraget-fordi": "Kursus hele ugen",
                "til-\(refs[1].number)": visitator, "til-\(refs[2].number)": "bliver",
            ])
        #expect(leader.page.contains("3 sager er overdraget"))
        let (consultant, doctor) = (
            try house.member(.consultant).id, try house.member(.medical).id
        )
        #expect(try responsible(refs[0]) == doctor)
        #expect(try responsible(refs[1]) == house.member(.visitator).id)
        #expect(try responsible(refs[2]) == consultant)
        #expect(try responsible(refs[3]) == doctor)
        #expect(try house.logCount(.caseHandedOver) == 3)
        let told = try Visitor(house, as: .medical).timeline(of: refs[0])
        #expect(told.first?.contains("Kursus hele ugen") == true)
        #expect(try house.records.faults() == [])
    }

    @Test("nothing chosen, or no reason, is said, and what was chosen comes back")
    func faults() throws {
        let ref = try cases(1)[0]
        try leader.get("/fordeling/consultant")
        try leader.fill("overdrag-formular", ["overdraget-fordi": "Ferie"])
        #expect(
            leader.answer.problems == [
                "alle-til: Vælg, hvem der overtager, for alle eller for en sag"
            ])
        #expect(leader.page.contains("value=\"Ferie\""))
        let medical = String(try house.member(.medical).id.rawValue)
        try leader.fill("overdrag-formular", ["alle-til": medical, "overdraget-fordi": ""])
        #expect(leader.answer.problems == ["overdraget-fordi: Skriv hvorfor, for eksempel ferie"])
        #expect(leader.page.contains("value=\"\(medical)\" selected"))
        #expect(try house.logCount(.caseHandedOver) == 0)
        #expect(try responsible(ref) != nil)
    }

    @Test("a case that somebody else has taken meanwhile is left where it is")
    func meanwhile() throws {
        let refs = try cases(2)
        try leader.get("/fordeling/consultant")
        let medical = try house.member(.medical).id
        let desk = HandoverDesk(
            writer: CaseWriter(ledger: house.records.ledger, audit: house.records.audit),
            ledger: house.records.ledger)
        let (leaders, consultant, visitator) = (
            try house.context(.leader), try house.member(.consultant).id,
            try house.member(.visitator).id
        )
        let first = refs[0]
        try house.perform { db in
            _ = try desk.handOver(
                [(first, visitator)], from: consultant, why: "x", by: leaders.actor,
                at: leaders.now, in: db)
        }
        try leader.fill(
            "overdrag-formular",
            ["alle-til": String(medical.rawValue), "overdraget-fordi": "Ferie"])
        #expect(leader.page.contains("1 sag er overdraget"))
        #expect(try responsible(refs[0]) == visitator)
        #expect(try responsible(refs[1]) == medical)
    }

    @Test("open cases that nobody has are said first")
    func untaken() throws {
        try house.enquiry()
        #expect(try leader.get("/fordeling").text.contains("1 åben sag har ingen ansvarlig"))
    }
}
