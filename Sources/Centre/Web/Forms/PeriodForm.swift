internal import Domain
internal import HTML
internal import Records

/// The period as it was typed: from and to, in any of the ways staff write a day.
struct PeriodForm: Sendable {
    let from: String
    let to: String
    let problems: [FormProblem]
    /// Nil while something must be mended. Nothing typed: the quarter so far.
    let period: Period?

    init(from: String, to: String, on today: CalendarDay) {
        let quarter = Period.quarter(of: today)
        var problems: [FormProblem] = []
        func read(_ text: String, _ field: String, else usual: CalendarDay) -> CalendarDay? {
            switch TypedDay.read(text, on: today) {
            case .day(let day): return day
            case .nothing: return usual
            case .notInCalendar:
                problems.append(
                    FormProblem(
                        field: field, message: "\(text.trimmed) findes ikke. Skriv en anden dato"))
            case .unreadable:
                problems.append(
                    FormProblem(field: field, message: "Skriv datoen som for eksempel 12-11-2026"))
            }
            return nil
        }
        let first = read(from, "fra", else: quarter.first)
        let last = read(to, "til", else: quarter.last)
        self.from = from.trimmed.isEmpty ? first?.fieldText ?? "" : from
        self.to = to.trimmed.isEmpty ? last?.fieldText ?? "" : to
        if let first, let last {
            period = Period(first: first, last: last)
            if period == nil {
                problems.append(
                    FormProblem(
                        field: "til",
                        message: "Perioden slutter, før den begynder. Ret en af datoerne"))
            }
        } else {
            period = nil
        }
        self.problems = problems
    }
}
