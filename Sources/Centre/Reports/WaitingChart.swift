internal import Domain
internal import HTML

extension GuaranteeReport {
    /// How long those waited whose treatment has begun, day by day, with the last day in time as a line (W11).
    ///
    /// The page is for those who run the centre; fewer than five in a bar are told as such, so that nobody can be picked out
    /// of a copy that is handed on.
    var waitingChart: HTML {
        let waits = figures(withSeparate: false).waits
        let limit = GuaranteeClock.limitDays
        let groups = Self.groups(limit)
        let bars = groups.map { group in
            let count = waits.count { group.days.contains($0) }
            let isLate = group.days.lowerBound > limit
            return (1..<Self.shownMin).contains(count)
                ? Bar.tooFew("\(group.label)", below: Self.shownMin, isLate: isLate)
                : Bar("\(group.label)", Double(count), isLate: isLate)
        }
        let open = count(.running) + count(.overdue)
        return barChart(
            BarChart(
                ChartWords(
                    id: "ventetid", heading: "Ventetid fra henvendelse til behandling",
                    conclusion: "\(waitingWords(waits, limit))",
                    count: "n = \(waits.count). \(open) er stadig åbne og er ikke med.",
                    axis: "dage fra henvendelsen"),
                waits.isEmpty ? [] : bars, deadline: "frist",
                columns: ("Dage", "Antal"),
                whenEmpty: "Ingen behandling er begyndt i perioden."))
    }

    private static let shownMin = 5

    private struct Group {
        let days: ClosedRange<Int>
        let label: String
    }

    /// Two days a bar, and one for all that came too late: ten bars at the most.
    private static func groups(_ limit: Int) -> [Group] {
        let inTime = stride(from: 1, through: limit, by: 2).map { first in
            let days = (first == 1 ? 0 : first)...min(first + 1, limit)
            return Group(days: days, label: "\(days.lowerBound)-\(days.upperBound)")
        }
        return inTime + [Group(days: (limit + 1)...9_999, label: "\(limit + 1)+")]
    }

    private func waitingWords(_ waits: [Int], _ limit: Int) -> String {
        let late = waits.count { $0 > limit }
        guard let median = figures(withSeparate: false).medianDays else { return "" }
        return """
            Halvdelen begyndte inden for \(danishFigure(median, decimals: median == median.rounded() ? 0 : 1)) \
            dage. \(late) af \(waits.count) begyndte efter fristen.
            """
    }
}
