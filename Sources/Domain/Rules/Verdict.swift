/// What the rules say about a case on a day: the law on the date, and the centre's own standard.
package struct Verdict: Hashable, Sendable {
    /// The name and version of the format.
    package static let format = "fjorten-verdict/1"

    /// The standard's id.
    package let standardID: String
    /// The standard's version.
    package let standardVersion: Int
    /// The day it was asked for.
    package let asOf: CalendarDay
    /// One for each clock, oldest first.
    package let guarantee: [GuaranteeClock]
    /// What is due, by day; what has no day comes last.
    package let deadlines: [Deadline]
    /// One for each period with delivered services.
    package let intensity: [IntensityPeriod]
    /// One for each question, in the order asked.
    package let answers: [QuestionAnswer]
    /// What staff should see.
    package let notices: [Notice]

    /// The verdict in its published form.
    package var json: JSONValue {
        .object(JSONObject(parts.map { .init($0.key, $0.part.value) }))
    }

    /// The bytes of its published form, as `explain` prints them.
    package var bytes: [UInt8] { JSONWriter.write(parts, indented: true) }

    private var parts: [(key: String, part: JSONPart)] {
        [
            ("format", .value(.string(Self.format))),
            (
                "standard",
                .value(["id": .string(standardID), "version": .integer(standardVersion)])
            ),
            ("asOf", .value(.string(asOf.isoText))),
            ("guarantee", .list(guarantee.lazy.map(\.json))),
            ("deadlines", .list(deadlines.lazy.map(\.json))),
            ("intensity", .list(intensity.lazy.map(\.json))),
            ("answers", .list(answers.lazy.map(\.json))),
            ("notices", .list(notices.lazy.map(\.json))),
        ]
    }
}

/// Everything the rules say about a case on a day.
///
/// Pure: the same history, standard and day always give the same verdict. Facts after the day are
/// not used.
package func verdict(
    of history: CaseHistory, under standard: QualityStandard, on day: CalendarDay
) -> Verdict {
    let facts = CaseFacts(history, asOf: day)
    let reader = GuaranteeReader(facts)
    let rule = GuaranteeRule(standard: standard)
    let clocks = reader.courses.map { rule.clock($0, asOf: day) }
    return Verdict(
        standardID: standard.id, standardVersion: standard.version, asOf: day, guarantee: clocks,
        deadlines: DeadlineRules(facts: facts, standard: standard).all(reader),
        intensity: IntensityRule(facts: facts, standard: standard).periods(),
        answers: AnswerRule(standard: standard).answers(history, facts),
        notices: NoticeRule(facts: facts, standard: standard).notices(clocks, history.questions))
}

/// Everything that is due in a case on a day, by day; what has no day comes last.
package func deadlines(
    of history: CaseHistory, under standard: QualityStandard, on day: CalendarDay
) -> [Deadline] {
    let facts = CaseFacts(history, asOf: day)
    return DeadlineRules(facts: facts, standard: standard).all(GuaranteeReader(facts))
}

/// All the deadlines, each from the rule that decides it.
struct DeadlineRules {
    let facts: CaseFacts
    let standard: QualityStandard

    func all(_ reader: GuaranteeReader) -> [Deadline] {
        let endings = reader.endings
        let all =
            ClockDeadlines(facts: facts, standard: standard).all(reader.courses)
            + PlanDeadlines(facts: facts, standard: standard, endings: endings).all()
            + DischargeDeadlines(facts: facts, standard: standard).all()
            + GrantDeadlines(facts: facts, standard: standard, endings: endings).all()
            + ComplaintDeadlines(facts: facts, standard: standard).all()
            + RecordsDeadlines(facts: facts, standard: standard).all()
            + ConsentRule(facts: facts).deadlines()
            + PregnancyDeadlines(facts: facts).all()
            + RegionDeadline(facts: facts).all()
        return Self.inOrder(all)
    }

    private static func inOrder(_ deadlines: [Deadline]) -> [Deadline] {
        deadlines.enumerated()
            .map { (due: $1.due?.number ?? Int.max, word: $1.kind.word, place: $0) }
            .sorted { ($0.due, $0.word, $0.place) < ($1.due, $1.word, $1.place) }
            .map { deadlines[$0.place] }
    }
}
