import Domain
import HTML
import Records
import Testing

@testable import Centre
@testable import TestHouse

/// Every page a citizen can meet, in every state worth reading.
enum CitizenPages {
    static let frame = Frame()
    static let monday = CalendarDay(number: 20_766)  // 2026-11-09

    static let all: [(name: String, page: HTML)] =
        steps + answers
        + InformationPage.allCases.map { ($0.rawValue, frame.informationPage($0)) } + [
            ("forside", frame.frontPage(at: Instant(day: monday, hour: 9, minute: 0))),
            ("start", frame.enquiryStartPage()),
            ("start, glemt", frame.enquiryStartPage(wasForgotten: true)),
            ("404", frame.notFoundPage()), ("403", frame.forbiddenPage()),
            ("500", frame.failurePage(number: "7F3A")),
            ("503", frame.closedPage(until: "kl. 13.00")),
            ("kvittering, væk", frame.receiptGonePage()),
        ]

    static var filled: EnquiryAnswers {
        EnquiryAnswers(
            concern: .myself, age: .adult, wish: .treatment, isPregnant: true, hasChildren: true,
            message: "Jeg vil gerne tale med nogen.", contact: .call, phone: "20 30 40 50",
            mobile: "20304050", hours: [.morning, .evening], isDiscreet: true, alias: "Bo")
    }

    private static var steps: [(name: String, page: HTML)] {
        let aboutAnother = EnquiryAnswers(concern: .another)
        let allFaults: [EnquiryFault] = [
            .concernMissing, .wishMissing, .contactMissing, .phoneMissing, .mobileMissing,
            .phoneLength(field: .phone, digits: 7), .phoneLength(field: .mobile, digits: 9),
            .messageTooLong(lengthMax: 5_000), .aliasTooLong(lengthMax: 200),
        ]
        return EnquiryStep.allCases.dropLast().flatMap { step in
            [
                ("trin \(step.slug)", frame.enquiryStepPage(step, EnquiryAnswers())),
                ("trin \(step.slug), udfyldt", frame.enquiryStepPage(step, filled)),
                ("trin \(step.slug), pårørende", frame.enquiryStepPage(step, aboutAnother)),
                (
                    "trin \(step.slug), fejl",
                    frame.enquiryStepPage(step, filled, faults: allFaults, token: "t")
                ),
            ]
        }
    }

    private static var answers: [(name: String, page: HTML)] {
        let receipts = ContactWay.allCases.map { contact in
            Receipt(
                code: ["lampe", "fugl", "torv", "sne"], contact: contact,
                isDiscreet: contact == .call,
                audience: contact == .call ? .adult : contact == .text ? .relative : .young,
                promisedBy: monday.adding(days: 1),
                lastDay: contact == .text ? nil : monday.adding(days: 14))
        }
        let lastDay = monday.adding(days: 14)
        let progress: [OwnAppointment.Progress] = [
            .none, .running(lastDay: lastDay), .overdue(lastDay: lastDay), .begun(monday), .closed,
        ]
        let faults: [CodeFault?] = [
            nil, .missing, .wordMissing, .unknown, .tooManyTries(minutes: 3),
        ]
        return [
            (
                "tjek",
                frame.enquiryCheckPage(filled, promisedBy: monday.adding(days: 1), token: "t")
            )
        ]
            + receipts.map { ("kvittering \($0.contact)", frame.receiptPage($0)) }
            + progress.flatMap { progress in
                [true, false].map { comesSelf in
                    let own = OwnAppointment(
                        receivedOn: monday, guarantee: progress,
                        bookedAt: progress == .none ? .day(lastDay) : nil, comesSelf: comesSelf)
                    return ("aftale \(progress) \(comesSelf)", frame.appointmentPage(own))
                }
            }
            + ownTimes(lastDay)
            + faults.map { ("kode \(String(describing: $0))", frame.codePage(fault: $0)) }
    }

    /// Choosing a time, moving it, giving it up.
    private static func ownTimes(_ lastDay: CalendarDay) -> [(name: String, page: HTML)] {
        func choice(_ days: [CalendarDay], fault: String? = nil) -> OwnChoice {
            OwnChoice(
                free: days.map { day in
                    let start = Instant(day: day, hour: 10, minute: 0)
                    return FreeTime(
                        staff: StaffID(1), startsAt: start,
                        endsAt: Instant(seconds: start.seconds + 3600), site: nil, room: nil)
                },
                names: CalendarNames(facts: CentreFacts(.demonstration), staff: [:]),
                lastDay: lastDay, fault: fault)
        }
        let choices = [
            choice([]), choice([lastDay]), choice([lastDay.adding(days: 2)]),
            choice([lastDay], fault: OwnChoice.takenWords),
        ]
        let time = OwnTime(
            entry: EntryID(1), startsAt: Instant(day: lastDay, hour: 9, minute: 0))
        let moves =
            choices.enumerated().map { ("flyt \($0)", frame.ownMovePage($1, from: time)) }
            + [("aflys", frame.giveUpPage(time))]
        return choices.enumerated().map { number, choice in
            var own = OwnAppointment(
                receivedOn: monday, guarantee: .running(lastDay: lastDay), bookedAt: nil)
            own.choice = choice
            return ("vælg tid \(number)", frame.appointmentPage(own))
        } + moves
    }
}

