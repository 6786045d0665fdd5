/// Where the words of a line chart stand, so that they cover neither a line nor one another: the
/// name of each line at its end, the name of each level and of the band at an edge.
struct LineLabels {
    /// A baseline in pixels, at the right edge or the left.
    struct Place {
        let y: Double
        let isRight: Bool

        /// The height its letters take.
        var box: ClosedRange<Double> { y - 13...y + 3 }
    }

    /// A place for the name of each line; nil for one without a point.
    private(set) var names: [Place?] = []
    private(set) var levels: [Place] = []
    private(set) var band = Place(y: 0, isRight: true)

    /// What stands in the way at either edge.
    private var left: [ClosedRange<Double>] = []
    private var right: [ClosedRange<Double>] = []

    /// `lines` are points (x in per cent of the width, y in pixels), `levels` heights, `band` its
    /// upper and its lower height.
    init(
        lines: [[(x: Double, y: Double)]], levels: [Double], band: (high: Double, low: Double)?
    ) {
        let points = lines.flatMap { $0 }
        left = points.filter { $0.x < 40 }.map { $0.y - 6...$0.y + 6 }
        right = points.filter { $0.x > 62 }.map { $0.y - 6...$0.y + 6 }
        for level in levels {
            left.append(level - 2...level + 2)
            right.append(level - 2...level + 2)
        }
        if lines.count > 1 {
            names = lines.map { line in line.isEmpty ? nil : name(of: line) }
        } else if let last = points.max(by: { $0.x < $1.x }) {
            // The value of a single line stands over its last point.
            right.append(last.y - 24...last.y)
        }
        self.levels = levels.map { take([$0 - 6, $0 + 16]) }
        if let band { self.band = take([band.high + 15, band.low - 6]) }
    }

    /// Over or under the last third of a line, whichever is free.
    private mutating func name(of line: [(x: Double, y: Double)]) -> Place {
        let end = line.map(\.x).max() ?? 0
        let heights = line.filter { $0.x > end - 34 }.map(\.y)
        return take([(heights.min() ?? 0) - 11, (heights.max() ?? 0) + 21], isAlwaysRight: true)
    }

    /// The first place of those that is least in the way; from then on it is taken.
    private mutating func take(_ baselines: [Double], isAlwaysRight: Bool = false) -> Place {
        let edges = isAlwaysRight ? [true] : [true, false]
        let places = baselines.flatMap { y in edges.map { Place(y: y, isRight: $0) } }
        let costs = places.map { place in
            (place.isRight ? right : left).count { $0.overlaps(place.box) }
        }
        let best = zip(places, costs).min { $0.1 < $1.1 }?.0 ?? Place(y: 0, isRight: true)
        if best.isRight { right.append(best.box) } else { left.append(best.box) }
        return best
    }
}
