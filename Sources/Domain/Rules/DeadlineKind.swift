extension Deadline {
    /// What is due, or ends.
    package enum Kind: Hashable, Sendable {
        /// The first talk after an enquiry.
        case intakeInterview
        /// Visitation: what treatment the citizen is offered.
        case visitation
        /// The earlier start that a standard promises beside the law's fourteen days.
        case guaranteePromise
        /// A milestone of the municipality's own, by its id in the standard.
        case milestone(id: String)
        /// The treatment plan, within the guarantee.
        case planInGuarantee
        /// The review of the treatment plan.
        case planReview
        /// The evaluation of a course after so many days.
        case courseEvaluation
        /// Opfølgning, so many months after discharge.
        case followUp(months: Int)
        /// How long a return belongs to the course that ended.
        case returnWindow
        /// A grant's last day.
        case grantExpiry
        /// The new indstilling before a grant ends.
        case grantRenewal
        /// The status that is owed on a grant.
        case grantStatus
        /// The visit half-way at the place of treatment.
        case providerMidway
        /// The last day to complain of a decision.
        case complaintDecision
        /// The last day to complain of health treatment, from when it was known.
        case complaintHealth
        /// The last day to complain of health treatment, from when it happened.
        case complaintHealthAbsolute
        /// The region's own fourteen days.
        case regionGuarantee
        /// The answer to a request for access to records.
        case recordsAnswer
        /// A consent's last day, by its name in the history.
        case consentExpiry(id: String)
        /// How long a profession's entries are kept.
        case retention(EntryAuthor)
        /// The end of a pregnant woman's contract.
        case pregnancyContractEnd
        /// The end of a detention.
        case detentionEnd
    }
}

extension Deadline.Kind {
    /// The word it has in a verdict: `plan-review`, `follow-up:1`, `consent-expiry:c1`.
    package var word: String {
        switch self {
        case .intakeInterview: "intake-interview"
        case .visitation: "visitation"
        case .guaranteePromise: "guarantee-promise"
        case .milestone(let id): "milestone:\(id)"
        case .planInGuarantee: "plan-in-guarantee"
        case .planReview: "plan-review"
        case .courseEvaluation: "course-evaluation"
        case .followUp(let months): "follow-up:\(months)"
        case .returnWindow: "return-window"
        case .grantExpiry: "grant-expiry"
        case .grantRenewal: "grant-renewal"
        case .grantStatus: "grant-status"
        case .providerMidway: "provider-midway"
        case .complaintDecision: "complaint-decision"
        case .complaintHealth: "complaint-health"
        case .complaintHealthAbsolute: "complaint-health-absolute"
        case .regionGuarantee: "region-guarantee"
        case .recordsAnswer: "records-answer"
        case .consentExpiry(let id): "consent-expiry:\(id)"
        case .retention(let author): "retention:\(author.rawValue)"
        case .pregnancyContractEnd: "pregnancy-contract-end"
        case .detentionEnd: "detention-end"
        }
    }
}
