/// Reads the own keys of each event type. The names here are the names of the format.
extension Fact {
    /// The word a fact has as an event's `type`.
    public var type: String {
        switch self {
        case .enquiry: "enquiry"
        case .treatmentWish: "treatment-wish"
        case .offer: "offer"
        case .offerDeclined: "offer-declined"
        case .noShow: "no-show"
        case .service: "service"
        case .enrolment: "enrolment"
        case .withdrawal: "withdrawal"
        case .outsideDuty: "outside-duty"
        case .outsideDutyEnded: "outside-duty-ended"
        case .application: "application"
        case .decision: "decision"
        case .planAgreed: "plan-agreed"
        case .planReviewed: "plan-reviewed"
        case .discharge: "discharge"
        case .followUp: "follow-up"
        case .identified: "identified"
        case .consent: "consent"
        case .consentRevoked: "consent-revoked"
        case .complaint: "complaint"
        case .recordsRequest: "records-request"
        case .recordsAnswer: "records-answer"
        case .entry: "entry"
        case .pending: "pending"
        case .pendingEnded: "pending-ended"
        case .prescription: "prescription"
        case .dispensed: "dispensed"
        case .child: "child"
        case .childConcern: "child-concern"
        case .childNotified: "child-notified"
        case .pregnancy: "pregnancy"
        case .pregnancyContract: "pregnancy-contract"
        case .detention: "detention"
        case .informed: "informed"
        }
    }

    /// Every word an event may have as its `type`.
    public static var types: Set<String> { Set(readings.keys) }

    typealias Reading = @Sendable (inout ObjectReader) -> Fact?

