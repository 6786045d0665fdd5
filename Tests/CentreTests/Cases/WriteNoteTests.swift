import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Writing a note")
struct WriteNoteTests {
    static let text = "Har haft 3 dage uden alkohol.\nSover \"bedre\" & <spiser>."

    let house: TestHouse
    let ref: CaseRef
    let note: ActTrial<WriteNote>

    /// Asked nine days ago.
    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 9)
        note = try ActTrial(
            WriteNote.self, in: house, on: ref,
            [
                "ydelse": "individual-session", "minutter": "45", "notat": Self.text,
                "notat-dato": "i dag", "notat-tid": "0900",
            ])
    }

    private func last() throws -> LedgerEntry { try #require(try house.file(ref).current.last) }

    @Test("a talk is written with its words, and the first that begins treatment stops the clock")
    func written() throws {
        try note.expectWrittenOnce(saying: "Notatet er gemt på sag \(ref.number).")
        let entry = try last()
        #expect(entry.fact == .service(Service(.individualSession, minutes: 45)))
        #expect(entry.at == Instant(day: house.today, hour: 9, minute: 0))
        #expect(try house.guaranteeClock(of: ref)?.status == .met)
        let line = try note.visitor.timeline(of: ref).first ?? ""
        #expect(
            line.hasPrefix(
                """
                Torsdag den 12. november 2026 kl. 9.00 Individuel samtale 45 min (kom) \
                Har haft 3 dage uden alkohol. Sover "bedre" & <spiser>. Consultant Medarbejder
                """), "\(line)")
    }

    @Test("the form on the case's page is open, and sends the same")
    func onThePage() throws {
        try note.visitor.visit("/sager/\(ref.number)").fill("notat-formular", note.typed)
        #expect(note.visitor.answer.words(of: "bekraeftelse")?.hasPrefix("Notatet er gemt") == true)
    }

    @Test("who did not come needs neither minutes nor words")
    func missed() throws {
        try note.visitor.carryOut(
            WriteNote.self, on: ref,
            ["kom": "nej", "ydelse": "individual-session", "minutter": "x", "notat": ""])
        #expect(note.visitor.status == 200, "\(note.visitor.answer.problems)")
        #expect(
            try last().fact
                == .service(Service(.individualSession, minutes: nil, attended: false)))
        #expect(try house.guaranteeClock(of: ref)?.status == .running)
    }

    @Test(
        "words without a service say nothing of minutes, and whose they are follows from the role")
    func wordsOnly() throws {
        for (role, author) in [(Role.consultant, EntryAuthor.social), (.medical, .physician)] {
            let visitor = try Visitor(house, as: role)
            try visitor.carryOut(
                WriteNote.self, on: ref,
                ["ydelse": "ingen", "minutter": "", "notat": "Ringede til kommunen"])
            #expect(visitor.status == 200, "\(visitor.answer.problems)")
            #expect(try last().fact == .entry(by: author))
        }
    }

    @Test("by video, an assessment in which the plan was begun")
    func assessment() throws {
        let typed = ["ydelse": "assessment", "hvordan": "video", "plan-begyndt": "ja"]
        try note.visitor.carryOut(
            WriteNote.self, on: ref, note.typed.merging(typed) { $1 })
        #expect(
            try last().fact
                == .service(
                    Service(.assessment, minutes: 45, planBegun: true, channel: .video)))
    }

    @Test("what is typed wrong comes back with a word at each field, in the order of the page")
    func faults() throws {
        try note.expectFaults(
            [
                "ydelse": "", "minutter": "en time", "notat": "", "notat-dato": "i morgen",
                "notat-tid": "tolv",
            ],
            [
                "ydelse: Vælg en ydelse", "minutter: Skriv, hvor mange minutter det varede",
                "notat: Skriv et notat, eller vælg \"Kom ikke\"",
                "notat-dato: Datoen kan ikke være efter i dag",
                "notat-tid: Skriv klokkeslættet som 1000 eller 10.00",
            ])
        try note.expectFaults(
            ["minutter": "1441"], ["minutter: Skriv, hvor mange minutter det varede"])
        try note.expectFaults(
            ["ydelse": "ingen", "notat": "", "notat-dato": ""],
            ["notat: Skriv et notat", "notat-dato: Skriv datoen"])
        try note.expectFaults(
            ["notat-tid": "1530"],
            ["notat-tid: Klokken er 9.14 nu. Skriv et tidspunkt, der har været"])
        try note.expectFaults(
            ["notat-dato": "31-9"], ["notat-dato: 31-9 findes ikke. Skriv en anden dato"])
    }

    @Test("a form that does not say whether she came asks for it")
    func cameMissing() throws {
        let form = try note.visitor.form(of: WriteNote.self, on: ref)
        let fields = form.filled(note.typed).filter { $0.0 != "kom" }
        try note.visitor.send(fields, to: form.action)
        #expect(note.visitor.answer.problems == ["kom: Vælg, om borgeren kom"])
    }

    @Test("twenty thousand characters are a note, one more comes back whole")
    func long() throws {
        let long = String(repeating: "å", count: WriteNote.textLengthMax)
        try note.expectFaults(["notat": long + "å"], ["notat: Skriv højst 20000 tegn"])
        try note.visitor.fill("notat-formular", ["notat": long])
        #expect(note.visitor.status == 200, "\(note.visitor.answer.problems)")
    }

    @Test("nothing is given before anybody has asked")
    func beforeTheEnquiry() throws {
        try note.expectRefused(
            ["notat-dato": "2-11-2026"], "notat-dato: Datoen ligger før henvendelsen 03-11-2026")
    }

    @Test("a case that is closed still takes words: a letter comes, somebody rings")
    func closed() throws {
        try house.write([NewFact(CaseClosed(), on: house.today)], to: ref)
        #expect(try note.visitor.get("/sager/\(ref.number)").form("notat-formular") == nil)
        try note.visitor.carryOut(
            WriteNote.self, on: ref,
            ["ydelse": "ingen", "minutter": "", "notat": "Brev fra hospitalet"])
        #expect(note.visitor.status == 200, "\(note.visitor.answer.problems)")
    }

    @Test("another note typed over one that was sent is a note of its own, or none")
    func typedOver() throws {
        try note.expectNotTypedOver(["notat": "Skrevet ovenpå"])
        try note.visitor.fill("notat-formular")
        #expect(note.visitor.status == 200)
        #expect(try house.file(ref).current.count { $0.sealedBody != nil } == 2)
    }

    @Test("a note is corrected with a reason; its old words stay, struck through")
    func corrected() throws {
        let wrong = EntryID(77)
        try house.act(
            .consultant, WriteNote(.individualSession, minutes: 45, at: house.now, text: "Første"),
            on: ref, id: wrong)
        house.time.advance(days: 1)
        let visitor = try Visitor(house, as: .leader)
        let link = "/sager/\(ref.number)/notat?post=\(wrong.formText)"
        #expect(try visitor.get("/sager/\(ref.number)").text.contains("href=\"\(link)\""))
        let form = try visitor.form(of: WriteNote.self, on: ref, about: wrong)
        #expect(form["notat"] == "Første" && form["minutter"] == "45")
        #expect(form["notat-dato"] == "12-11-2026" && form["notat-tid"] == "0914")
        let typed = ["notat": "Rettet", "minutter": "60", "hvorfor-rettet": "Det varede en time"]
        try visitor.send(form.filled(typed), to: form.action)
        #expect(visitor.status == 200, "\(visitor.answer.problems)")
        try visitor.send(form.filled(typed), to: form.action)
        #expect(visitor.status == 200, "sent twice it is one correction")
        #expect(try house.file(ref).entries.count { $0.corrects == wrong } == 1)
        let entry = try last()
        #expect(entry.fact == .service(Service(.individualSession, minutes: 60)))
        #expect(entry.on == house.today.adding(days: -1), "on the day of the talk")
        let lines = try visitor.timeline(of: ref)
        #expect(
            lines.contains {
                $0.contains("[Individuel samtale 45 min (kom)] Rettet den 13.11.2026 kl. 9.14 af ")
                    && $0.contains("Leader Medarbejder: Det varede en time [Første]")
            }, "\(lines)")
        #expect(try house.logCount(WriteNote.audit) == 2)
    }

    @Test("a correction without a reason comes back with what was typed, and so does a long one")
    func correctionFaults() throws {
        let wrong = EntryID(77)
        try house.act(.consultant, WriteNote("Første", on: house.today), on: ref, id: wrong)
        let visitor = note.visitor
        let long = String(repeating: "æ", count: 501)
        for (why, words) in [("", "Skriv, hvorfor det rettes"), (long, "Skriv højst 500 tegn")] {
            try visitor.carryOut(
                WriteNote.self, on: ref, about: wrong, ["notat": "", "hvorfor-rettet": why])
            #expect(visitor.status == 422)
            #expect(
                visitor.answer.problems == ["notat: Skriv et notat", "hvorfor-rettet: \(words)"])
            let form = try visitor.shownForm(of: WriteNote.self)
            #expect(form["retter"] == wrong.formText && form["hvorfor-rettet"] == why)
            #expect(form["ydelse"] == "ingen")
        }
        #expect(try house.file(ref).entries.count == 3)
    }

    @Test("a correction that came second comes back as a new note, so that nothing is lost")
    func replaced() throws {
        let wrong = EntryID(77)
        try house.act(.consultant, WriteNote("Første", on: house.today), on: ref, id: wrong)
        let second = try Visitor(house, as: .visitator)
        let form = try second.form(of: WriteNote.self, on: ref, about: wrong)
        try note.visitor.carryOut(
            WriteNote.self, on: ref, about: wrong,
            ["notat": "Rettet", "hvorfor-rettet": "Stavefejl"])
        try second.send(
            form.filled(["notat": "Viggos rettelse", "hvorfor-rettet": "Også"]), to: form.action)
        #expect(second.status == 422)
        #expect(
            second.answer.problems == [
                """
                notat-dato: Consultant Medarbejder har rettet notatet kl. 9.14. Din tekst står her. \
                Læs rettelsen, og gem din tekst som et nyt notat, hvis den stadig skal med
                """
            ])
        let again = try second.shownForm(of: WriteNote.self)
        #expect(again["notat"] == "Viggos rettelse" && again["retter"] == nil)
        try second.fill("notat-formular")
        #expect(second.status == 200, "\(second.answer.problems)")
        #expect(try house.file(ref).current.count { $0.sealedBody != nil } == 2)
    }

    @Test("only a note is corrected by a note; anything else is not there")
    func othersEntry() throws {
        let enquiry = try #require(try house.file(ref).entries.first).id
        let address = "/sager/\(ref.number)/notat?post="
        for entry in [enquiry.formText, EntryID(4_711).formText] {
            #expect(try note.visitor.get(address + entry).status == 404)
        }
        let form = try note.visitor.form(of: WriteNote.self, on: ref)
        let correction = ["retter": enquiry.formText, "hvorfor-rettet": "Prøve"]
        try note.visitor.send(
            form.filled(note.typed.merging(correction) { $1 }), to: form.action)
        #expect(note.visitor.status == 422)
        #expect(try house.file(ref).entries.count == 2)
    }

    @Test("it is for those who read and write journals")
    func access() throws {
        try note.expectOnly([.consultant, .medical, .visitator, .leader])
    }
}
