/// Where a complaint (klage) goes, and by what rule: the right door for what it is about.
package struct ComplaintRoute: Hashable, Sendable {
    /// What it is about.
    package let about: ComplaintSubject
    /// Who looks at it, with the address where that is known; `nil` where the standard names nobody.
    package let to: String?
    /// Whether the centre itself answers it.
    package let isAnsweredByUs: Bool
    /// Why, and how long the citizen has.
    package let because: [Reason]
}

/// The route of a complaint that comes on a day.
package func complaintRoute(
    about subject: ComplaintSubject, under standard: QualityStandard, on day: CalendarDay
) -> ComplaintRoute {
    let complaint = standard.complaint
    switch subject {
    case .decision:
        return ComplaintRoute(
            about: subject, to: complaint.decisionTo.value, isAnsweredByUs: true,
            because: [
                Reason(
                    complaint.decisionTo.value.map {
                        "Klagen går til \($0), som ser på sagen igen."
                    }
                        ?? "Hvem der klages til, er \(Deadline.notSetWords). Den, der traf "
                        + "afgørelsen, ser på den igen.", source: complaint.decisionTo.source),
                Reason(
                    complaint.decisionWeeks.value.map {
                        "Der kan klages inden for \(Count.weeks($0)) efter, at afgørelsen er kommet "
                            + "frem."
                    } ?? "En frist for at klage over afgørelsen er \(Deadline.notSetWords).",
                    source: complaint.decisionWeeks.source),
            ])
    case .service:
        return ComplaintRoute(
            about: subject, to: complaint.serviceTo.value, isAnsweredByUs: true,
            because: [
                Reason(
                    complaint.serviceTo.value.map { "Klagen går til \($0)." }
                        ?? "Hvem der klages til, er \(Deadline.notSetWords). Lederen svarer.",
                    source: complaint.serviceTo.source),
                Reason(
                    "Der er ingen frist for at klage over den måde, man er blevet mødt på.",
                    source: LawSource.goodAdministration),
            ])
    case .health:
        let body = PublicBody.holding(.healthComplaints, on: day)
        let name = LawSource.healthComplaintBody(on: day)
        let (years, most) = (
            Count.years(ComplaintDeadlines.healthYears),
            Count.years(ComplaintDeadlines.healthAbsoluteYears)
        )
        return ComplaintRoute(
            about: subject,
            to: [name, body?.address].compactMap(\.self).joined(separator: ", "),
            isAnsweredByUs: false,
            because: [
                Reason(
                    "Klagen går til \(name), som ikke er en del af kommunen.",
                    source: LawSource.healthComplaint(on: day)),
                Reason(
                    "Der kan klages i \(years) fra den dag, man vidste eller burde vide det, og højst "
                        + "i \(most) fra den dag, det skete.",
                    source: LawSource.healthComplaint(on: day)),
            ])
    }
}

/// How an answer stands that was promised for a day.
///
/// - Parameters:
///   - day: the last day on which it is in time.
///   - answeredOn: when it came; `nil` where it has not.
///   - today: the day it is asked for.
package func promisedAnswer(
    by day: CalendarDay, answeredOn: CalendarDay?, on today: CalendarDay
) -> DeadlineState {
    if let answeredOn { return answeredOn <= day ? .met : .missed }
    return today <= day ? .open : .overdue
}
