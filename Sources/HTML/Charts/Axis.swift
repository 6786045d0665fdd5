/// The upward axis of a drawing: round steps, and a value's height in pixels.
struct Axis {
    let lowest: Double
    let highest: Double
    let step: Double
    let decimals: Int
    /// Where the lowest value lies, counted from the drawing's top, and the highest.
    let (bottom, top): (Double, Double)

    /// Room for the words left of the drawing, in per cent of the width.
    static let gutter = 9.0

    init(
        from lowest: Double = 0, to highest: Double, bottom: Double, top: Double,
        isWhole: Bool = false
    ) {
        let span = max(highest - lowest, isWhole ? 1 : 1e-6)
        step = Self.roundStep(span / 4, isWhole: isWhole)
        self.lowest = (lowest / step).rounded(.down) * step
        self.highest = max((highest / step).rounded(.up) * step, self.lowest + step)
        decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : 2
        (self.bottom, self.top) = (bottom, top)
    }

    /// 1, 2 or 5 times a power of ten, at least as large as asked.
    private static func roundStep(_ wanted: Double, isWhole: Bool) -> Double {
        var power = isWhole ? 1.0 : 1e-6
        while power * 10 <= wanted { power *= 10 }
        return [1, 2, 5].map { $0 * power }.first { $0 >= wanted } ?? power * 10
    }

    func height(of value: Double) -> Double {
        let share = (min(max(value, lowest), highest) - lowest) / (highest - lowest)
        return bottom - share * (bottom - top)
    }

    /// The lines across with their numbers.
    var lines: HTML {
        let count = Int(((highest - lowest) / step).rounded())
        let lines = (0...max(1, count)).map { index -> HTML in
            let value = lowest + Double(index) * step
            let y = pixels(height(of: value))
            return """
                <line class="grid" x1="\(share(Self.gutter))" x2="100%" y1="\(y)" y2="\(y)"/>\
                <text x="\(share(Self.gutter - 1))" y="\(y)" dy="4" text-anchor="end">\
                \(danishFigure(value, decimals: decimals))</text>\n
                """
        }
        return "\(lines)"
    }

    /// Where the n-th of several things side by side begins, in per cent of the width.
    static func place(_ index: Int, of count: Int) -> Double {
        gutter + Double(index) / Double(max(1, count)) * (100 - gutter)
    }
}
