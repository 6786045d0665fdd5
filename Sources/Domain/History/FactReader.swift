/// Reads the own keys of each event type. The names here are the names of the format.
extension Fact {
    /// The fact of a type, from its own keys; `nil` where a fault was noted.
    static func read(_ kind: Kind, _ keys: inout ObjectReader) -> Fact? {
        switch kind {
        case .enquiry: enquiry(&keys)
        case .treatmentWish: .treatmentWish
        case .offer: offer(&keys)
        case .offerDeclined: offerDeclined(&keys)
        case .noShow: .noShow
        case .service: service(&keys)
        case .enrolment: .enrolment(unit: keys.optional("unit", .text))
        case .withdrawal: .withdrawal
        case .outsideDuty: outsideDuty(&keys)
        case .outsideDutyEnded:
            .outsideDutyEnded(
                reason: keys.optional("reason", ValueForm<OutsideDutyReason>.word),
                regionReceivedOn: keys.optional("regionReceivedOn", .day))
        case .application: application(&keys)
        case .decision: decision(&keys)
        case .planAgreed: .planAgreed
        case .planReviewed: .planReviewed
        case .discharge:
            keys.required("reason", ValueForm<DischargeReason>.word).map { .discharge($0) }
        case .followUp: keys.required("reached", .flag).map { .followUp(reached: $0) }
        case .identified: .identified(Identity(&keys))
        case .consent: consent(&keys)
        case .consentRevoked: consentRevoked(&keys)
        case .complaint: complaint(&keys)
        case .recordsRequest: .recordsRequest
        case .recordsAnswer: .recordsAnswer
        case .entry: keys.required("by", ValueForm<EntryAuthor>.word).map { .entry(by: $0) }
        case .pending: keys.required("kind", ValueForm<PendingKind>.word).map { .pending($0) }
        case .pendingEnded: .pendingEnded(keys.optional("kind", ValueForm<PendingKind>.word))
        case .prescription: prescription(&keys)
        case .dispensed: dispensed(&keys)
        case .child: child(&keys)
        case .childConcern:
            keys.required("parentsInformed", .flag).map { .childConcern(parentsInformed: $0) }
        case .childNotified:
            .childNotified(parentsInformed: keys.optional("parentsInformed", .flag))
        case .pregnancy: keys.required("dueOn", .day).map { .pregnancy(dueOn: $0) }
        case .pregnancyContract:
            keys.required("answer", ValueForm<PregnancyAnswer>.word).map { .pregnancyContract($0) }
        case .detention: keys.required("until", .day).map { .detention(until: $0) }
        case .informed:
            keys.required("about", ValueForm<InformationSubject>.word).map { .informed(about: $0) }
        }
    }

    // MARK: Before and during treatment

    private static func enquiry(_ keys: inout ObjectReader) -> Fact? {
        let wish = keys.required("wish", ValueForm<Wish>.word)
        let by = keys.optional("by", ValueForm<Sender>.word) ?? .`self`
        let channel = keys.required("channel", ValueForm<EnquiryChannel>.word)
        guard let wish, let channel else { return nil }
        return .enquiry(Enquiry(wish: wish, by: by, channel: channel))
    }

    private static func offer(_ keys: inout ObjectReader) -> Fact? {
        let startsOn = keys.required("startsOn", .day)
        let modality = keys.optional("modality", ValueForm<Modality>.word) ?? .outpatient
        let provider = keys.optional("provider", ValueForm<OfferProvider>.word) ?? .own
        guard let startsOn else { return nil }
        return .offer(Offer(startsOn: startsOn, modality: modality, provider: provider))
    }

    private static func offerDeclined(_ keys: inout ObjectReader) -> Fact? {
        let reason = keys.required("reason", ValueForm<DeclineReason>.word)
        let written = keys.required("written", .flag)
        guard let reason, let written else { return nil }
        return .offerDeclined(reason: reason, written: written)
    }

    private static func service(_ keys: inout ObjectReader) -> Fact? {
        let code = keys.required("service", ValueForm<ServiceCode>.word)
        let attended = keys.optional("attended", .flag) ?? true
        let minutes =
            attended ? keys.required("minutes", .minutes) : keys.optional("minutes", .minutes)
        let overnight = keys.optional("overnight", .flag) ?? false
        let planBegun = keys.optional("planBegun", .flag) ?? false
        let channel = keys.optional("channel", ValueForm<ServiceChannel>.word) ?? .inPerson
        guard let code else { return nil }
        return .service(
            Service(
                code, minutes: minutes, attended: attended, overnight: overnight,
                planBegun: planBegun, channel: channel))
    }

