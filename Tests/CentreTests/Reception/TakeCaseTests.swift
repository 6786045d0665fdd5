import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Taking a case")
struct TakeCaseTests {
    let house: TestHouse
    let ref: CaseRef

    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 2)
    }

    private func trial(_ role: Role = .consultant) throws -> ActTrial<TakeCase> {
        try ActTrial(TakeCase.self, in: house, on: ref, as: role)
    }

    private func responsible() throws -> StaffID? {
        CaseProjection(try house.file(ref))?.responsible
    }

    @Test("whoever takes it is responsible for it from then on; sent twice it is done once")
    func taken() throws {
        try trial().expectWrittenOnce(saying: "Du har taget sag \(ref.number).")
        #expect(try responsible() == house.member(.consultant).id)
        let page = try Visitor(house, as: .leader).get("/sager/\(ref.number)").text
        #expect(page.contains("Consultant Medarbejder"))
        #expect(!page.contains("id=\"tag-formular\""), "there is nothing left to take")
    }

    @Test("one press in the queue does it, and the reception stays among the enquiries")
    func queue() throws {
        let visitor = try Visitor(house, as: .reception)
        try visitor.visit("/henvendelser").fill("/sager/\(ref.number)/tag")
        #expect(visitor.address == "/henvendelser/\(ref.number)")
        #expect(visitor.answer.words(of: "bekraeftelse")?.hasPrefix("Du har taget sag") == true)
        #expect(try responsible() == house.member(.reception).id)
    }

    @Test("the second of two who take a case is told who has it")
    func takenAlready() throws {
        let second = try trial(.visitator)
        let form = try second.visitor.form(of: TakeCase.self, on: ref)
        try house.act(.consultant, TakeCase(), on: ref)
        try second.expectRefused(
            "indhold: Consultant Medarbejder har taget sagen. Det er ikke ændret")
        try second.visitor.send(form.fields, to: form.action)
        #expect(second.visitor.status == 422, "also from a page that was open before")
        #expect(try responsible() == house.member(.consultant).id)
    }

    @Test("a case that was closed meanwhile is not taken")
    func closed() throws {
        try house.write([NewFact(CaseClosed(), on: house.today)], to: ref)
        try trial().expectRefused("indhold: Sagen er lukket i mellemtiden. Det her er ikke gemt")
    }

    @Test("it can be undone at once: then nobody has it, and the timeline says what happened")
    func undone() throws {
        let visitor = try Visitor(house, as: .consultant)
        try visitor.carryOut(TakeCase.self, on: ref).fill("fortryd-formular")
        #expect(visitor.answer.words(of: "bekraeftelse")?.hasPrefix("Det er fjernet") == true)
        #expect(try responsible() == nil)
        let lines = try visitor.timeline(of: ref)
        #expect(
            lines.first?.hasPrefix(
                """
                Torsdag den 12. november 2026 kl. 9.14 [Ansvarlig: Consultant Medarbejder] Fjernet den 12.11.2026 \
                kl. 9.14 af Consultant Medarbejder: Fortrudt med det samme
                """) == true, "\(lines)")
        #expect(try house.records.faults() == [])
    }

    @Test("somebody else takes the place of the one who took it by mistake, and says why")
    func corrected() throws {
        let wrong = EntryID(77)
        try house.act(.consultant, TakeCase(), on: ref, id: wrong)
        house.time.advance(days: 1)
        let visitor = try Visitor(house, as: .visitator)
        try visitor.carryOut(
            TakeCase.self, on: ref, about: wrong, ["hvorfor-rettet": "Forkert sag"])
        #expect(visitor.status == 200, "\(visitor.answer.problems)")
        #expect(try responsible() == house.member(.visitator).id)
        let lines = try visitor.timeline(of: ref)
        #expect(
            lines.contains {
                $0.contains(
                    "[Ansvarlig: Consultant Medarbejder] Rettet den 13.11.2026 kl. 9.14 af ")
                    && $0.contains("Visitator Medarbejder: Forkert sag")
            }, "\(lines)")
        #expect(try house.file(ref).current.last?.on == house.today.adding(days: -1))
    }

    @Test("it is for those who receive citizens")
    func access() throws {
        try trial().expectOnly([.reception, .consultant, .medical, .visitator, .leader])
    }
}
