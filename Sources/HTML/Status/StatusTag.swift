/// How something stands that has a last day. Each weight has a colour and a shape of its own, and
/// never stands without words: who sees no colours reads the same.
package enum StatusWeight: String, Sendable, CaseIterable {
    /// Overdue, or wrong: act now. Red, a triangle.
    case late

    /// Near, or waiting for somebody. Amber, a clock.
    case soon

    /// Kept, done, in order. Green, a tick.
    case kept

    /// Nothing to do about it now: time enough, or not counted. Grey, a dash.
    case outside
}

/// A few words on how it stands: `Overskredet 2 dage`.
package func statusTag(_ words: HTML, _ weight: StatusWeight, id: String? = nil) -> HTML {
    "<span class=\"status \(weight.rawValue)\"\(attribute("id", id))>\(words)</span>"
}
