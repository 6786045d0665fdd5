import Domain

/// Histories in which every value of a standard has something to say: a long course, and small
/// ones for what excludes one another. Written as JSON text, as a history is.
enum RichHistories {
    /// A history and the days on which it is looked at.
    struct Case: Sendable {
        let history: CaseHistory
        let days: [CalendarDay]
    }

    static let all: [Case] = [
        [long], ages, anonymous, relatives, discharges, grants, refusals, requests, places,
        closings, services,
    ].flatMap { $0 }.compactMap(\.self)

    private static func make(
        _ days: [String], person: String = #""born": "1980-05-01""#, _ events: [String],
        questions: [String] = []
    ) -> Case? {
        HistoryText.read(person: person, events, questions: questions).map {
            Case(history: $0, days: days.compactMap { CalendarDay(isoText: $0) })
        }
    }

    // MARK: A long course

    private static let long = make(
        ["2024-12-01", "2025-02-01", "2025-07-01", "2027-01-01", "2031-01-01"],
        person: #""born": "1980-05-01", "healthAuthorisation": true"#, longEvents,
        questions: longQuestions)

    private static let longEvents: [String] = [
        HistoryText.enquiry("2024-09-02"),
        HistoryText.service("2024-09-08", "information-talk"),
        #""on": "2024-09-10", "type": "enrolment""#,
        #""on": "2024-09-11", "type": "application", "modality": "day", "outpatientTried": false"#,
        HistoryText.decision(
            "2024-09-13", "day",
            #""outcome": "granted", "delivery": "letter", "until": "2025-03-13""#),
        #""on": "2024-09-14", "type": "plan-agreed""#,
        HistoryText.service("2024-09-16"),
        #""on": "2024-09-17", "type": "child", "born": "2015-01-01", "relation": "own", "home": true"#,
        #""on": "2024-09-18", "type": "informed", "about": "driving""#,
        #""on": "2024-09-19", "type": "prescription", "drug": "craving", "byProfession": "physician""#,
        #""on": "2024-09-19", "type": "dispensed", "drug": "craving", "sober": "yes", "given": true"#,
        #""on": "2025-05-01", "type": "entry", "by": "social""#,
        #""on": "2025-06-01", "type": "discharge", "reason": "completed""#,
        HistoryText.enquiry("2025-12-01"),
    ]

    private static let longQuestions: [String] =
        PaymentItem.allCases.flatMap { item in
            ["2024-10-01", "2024-10-20", "2024-11-20"].map {
                HistoryText.ask("payment", $0, #", "item": "\#(item.rawValue)""#)
            }
        }
        + NotifierRole.allCases.map {
            HistoryText.ask("notify-authority", "2024-09-20", #", "role": "\#($0.rawValue)""#)
        }
        + [
            HistoryText.ask("send-application", "2024-09-20", #", "modality": "day""#),
            HistoryText.ask("notify-police", "2024-09-20"),
        ]

    // MARK: People

    /// One of each age at which a standard could draw a line.
    private static let ages: [Case?] = [
        0, 5, 12, 13, 14, 15, 16, 17, 18, 19, 23, 24, 25, 26, 27, 66, 67, 68,
    ].map { age in
        make(
            ["2025-05-02"], person: #""born": "\#(2025 - age)-05-01""#,
            [HistoryText.enquiry("2025-05-01")],
            questions: [
                HistoryText.ask("target-group", "2025-05-01"),
                HistoryText.ask("anonymous-treatment", "2025-05-01"),
                HistoryText.ask("unit", "2025-05-01"),
                HistoryText.ask("unit", "2025-05-01", #", "site": "Vordingborg""#),
                HistoryText.ask("unit", "2025-05-01", #", "site": "Stege""#),
            ])
    }

    /// Young people who have had so many anonymous talks.
    private static let anonymous: [Case?] = (0...4).map { talks in
        make(
            ["2025-05-20"], person: #""born": "2009-01-01", "anonymous": true"#,
            (0..<talks).map { HistoryText.service("2025-05-0\($0 + 1)", "general-advice") },
            questions: [HistoryText.ask("anonymous-counselling", "2025-05-20")])
    }

    private static let relatives = [
        make(
            ["2025-05-20"], person: #""relative": true"#, [],
            questions: [HistoryText.ask("target-group", "2025-05-20")] + placeQuestions)
    ]

    // MARK: Acts

    private static let discharges: [Case?] = DischargeReason.allCases.map { reason in
        make(
            ["2024-02-10", "2025-01-01"],
            [
                HistoryText.service("2024-01-10"),
                #""on": "2024-01-31", "type": "discharge", "reason": "\#(reason.rawValue)""#,
            ])
    }

    private static let grants: [Case?] = Modality.allCases.map { modality in
        make(
            ["2024-03-01", "2025-01-01"],
            [
                HistoryText.decision(
                    "2024-02-01", modality.rawValue,
                    #""outcome": "granted", "until": "2024-08-01", "delivery": "digital-post""#)
            ])
    }

    /// Four weeks after these, each day lies on which an office may be closed.
    private static let refusals: [Case?] = [
        "2025-03-20", "2025-04-03", "2025-05-02", "2025-05-08", "2024-11-26", "2024-12-03",
    ].map { day in
        make(
            ["2025-12-01"],
            [HistoryText.decision(day, "day", #""outcome": "refused", "delivery": "digital-post""#)]
        )
    }

    private static let requests: [Case?] = [
        "2025-04-25", "2025-05-23", "2025-05-30", "2024-12-17", "2024-12-27",
    ].map { make(["2025-12-01"], [#""on": "\#($0)", "type": "records-request""#]) }

    // MARK: Questions

    private static let placeQuestions: [String] = Modality.allCases.flatMap { modality in
        [(true, true, 1), (false, true, 1), (true, false, 1), (true, true, 0)].map {
            (approved: Bool, listed: Bool, agreements: Int) in
            let place = """
                , "modality": "\(modality.rawValue)", "granted": "\(modality.rawValue)", \
                "approved": \(approved), "listed": \(listed), \
                "municipalAgreements": \(agreements), "municipal": false
                """
            return HistoryText.ask("free-choice", "2025-05-20", place)
        }
    }

    private static let places = [
        make(
            ["2025-05-20"], [],
            questions: placeQuestions + [
                HistoryText.ask("give-nada", "2025-05-20", #", "staffTrained": true"#)
            ]
        )
    ]

    /// A review before the last plan: the days since then decide whether the case may be closed.
    private static let closings: [Case?] = [
        make(
            ["2026-06-01"],
            [
                #""on": "2025-01-01", "type": "plan-agreed""#,
                #""on": "2025-03-01", "type": "plan-reviewed""#,
                #""on": "2025-03-02", "type": "plan-agreed""#,
            ],
            questions: (1...60).compactMap { days in
                CalendarDay(isoText: "2025-03-01").map {
                    HistoryText.ask("close-case", $0.adding(days: days).isoText)
                }
            })
    ]

    private static let services: [Case?] = [
        make(
            ["2024-03-31"],
            [
                HistoryText.service("2024-02-01"), HistoryText.service("2024-02-05"),
                HistoryText.service("2024-02-06", minutes: 130),
                HistoryText.service("2024-02-07", minutes: 130),
                HistoryText.service("2024-02-08", minutes: 130), HistoryText.service("2024-02-20"),
                HistoryText.service("2024-03-12"),
            ])
    ]
}
