/// The law a rule stands on, as it is cited; where it changed, as it stood on the event's date.
enum LawSource {
    /// The fourteen days.
    static let guarantee = "Sundhedsloven § 141, stk. 2"
    /// Who is no longer the municipality's duty.
    static let outsideDuty = "Sundhedsloven § 141, stk. 1, 2. pkt."
    /// The region's own fourteen days.
    static let regionGuarantee = "Sundhedsloven § 82 c"
    /// Approved places, and the agreement with a municipality.
    static let approvedPlaces = "Sundhedsloven § 141, stk. 6"
    /// Treatment without cost.
    static let freeOfCharge = "Sundhedsloven § 141, stk. 1"
    /// A consent lapses after a year.
    static let consent = "Sundhedsloven § 44"
    /// From 15 years one consents to one's own treatment.
    static let consentFrom15 = "Sundhedsloven § 17"
    /// Contract with a pregnant woman.
    static let pregnancyContract = "Sundhedsloven § 141 b"
    /// Detention under such a contract.
    static let detention = "Sundhedsloven § 141 c"
    /// Access to records.
    static let records = "Offentlighedsloven § 36; Forvaltningsloven § 16; Sundhedsloven § 37"
    /// How long journals are kept.
    static let retention = "Autorisationsloven § 25; journalføringsbekendtgørelsen § 15"
    /// What must stand in a case before it is closed.
    static let recordsKept = "Offentlighedsloven § 13"
    /// Two and five years.
    static let healthComplaint = "Klage- og erstatningsloven § 3 a"

    /// Treatment and counselling without a name.
    static func anonymity(on day: CalendarDay) -> String {
        "Sundhedsloven § 141, stk. \(isFrom(day, "2016-01-01") ? 7 : 5)"
    }

    /// Outpatient treatment is free wherever one lives.
    static func freeWhereverYouLive(on day: CalendarDay) -> String {
        "Sundhedsloven § 141, stk. \(isFrom(day, "2016-01-01") ? 8 : 6)"
    }

    /// The heightened duty to notify for a child.
    static func childNotification(on day: CalendarDay) -> String {
        isFrom(day, "2024-01-01") ? "Barnets lov § 133" : "Serviceloven § 153"
    }

    /// Where complaints of health treatment go.
    static func healthComplaintBody(on day: CalendarDay) -> String {
        if isFrom(day, "2018-01-01") { return "Styrelsen for Patientklager" }
        return isFrom(day, "2011-01-01") ? "Patientombuddet" : "Sundhedsvæsenets Patientklagenævn"
    }

    /// From when a contract must be offered, not only may be.
    static func mustOfferContract(on day: CalendarDay) -> Bool {
        isFrom(day, "2017-01-01")
    }

    private static func isFrom(_ day: CalendarDay, _ isoText: String) -> Bool {
        CalendarDay(isoText: isoText).map { day >= $0 } ?? false
    }
}
