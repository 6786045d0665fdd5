/// What became of the promise that treatment begins within fourteen days.
package enum GuaranteeStatus: String, CaseIterable, Hashable, Sendable {
    /// Løbende: the last day has not passed.
    case running
    /// Overholdt.
    case met
    /// Overskredet, åben: the last day has passed, treatment has not begun.
    case overdue
    /// Overskredet: treatment began after the last day.
    case late
    /// Tilbudt rettidigt, ikke mødt.
    case offeredNoShow = "offered-no-show"
    /// Fraveget, eget valg.
    case ownChoice = "own-choice"
    /// Frafaldet.
    case withdrawn
    /// Ikke omfattet: outside the municipal duty.
    case notCovered = "not-covered"

    /// Whether such a clock counts in "kept / not kept"; the others stand in their own columns.
    package var isCounted: Bool {
        self == .met || self == .late || self == .overdue
    }
}

/// One clock of the treatment guarantee (behandlingsgaranti), judged on a day.
///
/// > Alkoholbehandling skal iværksættes senest 14 dage efter, at alkoholmisbrugeren har
/// > henvendt sig til kommunen med ønske om at komme i behandling.
///
/// - Law: Sundhedsloven § 141, stk. 2.
package struct GuaranteeClock: Hashable, Sendable {
    /// The statute's number. A standard that promises less waiting has a deadline of its own.
    package static let limitDays = Law.guaranteeDays

    /// The last day to begin treatment for somebody who asks for it on a day.
    package static func lastDay(askedOn day: CalendarDay) -> CalendarDay {
        day.adding(days: limitDays)
    }

    /// The day of the enquiry: day 0.
    package let received: CalendarDay
    /// Treatment that begins on this day is still in time. No weekend moves it.
    package let lastDay: CalendarDay
    /// What became of it.
    package let status: GuaranteeStatus
    /// The day treatment began, where it did.
    package let startedOn: CalendarDay?
    /// Days from the enquiry to the start.
    package let daysWaited: Int?
    /// Days past the last day, for met, late and overdue.
    package let daysLate: Int?
    /// Days left while it runs; 0 on the last day.
    package let daysLeft: Int?
    /// The service that stopped it.
    package let stoppedBy: ServiceCode?
    /// Why.
    package let because: [Reason]

    /// The day it was closed without treatment having begun.
    package let closedOn: CalendarDay?
    /// The day the course it led to was ended by discharge.
    package let courseEndedOn: CalendarDay?
    /// The enquiry, by its place in the history's `events`.
    package let enquiry: Int

    /// Whether it counts in "kept / not kept".
    package var counted: Bool { status.isCounted }

    /// Whether somebody still waits for treatment to begin.
    package var isOpen: Bool { startedOn == nil && closedOn == nil }

    /// The clock as a verdict writes it.
    package var json: JSONValue {
        var object = JSONObject()
        object.append("received", .string(received.isoText))
        object.append("lastDay", .string(lastDay.isoText))
        object.append("status", .string(status.rawValue))
        object.append("startedOn", startedOn.map { .string($0.isoText) })
        object.append("daysWaited", daysWaited.map { .integer($0) })
        object.append("daysLate", daysLate.map { .integer($0) })
        object.append("daysLeft", daysLeft.map { .integer($0) })
        object.append("stoppedBy", stoppedBy.map { .string($0.rawValue) })
        object.append("counted", .bool(counted))
        object.append("because", because.json)
        return .object(object)
    }
}

extension QualityStandard {
    /// How many days the standard promises, where that is fewer than the law gives.
    package var promisedDays: Int? {
        guarantee.days.value.flatMap { $0 < GuaranteeClock.limitDays ? $0 : nil }
    }
}

extension Service {
    /// Whether this service is the beginning of treatment (iværksat).
    ///
    /// An assessment is one only when the treatment plan is begun in it; talks that inform,
    /// motivate or advise never are. Any channel will do, but the citizen must have come.
    package var beginsTreatment: Bool {
        guard attended else { return false }
        switch code {
        case .individualSession, .groupSession, .coupleSession, .familySession,
            .withdrawalTreatment, .antabus, .cravingMedicine, .dayTreatment, .residentialDay:
            return true
        case .assessment:
            return planBegun
        case .informationTalk, .motivationalTalk, .relativeTalk, .medicalConsultation, .nada,
            .urineTest, .physicalTraining, .crossSectorMeeting, .providerContact, .generalAdvice,
            .teaching:
            return false
        }
    }
}
