/// The law a rule stands on, as a `because` cites it: always as it stood on the event's date.
enum LawSource {
    /// The fourteen days.
    static func guarantee(on day: CalendarDay) -> String { Law.citation(.guarantee, on: day) }

    /// Who is no longer the municipality's duty.
    static func outsideDuty(on day: CalendarDay) -> String { Law.citation(.outsideDuty, on: day) }

    /// The region's own fourteen days.
    static func regionGuarantee(on day: CalendarDay) -> String {
        Law.citation(.regionGuarantee, on: day)
    }

    /// Whom the municipality treats, and that it costs the citizen nothing.
    static func treatment(on day: CalendarDay) -> String {
        Law.citation(.alcoholTreatment, on: day)
    }

    /// Approved places, and the agreement with a municipality. Before 2016 the law only said where
    /// a municipality finds its places.
    static func approvedPlaces(on day: CalendarDay) -> String {
        Law.citation(Law.isInForce(.freeChoice, on: day) ? .freeChoice : .treatmentPlaces, on: day)
    }

    /// Approval by Socialtilsynet. Before 2016 the paragraph did not speak of it.
    static func approval(on day: CalendarDay) -> String {
        Law.isInForce(.freeChoice, on: day)
            ? approvedPlaces(on: day) : HouseSource.caseItself
    }

    /// Tilbudsportalen.
    static func placeDirectory(on day: CalendarDay) -> String {
        Law.citation(.placeDirectory, on: day)
    }

    /// Who writes to an authority gets an answer.
    static let goodAdministration = "God forvaltningsskik: en klage til en myndighed besvares"

    /// When a letter is taken to have arrived.
    static func arrival(on day: CalendarDay) -> String {
        Validity("2018-06-26").contains(day)
            ? "Justitsministeriets vejledning nr. 9533 af 26. juni 2018"
            : "Forvaltningsretlig praksis for, hvornår et brev er kommet frem"
    }

    /// A consent lapses after a year.
    static func consent(on day: CalendarDay) -> String { Law.citation(.consent, on: day) }

    /// From 15 years one consents to one's own treatment.
    static func consentFrom15(on day: CalendarDay) -> String {
        Law.citation(.minorsConsent, on: day)
    }

    /// The contract with a pregnant woman.
    static func pregnancyContract(on day: CalendarDay) -> String {
        Law.citation(.pregnancyContract, on: day)
    }

    /// Detention under such a contract.
    static func detention(on day: CalendarDay) -> String {
        Law.citation(.pregnancyDetention, on: day)
    }

    /// Access to records.
    static func records(on day: CalendarDay) -> String {
        Law.citation(.recordsAccess, on: day) + "; Offentlighedsloven § 36; Sundhedsloven § 37"
    }

    /// How long journals are kept.
    static func retention(on day: CalendarDay) -> String {
        Law.citation(.retention, on: day) + "; journalføringsbekendtgørelsen § 15"
    }

    /// Two and five years.
    static func healthComplaint(on day: CalendarDay) -> String {
        Law.citation(.healthComplaint, on: day) + "; " + healthComplaintBody(on: day)
    }

    /// A citizen's deadline that ends on a closed day.
    static func citizensDeadline(on day: CalendarDay) -> String {
        Law.citation(.citizensDeadline, on: day)
    }

    /// Treatment and counselling without a name.
    static func anonymity(on day: CalendarDay) -> String { Law.citation(.anonymity, on: day) }

    /// Outpatient treatment is free wherever one lives.
    static func freeWhereverYouLive(on day: CalendarDay) -> String {
        Law.citation(.freeAnywhere, on: day)
    }

    /// The heightened duty to notify for a child.
    static func childNotification(on day: CalendarDay) -> String {
        Law.citation(.childNotification, on: day)
    }

    /// Where complaints of health treatment go.
    static func healthComplaintBody(on day: CalendarDay) -> String {
        PublicBody.holding(.healthComplaints, on: day)?.name ?? "patientklagemyndigheden"
    }
}
