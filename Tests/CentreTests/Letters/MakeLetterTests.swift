import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Making a letter")
struct MakeLetterTests {
    let house: TestHouse
    let ref: CaseRef
    let letter: ActTrial<MakeLetter>

    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 2)
        letter = try ActTrial(
            MakeLetter.self, in: house, on: ref,
            ["brev": "enquiry-received", "brev-modtager": "Grethe Gran\nParkvej 3\n2800 Lyngby"])
    }

    private func made() throws -> LedgerEntry {
        try #require(try house.file(ref).current.last { $0.isOwn(LetterMade.self) })
    }

    @Test("its text is kept as it was made, sealed, and is there to be read and printed")
    func letterMade() throws {
        try letter.expectWrittenOnce(saying: "Brevet er lavet.")
        let entry = try made()
        #expect(entry.own(LetterMade.self)?.kind == "enquiry-received")
        #expect(entry.sealedBody != nil)
        let reception = try Visitor(house, as: .reception)
        let address = "/sager/\(ref.number)/breve/\(entry.id.formText)"
        #expect(
            try reception.get("/henvendelser/\(ref.number)").text.contains("href=\"\(address)\""))
        let before = try house.logCount(of: ref)
        let page = try reception.get(address)
        #expect(page.status == 200)
        for words in [
            "Kære Grethe Gran", "2800 Lyngby", "tirsdag den 10. november 2026",
            "senest tirsdag den 24. november 2026", "§ 141, stk. 2",
        ] {
            #expect(page.text.contains(words), "\(words)")
        }
        #expect(try house.logCount(of: ref) == before + 1)
        #expect(!house.files.folder.everyByte.contains("Parkvej"))
        #expect(
            try letter.visitor.timeline(of: ref).first?.contains(
                "Brev: Vi har fået din henvendelse") == true)
    }

    @Test("what is missing comes back with a word at its field, in the order of the page")
    func faults() throws {
        try letter.expectFaults(
            ["brev": "", "brev-modtager": ""],
            ["brev: Vælg et brev", "brev-modtager: Skriv, hvem brevet er til"])
        try letter.expectFaults(
            ["brev-modtager": String(repeating: "æ", count: 301)],
            ["brev-modtager: Skriv højst 300 tegn"])
    }

    @Test("another recipient typed over a letter that was made is a letter of its own, or none")
    func typedOver() throws {
        try letter.expectNotTypedOver(["brev-modtager": "Bo Hansen"])
    }

    @Test("one that was made by mistake is taken away, by whoever may make one")
    func takenAway() throws {
        try letter.visitor.carryOut(MakeLetter.self, on: ref, letter.typed).fill("fortryd-formular")
        #expect(try house.file(ref).current.count == 2)
        let second = EntryID(77)
        try house.act(
            .reception, MakeLetter(kind: EnquiryReceivedLetter.self, recipient: ["Bo"]), on: ref,
            id: second)
        let page = try letter.visitor.get("/sager/\(ref.number)").text
        #expect(page.contains("/fjern?post=\(second.formText)\">Fjern"))
        try letter.visitor.carryOut(
            TakeBack.self, on: ref, about: second, ["hvorfor-fjernet": "Forkert sag"])
        #expect(try house.file(ref).current.count == 2)
        #expect(
            try letter.visitor.timeline(of: ref).contains {
                $0.contains("[Brev: Vi har fået din henvendelse] Fjernet den")
            })
    }

    @Test("a letter of another case, and an entry that is none, are not there")
    func others() throws {
        let other = try house.enquiry()
        try house.act(
            .reception, MakeLetter(kind: EnquiryReceivedLetter.self, recipient: ["Bo"]), on: other,
            id: EntryID(77))
        let enquiry = try #require(try house.file(ref).entries.first).id
        for entry in [EntryID(77), enquiry] {
            let address = "/sager/\(ref.number)/breve/\(entry.formText)"
            #expect(try letter.visitor.get(address).status == 404)
        }
        #expect(try letter.visitor.get("/sager/\(ref.number)/breve/x%20y").status == 404)
    }

    @Test("it is for those who receive citizens")
    func access() throws {
        try letter.expectOnly([.reception, .consultant, .medical, .visitator, .leader])
    }
}
