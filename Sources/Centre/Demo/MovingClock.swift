internal import Domain
internal import Synchronization

/// A clock that stands until it is moved.
final class MovingClock: Sendable {
    private let moment: Mutex<Instant>

    init(_ start: Instant) { moment = Mutex(start) }

    var clock: CalendarClock { CalendarClock { self.moment.withLock { $0 } } }

    func move(to instant: Instant) { moment.withLock { $0 = instant } }
}
