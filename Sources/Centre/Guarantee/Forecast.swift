internal import Domain
internal import Records
internal import SQLite
internal import Synchronization

/// Which of those who wait will not begin in time with what is booked and what is free (prognose). The last days are the
/// rules'; the free times the calendar's.
struct Forecast: Sendable {
    /// Why somebody will not.
    enum Reason: Hashable, Sendable {
        /// Her time lies after her last day.
        case bookedTooLate(CalendarDay)
        /// No time is free for her.
        case noTime
    }

    struct Late: Sendable {
        let ref: CaseRef
        let lastDay: CalendarDay
        let reason: Reason
    }

    /// One free time more that would save somebody.
    struct Saving: Sendable {
        let day: CalendarDay
        let staff: StaffID
        let ref: CaseRef
    }

    /// How many clocks run.
    let runningCount: Int
    let late: [Late]
    let saving: Saving?

    /// Somebody whose clock runs.
    struct Running: Sendable {
        let ref: CaseRef
        let lastDay: CalendarDay
        let booked: CalendarDay?
        let age: ClosedRange<Int>?
    }

    init(_ running: [Running], _ picture: CalendarPicture, at now: Instant) {
        let late = running.compactMap { one -> Late? in
            guard let booked = one.booked, booked > one.lastDay else { return nil }
            return Late(ref: one.ref, lastDay: one.lastDay, reason: .bookedTooLate(booked))
        }
        let waiting = running.filter { $0.booked == nil }
        let staff = picture.weeks.keys.sorted { $0.rawValue < $1.rawValue }
        let matching = TimeMatching(
            waiting.map { one in
                let may = picture.staff(taking: one.age)
                return .init(
                    lastDay: one.lastDay,
                    columns: may.map { may in
                        Set(staff.indices.filter { may.contains(staff[$0]) })
                    })
            }, Self.buckets(picture, staff, waiting.map(\.lastDay).max(), at: now))
        runningCount = running.count
        self.late =
            (late
            + matching.unmet.map {
                Late(ref: waiting[$0].ref, lastDay: waiting[$0].lastDay, reason: .noTime)
            }).sorted { $0.lastDay < $1.lastDay }
        let takers = staff.indices.filter { index in
            picture.weeks[staff[index]]?.last?.spans.contains { $0.takesFirstTalks } == true
        }
        saving = matching.saving(in: takers, from: now.day).map {
            Saving(day: $0.day, staff: staff[$0.column], ref: waiting[$0.saved].ref)
        }
    }

    /// How many first talks are free with each colleague on each day.
    private static func buckets(
        _ picture: CalendarPicture, _ staff: [StaffID], _ last: CalendarDay?, at now: Instant
    ) -> [TimeMatching.Bucket] {
        guard let last else { return [] }
        var counts: [TimeMatching.Bucket: Int] = [:]
        for time in picture.free(.init(isFirstTalk: true), from: now, through: last) {
            guard let column = staff.firstIndex(of: time.staff) else { continue }
            counts[.init(day: time.day, column: column, count: 0), default: 0] += 1
        }
        return counts.map { .init(day: $0.key.day, column: $0.key.column, count: $0.value) }
    }
}

/// Keeps the forecast while nothing has been written that it is made of, and for a minute at the most.
final class ForecastKeeper: Sendable {
    private struct Key: Equatable {
        let minute: Int
        let factsVersion: Int64
        /// Every open case and its last entry.
        let cases: [CaseID: Int]
    }

    private let kept = Mutex<(key: Key, forecast: Forecast)?>(nil)
    private let book: CalendarBook

    init(_ book: CalendarBook) {
        self.book = book
    }

    /// - Parameter person: opens who somebody is; the list that tells of her is logged.
    func forecast(
        _ lines: [Overview.Line], at now: Instant, in db: borrowing Connection,
        person: (CaseFile) throws -> PersonDetails
    ) throws -> Forecast {
        let key = Key(
            minute: now.seconds / 60, factsVersion: book.standards.factsVersion,
            cases: Dictionary(
                lines.map { ($0.ref.id, $0.file.entries.last?.position ?? 0) },
                uniquingKeysWith: { one, _ in one }))
        if let known = kept.withLock({ $0?.key == key ? $0?.forecast : nil }) { return known }
        let running = try lines.compactMap { line -> Forecast.Running? in
            guard let clock = line.clock, clock.status == .running else { return nil }
            return Forecast.Running(
                ref: line.ref, lastDay: clock.lastDay, booked: line.booked,
                age: try person(line.file).age(on: now.day))
        }
        let last = running.map(\.lastDay).max() ?? now.day
        let forecast = Forecast(
            running, try book.picture(from: now.day, through: last, in: db), at: now)
        kept.withLock { $0 = (key, forecast) }
        return forecast
    }
}
