import Domain
import Testing

/// What each row of a published text makes of a case: small histories, each checked by hand
/// against the text before the rules were asked.
@Suite struct ProfileVerdictTests {
    /// A history and the lines its verdict must and must not have.
    struct Story: Sendable, CustomTestStringConvertible {
        let name: String
        let standards: [String]
        let on: String
        var person = #""born": "1980-05-01""#
        let events: [String]
        var questions: [String] = []
        var has: [String] = []
        var lacks: [String] = []

        var testDescription: String { name }
    }

    private static let everyone = [
        "naestved", "vordingborg-2024", "halsnaes-2023", "lyngby-2024", "kl-2009", "glostrup",
    ]

    private static let refused =
        [
            HistoryText.decision(
                "2025-03-03", "day", #""outcome": "refused", "delivery": "in-person""#)
        ]

    private static func granted(_ modality: String) -> [String] {
        [
            HistoryText.decision(
                "2024-02-01", modality,
                #""outcome": "granted", "until": "2024-08-01", "delivery": "digital-post""#)
        ]
    }

    private static func discharged(_ reason: String) -> [String] {
        [
            HistoryText.service("2024-01-10"),
            HistoryText.event("2024-01-31", "discharge", #", "reason": "\#(reason)""#),
        ]
    }

    static let beforeTreatment: [Story] = [
        Story(
            name: "over 18 is from the birthday on", standards: ["naestved"], on: "2025-06-01",
            person: #""born": "2007-05-01""#, events: [HistoryText.enquiry("2025-05-01")],
            questions: [
                HistoryText.ask("target-group", "2025-04-30"),
                HistoryText.ask("target-group", "2025-05-01"),
            ],
            has: ["answer target-group outside", "answer target-group in"]),
        Story(
            name: "Lyngby is for people from 15, also from elsewhere", standards: ["lyngby-2024"],
            on: "2025-06-01", person: #""born": "2010-05-01", "municipality": "0370""#, events: [],
            questions: [
                HistoryText.ask("target-group", "2025-04-30"),
                HistoryText.ask("target-group", "2025-05-01"),
            ],
            has: ["answer target-group outside", "answer target-group in"]),
        Story(
            name: "no age, no limit", standards: ["vordingborg-2024", "halsnaes-2023", "kl-2009"],
            on: "2025-06-01", person: #""born": "2012-05-01""#, events: [],
            questions: [HistoryText.ask("target-group", "2025-05-01")],
            has: ["answer target-group in"]),
        Story(
            name: "the first talk within 7 days in Lyngby", standards: ["lyngby-2024"],
            on: "2024-10-09",
            events: [
                HistoryText.enquiry("2024-10-01"),
                HistoryText.service("2024-10-08", "information-talk"),
            ], has: ["deadline intake-interview 2024-10-08 met"]),
        Story(
            name: "the first talk within 14 days in Halsnæs", standards: ["halsnaes-2023"],
            on: "2024-10-16", events: [HistoryText.enquiry("2024-10-01")],
            has: ["deadline intake-interview 2024-10-15 overdue"], lacks: ["deadline visitation"]),
        Story(
            name: "no day for the first talk elsewhere",
            standards: ["naestved", "vordingborg-2024", "kl-2009", "glostrup"], on: "2024-10-16",
            events: [HistoryText.enquiry("2024-10-01")],
            has: ["deadline intake-interview – not-set"]),
        Story(
            name: "visitation and plan within 14 days in Vordingborg",
            standards: ["vordingborg-2024"], on: "2024-10-20",
            events: [
                HistoryText.enquiry("2024-10-01"), HistoryText.service("2024-10-04", "assessment"),
                HistoryText.event("2024-10-16", "plan-agreed"),
            ],
            has: [
                "deadline visitation 2024-10-15 met",
                "deadline plan-in-guarantee 2024-10-15 missed",
                "deadline plan-review 2025-04-16 open",
            ]),
        Story(
            name: "Glostrup's days begin with the enquiry as day 1", standards: ["glostrup"],
            on: "2024-10-20",
            events: [
                HistoryText.enquiry("2024-10-01"), HistoryText.event("2024-10-02", "enrolment"),
                HistoryText.event(
                    "2024-10-08", "application", #", "modality": "day", "outpatientTried": true"#),
                HistoryText.service("2024-10-14"),
            ],
            has: [
                "deadline milestone:commitment 2024-10-02 met",
                "deadline milestone:proposal 2024-10-07 missed",
                "deadline milestone:decision 2024-10-13 overdue",
                "deadline milestone:start 2024-10-14 met", "clock met 2024-10-15",
            ]),
    ]

    static let course: [Story] = [
        Story(
            name: "a review every six months in Vordingborg", standards: ["vordingborg-2024"],
            on: "2025-03-01", events: [HistoryText.event("2024-08-31", "plan-agreed")],
            has: ["deadline plan-review 2025-02-28 overdue"]),
        Story(
            name: "a review every three months in Lyngby", standards: ["lyngby-2024"],
            on: "2024-11-30", events: [HistoryText.event("2024-08-31", "plan-agreed")],
            has: ["deadline plan-review 2024-11-30 open"]),
        Story(
            name: "a review as needed sets no day",
            standards: ["naestved", "halsnaes-2023", "kl-2009", "glostrup"], on: "2025-03-01",
            events: [HistoryText.event("2024-08-31", "plan-agreed")],
            has: ["deadline plan-review – not-set"]),
        Story(
            name: "twelve weeks in Halsnæs", standards: ["halsnaes-2023"], on: "2025-04-01",
            events: [
                HistoryText.enquiry("2025-01-06"), HistoryText.service("2025-01-06"),
                HistoryText.event("2025-04-01", "plan-reviewed"),
            ], has: ["deadline course-evaluation 2025-03-31 missed"]),
        Story(
            name: "no twelve weeks elsewhere",
            standards: everyone.filter { $0 != "halsnaes-2023" }, on: "2025-04-01",
            events: [HistoryText.enquiry("2025-01-06"), HistoryText.service("2025-01-06")],
            lacks: ["deadline course-evaluation"]),
        Story(
            name: "the provider is visited half-way", standards: ["halsnaes-2023", "lyngby-2024"],
            on: "2024-05-03", events: granted("residential"),
            // 182 days to 1 August: 91 after 1 February is 2 May.
            has: ["deadline provider-midway 2024-05-02 overdue"]),
        Story(
            name: "no visit half-way elsewhere",
            standards: ["naestved", "vordingborg-2024", "kl-2009", "glostrup"], on: "2024-05-03",
            events: granted("day"), lacks: ["deadline provider-midway"]),
        Story(
            name: "status and renewal of a grant in Glostrup", standards: ["glostrup"],
            on: "2024-05-02", events: granted("day"),
            has: [
                "deadline grant-status 2024-05-01 overdue",
                "deadline grant-renewal 2024-07-18 open",
            ]),
        Story(
            name: "no status and renewal elsewhere",
            standards: everyone.filter { $0 != "glostrup" },
            on: "2024-05-02", events: granted("day"),
            lacks: ["deadline grant-status", "deadline grant-renewal"]),
        Story(
            name: "three services a week: a day by count, not by hours",
            standards: ["vordingborg-2024", "halsnaes-2023"], on: "2024-02-12",
            events: [
                HistoryText.service("2024-02-05", "antabus", minutes: 10),
                HistoryText.service("2024-02-07"),
                HistoryText.service("2024-02-08", "antabus", minutes: 10),
            ], has: ["intensity 2024-W06 day", "intensity 2024-02 outpatient"]),
        Story(
            name: "three short days a week: outpatient day by the national definition",
            standards: ["naestved", "lyngby-2024", "kl-2009", "glostrup"], on: "2024-02-12",
            events: [
                HistoryText.service("2024-02-05", "antabus", minutes: 10),
                HistoryText.service("2024-02-07"),
                HistoryText.service("2024-02-08", "antabus", minutes: 10),
            ], has: ["intensity 2024-W06 outpatient-day"]),
    ]

    static let afterTreatment: [Story] = [
        Story(
            name: "follow-up after one month and six",
            standards: ["vordingborg-2024", "lyngby-2024"],
            on: "2024-02-01", events: discharged("completed"),
            has: ["deadline follow-up:1 2024-02-29 open", "deadline follow-up:6 2024-07-31 open"]),
        Story(
            name: "against advice, Vordingborg does not follow up",
            standards: ["vordingborg-2024"], on: "2024-02-01", events: discharged("against-advice"),
            lacks: ["deadline follow-up"]),
        Story(
            name: "against advice, Lyngby does", standards: ["lyngby-2024"], on: "2024-02-01",
            events: discharged("against-advice"), has: ["deadline follow-up:1 2024-02-29 open"]),
        Story(
            name: "nobody follows up the dead", standards: everyone, on: "2024-02-01",
            events: discharged("deceased"),
            lacks: ["deadline follow-up:1 2", "deadline follow-up:6 2"]),
        Story(
            name: "where the text is silent, no follow-up is set",
            standards: ["naestved", "halsnaes-2023", "kl-2009", "glostrup"], on: "2024-02-01",
            events: discharged("completed"),
            has: ["deadline follow-up:1 – not-set", "deadline follow-up:6 – not-set"]),
        Story(
            name: "a return within twelve months is Lyngby's to follow up",
            standards: ["lyngby-2024"], on: "2025-02-01",
            events: discharged("completed") + [HistoryText.enquiry("2025-01-31")],
            has: ["deadline return-window 2025-01-31 passed", "notice returned-within-window"]),
        Story(
            name: "a day later it is not", standards: ["lyngby-2024"], on: "2025-02-01",
            events: discharged("completed") + [HistoryText.enquiry("2025-02-01")],
            lacks: ["notice returned-within-window"]),
        Story(
            name: "elsewhere there is no window",
            standards: everyone.filter { $0 != "lyngby-2024" },
            on: "2025-02-01",
            events: discharged("completed") + [HistoryText.enquiry("2025-01-31")],
            has: ["deadline return-window – not-set"], lacks: ["notice returned-within-window"]),
        Story(
            name: "five years of social notes in Lyngby, from the discharge",
            standards: ["lyngby-2024"], on: "2025-02-01",
            events: [HistoryText.event("2024-01-05", "entry", #", "by": "social""#)]
                + discharged("completed"), has: ["deadline retention:social 2029-01-31 open"]),
        Story(
            name: "a physician's entry is kept ten years also in Lyngby",
            standards: everyone, on: "2025-02-01",
            events: [HistoryText.event("2024-01-05", "entry", #", "by": "physician""#)],
            has: ["deadline retention:physician 2034-01-05 open"]),
        Story(
            name: "elsewhere the years of social notes are not set",
            standards: everyone.filter { $0 != "lyngby-2024" }, on: "2025-02-01",
            events: [HistoryText.event("2024-01-05", "entry", #", "by": "social""#)],
            has: ["deadline retention:social – not-set"]),
    ]

    static let rights: [Story] = [
        Story(
            name: "four weeks to complain in Vordingborg", standards: ["vordingborg-2024"],
            on: "2025-03-31", events: refused,
            has: ["deadline complaint-decision 2025-03-31 open"]),
        Story(
            name: "no weeks elsewhere; Glostrup's are for drugs",
            standards: everyone.filter { $0 != "vordingborg-2024" }, on: "2025-03-31",
            events: refused, has: ["deadline complaint-decision – not-set"]),
        Story(
            name: "anonymous treatment from 18", standards: ["halsnaes-2023", "lyngby-2024"],
            on: "2025-06-01", person: #""born": "2007-05-01", "anonymous": true"#, events: [],
            questions: [
                HistoryText.ask("anonymous-treatment", "2025-04-30"),
                HistoryText.ask("anonymous-treatment", "2025-05-01"),
            ], has: ["answer anonymous-treatment no", "answer anonymous-treatment yes"]),
        Story(
            name: "anonymous treatment from 15 where the text is silent",
            standards: ["naestved", "vordingborg-2024", "kl-2009", "glostrup"], on: "2025-06-01",
            person: #""born": "2010-05-01", "anonymous": true"#, events: [],
            questions: [
                HistoryText.ask("anonymous-treatment", "2025-04-30"),
                HistoryText.ask("anonymous-treatment", "2025-05-01"),
            ], has: ["answer anonymous-treatment no", "answer anonymous-treatment yes"]),
        Story(
            name: "two anonymous talks under 18 in Lyngby", standards: ["lyngby-2024"],
            on: "2025-06-01", person: #""born": "2009-01-01", "anonymous": true"#,
            events: [
                HistoryText.service("2025-05-05", "general-advice"),
                HistoryText.service("2025-05-12", "general-advice"),
            ],
            questions: [
                HistoryText.ask("anonymous-counselling", "2025-05-05"),
                HistoryText.ask("anonymous-counselling", "2025-05-13"),
            ], has: ["answer anonymous-counselling yes", "answer anonymous-counselling no"]),
        Story(
            name: "day treatment may be chosen when granted, and elsewhere is self-pay",
            standards: ["halsnaes-2023"], on: "2025-06-01", events: [],
            questions: [
                HistoryText.freeChoice("2025-05-01", "day", granted: "day"),
                HistoryText.freeChoice("2025-05-01", "residential", granted: "day"),
                HistoryText.freeChoice("2025-05-01", "day", granted: "day", listed: false),
                HistoryText.freeChoice("2025-05-01", "day"),
            ],
            has: [
                "answer free-choice allowed", "answer free-choice denied",
                "answer free-choice self-pay",
            ]),
        Story(
            name: "the catalogue asks for an agreement", standards: ["kl-2009"], on: "2025-06-01",
            events: [],
            questions: [
                HistoryText.freeChoice("2025-05-01", "day", granted: "day"),
                HistoryText.freeChoice("2025-05-01", "day", granted: "day", agreements: 0),
            ], has: ["answer free-choice allowed", "answer free-choice denied"]),
        Story(
            name: "no free choice of day and residential treatment",
            standards: ["naestved", "vordingborg-2024", "lyngby-2024", "glostrup"],
            on: "2025-06-01", events: [],
            questions: [
                HistoryText.freeChoice("2025-05-01", "day", granted: "day"),
                HistoryText.freeChoice("2025-05-01", "residential", granted: "residential"),
            ], has: ["answer free-choice denied"], lacks: ["answer free-choice allowed"]),
        Story(
            name: "outpatient treatment may be chosen everywhere", standards: everyone,
            on: "2025-06-01", events: [],
            questions: [HistoryText.freeChoice("2025-05-01", "outpatient")],
            has: ["answer free-choice allowed"]),
        Story(
            name: "relatives have no free choice", standards: everyone, on: "2025-06-01",
            person: #""relative": true"#, events: [],
            questions: [HistoryText.freeChoice("2025-05-01", "outpatient")],
            has: ["answer free-choice denied"]),
        Story(
            name: "treatment is free everywhere", standards: everyone, on: "2025-06-01", events: [],
            questions: [HistoryText.ask("payment", "2025-05-01", #", "item": "treatment""#)],
            has: ["answer payment centre"]),
        Story(
            name: "board and lodging by individual assessment in Lyngby",
            standards: ["lyngby-2024"], on: "2025-06-01", events: [],
            questions: [
                HistoryText.ask("payment", "2025-05-01", #", "item": "board-and-lodging""#)
            ],
            has: ["answer payment individual-assessment"]),
        Story(
            name: "transport is paid by the citizen in Vordingborg",
            standards: ["vordingborg-2024"], on: "2025-06-01", events: [],
            questions: [HistoryText.ask("payment", "2025-05-01", #", "item": "transport""#)],
            has: ["answer payment citizen"]),
        Story(
            name: "transport is not spoken of elsewhere",
            standards: everyone.filter { $0 != "vordingborg-2024" }, on: "2025-06-01", events: [],
            questions: [HistoryText.ask("payment", "2025-05-01", #", "item": "transport""#)],
            has: ["answer payment no"]),
    ]

    static let duties: [Story] = [
        Story(
            name: "a child at home",
            standards: everyone.filter { !["naestved", "kl-2009"].contains($0) },
            on: "2025-06-01",
            events: [
                HistoryText.event(
                    "2025-05-01", "child",
                    #", "born": "2015-01-01", "relation": "partner", "home": true"#)
            ], has: ["notice child-at-home"]),
        Story(
            name: "two texts do not speak of children at home", standards: ["naestved", "kl-2009"],
            on: "2025-06-01",
            events: [
                HistoryText.event(
                    "2025-05-01", "child",
                    #", "born": "2015-01-01", "relation": "own", "home": true"#)
            ], lacks: ["notice child-at-home"]),
        Story(
            name: "Vordingborg tells the police and the authority", standards: ["vordingborg-2024"],
            on: "2025-06-01", person: #""born": "1980-05-01", "healthAuthorisation": true"#,
            events: [HistoryText.event("2025-05-01", "informed", #", "about": "driving""#)],
            questions: [
                HistoryText.ask("notify-police", "2025-05-02"),
                HistoryText.ask(
                    "notify-authority", "2025-05-02", #", "role": "medical-consultant""#),
            ],
            has: [
                "answer notify-police yes", "answer notify-authority yes",
                "notice authorisation-attention",
            ]),
        Story(
            name: "but not before the citizen knows, and not a consultant",
            standards: ["vordingborg-2024"], on: "2025-06-01",
            person: #""born": "1980-05-01", "healthAuthorisation": true"#, events: [],
            questions: [
                HistoryText.ask("notify-police", "2025-05-02"),
                HistoryText.ask("notify-authority", "2025-05-02", #", "role": "consultant""#),
            ], has: ["answer notify-police no", "answer notify-authority no"]),
        Story(
            name: "elsewhere neither is set",
            standards: everyone.filter { $0 != "vordingborg-2024" },
            on: "2025-06-01", person: #""born": "1980-05-01", "healthAuthorisation": true"#,
            events: [HistoryText.event("2025-05-01", "informed", #", "about": "driving""#)],
            questions: [
                HistoryText.ask("notify-police", "2025-05-02"),
                HistoryText.ask(
                    "notify-authority", "2025-05-02", #", "role": "medical-consultant""#),
            ],
            has: ["answer notify-police no", "answer notify-authority no"],
            lacks: ["notice authorisation-attention"]),
        Story(
            name: "NADA needs an enrolment in Næstved", standards: ["naestved"], on: "2025-06-01",
            events: [HistoryText.event("2025-05-02", "enrolment")],
            questions: [
                HistoryText.ask("give-nada", "2025-05-01", #", "staffTrained": true"#),
                HistoryText.ask("give-nada", "2025-05-02", #", "staffTrained": true"#),
            ], has: ["answer give-nada no", "answer give-nada yes"]),
        Story(
            name: "NADA needs only training elsewhere",
            standards: everyone.filter { $0 != "naestved" },
            on: "2025-06-01", events: [],
            questions: [HistoryText.ask("give-nada", "2025-05-01", #", "staffTrained": true"#)],
            has: ["answer give-nada yes"]),
        Story(
            name: "outpatient treatment tried first",
            standards: ["vordingborg-2024", "halsnaes-2023", "lyngby-2024"], on: "2025-06-01",
            events: [
                HistoryText.event(
                    "2025-05-01", "application", #", "modality": "day", "outpatientTried": false"#)
            ],
            questions: [HistoryText.ask("send-application", "2025-05-02", #", "modality": "day""#)],
            has: ["answer send-application no"]),
        Story(
            name: "not asked for elsewhere", standards: ["naestved", "kl-2009", "glostrup"],
            on: "2025-06-01",
            events: [
                HistoryText.event(
                    "2025-05-01", "application", #", "modality": "day", "outpatientTried": false"#)
            ],
            questions: [HistoryText.ask("send-application", "2025-05-02", #", "modality": "day""#)],
            has: ["answer send-application yes"]),
        Story(
            name: "Halsnæs closes a case only after a review", standards: ["halsnaes-2023"],
            on: "2025-06-01", events: [HistoryText.event("2025-05-01", "plan-agreed")],
            questions: [HistoryText.ask("close-case", "2025-05-02")], has: ["answer close-case no"]),
        Story(
            name: "the others close it", standards: everyone.filter { $0 != "halsnaes-2023" },
            on: "2025-06-01", events: [HistoryText.event("2025-05-01", "plan-agreed")],
            questions: [HistoryText.ask("close-case", "2025-05-02")], has: ["answer close-case yes"]
        ),
        Story(
            name: "a 25-year-old falls between Vordingborg's units",
            standards: ["vordingborg-2024"], on: "2025-06-01", person: #""born": "2000-01-01""#,
            events: [HistoryText.enquiry("2025-05-01")],
            questions: [HistoryText.ask("unit", "2025-05-01")],
            has: ["answer unit gap", "notice standard-gap"]),
    ]

    @Test(
        "each row of the texts, in every standard it is said of",
        arguments: beforeTreatment + course + afterTreatment + rights + duties)
    func story(story: Story) throws {
        let history = try #require(
            HistoryText.read(person: story.person, story.events, questions: story.questions))
        let day = try #require(CalendarDay(isoText: story.on))
        for id in story.standards {
            let standard = try #require(QualityStandard.shipped(id: id))
            let lines = VerdictLines.of(verdict(of: history, under: standard, on: day))
            for line in story.has { #expect(lines.contains(line), "\(id): \(lines)") }
            for start in story.lacks {
                #expect(!lines.contains { $0.hasPrefix(start) }, "\(id): \(lines)")
            }
        }
    }
}
