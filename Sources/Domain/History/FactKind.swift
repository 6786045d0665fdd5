extension Fact {
    /// The types a fact can have, under the words of the format.
    package enum Kind: String, HistoryWord {
        case enquiry
        case treatmentWish = "treatment-wish"
        case offer
        case offerDeclined = "offer-declined"
        case noShow = "no-show"
        case service
        case enrolment
        case withdrawal
        case outsideDuty = "outside-duty"
        case outsideDutyEnded = "outside-duty-ended"
        case application
        case decision
        case planAgreed = "plan-agreed"
        case planReviewed = "plan-reviewed"
        case discharge
        case followUp = "follow-up"
        case identified
        case consent
        case consentRevoked = "consent-revoked"
        case complaint
        case recordsRequest = "records-request"
        case recordsAnswer = "records-answer"
        case entry
        case pending
        case pendingEnded = "pending-ended"
        case prescription
        case dispensed
        case child
        case childConcern = "child-concern"
        case childNotified = "child-notified"
        case pregnancy
        case pregnancyContract = "pregnancy-contract"
        case detention
        case informed
    }

    /// Its type.
    package var kind: Kind {
        switch self {
        case .enquiry: .enquiry
        case .treatmentWish: .treatmentWish
        case .offer: .offer
        case .offerDeclined: .offerDeclined
        case .noShow: .noShow
        case .service: .service
        case .enrolment: .enrolment
        case .withdrawal: .withdrawal
        case .outsideDuty: .outsideDuty
        case .outsideDutyEnded: .outsideDutyEnded
        case .application: .application
        case .decision: .decision
        case .planAgreed: .planAgreed
        case .planReviewed: .planReviewed
        case .discharge: .discharge
        case .followUp: .followUp
        case .identified: .identified
        case .consent: .consent
        case .consentRevoked: .consentRevoked
        case .complaint: .complaint
        case .recordsRequest: .recordsRequest
        case .recordsAnswer: .recordsAnswer
        case .entry: .entry
        case .pending: .pending
        case .pendingEnded: .pendingEnded
        case .prescription: .prescription
        case .dispensed: .dispensed
        case .child: .child
        case .childConcern: .childConcern
        case .childNotified: .childNotified
        case .pregnancy: .pregnancy
        case .pregnancyContract: .pregnancyContract
        case .detention: .detention
        case .informed: .informed
        }
    }

    /// The word it has as an event's `type`.
    package var type: String { kind.rawValue }

    /// Every word an event may have as its `type`.
    package static let types = Set(Kind.allCases.map(\.rawValue))
}