    /// How each type's own keys are read; `nil` from a reading means a fault was noted.
    static let readings: [String: Reading] = [
        "enquiry": { keys in
            let wish = keys.required("wish", ValueForm<Wish>.word)
            let by = keys.optional("by", ValueForm<Sender>.word) ?? .`self`
            let channel = keys.required("channel", ValueForm<EnquiryChannel>.word)
            guard let wish, let channel else { return nil }
            return .enquiry(Enquiry(wish: wish, by: by, channel: channel))
        },
        "treatment-wish": { _ in .treatmentWish },
        "offer": { keys in
            let startsOn = keys.required("startsOn", .day)
            let modality = keys.optional("modality", ValueForm<Modality>.word) ?? .outpatient
            let provider = keys.optional("provider", ValueForm<OfferProvider>.word) ?? .own
            guard let startsOn else { return nil }
            return .offer(Offer(startsOn: startsOn, modality: modality, provider: provider))
        },
        "offer-declined": { keys in
            let reason = keys.required("reason", ValueForm<DeclineReason>.word)
            let written = keys.required("written", .flag)
            guard let reason, let written else { return nil }
            return .offerDeclined(reason: reason, written: written)
        },
        "no-show": { _ in .noShow },
        "service": service,
        "enrolment": { keys in .enrolment(unit: keys.optional("unit", .text)) },
        "withdrawal": { _ in .withdrawal },
        "outside-duty": { keys in
            let reason = keys.required("reason", ValueForm<OutsideDutyReason>.word)
            let received = keys.optional("regionReceivedOn", .day)
            guard let reason else { return nil }
            return .outsideDuty(reason: reason, regionReceivedOn: received)
        },
        "outside-duty-ended": { keys in
            let reason = keys.optional("reason", ValueForm<OutsideDutyReason>.word)
            let received = keys.optional("regionReceivedOn", .day)
            return .outsideDutyEnded(reason: reason, regionReceivedOn: received)
        },
        "application": { keys in
            let modality = keys.required(
                "modality", ValueForm<Modality>.word(of: [.day, .residential]))
            let tried = keys.required("outpatientTried", .flag)
            let reason = keys.optional("exceptionReason", .text)
            guard let modality, let tried else { return nil }
            return .application(
                Application(modality: modality, outpatientTried: tried, exceptionReason: reason))
        },
        "decision": { keys in
            let modality = keys.required("modality", ValueForm<Modality>.word)
            let outcome = keys.required("outcome", ValueForm<DecisionOutcome>.word)
            let until = keys.optional("until", .day)
            let delivery = keys.required("delivery", ValueForm<Delivery>.word)
            guard let modality, let outcome, let delivery else { return nil }
            return .decision(
                Decision(modality: modality, outcome: outcome, until: until, delivery: delivery))
        },
        "plan-agreed": { _ in .planAgreed },
        "plan-reviewed": { _ in .planReviewed },
        "discharge": { keys in
            keys.required("reason", ValueForm<DischargeReason>.word).map { .discharge($0) }
        },
        "follow-up": { keys in keys.required("reached", .flag).map { .followUp(reached: $0) } },
        "identified": { keys in .identified(identity(&keys)) },
        "consent": { keys in
            let id = keys.requiredAgain("id", .text)
            let scope = keys.required("scope", .texts)
            let until = keys.optional("until", .day)
            guard let id, let scope else { return nil }
            return .consent(Consent(id: id, scope: scope, until: until))
        },
        "consent-revoked": { keys in
            let id = keys.requiredAgain("id", .text)
            let scope = keys.optional("scope", .texts)
            let until = keys.optional("until", .day)
            guard let id else { return nil }
            return .consentRevoked(Revocation(id: id, scope: scope, until: until))
        },
        "complaint": { keys in
            let about = keys.required("about", ValueForm<ComplaintSubject>.word)
            let happenedOn = keys.optional("happenedOn", .day)
            let knownOn = keys.optional("knownOn", .day)
            guard let about else { return nil }
            return .complaint(Complaint(about: about, happenedOn: happenedOn, knownOn: knownOn))
        },
        "records-request": { _ in .recordsRequest },
        "records-answer": { _ in .recordsAnswer },
        "entry": { keys in
            keys.required("by", ValueForm<EntryAuthor>.word).map { .entry(by: $0) }
        },
        "pending": { keys in
            keys.required("kind", ValueForm<PendingKind>.word).map { .pending($0) }
        },
        "pending-ended": { keys in
            .pendingEnded(keys.optional("kind", ValueForm<PendingKind>.word))
        },
        "prescription": { keys in
            let drug = keys.required("drug", ValueForm<Drug>.word)
            let until = keys.optional("until", .day)
            let by = keys.required("byProfession", ValueForm<PrescriberProfession>.word)
            guard let drug, let by else { return nil }
            return .prescription(Prescription(drug: drug, until: until, byProfession: by))
        },
        "dispensed": { keys in
            let drug = keys.required("drug", ValueForm<Drug>.word)
            let sober = keys.required("sober", ValueForm<Sobriety>.word)
            let given = keys.required("given", .flag)
            guard let drug, let sober, let given else { return nil }
            return .dispensed(Dispensing(drug: drug, sober: sober, given: given))
        },
        "child": { keys in
            let born = keys.required("born", .day)
            let relation = keys.required("relation", ValueForm<ChildRelation>.word)
            let home = keys.required("home", .flag)
            guard let born, let relation, let home else { return nil }
            return .child(Child(born: born, relation: relation, home: home))
        },
        "child-concern": { keys in
            keys.required("parentsInformed", .flag).map { .childConcern(parentsInformed: $0) }
        },
        "child-notified": { keys in
            .childNotified(parentsInformed: keys.optional("parentsInformed", .flag))
        },
        "pregnancy": { keys in keys.required("dueOn", .day).map { .pregnancy(dueOn: $0) } },
        "pregnancy-contract": { keys in
            keys.required("answer", ValueForm<PregnancyAnswer>.word).map { .pregnancyContract($0) }
        },
        "detention": { keys in keys.required("until", .day).map { .detention(until: $0) } },
        "informed": { keys in
            keys.required("about", ValueForm<InformationSubject>.word).map { .informed(about: $0) }
        },
    ]

    private static let service: Reading = { keys in
        let code = keys.required("service", ValueForm<ServiceCode>.word)
        let attended = keys.optional("attended", .flag) ?? true
        let minutesForm = ValueForm<Int>.whole(0...1440)
        let minutes =
            attended
            ? keys.required("minutes", minutesForm) : keys.optional("minutes", minutesForm)
        let overnight = keys.optional("overnight", .flag) ?? false
        let planBegun = keys.optional("planBegun", .flag) ?? false
        let channel = keys.optional("channel", ValueForm<ServiceChannel>.word) ?? .inPerson
        guard let code else { return nil }
        return .service(
            Service(
                code, minutes: minutes, attended: attended, overnight: overnight,
                planBegun: planBegun, channel: channel))
    }

    private static func identity(_ keys: inout ObjectReader) -> Identity {
        Identity(
            born: keys.optional("born", .day),
            birthYear: keys.optional("birthYear", .whole(1...9999)),
            sex: keys.optional("sex", ValueForm<Sex>.word), cpr: keys.optional("cpr", .cpr),
            municipality: keys.optional("municipality", .municipality),
            relative: keys.optional("relative", .flag),
            healthAuthorisation: keys.optional("healthAuthorisation", .flag),
            drives: keys.optional("drives", .flag))
    }
}