    private static func outsideDuty(_ keys: inout ObjectReader) -> Fact? {
        let reason = keys.required("reason", ValueForm<OutsideDutyReason>.word)
        let received = keys.optional("regionReceivedOn", .day)
        guard let reason else { return nil }
        return .outsideDuty(reason: reason, regionReceivedOn: received)
    }

    // MARK: Decisions and rights

    private static func application(_ keys: inout ObjectReader) -> Fact? {
        let modality = keys.required(
            "modality", ValueForm<Modality>.word(of: [.day, .residential]))
        let tried = keys.required("outpatientTried", .flag)
        let reason = keys.optional("exceptionReason", .text)
        guard let modality, let tried else { return nil }
        return .application(
            Application(modality: modality, outpatientTried: tried, exceptionReason: reason))
    }

    private static func decision(_ keys: inout ObjectReader) -> Fact? {
        let modality = keys.required("modality", ValueForm<Modality>.word)
        let outcome = keys.required("outcome", ValueForm<DecisionOutcome>.word)
        let until = keys.optional("until", .day)
        let delivery = keys.required("delivery", ValueForm<Delivery>.word)
        guard let modality, let outcome, let delivery else { return nil }
        return .decision(
            Decision(modality: modality, outcome: outcome, until: until, delivery: delivery))
    }

    private static func consent(_ keys: inout ObjectReader) -> Fact? {
        let id = keys.requiredAgain("id", .text)
        let scope = keys.required("scope", .texts)
        let until = keys.optional("until", .day)
        guard let id, let scope else { return nil }
        return .consent(Consent(id: id, scope: scope, until: until))
    }

    private static func consentRevoked(_ keys: inout ObjectReader) -> Fact? {
        let id = keys.requiredAgain("id", .text)
        let scope = keys.optional("scope", .texts)
        let until = keys.optional("until", .day)
        guard let id else { return nil }
        return .consentRevoked(Revocation(id: id, scope: scope, until: until))
    }

    private static func complaint(_ keys: inout ObjectReader) -> Fact? {
        let about = keys.required("about", ValueForm<ComplaintSubject>.word)
        let happenedOn = keys.optional("happenedOn", .day)
        let knownOn = keys.optional("knownOn", .day)
        guard let about else { return nil }
        return .complaint(Complaint(about: about, happenedOn: happenedOn, knownOn: knownOn))
    }

    // MARK: Medicine and children

    private static func prescription(_ keys: inout ObjectReader) -> Fact? {
        let drug = keys.required("drug", ValueForm<Drug>.word)
        let until = keys.optional("until", .day)
        let by = keys.required("byProfession", ValueForm<PrescriberProfession>.word)
        guard let drug, let by else { return nil }
        return .prescription(Prescription(drug: drug, until: until, byProfession: by))
    }

    private static func dispensed(_ keys: inout ObjectReader) -> Fact? {
        let drug = keys.required("drug", ValueForm<Drug>.word)
        let sober = keys.required("sober", ValueForm<Sobriety>.word)
        let given = keys.required("given", .flag)
        guard let drug, let sober, let given else { return nil }
        return .dispensed(Dispensing(drug: drug, sober: sober, given: given))
    }

    private static func child(_ keys: inout ObjectReader) -> Fact? {
        let born = keys.required("born", .day)
        let relation = keys.required("relation", ValueForm<ChildRelation>.word)
        let home = keys.required("home", .flag)
        guard let born, let relation, let home else { return nil }
        return .child(Child(born: born, relation: relation, home: home))
    }
}

extension Identity {
    /// The keys that a person and the event `identified` share; `anonymous` is not one of them.
    init(_ keys: inout ObjectReader) {
        self.init(
            born: keys.optional("born", .day), birthYear: keys.optional("birthYear", .year),
            sex: keys.optional("sex", ValueForm<Sex>.word), cpr: keys.optional("cpr", .cpr),
            municipality: keys.optional("municipality", .municipality),
            relative: keys.optional("relative", .flag),
            healthAuthorisation: keys.optional("healthAuthorisation", .flag),
            drives: keys.optional("drives", .flag))
    }
}
