/// The shapes of a line chart.
struct LineDrawing {
    let chart: LineChart
    private let axis: Axis
    private let (first, last): (Double, Double)
    private let labels: LineLabels

    private static let (bottom, top) = (212.0, 22.0)

    init(chart: LineChart) {
        self.chart = chart
        let values =
            chart.series.flatMap { $0.points.compactMap(\.value) } + chart.levels.map(\.value)
            + (chart.band.map { [$0.values.lowerBound, $0.values.upperBound] } ?? [])
            .compactMap(\.drawable)
        axis = Axis(
            from: chart.range?.lowerBound.drawable ?? min(0, values.min() ?? 0),
            to: chart.range?.upperBound.drawable ?? values.max() ?? 1, bottom: Self.bottom,
            top: Self.top)
        let places = chart.series.flatMap { $0.points.map(\.place) }
        let (first, last) = (places.min() ?? 0, places.max() ?? 1)
        (self.first, self.last) = (first, last)
        let axis = axis
        labels = LineLabels(
            lines: chart.series.map { series in
                series.points.compactMap { point in
                    point.value.map {
                        (Self.x(point.place, from: first, to: last), axis.height(of: $0))
                    }
                }
            },
            levels: chart.levels.map { axis.height(of: $0.value) },
            band: chart.band.map {
                (axis.height(of: $0.values.upperBound), axis.height(of: $0.values.lowerBound))
            })
    }

    var shapes: HTML {
        """
        \(band)\(axis.lines)\(chart.levels.indices.map(level))\
        \(chart.series.indices.map(line))\(names)\(placeNames)
        """
    }

    /// In per cent of the width; the outermost points keep clear of the edge.
    private func x(_ place: Double) -> Double { Self.x(place, from: first, to: last) }

    private static func x(_ place: Double, from first: Double, to last: Double) -> Double {
        let (left, right) = (Axis.gutter + 4, 96.0)
        guard last > first else { return (left + right) / 2 }
        return left + (place - first) / (last - first) * (right - left)
    }

    private var band: HTML {
        guard let band = chart.band else { return .empty }
        let (low, high) = (
            axis.height(of: band.values.lowerBound), axis.height(of: band.values.upperBound)
        )
        return """
            <rect class="band" x="\(share(Axis.gutter))" y="\(pixels(high))" \
            width="\(share(100 - Axis.gutter))" height="\(pixels(max(1, low - high)))"/>
            \(words(band.words, at: labels.band, isStrong: false))
            """
    }

    private func level(_ index: Int) -> HTML {
        let y = axis.height(of: chart.levels[index].value)
        return """
            <line class="limit" x1="\(share(Axis.gutter))" x2="100%" y1="\(pixels(y))" \
            y2="\(pixels(y))"/>
            \(words(chart.levels[index].words, at: labels.levels[index], isStrong: true))
            """
    }

    private func words(_ words: HTML, at place: LineLabels.Place, isStrong: Bool) -> HTML {
        """
        <text\(attribute("class", isStrong ? "strong" : nil)) \
        x="\(place.isRight ? "98%" : share(Axis.gutter + 1))" y="\(pixels(place.y))" \
        text-anchor="\(place.isRight ? "end" : "start")">\(words.wordsOnly)</text>\n
        """
    }

    /// The name of each line with the mark of its points, so that nobody asks which is which.
    private var names: HTML {
        guard chart.series.count > 1 else { return lastValue }
        let all = chart.series.indices.map { index -> HTML in
            guard let y = labels.names[index]?.y else { return .empty }
            return """
                <text class="strong" x="94%" y="\(pixels(y))" text-anchor="end">\
                \(chart.series[index].name.wordsOnly)</text>\
                <svg x="98%" y="\(pixels(y - 5))" overflow="visible">\(Self.mark(index))</svg>\n
                """
        }
        return "\(all)"
    }

    /// The pieces between points that have a value, then the points on top of them.
    private func line(_ index: Int) -> HTML {
        let points = chart.series[index].points.sorted { $0.place < $1.place }
        let pieces = zip(points, points.dropFirst()).map { from, to -> HTML in
            guard let before = from.value, let after = to.value else { return .empty }
            return """
                <line class="line line-\(index + 1)" x1="\(share(x(from.place)))" \
                y1="\(pixels(axis.height(of: before)))" x2="\(share(x(to.place)))" \
                y2="\(pixels(axis.height(of: after)))"/>
                """
        }
        let marks = points.map { point -> HTML in
            guard let value = point.value else { return .empty }
            return """
                <svg x="\(share(x(point.place)))" y="\(pixels(axis.height(of: value)))" \
                overflow="visible">\(Self.mark(index))</svg>
                """
        }
        return "\(pieces)\(marks)\n"
    }

    /// A disc, a square or a diamond, as the series.
    private static func mark(_ index: Int) -> HTML {
        switch index {
        case 0: "<circle class=\"mark mark-1\" r=\"4.5\"/>"
        case 1: "<rect class=\"mark mark-2\" x=\"-4\" y=\"-4\" width=\"8\" height=\"8\"/>"
        default: "<path class=\"mark mark-3\" d=\"M0-6 6 0 0 6-6 0z\"/>"
        }
    }

    /// A single line needs no name: its heading says it. Its last value does.
    private var lastValue: HTML {
        let points = chart.series.flatMap(\.points).sorted { $0.place < $1.place }
        guard let point = points.last(where: { $0.value != nil }), let value = point.value else {
            return .empty
        }
        return """
            <text class="strong" x="\(share(x(point.place)))" \
            y="\(pixels(axis.height(of: value)))" dy="-10" text-anchor="middle">\
            \(danishFigure(value, decimals: chart.decimals))</text>\n
            """
    }

    /// As many labels as a wide screen has room for, and fewer on a narrow one. The last place is
    /// always told, so the others are chosen from the end.
    private var placeNames: HTML {
        let narrow = Set(spread(by: 22).map(\.place))
        return spread(by: 8).map { point in
            """
            <text\(attribute("class", narrow.contains(point.place) ? nil : "minor")) \
            x="\(share(x(point.place)))" y="236" text-anchor="middle">\
            \(point.label.wordsOnly)</text>\n
            """
        }.joined(by: .empty)
    }

    /// Points at least so many per cent of the width from one another.
    private func spread(by least: Double) -> [LinePoint] {
        let points = chart.series.flatMap(\.points).sorted { $0.place > $1.place }
        return points.reduce(into: [LinePoint]()) { shown, point in
            if shown.last.map({ x($0.place) - x(point.place) >= least }) ?? true {
                shown.append(point)
            }
        }
    }
}