@Suite("A citizen can read the pages")
struct PlainLanguageTests {
    /// Words that shame, and the office's own words (UX: part B.5).
    static let forbidden = [
        "misbruger", "misbrugere", "misbrug", "alkoholiker", "alkoholikere", "druk", "klient",
        "klienter", "patient", "patienter", "sag", "sagen", "sager", "afvist", "udeblevet",
        "udeblev", "udeblivelse", "tilbagefald", "konsultation", "session", "indsats", "ydelse",
        "ydelser", "foranstaltning", "du skal", "du mangler at",
    ]

    @Test("no page uses a word that shames", arguments: CitizenPages.all.map(\.name))
    func noForbiddenWord(name: String) throws {
        let words = " " + (try text(of: name).words.joined(separator: " ")) + " "
        for word in Self.forbidden {
            #expect(!words.contains(" \(word) "), "»\(word)« står på siden \(name)")
        }
    }

    @Test("every page reads easily: LIX at most 30", arguments: CitizenPages.all.map(\.name))
    func readability(name: String) throws {
        let text = try text(of: name)
        #expect(text.lix <= 30, "\(name): LIX \(text.lix)")
    }

    @Test("no sentence is longer than twenty words", arguments: CitizenPages.all.map(\.name))
    func shortSentences(name: String) throws {
        for sentence in try text(of: name).sentences where sentence.count > 20 {
            Issue.record("\(name): \(sentence.joined(separator: " "))")
        }
    }

    @Test("the front page says what matters in sixty words")
    func frontPageIsShort() throws {
        let words = try text(of: "forside").words
        let end = try #require(words.firstIndex(of: "har"))
        #expect(words[..<end].count <= 60)
    }

    @Test("no title in the browser's history tells what it is about")
    func neutralTitles() {
        for (name, page) in CitizenPages.all {
            let title = page.text.prefix(while: { $0 != "\u{0}" })
                .split(separator: "<title>").dropFirst().first?.split(separator: "</title>").first
            for word in ["alkohol", "drik", "behandling"] {
                #expect(title?.lowercased().contains(word) == false, "\(name)")
            }
        }
    }

    @Test("every page shows the phone number, so that none is a dead end")
    func noDeadEnd() {
        for (name, page) in CitizenPages.all {
            #expect(page.text.contains("12 34 56 78"), "\(name)")
            #expect(page.text.contains("href=\"/forlad\""), "\(name)")
            #expect(page.text.utf8.count < 14_000, "\(name)")
        }
    }

    private static let texts = Dictionary(
        uniqueKeysWithValues: CitizenPages.all.map { ($0.name, ReadText(markup: $0.page.text)) })

    private func text(of name: String) throws -> ReadText {
        try #require(Self.texts[name])
    }
}

/// The words of a page's main part, sentence by sentence.
private struct ReadText {
    let sentences: [[String]]

    var words: [String] { sentences.flatMap(\.self) }

    /// Words per sentence, and the share of words over six letters.
    var lix: Double {
        let words = self.words
        guard !words.isEmpty else { return 0 }
        let long = words.count { $0.count > 6 }
        return Double(words.count) / Double(sentences.count)
            + 100 * Double(long) / Double(words.count)
    }

    init(markup: String) {
        let main =
            markup.split(separator: "<main").last?.split(separator: "</main>").first.map(
                String.init) ?? markup
        // A heading, a label, a cell or a line ends as a full stop ends a sentence.
        let ends = ["p", "li", "h1", "h2", "dt", "dd", "label", "legend", "button", "strong"]
        let marked = ends.reduce(main.replacing("<br>", with: ". ")) { text, tag in
            text.replacing("</\(tag)>", with: ". ")
        }
        let text = marked.replacing(#/<[^>]*>/#, with: "")
        // 8.30, 10. november and "kl." end no sentence.
        sentences = text.replacing(#/(\d)\.(?=\d| [a-zæøå])/#, with: { "\($0.1)" }).replacing(
            "kl.", with: "kl"
        )
        .split(whereSeparator: { ".?!:".contains($0) })
        .map { sentence in
            sentence.lowercased()
                .split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" })
                .map(String.init)
        }
        .filter { !$0.isEmpty }
    }
}
