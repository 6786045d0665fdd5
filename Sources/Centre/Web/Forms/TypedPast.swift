internal import Domain
internal import HTML

// When something happened, as staff type it: it cannot lie ahead.

/// Reads a day that cannot lie ahead.
///
/// - Parameters:
///   - name: what the day is called where somebody must mend it.
///   - missing: what is said where nothing was typed.
func readPastDay(
    _ typed: String, field: String, on today: CalendarDay, name: String = "Datoen",
    missing: String = "Skriv datoen", _ problems: inout [FormProblem]
) -> CalendarDay? {
    switch TypedDay.read(typed, on: today, isPast: true) {
    case .day(let day) where day <= today: return day
    case .day:
        problems.append(.init(field: field, message: "\(name) kan ikke være efter i dag"))
    case .nothing: problems.append(.init(field: field, message: missing))
    case .notInCalendar:
        problems.append(.init(field: field, message: "\(typed) findes ikke. Skriv en anden dato"))
    case .unreadable:
        problems.append(
            .init(field: field, message: "Skriv datoen som 12-11-2026, 12/11 eller i dag"))
    }
    return nil
}

/// The moment something happened. A little ahead is a number that was rounded, and is now; more is a slip of the hand.
func readPastMoment(
    _ day: CalendarDay, _ time: ClockTime, field: String, now: Instant,
    _ problems: inout [FormProblem]
) -> Instant {
    let moment = Instant(day: day, time: time, notAfter: now)
    let ahead = Instant(day: day, hour: time.hour, minute: time.minute).seconds - now.seconds
    if ahead > roundedMinutesMax * 60 {
        problems.append(
            .init(
                field: field,
                message: "Klokken er \(now.clockText) nu. Skriv et tidspunkt, der har været"))
    }
    return moment
}

private let roundedMinutesMax = 15
