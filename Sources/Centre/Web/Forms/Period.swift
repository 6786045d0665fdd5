internal import Domain

/// The days something is about, both included.
struct Period: Hashable, Sendable {
    let first: CalendarDay
    let last: CalendarDay

    /// Nil when it ends before it begins.
    init?(first: CalendarDay, last: CalendarDay) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    private init(from first: CalendarDay, through last: CalendarDay) {
        self.first = first
        self.last = last
    }

    /// The quarter so far.
    static func quarter(of today: CalendarDay) -> Period {
        let monthsIn = (today.month - 1) % 3
        let month = today.adding(days: 1 - today.day).adding(months: -monthsIn)
        return Period(from: month, through: today)
    }

    func contains(_ day: CalendarDay) -> Bool { first <= day && day <= last }
}
