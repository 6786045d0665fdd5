internal import Domain
internal import Records

/// Reads a time of day as staff type it: `0930`, `9.30`, `930`, `9:30`, `9`.
enum TypedTime: Hashable, Sendable {
    case time(ClockTime)
    case nothing
    case unreadable

    static func read(_ text: String) -> TypedTime {
        let text = text.trimmed
        if text.isEmpty { return .nothing }
        let parts = text.split { ".:".contains($0) }.map(String.init)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ $0.utf8.count <= 4 && $0.utf8.allSatisfy { (48...57).contains($0) } }
            )
        else { return .unreadable }
        let joined = Int(parts[0]) ?? 0
        let (hour, minute) =
            parts.count == 2
            ? (joined, Int(parts[1]) ?? 60)
            : parts[0].utf8.count <= 2 ? (joined, 0) : (joined / 100, joined % 100)
        guard (0...23).contains(hour), (0...59).contains(minute) else { return .unreadable }
        return .time(ClockTime(hour, minute))
    }
}

extension Instant {
    /// The moment typed, to the minute. The present minute is now, to the second: what was done after something stands
    /// after it. A moment still to come is now as well.
    init(day: CalendarDay, time: ClockTime, notAfter now: Instant) {
        let typed = Instant(day: day, hour: time.hour, minute: time.minute)
        self = typed.seconds + 60 > now.seconds ? now.wholeSecond : typed
    }
}
