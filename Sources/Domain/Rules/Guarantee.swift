/// The clocks of a case on a day, oldest first. Cheap: one pass over the facts.
///
/// - Law: Sundhedsloven § 141, stk. 1 and 2.
package func guaranteeClocks(
    of history: CaseHistory, under standard: QualityStandard, on day: CalendarDay
) -> [GuaranteeClock] {
    let rule = GuaranteeRule(standard: standard)
    return GuaranteeReader(CaseFacts(history, asOf: day)).courses.map { rule.clock($0, asOf: day) }
}

/// Judges a clock on a day.
struct GuaranteeRule {
    let standard: QualityStandard

    func clock(_ course: GuaranteeCourse, asOf: CalendarDay) -> GuaranteeClock {
        let status = Self.status(of: course, asOf: asOf)
        let received = course.enquiry.on
        // A start belongs to the verdict only where it is part of the outcome.
        let start = status == .withdrawn || status == .notCovered ? nil : course.start
        let daysLate: Int? =
            switch status {
            case .met: 0
            case .late: start.map { course.lastDay.days(until: $0.entry.on) }
            case .overdue: course.lastDay.days(until: course.ending?.on ?? asOf)
            default: nil
            }
        return GuaranteeClock(
            received: received, lastDay: course.lastDay, status: status,
            startedOn: start?.entry.on, daysWaited: start.map { received.days(until: $0.entry.on) },
            daysLate: daysLate,
            daysLeft: status == .running ? asOf.days(until: course.lastDay) : nil,
            stoppedBy: start?.service.code,
            because: because(course, status, daysLate: daysLate, asOf: asOf),
            closedOn: course.withdrawal?.on ?? course.ending?.on,
            courseEndedOn: course.discharge?.on, enquiry: course.enquiry.index)
    }

    /// The first that is true, in this order.
    private static func status(of course: GuaranteeCourse, asOf: CalendarDay) -> GuaranteeStatus {
        if course.withdrawal != nil { return .withdrawn }
        if let ending = course.ending, ending.on <= course.lastDay {
            switch ending.kind {
            case .discharge(.deceased), .outsideDuty: return .notCovered
            case .withdrawal, .discharge: return .withdrawn
            }
        }
        if let start = course.start, start.entry.on <= course.lastDay { return .met }
        if course.start == nil, course.ending == nil, asOf <= course.lastDay { return .running }
        if course.ownChoice != nil { return .ownChoice }
        if course.noShow != nil { return .offeredNoShow }
        return course.start == nil ? .overdue : .late
    }
}
