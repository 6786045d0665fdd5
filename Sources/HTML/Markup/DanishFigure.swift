/// A figure as Danes write it: `1.234,5`. What is no number, or too large to be one of ours, is a dash.
///
/// - Parameter isGrouped: no points between the thousands for whoever reads it into a sheet again.
package func danishFigure(
    _ number: Double, decimals: Int = 0, isGrouped: Bool = true
) -> String {
    guard number.isFinite, abs(number) < 1e12, (0...6).contains(decimals) else { return "–" }
    let factor = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
    let scaled = Int((abs(number) * factor).rounded())
    let sign = number < 0 && scaled > 0 ? "-" : ""
    let (whole, part) = scaled.quotientAndRemainder(dividingBy: Int(factor))
    let digits = isGrouped ? grouped(whole) : String(whole)
    guard decimals > 0 else { return sign + digits }
    let rest = String(part)
    let padding = String(repeating: "0", count: decimals - rest.count)
    return "\(sign)\(digits),\(padding)\(rest)"
}

/// A count: `1.234`.
package func danishFigure(_ count: Int) -> String { danishFigure(Double(count)) }

/// `1234567` as `1.234.567`.
private func grouped(_ number: Int) -> String {
    let (thousands, rest) = number.quotientAndRemainder(dividingBy: 1_000)
    guard thousands > 0 else { return String(rest) }
    let digits = String(rest)
    return "\(grouped(thousands)).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
}
