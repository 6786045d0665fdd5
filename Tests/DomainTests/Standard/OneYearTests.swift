import Domain
import Testing

/// One citizen's year under the four municipal standards. Where they differ was worked out by hand
/// from the four texts before the rules were asked.
@Suite struct OneYearTests {
    /// A citizen of 25 with a child at home: asks on 6 January 2025, begins on the 15th, is
    /// granted residential treatment, is refused day treatment by letter, leaves against advice
    /// on 1 August and comes back in November.
    private static let history = HistoryText.read(
        person: #""born": "1999-12-01""#,
        [
            HistoryText.enquiry("2025-01-06"),
            HistoryText.service("2025-01-08", "information-talk"),
            HistoryText.event(
                "2025-01-08", "child", #", "born": "2020-02-02", "relation": "own", "home": true"#),
            HistoryText.event("2025-01-10", "enrolment"),
            HistoryText.event("2025-01-13", "plan-agreed"),
            HistoryText.service("2025-01-15"), HistoryText.service("2025-01-22"),
            HistoryText.event(
                "2025-02-03", "application",
                #", "modality": "residential", "outpatientTried": true"#),
            // 91 days to the end: half of them is 45, so the middle is 27 March.
            HistoryText.decision(
                "2025-02-10", "residential",
                #""outcome": "granted", "until": "2025-05-12", "delivery": "digital-post""#),
            // Six working days after Tuesday 1 July is Wednesday the 9th; four weeks on, 6 August.
            HistoryText.decision(
                "2025-07-01", "day", #""outcome": "refused", "delivery": "letter""#),
            HistoryText.event("2025-07-15", "entry", #", "by": "social""#),
            HistoryText.event("2025-08-01", "discharge", #", "reason": "against-advice""#),
            HistoryText.enquiry("2025-11-03"),
        ],
        questions: [
            HistoryText.ask("unit", "2025-12-31"),
            HistoryText.ask("payment", "2025-12-31", #", "item": "antabus""#),
            HistoryText.freeChoice("2025-12-31", "day", granted: "day"),
            HistoryText.freeChoice("2025-12-31", "day", granted: "day", approved: false),
            HistoryText.ask("notify-authority", "2025-12-31", #", "role": "consultant""#),
        ])

    private func verdict(_ id: String) throws -> Verdict {
        let history = try #require(Self.history)
        let standard = try #require(QualityStandard.shipped(id: id))
        let day = try #require(CalendarDay(isoText: "2025-12-31"))
        return Domain.verdict(of: history, under: standard, on: day)
    }

    /// The deadlines that are the standards' own, as `what day`, or `what –` where it is silent.
    @Test(
        "each standard's own deadlines",
        arguments: [
            (
                "naestved",
                [
                    "complaint-decision –", "follow-up:1 –", "follow-up:6 –", "intake-interview –",
                    "intake-interview –", "plan-review –", "retention:social –", "return-window –",
                ]
            ),
            (
                "vordingborg-2024",
                [
                    "complaint-decision 2025-08-06", "intake-interview –", "intake-interview –",
                    "plan-in-guarantee 2025-01-20", "plan-in-guarantee 2025-11-17",
                    "plan-review 2025-07-13", "retention:social –", "return-window –",
                    "visitation 2025-01-20", "visitation 2025-11-17",
                ]
            ),
            (
                "halsnaes-2023",
                [
                    "complaint-decision –", "course-evaluation 2025-04-09", "follow-up:1 –",
                    "follow-up:6 –", "intake-interview 2025-01-20", "intake-interview 2025-11-17",
                    "plan-review –", "provider-midway 2025-03-27", "retention:social –",
                    "return-window –",
                ]
            ),
            (
                "lyngby-2024",
                [
                    "complaint-decision –", "follow-up:1 2025-09-01", "follow-up:6 2026-02-01",
                    "intake-interview 2025-01-13", "intake-interview 2025-11-10",
                    "plan-review 2025-04-13", "provider-midway 2025-03-27",
                    "retention:social 2030-08-01", "return-window 2026-08-01",
                ]
            ),
        ])
    func deadlines(id: String, expected: [String]) throws {
        let own = try verdict(id).deadlines
            .filter { $0.binding != .law && !$0.kind.word.hasPrefix("grant-") }
            .map { "\($0.kind.word) \($0.due?.isoText ?? "–")" }
            .sorted()
        #expect(own == expected)
    }

    @Test("the clocks are the law's and the same everywhere", arguments: ShippedStandards.ids)
    func clocks(id: String) throws {
        let clocks = try verdict(id).guarantee
        #expect(clocks.map(\.status) == [.met, .overdue])
        #expect(clocks.map { $0.lastDay.isoText } == ["2025-01-20", "2025-11-17"])
    }

    @Test(
        "notices follow each text",
        arguments: [
            ("naestved", []),
            ("vordingborg-2024", ["child-at-home", "standard-gap"]),
            ("halsnaes-2023", ["child-at-home"]),
            ("lyngby-2024", ["child-at-home", "returned-within-window"]),
        ])
    func notices(id: String, expected: [String]) throws {
        #expect(try verdict(id).notices.map(\.code.rawValue).sorted() == expected)
    }

    @Test(
        "answers follow each text: unit, antabus, a free choice of day treatment, an unapproved one",
        arguments: [
            ("naestved", ["gap", nil, "denied", "denied", nil]),
            // 26 since 1 December, so no longer in the gap.
            ("vordingborg-2024", ["Forandringsindsatsen", "centre", "denied", "denied", nil]),
            ("halsnaes-2023", ["gap", nil, "allowed", "self-pay", nil]),
            ("lyngby-2024", ["gap", nil, "denied", "denied", nil]),
        ])
    func answers(id: String, expected: [String?]) throws {
        #expect(try verdict(id).answers.map(\.value) == expected)
    }

    @Test(
        "intensity by months or by weeks",
        arguments: [
            ("naestved", ["2025-W02", "2025-W03", "2025-W04"]),
            ("lyngby-2024", ["2025-W02", "2025-W03", "2025-W04"]),
            ("vordingborg-2024", ["2025-01"]), ("halsnaes-2023", ["2025-01"]),
        ])
    func intensity(id: String, expected: [String]) throws {
        #expect(try verdict(id).intensity.map(\.period) == expected)
    }

    @Test("what a standard leaves open is said to be open, in the words of the house")
    func silence() throws {
        for id in ShippedStandards.ids {
            for deadline in try verdict(id).deadlines where deadline.state == .notSet {
                #expect(deadline.due == nil)
                #expect(
                    deadline.because.contains {
                        $0.text.contains("ikke fastsat i kvalitetsstandarden")
                    })
                #expect(deadline.because.contains { $0.source.hasPrefix(id) })
            }
        }
    }
}
