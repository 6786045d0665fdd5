internal import Domain
internal import Records

/// Reads a day as staff type it, and never guesses: `12-11-2026`, `121126`, `12/11`, `i dag`, `i morgen`, `i går`, `fre`, `+14`.
///
/// A day without a year is the nearest one that fits: this year's, or the year before when that lies nearer. Of what has
/// happened it is the latest one that has: in November `1/1` is not next year's.
enum TypedDay: Hashable, Sendable {
    case day(CalendarDay)
    case nothing
    /// The form is a day's, but the calendar has none such: `31-11-2026`.
    case notInCalendar
    case unreadable

    /// - Parameter isPast: whether a day of the week, or a day without a year, is the last one, today included, and not
    ///   the next: on Monday `fre` is the Friday somebody rang, not the one to come.
    static func read(
        _ text: String, on today: CalendarDay, isPast: Bool = false
    ) -> TypedDay {
        let text = text.trimmed.lowercased()
        if text.isEmpty { return .nothing }
        if let day = named(text, on: today, isPast: isPast) { return .day(day) }
        if let digits = offset(text) { return .day(today.adding(days: digits)) }
        guard let parts = numbers(text) else { return .unreadable }
        return calendarDay(parts, on: today, isPast: isPast)
    }

    private static func named(
        _ text: String, on today: CalendarDay, isPast: Bool
    ) -> CalendarDay? {
        switch text {
        case "i dag", "idag", "nu": return today
        case "i morgen", "imorgen": return today.adding(days: 1)
        case "i går", "igår": return today.adding(days: -1)
        default: break
        }
        guard text.unicodeScalars.count >= 2 else { return nil }
        let named = Weekday.allCases.filter { $0.danishName.hasPrefix(text) }
        guard named.count == 1 else { return nil }
        return (isPast ? (-6...0) : (1...7)).map { today.adding(days: $0) }
            .first { $0.weekday == named[0] }
    }

    private static func offset(_ text: String) -> Int? {
        guard let sign = text.first, sign == "+" || sign == "-", text.utf8.count <= 5,
            let days = Int(text)
        else { return nil }
        return days
    }

    /// Two or three numbers, with marks between them or as six or eight digits in a row.
    private static func numbers(_ text: String) -> [Int]? {
        let parts = text.split { "-/. ".contains($0) }.map(String.init)
        guard
            parts.allSatisfy({ part in
                part.utf8.count <= 8 && part.utf8.allSatisfy { (48...57).contains($0) }
            })
        else { return nil }
        if parts.count == 1 {
            guard [4, 6, 8].contains(parts[0].utf8.count) else { return nil }
            let digits = Array(parts[0])
            let year = String(digits[4...])
            return [Int(String(digits[0..<2])), Int(String(digits[2..<4])), Int(year)]
                .compactMap { $0 }
        }
        guard (2...3).contains(parts.count) else { return nil }
        if parts[0].utf8.count == 4 { return parts.reversed().compactMap { Int($0) } }
        return parts.compactMap { Int($0) }
    }

    /// Of what anybody alive has to do with; `12-11-226` is a slip of the hand.
    private static let years = 1900...2199

    private static func calendarDay(
        _ parts: [Int], on today: CalendarDay, isPast: Bool
    ) -> TypedDay {
        guard parts.count >= 2 else { return .unreadable }
        if parts.count == 3 {
            let year = parts[2] < 100 ? 2000 + parts[2] : parts[2]
            guard years.contains(year) else { return .notInCalendar }
            return CalendarDay(year: year, month: parts[1], day: parts[0])
                .map(TypedDay.day) ?? .notInCalendar
        }
        let near = [today.year - 1, today.year, today.year + 1].compactMap {
            CalendarDay(year: $0, month: parts[1], day: parts[0])
        }.filter { !isPast || $0 <= today }
        let nearest = near.min { abs($0.days(until: today)) < abs($1.days(until: today)) }
        return nearest.map(TypedDay.day) ?? .notInCalendar
    }
}
