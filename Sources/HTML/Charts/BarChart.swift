/// One bar.
package struct Bar: Sendable {
    let label: HTML
    let value: Double?
    let tooFew: Int?
    let isLate: Bool

    /// A bar. `isLate`: it lies after the deadline.
    package init(_ label: HTML, _ value: Double, isLate: Bool = false) {
        self.init(label, value.drawable ?? 0, tooFew: nil, isLate: isLate)
    }

    /// A bar that is not drawn, because so few must not be told apart.
    package static func tooFew(
        _ label: HTML, below limit: Int = 5, isLate: Bool = false
    ) -> Bar {
        Bar(label, nil, tooFew: limit, isLate: isLate)
    }

    private init(_ label: HTML, _ value: Double?, tooFew: Int?, isLate: Bool) {
        self.label = label
        self.value = value
        self.tooFew = tooFew
        self.isLate = isLate
    }
}

/// Bars side by side, with the deadline as a line after the last bar that is in time.
package struct BarChart: Sendable {
    let words: ChartWords
    let bars: [Bar]
    let deadline: HTML?
    let columns: (label: HTML, value: HTML)
    let table: ChartTable?
    let whenEmpty: HTML

    /// A chart of counts. `columns` head the table; `table` stands in its place where it has more
    /// to say. `deadline` names the line before the first late bar ("frist").
    package init(
        _ words: ChartWords, _ bars: [Bar], deadline: HTML? = nil,
        columns: (label: HTML, value: HTML), table: ChartTable? = nil,
        whenEmpty: HTML = "Der er ingen tal at vise endnu."
    ) {
        self.words = words
        self.bars = bars
        self.deadline = deadline
        self.columns = columns
        self.table = table
        self.whenEmpty = whenEmpty
    }
}

/// The chart with its words and its table.
package func barChart(_ chart: BarChart) -> HTML {
    guard !chart.bars.isEmpty else { return emptyFigure(chart.words, chart.whenEmpty) }
    let drawn = BarDrawing(chart: chart)
    return chartFigure(
        chart.words,
        drawing: chartDrawing(
            chart.words, height: 230, kind: "Søjlediagram med \(chart.bars.count) søjler.",
            drawn.shapes),
        table: chart.table
            ?? ChartTable(
                columns: [Column(chart.columns.label), .number(chart.columns.value)],
                rows: chart.bars.map { [$0.label, $0.figure] }))
}

extension Bar {
    /// The number in the table.
    fileprivate var figure: HTML { tooFew.map { "færre end \($0)" } ?? number }

    /// The number at the bar.
    fileprivate var mark: HTML { tooFew.map { "&lt;\($0)" } ?? number }

    private var number: HTML {
        let value = value ?? 0
        return "\(danishFigure(value, decimals: value == value.rounded() ? 0 : 1))"
    }
}

private struct BarDrawing {
    let chart: BarChart
    let axis: Axis

    init(chart: BarChart) {
        self.chart = chart
        axis = Axis(
            to: chart.bars.compactMap(\.value).max() ?? 0, bottom: 200, top: 30, isWhole: true)
    }

    var shapes: HTML {
        "\(axis.lines)\(chart.bars.indices.map(bar))\(deadlineLine)"
    }

    private var width: Double { Axis.place(1, of: chart.bars.count) - Axis.gutter }

    private func bar(_ index: Int) -> HTML {
        let bar = chart.bars[index]
        let left = Axis.place(index, of: chart.bars.count)
        let middle = share(left + width / 2)
        let top = axis.height(of: bar.value ?? 0)
        let shape: HTML =
            bar.value.map { $0 > 0 } == true
            ? """
            <rect class="bar\(bar.isLate ? " late" : "")" x="\(share(left + width * 0.12))" \
            y="\(pixels(top))" width="\(share(width * 0.76))" \
            height="\(pixels(axis.bottom - top))"\
            \(attribute("fill", bar.isLate ? Fill.hatched.address(in: chart.words.id) : nil))/>
            """ : .empty
        return """
            \(shape)\
            \(bar.value == 0 ? .empty : """
                <text class="strong" x="\(middle)" y="\(pixels(top - 5))" \
                text-anchor="middle">\(bar.mark)</text>
                """)\
            <text\(attribute("class", isMinor(index) ? "minor" : nil)) x="\(middle)" y="218" \
            text-anchor="middle">\(bar.label.wordsOnly)</text>\n
            """
    }

    /// Left out where the screen is narrow; the last label never is.
    private func isMinor(_ index: Int) -> Bool {
        let step = (chart.bars.count + 6) / 7
        return (chart.bars.count - 1 - index) % max(1, step) != 0
    }

    /// Before the first late bar, or after the last one where none is late.
    private var deadlineLine: HTML {
        guard let words = chart.deadline else { return .empty }
        let index = chart.bars.firstIndex(where: \.isLate) ?? chart.bars.count
        let place = Axis.place(index, of: chart.bars.count)
        let anchor: HTML = place > 80 ? "end" : "middle"
        return """
            <line class="limit" x1="\(share(place))" x2="\(share(place))" y1="18" \
            y2="\(pixels(axis.bottom))"/>
            <text class="strong" x="\(share(place))" y="12" text-anchor="\(anchor)">\
            \(words.wordsOnly)</text>\n
            """
    }
}
