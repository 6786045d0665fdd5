/// Who pays.
package enum Payer: String, CaseIterable, Hashable, Sendable {
    case centre, citizen
    /// Decided case by case (konkret vurdering).
    case individualAssessment = "individual-assessment"
}

/// What a place must fulfil before a citizen may choose it freely.
package enum FreeChoiceCondition: String, CaseIterable, Hashable, Sendable {
    /// Approved by Socialtilsynet.
    case approved
    /// Listed on Tilbudsportalen.
    case listed
    /// Has an agreement with at least one municipality; a municipal place needs none.
    case agreement
    /// The municipality has granted this modality first (visitation).
    case granted
    /// Of the same kind as the one granted.
    case sameKind = "same-kind"
    /// Can pursue the goals of the treatment plan: a person's judgement, never a rule's.
    case planGoals = "plan-goals"

    /// The condition as a `because` says it.
    package var danishWords: String {
        switch self {
        case .approved: "stedet er godkendt af Socialtilsynet"
        case .listed: "stedet står på Tilbudsportalen"
        case .agreement: "stedet har aftale med en kommune"
        case .granted: "behandlingen er bevilget"
        case .sameKind: "tilbuddet er af samme slags som det bevilgede"
        case .planGoals: "stedet kan følge behandlingsplanens mål (det vurderer en medarbejder)"
        }
    }
}

/// What follows when the chosen place is of the right kind, but not approved or not listed.
package enum UnapprovedChoice: String, CaseIterable, Hashable, Sendable {
    case denied
    /// The citizen may go there at her own cost.
    case selfPay = "self-pay"
}

/// By which definition contacts become an intensity.
package enum IntensityRules: String, CaseIterable, Hashable, Sendable {
    /// Servicestyrelsen's definitions of 2009, per ISO week, by minutes a day.
    case vbgs2009 = "vbgs-2009"
    /// Two to eight contacts a month and at most fourteen days between, per calendar month.
    case monthlyContacts = "monthly-contacts"
}

/// The act that meets a milestone.
package enum MilestoneAct: String, CaseIterable, Hashable, Sendable {
    case enrolment, application, decision
    /// The service that stopped the guarantee's clock.
    case start
}

/// What the published guarantee promises within its days. The law says "iværksættes".
package enum GuaranteeStopEvent: String, CaseIterable, Hashable, Sendable {
    case begun, offered
}

/// From when the published guarantee counts.
package enum GuaranteeMeasuredFrom: String, CaseIterable, Hashable, Sendable {
    case enquiry, request, expressedWish = "expressed-wish"
}

/// What the published guarantee covers. The law covers all alcohol treatment.
package enum GuaranteeScope: String, CaseIterable, Hashable, Sendable {
    case all, ownOutpatient = "own-outpatient"
}

/// What makes the centre look at the plan again.
package enum ReviewEvent: String, CaseIterable, Hashable, Sendable {
    case asNeeded = "as-needed", continuous, change, extension_ = "extension", end
    case otherOffer = "other-offer"
}
