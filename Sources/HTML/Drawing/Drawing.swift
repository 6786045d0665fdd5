/// `37.5%`: a place in a drawing as a share of its width or height. Shares let a drawing grow with
/// its page while its words keep their size.
func share(_ percent: Double) -> String {
    guard percent.isFinite, abs(percent) < 1_000 else { return "0%" }
    let hundredths = Int((abs(percent) * 100).rounded())
    let sign = percent < 0 && hundredths > 0 ? "-" : ""
    let (whole, part) = hundredths.quotientAndRemainder(dividingBy: 100)
    return part == 0 ? "\(sign)\(whole)%" : "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)%"
}

/// `120.5`: a length in a drawing.
func pixels(_ length: Double) -> String {
    guard length.isFinite, abs(length) < 100_000 else { return "0" }
    let tenths = Int((length * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths % 10))"
}

extension Double {
    /// Nil where it is no number, or too large to be one of ours: what cannot be drawn is a gap.
    var drawable: Double? { isFinite && abs(self) < 1e12 ? self : nil }
}

/// The fills of a drawing, told apart in black and white too.
enum Fill: String, CaseIterable {
    case plain, hatched, dotted

    /// The fill of the n-th of several things side by side.
    static func of(_ index: Int) -> Fill { allCases[index % allCases.count] }

    /// The value of a shape's `fill`; the pattern itself stands in the drawing's ``patterns(id:)``.
    func address(in id: String) -> String { "url(#\(id)-\(rawValue))" }

    /// The patterns of one drawing. Their colours come from the stylesheet (a style attribute is
    /// refused by the site's own policy), so they follow dark mode and forced colours.
    static func patterns(id: String) -> HTML {
        """
        <defs>
        <pattern id="\(id)-plain" width="8" height="8" patternUnits="userSpaceOnUse">\
        <rect class="fill-plain" width="8" height="8"/></pattern>
        <pattern id="\(id)-hatched" width="7" height="7" patternUnits="userSpaceOnUse" \
        patternTransform="rotate(45)"><rect class="fill-hatched" width="7" height="7"/>\
        <path class="hatch" d="M0 0v7"/></pattern>
        <pattern id="\(id)-dotted" width="7" height="7" patternUnits="userSpaceOnUse">\
        <rect class="fill-dotted" width="7" height="7"/><circle class="dot" cx="3.5" cy="3.5" \
        r="1.6"/></pattern>
        </defs>\n
        """
    }
}
