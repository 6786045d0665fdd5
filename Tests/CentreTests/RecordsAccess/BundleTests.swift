import Domain
import Foundation
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("The bundle a citizen is given")
struct BundleTests {
    let house: TestHouse
    let ref: CaseRef
    let visitor: Visitor

    /// What must not be found: with a mark that HTML and JSON each write in another way.
    static let secret = "Søsteren \"Ærlig\" <ringede> & sagde: skjult ÆØÅ-notat"
    static let note = EntryID(61)
    static let mended = EntryID(62)

    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 30, name: "Ane Åkande", text: "Jeg vil gerne stoppe")
        visitor = try Visitor(house, as: .consultant)
        try house.act(
            .consultant, WriteNote("Første udgave", on: house.today), on: ref, id: Self.note)
        try house.act(
            .consultant, WriteNote("Anden udgave", on: house.today), on: ref, id: Self.mended,
            correcting: ActForm.Correction(entry: Self.note, why: "Slåfejl"))
        try house.act(
            .reception, MakeLetter(kind: EnquiryReceivedLetter.self, recipient: ["Ane Åkande"]),
            on: ref)
        try house.act(
            .consultant, ConsentTests.to("Lægerne Skovduen", kind: .physician, on: house.today),
            on: ref)
        try house.act(
            .consultant,
            Disclose(
                recipient: "Egen læge", what: "Epikrise", way: .letter, day: house.today), on: ref)
    }

    private func bundle() throws -> Unzipped {
        try visitor.get("/sager/\(ref.number)/aktindsigt")
        let answer = try visitor.post("/sager/\(ref.number)/aktindsigt/mappe")
        #expect(answer.status == 200)
        #expect(answer["Content-Type"] == "application/zip")
        #expect(answer["Content-Disposition"]?.contains("aktindsigt-\(ref.number).zip") == true)
        return try Unzipped(answer.bytes)
    }

    @Test(
        "holds the case with its versions, the letters, the consents, who has looked, and the data")
    func contents() throws {
        let before = try house.logCount(.bundleMade)
        let zip = try bundle()
        #expect(
            Set(zip.members.keys) == [
                "sagen.html", "samtykker.html", "adgangslog.html", "sagshistorie.json",
                "breve/1-2026-11-12.html",
            ])
        let page = try #require(zip.text("sagen.html"))
        for words in [
            "Ane Åkande", "Jeg vil gerne stoppe", "<s>Første udgave</s>", "Anden udgave",
            ": Slåfejl", "Der er ikke undtaget noget", "Epikrise",
        ] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(zip.text("breve/1-2026-11-12.html")?.contains("Kære Ane Åkande") == true)
        let consents = try #require(zip.text("samtykker.html"))
        #expect(consents.contains("Egen læge: Lægerne Skovduen") && consents.contains("Epikrise"))
        #expect(consents.contains("til og med 12.11.2027"))
        #expect(try house.logCount(.bundleMade) == before + 1)
    }

    @Test(
        "says who has looked by role and purpose, this time included, and names no colleague there")
    func accessLog() throws {
        let log = try #require(try bundle().text("adgangslog.html"))
        for words in ["<td>behandler</td>", "åbnede en sag", "hentede en mappe til aktindsigt"] {
            #expect(log.contains(words), "\(words)")
        }
        #expect(!log.contains("Medarbejder"))
        #expect(log.matches(of: #/<tr><td>/#).count == (try house.logCount(of: ref)))
    }

    @Test("its data are a case history, and give the verdict the page shows")
    func history() throws {
        let bytes = try #require(try bundle().members["sagshistorie.json"])
        let history = try CaseHistory(json: JSONReader.read(bytes))
        let file = try house.file(ref)
        let standard = try house.records.standardToday().standard
        #expect(
            verdict(of: history, under: standard, on: house.today).deadlines.map(\.due)
                == verdict(of: file.history(), under: standard, on: house.today).deadlines
                .map(\.due))
    }

    @Test("what is withheld stands nowhere in it, in no version and no writing")
    func withheld() throws {
        let (first, second, child) = (EntryID(71), EntryID(72), EntryID(73))
        try house.act(
            .consultant, WriteNote("\(Self.secret) et", on: house.today), on: ref, id: first)
        try house.act(
            .consultant, WriteNote("\(Self.secret) to", on: house.today), on: ref, id: second,
            correcting: ActForm.Correction(entry: first, why: "\(Self.secret) tre"))
        try house.act(
            .consultant, ConsentTests.to("Hemmelig Herluf", on: house.today), on: ref, id: child)
        let withholding = try ActTrial(
            WithholdEntry.self, in: house, on: ref,
            [
                "undtag-grund": "others",
                "undtag-hvorfor": "Oplysninger om en pårørende (forvaltningsloven § 15 b)",
            ])
        let form = try withholding.visitor.form(of: WithholdEntry.self, on: ref, about: second)
        try withholding.visitor.send(form.filled(["undtag-grund": ""]), to: form.action)
        #expect(
            withholding.visitor.answer.problems == [
                "undtag-grund: Vælg, hvilket hensyn det er",
                "undtag-hvorfor: Skriv, hvorfor det undtages",
            ])
        for entry in [second, child] {
            try withholding.visitor.carryOut(
                WithholdEntry.self, on: ref, about: entry, withholding.typed)
            #expect(withholding.visitor.status == 200)
        }
        let zip = try bundle()
        for (name, bytes) in zip.members {
            let text = String(decoding: bytes, as: UTF8.self)
            for word in ["skjult", "ringede", "Ærlig", "Herluf"] {
                for written in Self.writings(of: word) {
                    #expect(!text.contains(written), "\(name): \(written)")
                }
            }
        }
        let page = try #require(zip.text("sagen.html"))
        #expect(page.contains("Hensyn til andre. Oplysninger om en pårørende"))
        #expect(page.contains("Anden udgave"))
        // Taken in again, it is there.
        let fact = try #require(try house.file(ref).withholdings.first).entry.id
        try withholding.visitor.carryOut(
            TakeBack.self, on: ref, about: fact, ["hvorfor-fjernet": "Søsteren har sagt ja"])
        #expect(try bundle().text("sagen.html")?.contains("skjult") == true)
    }

    /// As it may have been written down: plain, as numbers in HTML and JSON, in percent, in Base64 at any place.
    private static func writings(of word: String) -> [String] {
        let bytes = Array(word.utf8)
        let numbers = word.unicodeScalars
        let base64 = (0...2).map { place in
            let shifted = [UInt8](repeating: 0, count: place) + bytes
            let text = Data(shifted).base64EncodedString()
            return String(text.dropFirst(place == 0 ? 0 : 4).prefix(max(4, text.count - 8)))
        }
        return [
            word, word.uppercased(), numbers.map { "&#\($0.value);" }.joined(),
            numbers.map { "\\u" + ("000" + String($0.value, radix: 16)).suffix(4) }.joined(),
            bytes.map { "%" + String($0, radix: 16, uppercase: true) }.joined(),
            bytes.map { String($0, radix: 16) }.joined(),
        ] + base64.filter { $0.utf8.count >= 6 }
    }

    @Test("what is withheld is not said to be everything")
    func notEverything() throws {
        try RecordsAccessTests.ask(house, ref, on: house.today)
        try house.act(
            .consultant, WithholdEntry(entry: Self.mended, ground: .others, why: "§ 15 b"), on: ref)
        let answer = try ActTrial(
            AnswerRecords.self, in: house, on: ref,
            [
                "udleveret-hvad": "everything", "udleveret-hvordan": "letter",
                "udleveret-kvittering": "Sendt",
            ])
        try answer.expectRefused(
            "udleveret-hvad: Der er undtaget noget fra mappen. Vælg \"Noget er undtaget\"")
        #expect(throws: ActRefusal.withheldAlready) {
            try house.act(
                .consultant, WithholdEntry(entry: Self.note, ground: .others, why: "igen"),
                on: ref)
        }
    }

    @Test("nobody but those who read journals gets it, and not without a form of ours")
    func access() throws {
        for role in Role.allCases
        where ![.consultant, .medical, .visitator, .leader].contains(role) {
            let other = try Visitor(house, as: role)
            #expect(try other.post("/sager/\(ref.number)/aktindsigt/mappe").status == 404)
        }
        let address = "/sager/\(ref.number)/aktindsigt/mappe"
        #expect(try visitor.post(address, [("token", "x")]).status == 403)
    }
}
