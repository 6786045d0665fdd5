import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Who the person is, written anew")
struct EditPersonTests {
    let house: TestHouse
    let ref: CaseRef
    let visitor: Visitor

    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 3, name: "Bo Hansen", phone: "20304050")
        visitor = try Visitor(house, as: .reception)
    }

    private func person() throws -> (known: PersonKnown, details: PersonDetails) {
        let (ledger, audit, ref) = (house.records.ledger, house.records.audit, ref)
        let context = try house.context(.leader)
        return try house.perform { db in
            let token = try audit.record(
                .caseRead, by: context.actor, cases: [ref], at: context.now, in: db)
            return try #require(try ledger.person(of: ref, token, in: db))
        }
    }

    @Test(
        "the form holds what is known; what is written is found, and what was before stays in the ledger"
    )
    func edited() throws {
        let form = try visitor.form(of: EditPerson.self, on: ref)
        #expect(form["p-navn"] == "Bo Hansen" && form["p-telefon"] == "20304050")
        try visitor.carryOut(
            EditPerson.self, on: ref,
            [
                "p-navn": "Bo Holm", "p-telefon": "+45 31 22 13 04", "p-kontakt": "sms",
                "p-diskret": "ja", "p-vigtigt": "gravid",
            ])
        #expect(visitor.answer.words(of: "bekraeftelse")?.contains("er gemt") == true)
        let (known, details) = try person()
        #expect(details.name == "Bo Holm" && details.phone == "31221304" && details.isDiscreet)
        #expect(details.contact == .text && details.isPregnant && !known.isAnonymous)
        #expect(visitor.page.contains(">31&nbsp;22&nbsp;13&nbsp;04</a>"))
        #expect(visitor.page.contains("<li class=\"tag soon\">Gravid</li>"))
        #expect(try house.file(ref).entries.count { $0.isOwn(PersonKnown.self) } == 2)
        try house.centre.services.index.buildNow(for: house.records)
        #expect(try visitor.send([("ord", "holm")], to: "/soeg").page.contains("Bo Holm"))
        #expect(try house.records.faults() == [])
    }

    @Test(
        "a number with words beside it keeps its words; one that is too short is told so, with what was typed"
    )
    func phone() throws {
        try visitor.carryOut(EditPerson.self, on: ref, ["p-telefon": "20304050 hos mormor"])
        #expect(try person().details.phone == "20304050 hos mormor")
        #expect(visitor.page.contains("20304050 hos mormor"))
        try visitor.carryOut(EditPerson.self, on: ref, ["p-telefon": "2030405", "p-aar": "79"])
        #expect(
            visitor.answer.problems == [
                "p-telefon: Telefonnummeret skal have 8 tal. Du har skrevet 7",
                "p-aar: Skriv fødselsåret med fire tal, for eksempel 1979",
            ])
        #expect(try visitor.shownForm(of: EditPerson.self)["p-telefon"] == "2030405")
    }

    @Test("a CPR number wants her word, and never stands in an anonymous case")
    func consent() throws {
        let cpr = "070761-4285"
        try visitor.carryOut(EditPerson.self, on: ref, ["p-cpr": cpr])
        #expect(visitor.answer.problems.map { $0.prefix(10) } == ["p-samtykke"])
        try visitor.carryOut(
            EditPerson.self, on: ref, ["p-cpr": cpr, "p-samtykke": "ja", "p-anonym": "ja"])
        #expect(visitor.answer.problems.map { $0.prefix(5) } == ["p-cpr"])
        try visitor.carryOut(
            EditPerson.self, on: ref, ["p-cpr": "310299-1234", "p-samtykke": "ja"])
        #expect(visitor.answer.problems.count == 1)
        try visitor.carryOut(EditPerson.self, on: ref, ["p-cpr": cpr, "p-samtykke": "ja"])
        #expect(try person().details.cpr?.hyphenated == cpr)
        let form = try visitor.form(of: EditPerson.self, on: ref)
        #expect(form["p-cpr"] == "", "showing it is an act of its own")
        try visitor.carryOut(EditPerson.self, on: ref, ["p-navn": "Bo"])
        #expect(try person().details.cpr?.hyphenated == cpr, "what is left empty is kept")
        try visitor.carryOut(EditPerson.self, on: ref, ["p-anonym": "ja"])
        #expect(try person().details.cpr == nil)
    }

    @Test("the number is masked on the case's page; showing it is an act of its own in the log")
    func masked() throws {
        try visitor.carryOut(
            EditPerson.self, on: ref, ["p-cpr": "070761-4285", "p-samtykke": "ja"])
        let page = try visitor.get("/henvendelser/\(ref.number)")
        #expect(page.text.contains("070761-••••") && !page.text.contains("4285"))
        #expect(page.text.contains("65 år") && page.text.contains("Bo Hansen"))
        #expect(try house.logCount(.cprShown) == 0)
        let shown = try visitor.post("/sager/\(ref.number)/cpr")
        #expect(shown.words(of: "cpr") == "070761-4285")
        #expect(try house.logCount(.cprShown) == 1)
    }

    @Test("of a year alone the age is told as it is known; no number, nothing to show")
    func year() throws {
        try visitor.carryOut(EditPerson.self, on: ref, ["p-aar": "1979"])
        #expect(visitor.page.contains("cirka 47 år"))
        #expect(try visitor.post("/sager/\(ref.number)/cpr").status == 404)
    }
}
