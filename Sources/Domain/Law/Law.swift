/// The law as dated data: what a verdict cites is what was in force on the event's date.
///
/// Paragraph numbers move, bodies are renamed, duties come and go, and published standards go on
/// citing what they once cited. So nothing here is a constant: every provision and every body has
/// the interval in which it holds.
package enum Law {
    /// What a provision says; the rules ask by subject, never by number.
    package enum Subject: String, CaseIterable, Hashable, Sendable {
        case alcoholTreatment = "alcohol-treatment"
        case guarantee
        case outsideDuty = "outside-duty"
        case regionGuarantee = "region-guarantee"
        case providerApproval = "provider-approval"
        case treatmentPlaces = "treatment-places"
        case placeDirectory = "place-directory"
        case freeChoice = "free-choice"
        case anonymity
        case freeAnywhere = "free-anywhere"
        case pregnancyContract = "pregnancy-contract"
        case pregnancyDetention = "pregnancy-detention"
        case noAppeal = "no-appeal"
        case childNotification = "child-notification"
        case minorsConsent = "minors-consent"
        case consent
        case confidentiality
        case disclosure
        case recordsAccess = "records-access"
        case retention
        case healthComplaint = "health-complaint"
        case citizensDeadline = "citizens-deadline"
        case socialPlan = "social-plan"
        case qualityStandard = "quality-standard"
        case prevention
        case caseNotes = "case-notes"
        case hearing
        case grounds
        case complaintGuidance = "complaint-guidance"
        case physiciansDuty = "physicians-duty"
    }

    /// A law by its code. Law and paragraph always go together: Sundhedsloven § 141 is treatment,
    /// Serviceloven § 141 is the social plan.
    package enum Statute: String, CaseIterable, Hashable, Sendable {
        case sundhedsloven, serviceloven
        case barnetsLov = "barnets-lov"
        case forvaltningsloven, offentlighedsloven
        case autorisationsloven
        case klageOgErstatningsloven = "klage-og-erstatningsloven"
        case foraeldelsesloven

        /// Its name as it is cited.
        package var name: String {
            switch self {
            case .sundhedsloven: "Sundhedsloven"
            case .serviceloven: "Serviceloven"
            case .barnetsLov: "Barnets lov"
            case .forvaltningsloven: "Forvaltningsloven"
            case .offentlighedsloven: "Offentlighedsloven"
            case .autorisationsloven: "Autorisationsloven"
            case .klageOgErstatningsloven: "Klage- og erstatningsloven"
            case .foraeldelsesloven: "Forældelsesloven"
            }
        }
    }

    /// The provision on a subject that was in force on a day; `nil` where there was none.
    package static func provision(_ subject: Subject, on day: CalendarDay) -> Provision? {
        provisions.first { $0.subject == subject && $0.period.contains(day) }
    }

    /// `Sundhedsloven § 141, stk. 7`: the provision in force on a day, as it is cited.
    ///
    /// Where none was in force that day, the nearest one in time is cited, so that a `because`
    /// is never without a source.
    package static func citation(_ subject: Subject, on day: CalendarDay) -> String {
        if let provision = provision(subject, on: day) { return provision.citation }
        let candidates = provisions.filter { $0.subject == subject }
        let later = candidates.filter { $0.period.first > day }
        let nearest = later.min { $0.period.first < $1.period.first } ?? candidates.last
        return nearest?.citation ?? subject.rawValue
    }

    /// Whether a provision on a subject was in force on a day.
    package static func isInForce(_ subject: Subject, on day: CalendarDay) -> Bool {
        provision(subject, on: day) != nil
    }

    /// The day the first provision on a subject came into force.
    package static func commencement(of subject: Subject) -> CalendarDay? {
        provisions.lazy.filter { $0.subject == subject }.map(\.period.first).min()
    }

    /// How many days after the wish treatment must have begun.
    ///
    /// - Law: Sundhedsloven § 141, stk. 2.
    package static let guaranteeDays = 14

    /// Whether the contract must be offered to a pregnant woman, not only may.
    ///
    /// - Law: Sundhedsloven § 141 b, a duty since 2017-01-01.
    package static func mustOfferPregnancyContract(on day: CalendarDay) -> Bool {
        provision(.pregnancyContract, on: day)?.isDuty ?? false
    }
}

/// The days in which something holds, both ends included.
package struct Validity: Hashable, Sendable {
    /// The first day.
    package let first: CalendarDay
    /// The last day; `nil` where it still holds.
    package let last: CalendarDay?

    /// A period given as ISO dates; only for the tables here.
    init(_ first: StaticString, through last: StaticString? = nil) {
        self.first = Self.day(first)
        self.last = last.map(Self.day)
    }

    /// Whether a day lies in it.
    package func contains(_ day: CalendarDay) -> Bool {
        day >= first && last.map { day <= $0 } ?? true
    }

    /// A date of the tables. That each one is real is tested.
    private static func day(_ text: StaticString) -> CalendarDay {
        CalendarDay(isoText: "\(text)") ?? CalendarDay(number: 0)
    }
}

/// One provision, for as long as it stands where it stands.
package struct Provision: Hashable, Sendable {
    /// What it says.
    package let subject: Law.Subject
    /// The law it stands in.
    package let statute: Law.Statute
    /// `141`, `141 b`.
    package let paragraph: String
    /// The stykke.
    package let subsection: Int?
    /// The sentence (punktum).
    package let sentence: Int?
    /// When it stood there.
    package let period: Validity
    /// Whether it binds the authority (skal), not only permits (kan).
    package let isDuty: Bool

    init(
        _ subject: Law.Subject, _ statute: Law.Statute, _ paragraph: String, stk: Int? = nil,
        pkt: Int? = nil, _ period: Validity, isDuty: Bool = true
    ) {
        self.subject = subject
        self.statute = statute
        self.paragraph = paragraph
        subsection = stk
        sentence = pkt
        self.period = period
        self.isDuty = isDuty
    }

    /// `Sundhedsloven § 141, stk. 1, 2. pkt.`
    package var citation: String {
        var text = "\(statute.name) § \(paragraph)"
        if let subsection { text += ", stk. \(subsection)" }
        if let sentence { text += ", \(sentence). pkt." }
        return text
    }
}
