/// A deadline that runs from a day the citizen chose: how it stands, in words first, then as a bar
/// of its days and as the dates it is made of.
package struct ClockBox: Sendable {
    /// What the deadline waits for: nothing yet, a booked time, or what began.
    package enum Beginning: Sendable {
        case none
        case booked(onDay: Int, HTML)
        case began(onDay: Int, HTML)
    }

    let id: String
    let heading: HTML
    let weight: StatusWeight
    let headline: HTML
    let received: HTML
    let lastDay: HTML
    let limitDays: Int
    let today: Int?
    let beginning: Beginning
    let because: [HTML]

    /// A clock. `today` and the days of `beginning` count from the day of the enquiry, which is day
    /// 0; `today` is nil once nothing runs. `because` are the steps of the reckoning.
    package init(
        id: String = "garanti", heading: HTML = "Behandlingsgaranti", _ weight: StatusWeight,
        headline: HTML, received: HTML, lastDay: HTML, limitDays: Int = 14, today: Int?,
        beginning: Beginning = .none, because: [HTML] = []
    ) {
        self.id = id
        self.heading = heading
        self.weight = weight
        self.headline = headline
        self.received = received
        self.lastDay = lastDay
        self.limitDays = max(1, limitDays)
        self.today = today
        self.beginning = beginning
        self.because = because
    }
}

/// The clock as a coloured box.
package func clockBox(_ clock: ClockBox) -> HTML {
    let bar = ClockBar(
        id: clock.id, limitDays: clock.limitDays, today: clock.today, beginning: clock.beginning)
    return """
        <section class="guarantee \(clock.weight.rawValue)" aria-labelledby="\(clock.id)-titel">
        <h2 id="\(clock.id)-titel">\(clock.heading)</h2>
        <p class="headline" id="\(clock.id)"><strong>\(clock.headline)</strong></p>
        \(bar.markup)
        <dl class="dates">
        <div><dt>Modtaget</dt><dd>\(clock.received)</dd></div>
        <div><dt>Sidste dag</dt><dd>\(clock.lastDay)</dd></div>
        \(clock.beginning.line)\
        </dl>
        \(reckoning(clock))\
        </section>
        """
}

/// The same box where no deadline runs: it says why, and what would start one.
package func clockBox(
    id: String = "garanti", heading: HTML = "Behandlingsgaranti", withoutDeadline headline: HTML,
    _ explanation: HTML
) -> HTML {
    """
    <section class="guarantee outside" aria-labelledby="\(id)-titel">
    <h2 id="\(id)-titel">\(heading)</h2>
    <p class="headline" id="\(id)"><strong>\(headline)</strong></p>
    <p>\(explanation)</p>
    </section>
    """
}

private func reckoning(_ clock: ClockBox) -> HTML {
    guard !clock.because.isEmpty else { return .empty }
    return """
        \(fold(
            "\(clock.id)-beregning", "Sådan er fristen beregnet", isBare: true,
            "<ol>\(clock.because.map { "<li>\($0)</li>" })</ol>"))\n
        """
}

extension ClockBox.Beginning {
    var day: Int? {
        switch self {
        case .none: nil
        case .booked(let day, _), .began(let day, _): day
        }
    }

    /// Around the point where it stands on the bar.
    var mark: HTML {
        switch self {
        case .none: .empty
        case .booked: "<path class=\"booked\" d=\"M0-9 9 0 0 9-9 0z\"/>"
        case .began: "<circle class=\"began\" r=\"8\"/>"
        }
    }

    /// The date in words, with the mark it has on the bar.
    fileprivate var line: HTML {
        switch self {
        case .none: "<div><dt>Tid</dt><dd>Ingen tid endnu</dd></div>\n"
        case .booked(_, let words): "<div><dt>\(key)Tid</dt><dd>\(words)</dd></div>\n"
        case .began(_, let words): "<div><dt>\(key)Begyndt</dt><dd>\(words)</dd></div>\n"
        }
    }

    private var key: HTML {
        """
        <svg class="key" viewBox="-10 -10 20 20" width="14" height="14" aria-hidden="true">\
        \(mark)</svg>
        """
    }
}
