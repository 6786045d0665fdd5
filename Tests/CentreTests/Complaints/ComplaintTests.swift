import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

/// A case in which something was refused so many days ago, under a standard with four weeks to complain.
struct RefusedCase {
    let house: TestHouse
    let ref: CaseRef

    init(daysAgo: Int) throws {
        house = try TestHouse(standard: "vordingborg-2024")
        ref = try house.enquiry(daysAgo: daysAgo + 10)
        let refusal = Decision(modality: .residential, outcome: .refused, delivery: .digitalPost)
        try house.write(
            [NewFact(.decision(refusal), on: house.today.adding(days: -daysAgo))], to: ref)
    }

    /// Somebody complains of it.
    @discardableResult
    func complain(_ about: ComplaintSubject = .decision, id: EntryID = .random()) throws -> EntryID
    {
        try house.act(
            .consultant,
            RegisterComplaint(
                complaint: Complaint(about: about), text: "Jeg er ikke enig", channel: .phone,
                complainant: .citizen, day: house.today,
                answerBy: house.today.adding(days: 14)), on: ref, id: id)
        return id
    }
}

@Suite("A complaint is written down")
struct RegisterComplaintTests {
    let house: TestHouse
    let ref: CaseRef
    let complaint: ActTrial<RegisterComplaint>

    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 30)
        complaint = try ActTrial(
            RegisterComplaint.self, in: house, on: ref,
            [
                "klage-om": "service", "klage-tekst": "Ingen ringede tilbage",
                "klage-vej": "letter", "klage-fra": "relative", "klage-svar": "+14",
            ])
    }

    @Test("however it came, with the day an answer is promised; nothing is deleted while it waits")
    func writtenDown() throws {
        try complaint.expectWrittenOnce(saying: "Klagen er skrevet ned.", facts: 2)
        let page = try complaint.visitor.get("/sager/\(ref.number)/klager").text
        for words in ["Ingen ringede tilbage", "Brev, en pårørende", "Senest 26.11.2026"] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(try house.file(ref).current.map(\.type).suffix(2) == ["complaint", "pending"])
        #expect(!house.files.folder.everyByte.contains("ringede tilbage"))
        let told = try complaint.visitor.timeline(of: ref)
        #expect(told.first?.contains("Klage over hvordan man er blevet mødt") == true)
        #expect(!told.contains { $0.contains("pending") })
    }

    @Test("one that was written by mistake goes with what was written beside it, also when mended")
    func takenBack() throws {
        let first = EntryID(51)
        try complaint.visitor.carryOut(RegisterComplaint.self, on: ref, complaint.typed)
        let entry = try #require(try house.file(ref).complaints.first).entry.id
        try complaint.visitor.carryOut(
            RegisterComplaint.self, on: ref, about: entry,
            ["klage-vej": "phone", "hvorfor-rettet": "Det var i telefonen"])
        #expect(try house.file(ref).complaints.first?.channel == .phone)
        let mended = try #require(try house.file(ref).complaints.first).entry.id
        #expect(mended != entry && mended != first)
        try complaint.visitor.carryOut(
            TakeBack.self, on: ref, about: mended, ["hvorfor-fjernet": "Forkert sag"])
        #expect(try house.file(ref).current.map(\.type) == ["enquiry", "person"])
        #expect(try house.records.faults() == [])
    }

    @Test("what is missing comes back with a word at its field")
    func faults() throws {
        try complaint.expectFaults(
            [
                "klage-om": "", "klage-tekst": "", "klage-vej": "", "klage-fra": "",
                "klage-svar": "",
            ],
            [
                "klage-om: Vælg, hvad der klages over", "klage-tekst: Skriv, hvad klagen siger",
                "klage-vej: Vælg, hvordan klagen kom", "klage-fra: Vælg, hvem der klager",
                "klage-svar: Skriv, hvornår borgeren senest får svar",
            ])
        try complaint.expectFaults(
            ["klage-svar": "-1", "klage-skete": "10-11-2026", "klage-kendt": "09-11-2026"],
            [
                "klage-svar: Den dag er gået. Skriv en dag, der kommer",
                "klage-kendt: Det kan ikke opdages, før det er sket",
            ])
    }

    @Test("the page says where each goes, by whom and until when, and names nobody who is gone")
    func routes() throws {
        let refused = try RefusedCase(daysAgo: 10)
        let visitor = try Visitor(refused.house, as: .consultant)
        let page = try visitor.get("/sager/\(refused.ref.number)/klager").text
        for words in [
            "Center for Rusmidler, Sankelmarksvej 10A", "inden for 4 uger",
            "Til og med 30.11.2026", "Styrelsen for Patientklager", "i 2 år",
        ] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(!page.contains("Patientombuddet"))
    }

    @Test("it is for those who read journals")
    func access() throws {
        try complaint.expectOnly([.consultant, .medical, .visitator, .leader])
    }
}

@Suite("A complaint is answered")
struct ConcludeComplaintTests {
    private func answer(_ of: RefusedCase, _ id: EntryID) throws -> ActTrial<ConcludeComplaint> {
        try ActTrial(
            ConcludeComplaint.self, in: of.house, on: of.ref, as: .leader,
            [
                "svar-klage": id.formText, "svar-udfald": "partly",
                "klagesvar": "Vi giver en ny samtale",
                "svar-laering": "Forklar afslag i telefonen",
            ])
    }

