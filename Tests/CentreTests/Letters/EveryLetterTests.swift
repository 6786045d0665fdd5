import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

/// What holds for every letter that can be made: under every standard, of every decision, however it goes out.
@Suite("Every letter")
struct EveryLetterTests {
    /// Every letter of a standard, by name.
    private static func letters(
        _ standard: String, on day: String
    ) throws -> [(name: String, letter: LetterText)] {
        let today = try #require(CalendarDay(isoText: day))
        let house = try TestHouse(
            standard: standard, at: Instant(day: today, hour: 9, minute: 14))
        let (book, staff) = (house.records.standards, try house.member(.leader).id)
        func state(_ ref: CaseRef) throws -> CaseState {
            try CaseState(house.file(ref), book, by: staff, at: house.now)
        }
        let ref = try house.enquiry(daysAgo: 20, name: "Grethe Gran")
        var found: [(name: String, letter: LetterText)] = []
        let delay = ExplainDelay(
            reason: .noTime, why: "Vi havde ikke en ledig tid i tide.",
            offered: "en samtale på mandag.", recipient: ["Grethe Gran"], delivery: .letter)
        found.append(("late", delay.letter(try state(ref))))
        try house.act(.consultant, Propose(), on: ref)
        for delivery in Delivery.allCases {
            let decisions: [(String, Decide)] = [
                ("refused", .refused(by: delivery)),
                ("granted", .granted(from: today, by: delivery)),
                ("paid", .granted(from: today, payment: 120, by: delivery)),
                ("other", .granted(.day, from: today, other: true, by: delivery)),
            ]
            found += try decisions.map { ("\($0) \(delivery)", $1.letter(try state(ref))) }
        }
        let acts: [any CaseAct] = [
            SendHearing(until: today.adding(days: 14)),
            PostponeDecision(
                why: "Vi mangler et svar fra din læge.", until: today.adding(days: 7),
                recipient: ["Grethe Gran"], delivery: .letter),
            Decide.refused(),
            ReopenDecision(
                why: "Du har fortalt om noget nyt.", recipient: ["Grethe Gran"], delivery: .letter),
            WithdrawDecision(
                why: "Stedet er lukket.", recipient: ["Grethe Gran"], delivery: .letter),
        ]
        for act in acts {
            let id = EntryID.random()
            try house.act(.leader, act, on: ref, id: id)
            let file = try house.file(ref)
            let entry = try #require(file.entries.first { $0.id == id })
            let (ledger, audit, now) = (house.records.ledger, house.records.audit, house.now)
            let body = try house.perform { db in
                let token = try audit.record(.caseRead, by: .system, cases: [ref], at: now, in: db)
                return try ledger.body(of: entry, in: ref, token)
            }
            found.append(("\(type(of: act))", try body.read(CarriedLetter.self).letter))
            if act is Decide { found += try plainLetters(state(ref)) }
        }
        return found
    }

    /// A template says nothing of a case that has everything.
    private struct NoText: Error { let id: String }

    /// Those that are made from a template alone, of a case in which something was decided.
    private static func plainLetters(
        _ state: CaseState
    ) throws -> [(name: String, letter: LetterText)] {
        try LetterKinds.all.map { kind in
            let content = LetterContent(
                state, to: ["Grethe Gran"],
                saying: kind.asksFor == nil ? "" : "Det drejer sig om tolv uger fra på mandag.")
            guard let paragraphs = kind.paragraphs(content) else { throw NoText(id: kind.id) }
            return (
                "template \(kind.id)",
                LetterText(
                    recipient: content.recipient, subject: kind.title, paragraphs: paragraphs)
            )
        }
    }

    private static let standards = ShippedStandards.ids

    /// What no letter says, whatever its date: gone, repealed, moved, or no word for a person.
    private static let forbidden = [
        "Patientombud", "Patientklagenævn", "Sociale Nævn", "Embedslæge", "pkn.dk", "§ 141 a",
        "§ 141 b", "141, stk. 5", "141, stk. 6", "Serviceloven § 50", "Serviceloven § 153",
        "misbrug", "alkoholiker", "klient", "patient ", "udeblev", "tilbagefald", "foranstaltning",
        "imødekommes", "du skal", "mangler at",
    ]

    @Test("names no body or paragraph that is gone, and no word that shames", arguments: standards)
    func forbidden(standard: String) throws {
        for day in ["2024-02-01", "2026-11-12"] {
            let today = try #require(CalendarDay(isoText: day))
            for (name, letter) in try Self.letters(standard, on: day) {
                let text = letter.lines.joined(separator: "\n")
                for words in Self.forbidden {
                    #expect(
                        !text.lowercased().contains(words.lowercased()),
                        "\(standard) \(name): \(words)")
                }
                #expect(OutdatedReference.found(in: text, on: today).isEmpty, "\(name)")
            }
        }
    }

    @Test("can be read: LIX at most 40", arguments: standards)
    func readable(standard: String) throws {
        for (name, letter) in try Self.letters(standard, on: "2026-11-12") {
            let text = ReadText(lines: letter.lines)
            #expect(text.lix <= 40, "\(standard) \(name): LIX \(text.lix)")
        }
    }

    @Test(
        "tells who gets less than she asked for how to complain, and nobody else",
        arguments: standards)
    func guidance(standard: String) throws {
        for (name, letter) in try Self.letters(standard, on: "2026-11-12") {
            let isAdverse = ["refused", "paid", "other", "Decide"].contains {
                name.hasPrefix($0)
            }
            #expect(letter.guidance.isEmpty == !isAdverse, "\(name)")
            if isAdverse {
                #expect(letter.lines.contains { $0.contains("Styrelsen for Patientklager") })
            }
        }
    }
}
