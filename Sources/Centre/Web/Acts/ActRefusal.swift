internal import Domain
internal import Records

/// Why an act that could be read is not written: what the case says at that moment, not what it said when the form was
/// shown. Nothing is lost by it: the page comes back with what was typed.
enum ActRefusal: Error, Hashable, Sendable {
    /// The form was sent before with something else in it: Back, and typed over.
    case sentBefore(in: CaseNumber)
    /// The case was closed meanwhile.
    case closed
    /// A colleague took the case first.
    case taken(by: StaffID)
    /// The entry was corrected or taken away meanwhile.
    case replaced(by: StaffID?, at: Instant)
    /// The day lies before anybody had asked.
    case beforeEnquiry(CalendarDay)
    /// Something was written of a day before this one, which then lay before anybody had asked.
    case afterFirstAct(CalendarDay)
    /// It was not noted by hand: the house itself knows when it came.
    case notCorrectable
    /// Nothing was offered that could be answered.
    case noOffer
    /// The answer lies before the offer, or the no-show before the time.
    case beforeOffer(CalendarDay)
    /// Treatment began after that day.
    case beforeStart(CalendarDay)
    /// The days run already, or treatment does.
    case clockRuns(CalendarDay)
    /// The guarantee still runs: closed so, nobody would see it run out.
    case stillWaiting
    /// Somebody else has the hour, or the room has.
    case timeTaken(Instant, isRoom: Bool)
    /// There is no such time to move, cancel or miss.
    case noAppointment
    /// The time was moved, cancelled or answered meanwhile.
    case appointmentOver
    /// Nobody stays away from what has not begun.
    case appointmentAhead
    /// Treatment has begun: closed so, nothing would say that it ended, or why.
    case inTreatment(since: CalendarDay)
    /// No course has ended: there is nothing to follow up.
    case notDischarged
    /// The citizen was discharged on that day: she was not followed up before.
    case beforeDischarge(CalendarDay)
    /// There is no treatment plan that could be agreed or seen again.
    case noPlan
    /// The newest version of the plan was agreed on that day.
    case planAgreedAlready(CalendarDay)
    /// The plan was agreed on that day: it was not seen again before.
    case beforePlan(CalendarDay)
    /// Nothing was applied for that could be decided.
    case nothingApplied
    /// It is decided, and nobody has taken it up again.
    case decidedAlready(CalendarDay)
    /// There is no decision to take up again or to withdraw.
    case notDecided
    /// She has said herself that she has a conflict of interest (inhabil).
    case conflictOfInterest
    /// The citizen may answer until that day.
    case hearingRuns(CalendarDay)
    /// Nobody has asked her anything.
    case nothingAsked
    /// What the rules say against it, in their own words.
    case againstRules(Reason)
    /// The guarantee is kept, or has not run out.
    case notLate
    /// There is no such consent any more.
    case noConsent
    /// There is no such complaint any more.
    case noComplaint
    /// It was answered, or not taken up.
    case complaintOver(CalendarDay)
    /// It came in time: there is nothing to assess.
    case complaintInTime
    /// The answer lies before the complaint.
    case beforeComplaint(CalendarDay)
    /// It came too late, and nobody has said yet whether it is taken up.
    case lateComplaintFirst
    /// Nobody waits to see the records.
    case noRecordsRequest
    /// The answer lies before the request.
    case beforeRecordsRequest(CalendarDay)
    /// Everything is said to be given, but something is withheld.
    case somethingWithheld
    /// There is no such entry that could be given.
    case nothingToWithhold
    case withheldAlready
    /// The day that is promised lies within the time there is.
    case notDelayed(CalendarDay)
}
