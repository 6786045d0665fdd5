/// The only clock of the house. `main` makes it and hands it down; tests hand down a fixed one.
package struct CalendarClock: Sendable {
    private let read: @Sendable () -> Instant

    /// - Parameter read: the moment it is, in UTC.
    package init(_ read: @escaping @Sendable () -> Instant) {
        self.read = read
    }

    /// The moment it is.
    package var now: Instant { read() }

    /// The local day it is (Europe/Copenhagen).
    package var today: CalendarDay { read().day }
}
