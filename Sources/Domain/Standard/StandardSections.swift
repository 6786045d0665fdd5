extension QualityStandard {
    /// When the standard was approved and how long it holds. Shown and checked; no verdict reads it.
    public struct Adoption: Hashable, Sendable {
        /// The day the council approved it.
        public let approvedOn: Valued<CalendarDay>
        /// The first day it holds.
        public let validFrom: Valued<CalendarDay>
        /// The last day it holds.
        public let validTo: Valued<CalendarDay>
        /// How often it is to be revised.
        public let revisionMonths: Valued<Int>
    }

    /// A paragraph as the standard cites it: always law and paragraph together, because
    /// Sundhedsloven § 141 and Serviceloven § 141 are two different things.
    public struct LegalReference: Hashable, Sendable {
        /// The law, by its code in ``Law``.
        public let law: String
        /// `141`, `141 b`.
        public let paragraph: String
        /// The stykke, where one is named.
        public let subsection: Int?
        /// What the standard takes it to say, by its code in ``Law``, where that is plain.
        public let subject: String?
        /// The words behind it.
        public let saying: Saying
    }

    /// Whom the standard is for (målgruppe).
    public struct TargetGroup: Hashable, Sendable {
        /// The youngest age, counted as reached on the birthday (fyldt).
        public let minAge: Valued<Int>
        /// The oldest age.
        public let maxAge: Valued<Int>
        /// Whether residents only are meant. Never a reason to turn anyone away: § 141, stk. 8.
        public let residency: Valued<Bool>
        /// Whether motivation is asked for. Never a reason to turn anyone away.
        public let motivation: Valued<Bool>
        /// Whether relatives are in the target group.
        public let relatives: Valued<Bool>
    }

    /// The standard's words on the treatment guarantee (behandlingsgaranti).
    ///
    /// The clock follows the law in every standard. A standard may promise more, never less.
    public struct Guarantee: Hashable, Sendable {
        /// The promised number of days.
        public let days: Valued<Int>
        /// Whether the treatment plan is promised within the guarantee (`plan-in-guarantee`).
        public let planInside: Valued<Bool>
        /// What is promised within the days. Narrower words are quoted; the clock follows the law.
        public let stopEvent: Valued<GuaranteeStopEvent>
        /// What the words cover. Narrower words are quoted; the clock follows the law.
        public let scope: Valued<GuaranteeScope>
    }

    /// What happens when someone asks for help.
    public struct Intake: Hashable, Sendable {
        /// The first talk, as a rule within so many days (`som udgangspunkt`).
        public let interviewTargetDays: Valued<Int>
        /// The first talk, at the latest after so many days.
        public let interviewMaxDays: Valued<Int>

        /// Whether the first talk is promised as a rule only, not at the latest.
        public var isTarget: Bool { interviewMaxDays.value == nil }

        /// The one of the two that is set; silent where neither is. A file never sets both.
        public var interviewDays: Valued<Int> {
            interviewMaxDays.value == nil ? interviewTargetDays : interviewMaxDays
        }
    }

    /// Who decides on treatment, and when (visitation).
    public struct Visitation: Hashable, Sendable {
        /// Visitation at the latest so many days after the enquiry.
        public let maxDays: Valued<Int>
        /// Whether day or residential treatment needs outpatient treatment tried first, or a
        /// stated reason for the exception.
        public let outpatientTried: Valued<Bool>
    }

    /// Who decides on treatment: a meeting, a committee, a named chief. No verdict reads it; whoever sets an agenda
    /// and signs a letter does.
    public struct DecidingBody: Hashable, Sendable {
        /// `youth-meeting`.
        public let id: String
        /// As a letter names it: »Det fælles visitationsudvalg«.
        public let name: String
        /// On what it decides.
        public let modalities: [Modality]
        /// Whether it decides in meetings; otherwise one person does, day by day.
        public let meets: Bool
        /// Takes those younger than this, before any other body.
        public let ageBelow: Int?
        /// Whether the municipality's adviser (myndighedsrådgiver) takes part.
        public let hasAdviser: Bool
        /// The words behind it.
        public let saying: Saying
    }

    /// An internal milestone of the way from enquiry to start.
    public struct Milestone: Hashable, Sendable {
        /// `commitment`; the deadline is called `milestone:commitment`.
        public let id: String
        /// The day's number, day 1 being the enquiry's own.
        public let day: Int
        /// What meets it.
        public let metBy: MilestoneAct
        /// The words behind it.
        public let saying: Saying
    }

    /// The citizen's free choice (frit valg).
    public struct FreeChoice: Hashable, Sendable {
        /// The rule for one modality.
        public struct Rule: Hashable, Sendable {
            /// Whether the citizen may choose at all.
            public let allowed: Valued<Bool>
            /// What the place must fulfil.
            public let conditions: Valued<[FreeChoiceCondition]>
            /// What follows when it is of the right kind, but not approved or not listed;
            /// silent means denied.
            public let unapproved: Valued<UnapprovedChoice>
        }

        /// Ambulant.
        public let outpatient: Rule
        /// Dagbehandling.
        public let day: Rule
        /// Døgnbehandling.
        public let residential: Rule
        /// Whether relatives have a free choice.
        public let relatives: Valued<Bool>

        /// The rule for a modality.
        public subscript(modality: Modality) -> Rule {
            switch modality {
            case .outpatient: outpatient
            case .day: day
            case .residential: residential
            }
        }
    }

    /// Anonymous talks and treatment.
    public struct Anonymity: Hashable, Sendable {
        /// Whether the standard promises treatment without a name; the law gives it in any case.
        public let treatment: Valued<Bool>
        /// Whether the standard promises talks without a name; the law gives them in any case.
        public let counselling: Valued<Bool>
        /// The youngest age for anonymous treatment; where silent, 15 (Sundhedsloven § 17).
        public let treatmentMinAge: Valued<Int>
        /// How many anonymous talks one under 18 may have.
        public let maxTalksUnder18: Valued<Int>
    }

    /// The treatment plan (behandlingsplan).
    public struct Plan: Hashable, Sendable {
        /// The plan is reviewed at least every so many months.
        public let reviewMaxMonths: Valued<Int>
        /// A case is closed only with a review after the last plan or within so many days.
        public let closeReviewDays: Valued<Int>
    }

    /// The course of treatment.
    public struct Course: Hashable, Sendable {
        /// The course is evaluated so many days after its start.
        public let evaluationDays: Valued<Int>
        /// By which definition contacts become an intensity.
        public let intensityRules: Valued<IntensityRules>
    }

    /// What happens after discharge (udskrivning).
    public struct Discharge: Hashable, Sendable {
        /// Follow-up so many months after discharge, one deadline for each.
        public let followUpMonths: Valued<[Int]>
        /// The discharge reasons that are followed up.
        public let triggerReasons: Valued<[DischargeReason]>
        /// A return within so many months is still the centre's to follow up.
        public let returnWindowMonths: Valued<Int>
    }

    /// Grants of day and residential treatment (bevilling).
    public struct Grants: Hashable, Sendable {
        /// A status report so many months after the decision.
        public let statusMonths: Valued<Int>
        /// A new application so many days before the grant ends.
        public let renewalDays: Valued<Int>
        /// The modalities whose provider is visited half-way through the grant.
        public let providerMidway: Valued<[Modality]>
    }

    /// Who pays for what.
    public struct Payment: Hashable, Sendable {
        /// The payer for each item the standard speaks of.
        public let items: [PaymentItem: Valued<Payer>]
        /// The centre pays craving medicine in the first so many months, whoever pays later.
        public let cravingCentreMonths: Valued<Int>
        let silence: Valued<Payer>

        /// The payer of an item; silent where the standard says nothing.
        public subscript(item: PaymentItem) -> Valued<Payer> {
            items[item] ?? silence
        }
    }

    /// How one complains (klage).
    public struct Complaint: Hashable, Sendable {
        /// A decision is complained of within so many weeks of its receipt.
        public let decisionWeeks: Valued<Int>
        /// To whom.
        public let decisionTo: Valued<String>
        /// How long the answer takes. No verdict reads it; the guidance in a letter does.
        public let answerWeeks: Valued<Int>
        /// To whom one complains of how one was met. No verdict reads it; the page of complaints does.
        public let serviceTo: Valued<String>
        /// Closed days beside the public holidays that roll a citizen's deadline; where silent,
        /// 5 June, 24 and 31 December.
        public let closedDays: Valued<[ClosedDay]>
    }

    /// Access to records (aktindsigt).
    public struct Records: Hashable, Sendable {
        /// Closed days beside the public holidays that are no working days for the centre's own
        /// answer; where silent, none.
        public let closedDays: Valued<[ClosedDay]>
    }

    /// How long records are kept.
    public struct Retention: Hashable, Sendable {
        /// Notes of staff without a health authorisation, so many years. The statute sets the others.
        public let socialYears: Valued<Int>
    }

    /// Children of the one who drinks.
    public struct Children: Hashable, Sendable {
        /// Whether staff are reminded of a child under 18 at home.
        public let homeNotice: Valued<Bool>
    }

    /// Notifying others (underretning).
    public struct Notifications: Hashable, Sendable {
        /// Whether a citizen with a health authorisation gets heightened attention.
        public let authorisationAttention: Valued<Bool>
        /// Who may notify the authority of a professional practising under the influence.
        public let authorityBy: Valued<[NotifierRole]>
        /// Whether the police are notified of drink-driving, once the citizen has been informed.
        public let policeAfterInformed: Valued<Bool>
    }

    /// Medicine and acupuncture.
    public struct Medicine: Hashable, Sendable {
        /// Whether NADA needs an enrolment; trained staff it needs everywhere.
        public let nadaNeedsEnrolment: Valued<Bool>
    }

    /// A team that takes citizens of an age, at its sites.
    public struct Unit: Hashable, Sendable {
        /// Its name.
        public let name: String
        /// Takes those younger than this: »<25« is 25.
        public let ageBelow: Int?
        /// Takes those older than this in whole years: »>25« is 25, so 26 is the first.
        public let ageAbove: Int?
        /// Takes those who have reached this age.
        public let ageFrom: Int?
        /// Where it works; everywhere, where it names no site.
        public let sites: [String]
        /// The words behind it.
        public let saying: Saying

        /// Whether it works at a site; one that names none works everywhere.
        public func isAt(_ site: String?) -> Bool {
            guard let site else { return true }
            return sites.isEmpty || sites.contains(site)
        }

        /// Whether it takes people of an age.
        public func admits(age: Int) -> Bool {
            if let ageBelow, age >= ageBelow { return false }
            if let ageAbove, age <= ageAbove { return false }
            if let ageFrom, age < ageFrom { return false }
            return true
        }
    }
}
