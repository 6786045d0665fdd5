import Domain
import Foundation
import Records
import SQLite
import Testing

@testable import Centre
@testable import TestHouse

/// From an application to a refusal, a hearing, a decision taken up again, and a grant: as staff do it, page by page.
@Suite("An application on its way")
struct DecisionJourneyTests {
    let house: TestHouse
    let ref: CaseRef
    let visitator: Visitor

    init() throws {
        house = try TestHouse(standard: "vordingborg-2024")
        ref = try house.enquiry(daysAgo: 2, name: "Grethe Gran")
        visitator = try Visitor(house, as: .visitator)
    }

    private static let refusal = [
        "afg-udfald": "afslag",
        "afg-begrundelse": "Du har en bolig og et netværk, der støtter dig.",
        "afg-i-stedet": "samtaler hos os to gange om ugen.",
        "brev-modtager": "Grethe Gran\nParkvej 3\n4760 Vordingborg", "brev-vej": "digital-post",
    ]

    private func apply() throws {
        try Visitor(house, as: .consultant).carryOut(
            Propose.self, on: ref,
            [
                "ind-form": "residential", "ind-oenske": "Jeg kan ikke klare det derhjemme",
                "ind-behov": "Ro og behandling hele døgnet", "ind-forsoegt": "ja",
                "ind-hvorfor": "Samtaler er prøvet og ikke nok",
            ])
    }

    private func events(_ type: String) throws -> [LedgerEntry] {
        try house.file(ref).current.filter { $0.type == type }
    }

    @Test(
        "the citizen is heard, refused with guidance, taken up again and granted; every step has its letter"
    )
    func wholeWay() throws {
        try apply()
        #expect(try events("application").count == 1)
        try visitator.get("/sager/\(ref.number)/afgoerelser")
        #expect(
            visitator.answer.words(of: "visitation-status")
                == "Indstillingen til døgnbehandling venter på en afgørelse.")

        // No refusal before the citizen was asked.
        try visitator.carryOut(Decide.self, on: ref, Self.refusal)
        #expect(visitator.status == 422)
        #expect(visitator.answer.problems.count == 1)
        #expect(visitator.answer.problems[0].contains("Borgeren skal høres først"))
        #expect(visitator.answer.problems[0].contains("Forvaltningsloven § 19"))

        try visitator.carryOut(
            SendHearing.self, on: ref,
            [
                "hoer-om": "Du har ikke prøvet dagbehandling.", "hoer-frist": "+14",
                "brev-modtager": "Grethe Gran", "brev-vej": "digital-post",
            ])
        #expect(visitator.page.contains("torsdag den 26. november 2026"))
        #expect(try events("hearing").isEmpty, "nothing is written before it was looked through")
        try visitator.fill("partshoering-tjek", ["tjekket": "ja"])
        #expect(try events("hearing").count == 1)
        #expect(visitator.address == "/sager/\(ref.number)/afgoerelser")

