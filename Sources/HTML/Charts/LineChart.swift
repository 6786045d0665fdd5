/// A measurement: where it lies along the bottom, what the place is called, and the value.
package struct LinePoint: Sendable {
    let place: Double
    let label: HTML
    let value: Double?

    /// A point. Without a value the line is broken there: a gap is a gap, never a zero.
    package init(at place: Double, _ label: HTML, _ value: Double?) {
        self.place = place.drawable ?? 0
        self.label = label
        self.value = value?.drawable
    }
}

/// One line of a chart; up to three differ by dash and by the shape of their points.
package struct LineSeries: Sendable {
    let name: HTML
    let points: [LinePoint]

    /// A line with its name, which stands at its end.
    package init(_ name: HTML, _ points: [LinePoint]) {
        self.name = name
        self.points = points
    }
}

/// A line across that means something: a cut-off, a goal.
package struct LevelLine: Sendable {
    let value: Double
    let words: HTML

    /// A level and its name.
    package init(_ value: Double, _ words: HTML) {
        self.value = value
        self.words = words
    }
}

/// Values between which a change is no sure change (reliable change).
package struct ChangeBand: Sendable {
    let values: ClosedRange<Double>
    let words: HTML

    /// A band and its name.
    package init(_ values: ClosedRange<Double>, _ words: HTML) {
        self.values = values
        self.words = words
    }
}

/// Measurements over time.
package struct LineChart: Sendable {
    /// More than three dashes nobody tells apart.
    package static let seriesMax = 3

    let words: ChartWords
    let series: [LineSeries]
    let range: ClosedRange<Double>?
    let levels: [LevelLine]
    let band: ChangeBand?
    let decimals: Int
    let label: HTML
    let whenEmpty: HTML

    /// A chart. `range` is the instrument's own, so that two curves can be compared; else the
    /// values decide, from zero. `label` heads the table's first column. Only three series are
    /// drawn.
    package init(
        _ words: ChartWords, _ series: [LineSeries], range: ClosedRange<Double>? = nil,
        levels: [LevelLine] = [], band: ChangeBand? = nil, decimals: Int = 0, label: HTML,
        whenEmpty: HTML = "Der er ingen målinger endnu."
    ) {
        self.words = words
        self.series = Array(series.prefix(Self.seriesMax))
        self.range = range
        self.levels = levels.filter { $0.value.drawable != nil }
        self.band = band
        self.decimals = decimals
        self.label = label
        self.whenEmpty = whenEmpty
    }
}

/// The chart with its words and its table.
package func lineChart(_ chart: LineChart) -> HTML {
    guard chart.series.contains(where: { $0.points.contains { $0.value != nil } }) else {
        return emptyFigure(chart.words, chart.whenEmpty)
    }
    return chartFigure(
        chart.words,
        drawing: chartDrawing(
            chart.words, height: 250,
            kind: "Kurve over \(chart.series.map(\.name.wordsOnly).joined(by: " og ")).",
            LineDrawing(chart: chart).shapes),
        table: chart.table)
}

extension LineChart {
    /// A row a place, a column a series.
    fileprivate var table: ChartTable {
        let places = Set(series.flatMap { $0.points.map(\.place) }).sorted()
        return ChartTable(
            columns: [Column(label)] + series.map { .number($0.name) },
            rows: places.map { place in
                let points = series.map { $0.points.first { $0.place == place } }
                let label = points.compactMap { $0?.label }.first ?? "–"
                return [label]
                    + points.map { point in
                        point?.value.map { "\(danishFigure($0, decimals: decimals))" } ?? "–"
                    }
            })
    }
}