    @Test("one that came in time is answered, and the leader reads what was learned")
    func answered() throws {
        let refused = try RefusedCase(daysAgo: 20)
        let trial = try answer(refused, refused.complain())
        let open = try trial.visitor.get("/klager").text
        #expect(open.contains("Senest 26.11.2026") && !open.contains("Kom for sent"))
        try trial.expectWrittenOnce(saying: "Svaret er gemt. Skriv den nye afgørelse", facts: 2)
        let list = try trial.visitor.get("/klager").text
        for words in [
            "Borgeren fik delvist ret", "Forklar afslag i telefonen", "Svaret i tide",
            "Ingen klager venter på svar",
        ] {
            #expect(list.contains(words), "\(words)")
        }
        #expect(try refused.house.logCount(.listRead) >= 2)
        #expect(try refused.house.file(refused.ref).current.map(\.type).last == "pending-ended")
        try trial.expectRefused("svar-klage: Klagen blev afsluttet 12-11-2026")
        let day = CalendarDay(isoText: "2026-11-27")
        #expect(
            try refused.house.file(refused.ref).complaints.first?
                .standing(on: #require(day)) == .met)
    }

    @Test("one that has waited beyond the day that was promised says so")
    func overdue() throws {
        let refused = try RefusedCase(daysAgo: 20)
        try refused.complain(.service)
        refused.house.time.move(to: Instant(seconds: refused.house.now.seconds + 15 * 86_400))
        let visitor = try Visitor(refused.house, as: .leader)
        #expect(try visitor.get("/klager").text.contains("Skulle være svaret 26.11.2026"))
    }

    @Test("one that came too late is judged before it is answered, and never turned away by itself")
    func late() throws {
        let refused = try RefusedCase(daysAgo: 40)
        let id = try refused.complain()
        let trial = try answer(refused, id)
        let page = try trial.visitor.get("/sager/\(refused.ref.number)/klager").text
        #expect(page.contains("Kom for sent") && page.contains(">Vurdér"))
        try trial.expectRefused(
            "svar-klage: Klagen kom for sent. Vurdér først, om den behandles alligevel")
        let assessment = try ActTrial(
            AssessComplaint.self, in: refused.house, on: refused.ref, as: .leader,
            [
                "sent-klage": id.formText, "sent-svar": "ja",
                "sent-hvorfor": "Borgeren var indlagt",
            ])
        try assessment.expectFaults(
            ["sent-klage": "", "sent-svar": "", "sent-hvorfor": ""],
            [
                "sent-klage: Vælg, hvilken klage det er", "sent-svar: Vælg, om klagen behandles",
                "sent-hvorfor: Skriv hvorfor",
            ])
        try assessment.expectWrittenOnce(saying: "Klagen behandles alligevel.")
        try trial.expectWrittenOnce(saying: "Svaret er gemt.", facts: 2)
    }

    @Test("one that came too late may be left, with a reason")
    func left() throws {
        let refused = try RefusedCase(daysAgo: 40)
        let id = try refused.complain()
        let assessment = try ActTrial(
            AssessComplaint.self, in: refused.house, on: refused.ref, as: .visitator,
            ["sent-klage": id.formText, "sent-svar": "nej", "sent-hvorfor": "Et halvt år efter"])
        try assessment.expectWrittenOnce(saying: "Klagen behandles ikke.", facts: 2)
        try assessment.expectRefused("sent-klage: Klagen blev afsluttet 12-11-2026")
        let list = try Visitor(refused.house, as: .leader).get("/klager").text
        #expect(list.contains("Kom for sent og blev ikke behandlet"))
    }

    @Test("one that came in time is not judged late")
    func inTime() throws {
        let refused = try RefusedCase(daysAgo: 20)
        let id = try refused.complain()
        let assessment = try ActTrial(
            AssessComplaint.self, in: refused.house, on: refused.ref, as: .leader,
            ["sent-klage": id.formText, "sent-svar": "nej", "sent-hvorfor": "Nej"])
        let form = try assessment.visitor.form(of: AssessComplaint.self, on: refused.ref)
        try assessment.visitor.send(form.filled(assessment.typed), to: form.action)
        #expect(
            assessment.visitor.answer.problems == [
                "sent-klage: Klagen kom i tide, så der er ikke noget at vurdere"
            ])
    }

    @Test("what is missing comes back, and no answer lies before its complaint")
    func faults() throws {
        let refused = try RefusedCase(daysAgo: 20)
        let trial = try answer(refused, refused.complain())
        try trial.expectFaults(
            ["svar-klage": "", "svar-udfald": "", "klagesvar": ""],
            [
                "svar-klage: Vælg, hvilken klage det er",
                "svar-udfald: Vælg, hvad der blev af den", "klagesvar: Skriv, hvad vi svarede",
            ])
        try trial.expectRefused(
            ["klagesvar-dato": "11-11-2026"],
            "klagesvar-dato: Klagen kom først 12-11-2026. Skriv en senere dag")
    }

    @Test("those who decide answer; the list of lessons is the leader's")
    func access() throws {
        let refused = try RefusedCase(daysAgo: 20)
        try answer(refused, refused.complain()).expectOnly([.visitator, .leader])
        for role in Role.allCases where role != .leader {
            #expect(try Visitor(refused.house, as: role).get("/klager").status == 404)
        }
    }
}