        // Nor while she may still answer.
        try visitator.carryOut(Decide.self, on: ref, Self.refusal)
        #expect(
            visitator.answer.problems == [
                "afg-udfald: Borgeren kan svare til og med 26-11-2026. Vent på svaret, eller skriv, at det er kommet"
            ])
        try visitator.carryOut(
            AnswerHearing.self, on: ref,
            ["svar": "bemaerkninger", "hoering-svar": "Jeg vil gerne."])

        try visitator.carryOut(Decide.self, on: ref, Self.refusal)
        #expect(visitator.status == 200, "\(visitator.answer.problems)")
        for words in [
            "Udkast", "Du kan ikke få døgnbehandling nu.", "Sådan klager du",
            "Center for Rusmidler, Sankelmarksvej 10A, 4760 Vordingborg",
            "torsdag den 10. december 2026", "Styrelsen for Patientklager",
            "Sundhedsloven § 141, stk. 1; Forvaltningsloven § 19",
        ] {
            #expect(visitator.page.contains(words), "\(words)")
        }
        #expect(try events("decision").isEmpty)
        // Back to the form, and everything typed is still there.
        try visitator.fill("afgoerelse-tjek", ["tjekket": "ret"])
        for (name, value) in Self.refusal {
            #expect(try visitator.shownForm(of: Decide.self)[name] == value, "\(name)")
        }
        let form = try visitator.shownForm(of: Decide.self)
        try visitator.send(form.fields, to: form.action)
        let draft = visitator.page
        try visitator.fill("afgoerelse-tjek", ["tjekket": "ja"])
        let refused = try #require(try events("decision").first)
        #expect(
            refused.fact
                == .decision(
                    Decision(modality: .residential, outcome: .refused, delivery: .digitalPost)))
        #expect(visitator.page.contains("Borgeren kan klage"))
        #expect(visitator.page.contains("til og med 10.12.2026"))

        // What she got is what was looked through.
        try visitator.get("/sager/\(ref.number)/breve/\(refused.id.formText)")
        let sent = try #require(visitator.page.firstRange(of: "<h1 id=\"brev-emne\">"))
        let article = visitator.page[sent.lowerBound...].prefix { $0 != "\u{1}" }
            .components(separatedBy: "</article>")[0]
        #expect(draft.contains(article))

        try visitator.carryOut(
            ReopenDecision.self, on: ref,
            [
                "genoptag-hvorfor": "Du har fortalt om noget nyt.", "brev-modtager": "Grethe Gran",
                "brev-vej": "letter",
            ])
        try visitator.fill("genoptag-tjek", ["tjekket": "ja"])
        #expect(visitator.page.contains("Afgørelsen er genoptaget og venter på en ny."))

        try visitator.carryOut(
            Decide.self, on: ref,
            [
                "afg-udfald": "bevilget", "afg-sted": "Eksempelgården", "afg-fra": "+7",
                "afg-til": "+90", "brev-modtager": "Grethe Gran", "brev-vej": "in-person",
            ])
        #expect(visitator.page.contains("Du får døgnbehandling."), "\(visitator.answer.problems)")
        #expect(!visitator.page.contains("Sådan klager du"))
        try visitator.fill("afgoerelse-tjek", ["tjekket": "ja"])
        let decisions = try events("decision")
        #expect(decisions.map(\.decision?.outcome) == [.granted])
        #expect(decisions.first?.corrects == refused.id)
        #expect(visitator.page.contains("(gælder ikke mere)"))
        #expect(!visitator.page.contains("Borgeren kan klage"))
        #expect(
            try visitator.timeline(of: ref).contains {
                $0.contains("[Afgørelse: afslag på døgnbehandling]")
            })
        #expect(try house.records.faults() == [])
    }

    @Test(
        "a decision is never edited or taken away: not by its page, not by a form, not in the database"
    )
    func immutable() throws {
        try house.act(.consultant, Propose(), on: ref)
        let id = EntryID(4_711)
        try house.act(.leader, Decide.refused(), on: ref, id: id)
        let leader = try Visitor(house, as: .leader)
        #expect(try leader.get("/sager/\(ref.number)/afgoerelse?post=\(id.formText)").status == 404)
        #expect(try leader.get("/sager/\(ref.number)/fjern?post=\(id.formText)").status == 404)
        #expect(try !leader.get("/sager/\(ref.number)").text.contains("post=\(id.formText)"))
        try leader.post(
            "/sager/\(ref.number)/fjern", [("post", id.formText), ("hvorfor-fjernet", "fortrudt")])
        #expect(leader.status == 404)
        #expect(try events("decision").count == 1)
        let db = try house.files.database(.readWrite)
        #expect(throws: SQLiteError.self) {
            try db.run(
                "UPDATE ledger_entry SET facts = '{}' WHERE id = ?1", [.integer(id.rawValue)])
        }
        #expect(throws: SQLiteError.self) {
            try db.run("DELETE FROM ledger_entry WHERE id = ?1", [.integer(id.rawValue)])
        }
    }

    @Test("a decision that is sent twice is one")
    func once() throws {
        try house.act(.consultant, Propose(), on: ref)
        try visitator.carryOut(
            Decide.self, on: ref,
            Self.refusal.merging(["afg-uden-hoering": "Du har selv bedt om det."]) { $1 })
        let form = try #require(visitator.answer.form("afgoerelse-tjek"))
        let fields = form.filled(["tjekket": "ja"])
        try visitator.send(fields, to: form.action)
        try visitator.send(fields, to: form.action)
        #expect(visitator.status == 200, "\(visitator.answer.problems)")
        #expect(try events("decision").count == 1)
    }

    @Test("who is granted another offer is refused what she asked for, and told how to complain")
    func otherOffer() throws {
        try house.act(.consultant, Propose(), on: ref)
        try house.act(
            .leader, Decide.granted(.day, from: house.today, other: true), on: ref)
        #expect(
            try events("decision").compactMap(\.decision).map {
                [$0.modality.rawValue, $0.outcome.rawValue]
            }
                == [["residential", "refused"], ["day", "granted"]])
        try visitator.get("/sager/\(ref.number)/afgoerelser")
        #expect(visitator.page.contains("Borgeren kan klage"))
        // Taken back, the whole of it is gone, and what was applied for waits again.
        try house.act(
            .leader,
            WithdrawDecision(
                why: "Stedet er lukket.", recipient: ["Grethe Gran"], delivery: .letter), on: ref)
        #expect(try events("decision").isEmpty)
        #expect(VisitationState(try house.file(ref)).awaitsDecision)
    }

    @Test("residential treatment is not applied for before outpatient was tried, or it says why")
    func leastIntrusive() throws {
        let trial = try ActTrial(
            Propose.self, in: house, on: ref,
            [
                "ind-form": "residential", "ind-oenske": "Ro", "ind-behov": "Ro",
                "ind-hvorfor": "Det er for lidt",
            ])
        try trial.expectFaults(
            [:],
            [
                """
                ind-forsoegt: Ansøgningen om døgnbehandling er fra den 12. november 2026. Ambulant \
                behandling er ikke forsøgt, og der står ikke hvorfor. Sæt kryds, eller skriv hvorfor
                """
            ])
        try trial.visitor.carryOut(
            Propose.self, on: ref,
            trial.typed.merging(["ind-undtagelse": "Kramper tidligere"]) { $1 })
        #expect(try events("application").count == 1)
        #expect(!house.files.folder.everyByte.contains("Kramper tidligere"))
    }

    @Test("who has a conflict of interest decides nothing; a colleague does")
    func conflict() throws {
        try house.act(.consultant, Propose(), on: ref)
        try house.act(.visitator, DeclareConflict(why: "Borgeren er min fætter."), on: ref)
        #expect(throws: ActRefusal.conflictOfInterest) {
            try house.act(.visitator, Decide.refused(), on: ref)
        }
        try house.act(.leader, Decide.refused(), on: ref)
        #expect(try events("decision").count == 1)
    }

    @Test(
        "nothing is asked of the citizen for board and lodging where the standard does not open for it"
    )
    func ownPayment() throws {
        try house.act(.consultant, Propose(), on: ref)
        #expect(throws: ActRefusal.self) {
            try house.act(.leader, Decide.granted(from: house.today, payment: 120), on: ref)
        }
        let lyngby = try TestHouse()
        let other = try lyngby.enquiry(daysAgo: 2)
        try lyngby.act(.consultant, Propose(), on: other)
        try lyngby.act(.leader, Decide.granted(from: lyngby.today, payment: 120), on: other)
        #expect(try lyngby.file(other).current.contains { $0.isDecision })
    }

    @Test("an anonymous citizen is given the letter in the hand")
    func anonymous() throws {
        let anonymous = try house.enquiry(daysAgo: 1, isAnonymous: true)
        try house.act(.consultant, Propose(), on: anonymous)
        try visitator.carryOut(
            Decide.self, on: anonymous,
            Self.refusal.merging(["afg-uden-hoering": "Aftalt."]) { $1 })
        #expect(visitator.answer.problems == ["brev-vej: Borgeren er anonym. Giv brevet i hånden"])
    }

    @Test("a body that is gone is not written into a letter")
    func outdated() throws {
        try house.act(.consultant, Propose(), on: ref)
        try visitator.carryOut(
            Decide.self, on: ref,
            Self.refusal.merging([
                "afg-uden-hoering": "Aftalt.",
                "afg-begrundelse": "Du kan klage til patientombuddet.",
            ]) { $1 })
        #expect(
            visitator.answer.problems == [
                "afg-begrundelse: \"Patientombuddet\" gælder ikke mere. I dag: Styrelsen for Patientklager"
            ])
    }

    @Test("erasing a case leaves nothing of decision or letter")
    func sealed() throws {
        try house.act(.consultant, Propose(), on: ref)
        try house.act(.leader, Decide.refused(), on: ref)
        for words in ["en søster", "Grethe Gran", "klare det derhjemme"] {
            #expect(!house.files.folder.everyByte.contains(words))
        }
    }

    @Test("who may do what: deciding is the visitator's and the leader's")
    func roles() throws {
        #expect(Decide.roles == [.visitator, .leader])
        #expect(WithdrawDecision.roles == Decide.roles && ReopenDecision.roles == Decide.roles)
        #expect(PostponeDecision.roles == Decide.roles)
        for role in Role.allCases {
            let status = try Visitor(house, as: role).get("/sager/\(ref.number)/afgoerelser").status
            #expect(status == (Set<Role>.clinical.contains(role) ? 200 : 404), "\(role)")
        }
    }
}
