internal import Domain

extension CalendarDay {
    /// `torsdag den 12. november`: a day that is near, as it is said.
    var nearInWords: String {
        let words = danishText.split(separator: " ").dropLast().joined(separator: " ")
        return "\(weekday.danishName) den \(words)"
    }

    /// `torsdag den 12. november 2026`: a day in full.
    var inWords: String { "\(weekday.danishName) den \(danishText)" }

    /// `i dag`, `i går`, `for 9 dage siden`, `om 3 dage`.
    func distanceInWords(on today: CalendarDay) -> String {
        switch days(until: today) {
        case 0: "i dag"
        case 1: "i går"
        case -1: "i morgen"
        case let days where days > 0: "for \(days) dage siden"
        case let days: "om \(-days) dage"
        }
    }
}

extension Instant {
    /// `12.11.2026 kl. 10.00`: when it was done, in a table.
    var inDigits: String { "\(day.danishDigits) kl. \(clockText)" }

    /// `torsdag den 12. november kl. 10.00`.
    var nearInWords: String {
        let (day, hour, minute, _) = copenhagen
        return "\(day.nearInWords) kl. \(ClockTime(hour, minute).danishText)"
    }
}

extension OpeningHours {
    /// The week in a line: `mandag, tirsdag, torsdag og fredag kl. 8.30-10.00`; days with the same hours stand together.
    var inWords: String {
        var groups: [(span: Span, days: [Weekday])] = []
        for weekday in Weekday.allCases {
            guard let span = spans[weekday] else { continue }
            if let place = groups.firstIndex(where: { $0.span == span }) {
                groups[place].days.append(weekday)
            } else {
                groups.append((span, [weekday]))
            }
        }
        return groups.map { group in
            let days = group.days.map(\.danishName)
            let said =
                days.count > 1
                ? "\(days.dropLast().joined(separator: ", ")) og \(days[days.count - 1])" : days[0]
            return "\(said) kl. \(group.span.opens.danishText)-\(group.span.closes.danishText)"
        }.joined(separator: "; ")
    }

    /// Whether the door is open.
    func isOpen(at moment: Instant) -> Bool {
        if case .open = state(at: moment) { true } else { false }
    }

    /// `Åbent nu til kl. 10.00` or `Vi åbner mandag kl. 8.30`; nothing where no hours are known.
    func sentence(at moment: Instant) -> String? {
        switch state(at: moment) {
        case .open(let until): "Åbent nu til kl. \(until.danishText)"
        case .opens(let day, let time) where day == moment.day:
            "Vi åbner i dag kl. \(time.danishText)"
        case .opens(let day, let time): "Vi åbner \(day.weekday.danishName) kl. \(time.danishText)"
        case .unknown: nil
        }
    }
}
