/// The days of a deadline as a bar: day 0, today, the last day, and the day it begins or began.
///
/// Positions are shares of the width, never pixels, so that the words keep their size on a small
/// screen. Days after the last one have a third of the bar to themselves, whatever their number.
struct ClockBar {
    let id: String
    let limitDays: Int
    /// Nil once nothing runs any more.
    let today: Int?
    let beginning: ClockBox.Beginning

    /// Where day 0 and the last drawable day stand, in per cent.
    private static let (first, last) = (2.0, 98.0)

    private var beginningDay: Int? { beginning.day }
    private var latest: Int { max(today ?? 0, beginningDay ?? 0) }

    /// The share of the width where the last day stands.
    private var limitPlace: Double { latest > limitDays ? 68 : Self.last }

    private func place(_ day: Int) -> Double {
        let days = Double(max(0, day))
        let limit = Double(limitDays)
        if days <= limit { return Self.first + days / limit * (limitPlace - Self.first) }
        return limitPlace + min(days - limit, limit) / limit * (Self.last - limitPlace)
    }

    var markup: HTML {
        """
        <svg class="clock-bar" width="100%" height="58" role="img" \
        aria-labelledby="\(id)-tegning \(id)-forklaring">
        <title id="\(id)-tegning">Fristens dage</title>
        <desc id="\(id)-forklaring">\(description)</desc>
        \(overduePattern)\
        \(bar(from: 0, to: limitDays, "track"))\
        \(elapsed)\(overdue)\(ticks)\(limit)\(beginningMark)\(todayMark)\
        </svg>
        """
    }

    private var description: HTML {
        var parts: [HTML] = []
        if let today { parts.append("I dag er dag \(today) af \(limitDays).") }
        switch beginning {
        case .none: break
        case .booked(let day, _): parts.append("Der er en tid på dag \(day).")
        case .began(let day, _): parts.append("Behandlingen begyndte på dag \(day).")
        }
        return parts.joined(by: " ")
    }

    private func bar(from: Int, to: Int, _ name: StaticString, fill: String? = nil) -> HTML {
        let (left, right) = (place(from), place(to))
        guard right > left else { return .empty }
        return """
            <rect class="\(HTML(stringLiteral: name))" x="\(share(left))" y="22" \
            width="\(share(right - left))" height="14"\(attribute("fill", fill))/>\n
            """
    }

    private var elapsed: HTML {
        bar(from: 0, to: min(today ?? beginningDay ?? 0, limitDays), "elapsed")
    }

    /// From the last day to today, or to the day it began; a booked time is still to come.
    private var overdue: HTML {
        guard latest > limitDays else { return .empty }
        let reached = today ?? beginningDay ?? limitDays
        return """
            \(bar(from: limitDays, to: 2 * limitDays, "track"))\
            \(bar(from: limitDays, to: reached, "over", fill: "url(#\(id)-over)"))
            """
    }

    /// Slanted lines over the red: what is late is told apart by its pattern, too.
    private var overduePattern: HTML {
        guard latest > limitDays else { return .empty }
        return """
            <defs><pattern id="\(id)-over" width="7" height="7" patternUnits="userSpaceOnUse" \
            patternTransform="rotate(45)"><rect class="over-fill" width="7" height="7"/>\
            <path class="hatch" d="M0 0v7"/></pattern></defs>\n
            """
    }

    private var ticks: HTML {
        let lines = (1..<max(2, limitDays)).map { day -> HTML in
            let place = share(place(day))
            return "<line class=\"tick\" x1=\"\(place)\" x2=\"\(place)\" y1=\"26\" y2=\"32\"/>"
        }
        return "\(lines)\n"
    }

    private var limit: HTML {
        let place = share(limitPlace)
        let anchor: HTML = limitPlace < Self.last ? "middle" : "end"
        return """
            <text x="\(share(Self.first))" y="53">dag 0</text>
            <line class="limit" x1="\(place)" x2="\(place)" y1="18" y2="40"/>
            <text x="\(place)" y="53" text-anchor="\(anchor)">sidste dag</text>\n
            """
    }

    private var todayMark: HTML {
        guard let today else { return .empty }
        let place = place(today)
        let anchor: HTML = place < 10 ? "start" : place > 90 ? "end" : "middle"
        return """
            <svg x="\(share(place))" overflow="visible"><path class="today" d="M-6 13h12l-6 8z"/></svg>
            <text class="strong" x="\(share(place))" y="10" text-anchor="\(anchor)">i dag</text>\n
            """
    }

    /// A diamond for a time that is booked, a disc for a treatment that began.
    private var beginningMark: HTML {
        guard let day = beginningDay else { return .empty }
        return """
            <svg x="\(share(place(day)))" y="29" overflow="visible">\(beginning.mark)</svg>\n
            """
    }
}
