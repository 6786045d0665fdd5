/// One column of a stack: its label, and a value for each series.
package struct Stack: Sendable {
    let label: HTML
    let values: [Double]

    /// A column, such as a week.
    package init(_ label: HTML, _ values: [Double]) {
        self.label = label
        self.values = values.map { max(0, $0.drawable ?? 0) }
    }
}

/// What a whole is made of, column after column; at most three series, told apart by pattern.
package struct StackedChart: Sendable {
    /// More than three patterns nobody tells apart.
    package static let seriesMax = 3

    let words: ChartWords
    let series: [HTML]
    let stacks: [Stack]
    let label: HTML
    let whenEmpty: HTML

    /// A chart. `label` heads the table's first column; a fourth series is not drawn, so the
    /// caller gathers the rest into the third.
    package init(
        _ words: ChartWords, series: [HTML], _ stacks: [Stack], label: HTML,
        whenEmpty: HTML = "Der er ingen tal at vise endnu."
    ) {
        self.words = words
        self.series = Array(series.prefix(Self.seriesMax))
        self.stacks = stacks
        self.label = label
        self.whenEmpty = whenEmpty
    }
}

/// The chart with its words and its table.
package func stackedChart(_ chart: StackedChart) -> HTML {
    guard !chart.stacks.isEmpty else { return emptyFigure(chart.words, chart.whenEmpty) }
    return chartFigure(
        chart.words,
        drawing: chartDrawing(
            chart.words, height: 220, kind: "Stablede søjler, \(chart.stacks.count) i alt.",
            StackDrawing(chart: chart).shapes),
        table: ChartTable(
            columns: [Column(chart.label)] + chart.series.map { .number($0) } + [.number("I alt")],
            rows: chart.stacks.map { stack in
                let values = Array(stack.values.prefix(chart.series.count))
                return [stack.label]
                    + (values + [values.reduce(0, +)]).map {
                        "\(danishFigure($0))"
                    }
            }),
        key: chartKey(chart.series, id: chart.words.id))
}

/// What each pattern stands for, in the order of the stack from its foot.
private func chartKey(_ series: [HTML], id: String) -> HTML {
    """
    <ul class="chart-key">
    \(series.enumerated().map { index, words in
        """
        <li><svg width="16" height="16" aria-hidden="true"><rect class="bar" width="16" \
        height="16" fill="\(Fill.of(index).address(in: id))"/></svg>\(words)</li>\n
        """ })\
    </ul>\n
    """
}

private struct StackDrawing {
    let chart: StackedChart
    let axis: Axis

    init(chart: StackedChart) {
        self.chart = chart
        let totals = chart.stacks.map { $0.values.prefix(chart.series.count).reduce(0, +) }
        axis = Axis(to: totals.max() ?? 0, bottom: 190, top: 14, isWhole: true)
    }

    var shapes: HTML {
        "\(axis.lines)\(chart.stacks.indices.map(column))"
    }

    /// Every label on a wide screen up to so many; on a narrow one fewer.
    private func isShown(_ index: Int, most: Int) -> Bool {
        index % max(1, (chart.stacks.count + most - 1) / most) == 0
    }

    private func column(_ index: Int) -> HTML {
        let stack = chart.stacks[index]
        let left = Axis.place(index, of: chart.stacks.count)
        let width = Axis.place(1, of: chart.stacks.count) - Axis.gutter
        var sum = 0.0
        let parts = stack.values.prefix(chart.series.count).enumerated().map { place, value in
            let (from, to) = (axis.height(of: sum), axis.height(of: sum + value))
            sum += value
            guard from - to >= 0.05 else { return HTML.empty }
            return """
                <rect class="bar" x="\(share(left + width * 0.12))" y="\(pixels(to))" \
                width="\(share(width * 0.76))" height="\(pixels(from - to))" \
                fill="\(Fill.of(place).address(in: chart.words.id))"/>
                """
        }
        let label: HTML =
            isShown(index, most: 16)
            ? """
            <text\(attribute("class", isShown(index, most: 7) ? nil : "minor")) x="\(share(left + width / 2))" y="208" text-anchor="middle">\
            \(stack.label.wordsOnly)</text>
            """ : .empty
        return "\(parts)\(label)\n"
    }
}
