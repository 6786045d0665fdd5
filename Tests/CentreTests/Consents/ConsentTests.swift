import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Consents")
struct ConsentTests {
    let house: TestHouse
    let ref: CaseRef
    let consent: ActTrial<GiveConsent>

    static let typed = [
        "samtykke-hvem": "physician", "samtykke-navn": "Lægerne Skovduen",
        "samtykke-hvad": "Kun levertallene", "samtykke-formaal": "Medicin, der passer sammen",
        "samtykke-form": "ja",
    ]

    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 30)
        consent = try ActTrial(GiveConsent.self, in: house, on: ref, Self.typed)
    }

    private func tab() throws -> String {
        try consent.visitor.get("/sager/\(ref.number)/samtykker").text
    }

    @Test("it says to whom, what and what for, holds a year, and is sealed but for a plain name")
    func given() throws {
        try consent.expectWrittenOnce(saying: "Samtykket er gemt.")
        let page = try tab()
        for words in [
            "Egen læge: Lægerne Skovduen", "Kun levertallene", "Medicin, der passer sammen",
            "skriftligt", "Til og med 12.11.2027", "Sundhedsloven § 44",
        ] {
            #expect(page.contains(words), "\(words)")
        }
        let bytes = house.files.folder.everyByte
        #expect(!bytes.contains("Skovduen") && !bytes.contains("levertallene"))
        let journal = try consent.visitor.get("/sager/\(ref.number)").text
        #expect(journal.contains("Samtykke til Egen læge udløber"))
        #expect(journal.contains("Senest den 12.11.2027"))
        #expect(
            try consent.visitor.timeline(of: ref).first?.contains("Samtykke: Egen læge") == true)
    }

    @Test("what is missing comes back with a word at its field")
    func faults() throws {
        try consent.expectFaults(
            Self.typed.mapValues { _ in "" },
            [
                "samtykke-hvem: Vælg, hvem der må få noget at vide",
                "samtykke-navn: Skriv navnet på personen eller stedet",
                "samtykke-hvad: Skriv, hvad vi må fortælle",
                "samtykke-formaal: Skriv, hvad det skal bruges til",
                "samtykke-form: Vælg, om samtykket er skriftligt",
            ])
        try consent.expectFaults(
            ["samtykke-form": "nej"],
            ["samtykke-mundtligt: Skriv, hvorfor samtykket ikke er skriftligt"])
    }

    @Test("nobody may consent for longer than a year")
    func atMostAYear() throws {
        try consent.expectFaults(
            ["samtykke-dato": "11-11-2026", "samtykke-til": "12-11-2027"],
            ["samtykke-til: Et samtykke gælder højst et år. Skriv senest 11-11-2027"])
        try consent.visitor.carryOut(
            GiveConsent.self, on: ref,
            Self.typed.merging(["samtykke-dato": "11-11-2026", "samtykke-til": "11-11-2027"]) {
                $1
            })
        #expect(consent.visitor.status == 200)
    }

    @Test("something else typed over one that was saved is a consent of its own, or none")
    func typedOver() throws {
        try consent.expectNotTypedOver(["samtykke-hvad": "Noget andet"])
    }

    @Test("one recipient is known again by name; another of the same kind gets a number")
    func recipients() throws {
        for name in ["Ida", "Bo", "ida "] {
            try consent.visitor.carryOut(
                GiveConsent.self, on: ref,
                Self.typed.merging(["samtykke-hvem": "child", "samtykke-navn": name]) { $1 })
        }
        #expect(try house.file(ref).consents.map(\.recipient) == ["Barn", "Barn 2", "Barn"])
        #expect(try house.file(ref).consents.map(\.consent.id) == ["s1", "s2", "s3"])
    }

    @Test("a consent mended to another name no longer covers the first")
    func mended() throws {
        let (first, mended) = (EntryID(41), EntryID(42))
        try house.act(.consultant, Self.to("Ida", on: house.today), on: ref, id: first)
        try house.act(.consultant, Self.to("Ida", on: house.today), on: ref)
        try house.act(
            .consultant, Self.to("Bo", on: house.today), on: ref, id: mended,
            correcting: ActForm.Correction(entry: first, why: "Forkert barn"))
        #expect(try house.file(ref).consents.map(\.recipient) == ["Barn 2", "Barn"])
        #expect(try house.file(ref).consents.map(\.consent.id) == ["s1", "s2"])
    }

    static func to(
        _ name: String, kind: RecipientKind = .child, on day: CalendarDay,
        until: CalendarDay? = nil
    ) -> GiveConsent {
        GiveConsent(
            kind: kind,
            words: ConsentWords(recipient: name, what: "Alt", purpose: "Hjælp", whyOral: ""),
            giver: .citizen, isInWriting: true, day: day, until: until)
    }

    @Test("it is for those who read journals")
    func access() throws {
        try consent.expectOnly([.consultant, .medical, .visitator, .leader])
    }
}

@Suite("Taking a consent back")
struct RevokeConsentTests {
    let house: TestHouse
    let ref: CaseRef
    let revocation: ActTrial<RevokeConsent>

    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 30)
        try house.act(
            .consultant, ConsentTests.to("Ida", on: house.today.adding(days: -9)), on: ref,
            id: EntryID(41))
        revocation = try ActTrial(
            RevokeConsent.self, in: house, on: ref, ["traek-hvilket": "s1"])
    }

    @Test("stops it at once, and says so where the consents stand")
    func atOnce() throws {
        let page = try revocation.visitor.get("/sager/\(ref.number)/samtykker").text
        #expect(page.contains("/traek-samtykke?post=\(EntryID(41).formText)"))
        let form = try revocation.visitor.form(of: RevokeConsent.self, on: ref, about: EntryID(41))
        #expect(form["traek-hvilket"] == "s1")
        #expect(revocation.visitor.page.contains("Barn: Ida, givet 03.11.2026"))
        try revocation.expectWrittenOnce(saying: "Samtykket er trukket tilbage.")
        #expect(
            try revocation.visitor.get("/sager/\(ref.number)/samtykker").text
                .contains("Trukket tilbage"))
        try revocation.expectRefused(
            "traek-hvilket: Borgeren trak det tilbage den 12. november 2026. (Sundhedsloven § 44)")
    }

    @Test("which one must be said, and not before it was given")
    func faults() throws {
        try revocation.expectFaults(
            ["traek-hvilket": ""], ["traek-hvilket: Vælg, hvilket samtykke det er"])
        try revocation.expectFaults(
            ["traek-dato": "02-11-2026"],
            ["traek-dato: Samtykket blev først givet 03-11-2026. Skriv en senere dag"])
    }

    @Test("it is for those who read journals")
    func access() throws {
        try revocation.expectOnly([.consultant, .medical, .visitator, .leader])
    }
}
