import Domain

/// A verdict as short lines, for tables: `deadline plan-review 2025-02-28 open`,
/// `clock met 2024-03-01`, `answer payment centre`, `notice child-at-home`, `intensity 2024-02 day`.
enum VerdictLines {
    static func of(_ verdict: Verdict) -> [String] {
        verdict.guarantee.map { "clock \($0.status.rawValue) \($0.lastDay)" }
            + verdict.deadlines.map {
                "deadline \($0.kind.word) \($0.due?.isoText ?? "–") \($0.state.rawValue)"
            }
            + verdict.answers.map {
                "answer \($0.ask.rawValue) \($0.value ?? ($0.allowed ? "yes" : "no"))"
            }
            + verdict.notices.map { "notice \($0.code.rawValue)" }
            + verdict.intensity.map { "intensity \($0.period) \($0.intensity.rawValue)" }
    }
}
