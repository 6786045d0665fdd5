extension QualityStandard {
    /// When the standard was approved and how long it holds. Shown and checked; no verdict reads it.
    package struct Adoption: Hashable, Sendable {
        /// The day the council approved it.
        package let approvedOn: Valued<CalendarDay>
        /// The first day it holds.
        package let validFrom: Valued<CalendarDay>
        /// The last day it holds.
        package let validTo: Valued<CalendarDay>
        /// How often it is to be revised.
        package let revisionMonths: Valued<Int>
    }

    /// A paragraph as the standard cites it: always law and paragraph together, because
    /// Sundhedsloven § 141 and Serviceloven § 141 are two different things.
    package struct LegalReference: Hashable, Sendable {
        /// The law, by its code in ``Law``.
        package let law: String
        /// `141`, `141 b`.
        package let paragraph: String
        /// The stykke, where one is named.
        package let subsection: Int?
        /// What the standard takes it to say, by its code in ``Law``, where that is plain.
        package let subject: String?
        /// The words behind it.
        package let saying: Saying
    }

    /// Whom the standard is for (målgruppe).
    package struct TargetGroup: Hashable, Sendable {
        /// The youngest age, counted as reached on the birthday (fyldt).
        package let minAge: Valued<Int>
        /// The oldest age.
        package let maxAge: Valued<Int>
        /// Whether residents only are meant. Never a reason to turn anyone away: § 141, stk. 8.
        package let residency: Valued<Bool>
        /// Whether motivation is asked for. Never a reason to turn anyone away.
        package let motivation: Valued<Bool>
        /// Whether relatives are in the target group.
        package let relatives: Valued<Bool>
    }

    /// The standard's words on the treatment guarantee (behandlingsgaranti).
    ///
    /// The clock follows the law in every standard. A standard may promise more, never less.
    package struct Guarantee: Hashable, Sendable {
        /// The promised number of days.
        package let days: Valued<Int>
        /// Whether the treatment plan is promised within the guarantee (`plan-in-guarantee`).
        package let planInside: Valued<Bool>
        /// What is promised within the days. Narrower words are quoted; the clock follows the law.
        package let stopEvent: Valued<GuaranteeStopEvent>
        /// What the words cover. Narrower words are quoted; the clock follows the law.
        package let scope: Valued<GuaranteeScope>
    }

    /// What happens when someone asks for help.
    package struct Intake: Hashable, Sendable {
        /// The first talk, as a rule within so many days (`som udgangspunkt`).
        package let interviewTargetDays: Valued<Int>
        /// The first talk, at the latest after so many days.
        package let interviewMaxDays: Valued<Int>

        /// Whether the first talk is promised as a rule only, not at the latest.
        package var isTarget: Bool { interviewMaxDays.value == nil }

        /// The one of the two that is set; silent where neither is. A file never sets both.
        package var interviewDays: Valued<Int> {
            interviewMaxDays.value == nil ? interviewTargetDays : interviewMaxDays
        }
    }

    /// Who decides on treatment, and when (visitation).
    package struct Visitation: Hashable, Sendable {
        /// Visitation at the latest so many days after the enquiry.
        package let maxDays: Valued<Int>
        /// Whether day or residential treatment needs outpatient treatment tried first, or a
        /// stated reason for the exception.
        package let outpatientTried: Valued<Bool>
    }

    /// Who decides on treatment: a meeting, a committee, a named chief. No verdict reads it; whoever sets an agenda
    /// and signs a letter does.
    package struct DecidingBody: Hashable, Sendable {
        /// `youth-meeting`.
        package let id: String
        /// As a letter names it: »Det fælles visitationsudvalg«.
        package let name: String
        /// On what it decides.
        package let modalities: [Modality]
        /// Whether it decides in meetings; otherwise one person does, day by day.
        package let meets: Bool
        /// Takes those younger than this, before any other body.
        package let ageBelow: Int?
        /// Whether the municipality's adviser (myndighedsrådgiver) takes part.
        package let hasAdviser: Bool
        /// The words behind it.
        package let saying: Saying
    }

    /// An internal milestone of the way from enquiry to start.
    package struct Milestone: Hashable, Sendable {
        /// `commitment`; the deadline is called `milestone:commitment`.
        package let id: String
        /// The day's number, day 1 being the enquiry's own.
        package let day: Int
        /// What meets it.
        package let metBy: MilestoneAct
        /// The words behind it.
        package let saying: Saying
    }

    /// The citizen's free choice (frit valg).
    package struct FreeChoice: Hashable, Sendable {
        /// The rule for one modality.
        package struct Rule: Hashable, Sendable {
            /// Whether the citizen may choose at all.
            package let allowed: Valued<Bool>
            /// What the place must fulfil.
            package let conditions: Valued<[FreeChoiceCondition]>
            /// What follows when it is of the right kind, but not approved or not listed;
            /// silent means denied.
            package let unapproved: Valued<UnapprovedChoice>
        }

        /// Ambulant.
        package let outpatient: Rule
        /// Dagbehandling.
        package let day: Rule
        /// Døgnbehandling.
        package let residential: Rule
        /// Whether relatives have a free choice.
        package let relatives: Valued<Bool>

        /// The rule for a modality.
        package subscript(modality: Modality) -> Rule {
            switch modality {
            case .outpatient: outpatient
            case .day: day
            case .residential: residential
            }
        }
    }

    /// Anonymous talks and treatment.
    package struct Anonymity: Hashable, Sendable {
        /// Whether the standard promises treatment without a name; the law gives it in any case.
        package let treatment: Valued<Bool>
        /// Whether the standard promises talks without a name; the law gives them in any case.
        package let counselling: Valued<Bool>
        /// The youngest age for anonymous treatment; where silent, 15 (Sundhedsloven § 17).
        package let treatmentMinAge: Valued<Int>
        /// How many anonymous talks one under 18 may have.
        package let maxTalksUnder18: Valued<Int>
    }

    /// The treatment plan (behandlingsplan).
    package struct Plan: Hashable, Sendable {
        /// The plan is reviewed at least every so many months.
        package let reviewMaxMonths: Valued<Int>
        /// A case is closed only with a review after the last plan or within so many days.
        package let closeReviewDays: Valued<Int>
    }

    /// The course of treatment.
    package struct Course: Hashable, Sendable {
        /// The course is evaluated so many days after its start.
        package let evaluationDays: Valued<Int>
        /// By which definition contacts become an intensity.
        package let intensityRules: Valued<IntensityRules>
    }

    /// What happens after discharge (udskrivning).
    package struct Discharge: Hashable, Sendable {
        /// Follow-up so many months after discharge, one deadline for each.
        package let followUpMonths: Valued<[Int]>
        /// The discharge reasons that are followed up.
        package let triggerReasons: Valued<[DischargeReason]>
        /// A return within so many months is still the centre's to follow up.
        package let returnWindowMonths: Valued<Int>
    }

    /// Grants of day and residential treatment (bevilling).
    package struct Grants: Hashable, Sendable {
        /// A status report so many months after the decision.
        package let statusMonths: Valued<Int>
        /// A new application so many days before the grant ends.
        package let renewalDays: Valued<Int>
        /// The modalities whose provider is visited half-way through the grant.
        package let providerMidway: Valued<[Modality]>
    }

    /// Who pays for what.
    package struct Payment: Hashable, Sendable {
        /// The payer for each item the standard speaks of.
        package let items: [PaymentItem: Valued<Payer>]
        /// The centre pays craving medicine in the first so many months, whoever pays later.
        package let cravingCentreMonths: Valued<Int>
        let silence: Valued<Payer>

        /// The payer of an item; silent where the standard says nothing.
        package subscript(item: PaymentItem) -> Valued<Payer> {
            items[item] ?? silence
        }
    }

    /// How one complains (klage).
    package struct Complaint: Hashable, Sendable {
        /// A decision is complained of within so many weeks of its receipt.
        package let decisionWeeks: Valued<Int>
        /// To whom.
        package let decisionTo: Valued<String>
        /// To whom one complains of how one was met. No verdict reads it; the page of complaints does.
        package let serviceTo: Valued<String>
        /// How long the answer takes. No verdict reads it; the guidance in a letter does.
        package let answerWeeks: Valued<Int>
        /// Closed days beside the public holidays that roll a citizen's deadline; where silent,
        /// 5 June, 24 and 31 December.
        package let closedDays: Valued<[ClosedDay]>
    }

    /// Access to records (aktindsigt).
    package struct Records: Hashable, Sendable {
        /// Closed days beside the public holidays that are no working days for the centre's own
        /// answer; where silent, none.
        package let closedDays: Valued<[ClosedDay]>
    }

    /// How long records are kept.
    package struct Retention: Hashable, Sendable {
        /// Notes of staff without a health authorisation, so many years. The statute sets the others.
        package let socialYears: Valued<Int>
    }

    /// Children of the one who drinks.
    package struct Children: Hashable, Sendable {
        /// Whether staff are reminded of a child under 18 at home.
        package let homeNotice: Valued<Bool>
    }

    /// Notifying others (underretning).
    package struct Notifications: Hashable, Sendable {
        /// Whether a citizen with a health authorisation gets heightened attention.
        package let authorisationAttention: Valued<Bool>
        /// Who may notify the authority of a professional practising under the influence.
        package let authorityBy: Valued<[NotifierRole]>
        /// Whether the police are notified of drink-driving, once the citizen has been informed.
        package let policeAfterInformed: Valued<Bool>
    }

    /// Medicine and acupuncture.
    package struct Medicine: Hashable, Sendable {
        /// Whether NADA needs an enrolment; trained staff it needs everywhere.
        package let nadaNeedsEnrolment: Valued<Bool>
    }

    /// A team that takes citizens of an age, at its sites.
    package struct Unit: Hashable, Sendable {
        /// Its name.
        package let name: String
        /// Takes those younger than this: »<25« is 25.
        package let ageBelow: Int?
        /// Takes those older than this in whole years: »>25« is 25, so 26 is the first.
        package let ageAbove: Int?
        /// Takes those who have reached this age.
        package let ageFrom: Int?
        /// Where it works; everywhere, where it names no site.
        package let sites: [String]
        /// The words behind it.
        package let saying: Saying

        /// Whether it works at a site; one that names none works everywhere.
        package func isAt(_ site: String?) -> Bool {
            guard let site else { return true }
            return sites.isEmpty || sites.contains(site)
        }

        /// Whether it takes people of an age.
        package func admits(age: Int) -> Bool {
            if let ageBelow, age >= ageBelow { return false }
            if let ageAbove, age <= ageAbove { return false }
            if let ageFrom, age < ageFrom { return false }
            return true
        }
    }
}
