/// The shapes of a line chart.
struct LineDrawing {
    let chart: LineChart
    private let axis: Axis
    private let (first, last): (Double, Double)

    private static let (bottom, top) = (212.0, 22.0)

    init(chart: LineChart) {
        self.chart = chart
        let values =
            chart.series.flatMap { $0.points.compactMap(\.value) } + chart.levels.map(\.value)
            + (chart.band.map { [$0.values.lowerBound, $0.values.upperBound] } ?? [])
        axis = Axis(
            from: chart.range?.lowerBound ?? min(0, values.min() ?? 0),
            to: chart.range?.upperBound ?? values.max() ?? 1, bottom: Self.bottom, top: Self.top)
        let places = chart.series.flatMap { $0.points.map(\.place) }
        first = places.min() ?? 0
        last = places.max() ?? 1
    }

    var shapes: HTML {
        """
        \(band)\(axis.lines)\(chart.levels.map(level))\
        \(chart.series.indices.map(line))\(names)\(labels)
        """
    }

    /// In per cent of the width; the outermost points keep clear of the edge.
    private func x(_ place: Double) -> Double {
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
            <text x="\(share(Axis.gutter + 1))" y="\(pixels(high))" dy="14">\
            \(band.words.wordsOnly)</text>\n
            """
    }

    private func level(_ level: LevelLine) -> HTML {
        let y = axis.height(of: level.value)
        return """
            <line class="limit" x1="\(share(Axis.gutter))" x2="100%" y1="\(pixels(y))" \
            y2="\(pixels(y))"/>
            <text class="strong" x="100%" y="\(pixels(y))" dy="-5" text-anchor="end">\
            \(level.words.wordsOnly)</text>\n
            """
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

    /// Each name over its line's last point, and no two on top of one another.
    private var names: HTML {
        var taken: [Double] = []
        let named = chart.series.compactMap { series in
            series.points.sorted { $0.place < $1.place }.last { $0.value != nil }.map {
                (series.name, axis.height(of: $0.value ?? 0), $0.place)
            }
        }.sorted { $0.1 < $1.1 }
        let words = named.map { name, height, place -> HTML in
            var y = max(height - 12, 12)
            if let above = taken.last, y < above + 18 { y = above + 18 }
            taken.append(y)
            let isMiddle = x(place) < 60
            return """
                <text class="strong" x="\(share(isMiddle ? x(place) : 98))" y="\(pixels(y))" \
                text-anchor="\(isMiddle ? "middle" : "end")">\(name.wordsOnly)</text>\n
                """
        }
        return chart.series.count > 1 ? "\(words)" : lastValue
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

    /// The first place, the last, and as many between them as there is room for on a small screen.
    private var labels: HTML {
        let points = chart.series.flatMap(\.points).sorted { $0.place < $1.place }
        var shown: [LinePoint] = []
        for point in points where shown.last.map({ x(point.place) - x($0.place) >= 21 }) ?? true {
            shown.append(point)
        }
        if let end = points.last, let latest = shown.last, latest.place != end.place {
            if shown.count > 1 { shown.removeLast() }
            shown.append(end)
        }
        return shown.map { point in
            """
            <text x="\(share(x(point.place)))" y="236" \
            text-anchor="\(anchor(x(point.place)))">\(point.label.wordsOnly)</text>\n
            """
        }.joined(by: .empty)
    }

    private func anchor(_ place: Double) -> HTML {
        place < 16 ? "start" : place > 90 ? "end" : "middle"
    }
}
