/// What happened: one case for each event type of the case history.
package enum Fact: Hashable, Sendable {
    /// Someone turned to the centre (henvendelse).
    case enquiry(Enquiry)
    /// Who only asked for advice now wants treatment.
    case treatmentWish
    /// A concrete first time was offered.
    case offer(Offer)
    /// The answer to the offer before it.
    case offerDeclined(reason: DeclineReason, written: Bool)
    /// Did not come to the offered start or to an appointment.
    case noShow
    /// A delivered, or missed, service (ydelse).
    case service(Service)
    /// Indskrivning.
    case enrolment(unit: String?)
    /// The citizen withdraws before the start.
    case withdrawal
    /// The municipality has no duty meanwhile.
    case outsideDuty(reason: OutsideDutyReason, regionReceivedOn: CalendarDay?)
    /// The duty is back.
    case outsideDutyEnded(reason: OutsideDutyReason?, regionReceivedOn: CalendarDay?)
    /// Indstilling or ansøgning about day or residential treatment.
    case application(Application)
    /// Afgørelse; the event's date is the date of the letter.
    case decision(Decision)
    /// A treatment plan (behandlingsplan) was agreed.
    case planAgreed
    /// The treatment plan was reviewed.
    case planReviewed
    /// Udskrivning.
    case discharge(DischargeReason)
    /// Opfølgning after discharge.
    case followUp(reached: Bool)
    /// An anonymous citizen gives up anonymity, with consent.
    case identified(Identity)
    /// Samtykke.
    case consent(Consent)
    /// A consent is withdrawn.
    case consentRevoked(Revocation)
    /// Klage.
    case complaint(Complaint)
    /// The citizen asks to see her records (aktindsigt).
    case recordsRequest
    /// She got her answer.
    case recordsAnswer
    /// A journal entry, for retention.
    case entry(by: EntryAuthor)
    /// A case is open that suspends the end of retention.
    case pending(PendingKind)
    /// It has ended.
    case pendingEnded(PendingKind?)
    /// Ordination.
    case prescription(Prescription)
    /// Udlevering.
    case dispensed(Dispensing)
    /// Barn.
    case child(Child)
    /// A worry for a child.
    case childConcern(parentsInformed: Bool)
    /// Underretning.
    case childNotified(parentsInformed: Bool?)
    /// A pregnancy.
    case pregnancy(dueOn: CalendarDay)
    /// The answer to the contract offer (Sundhedsloven § 141 b).
    case pregnancyContract(PregnancyAnswer)
    /// Tilbageholdelse.
    case detention(until: CalendarDay)
    /// Information was given.
    case informed(about: InformationSubject)
}

/// A henvendelse.
package struct Enquiry: Hashable, Sendable {
    /// What the one who drinks wishes.
    package var wish: Wish
    /// Who turned to the centre.
    package var by: Sender
    /// How it came.
    package var channel: EnquiryChannel

    /// An enquiry.
    package init(wish: Wish, by: Sender = .`self`, channel: EnquiryChannel) {
        self.wish = wish
        self.by = by
        self.channel = channel
    }

    /// A wish for treatment of one's own; it starts the clock.
    ///
    /// - Law: Sundhedsloven § 141, stk. 2.
    package var asksForTreatment: Bool { wish == .treatment && by != .relative }
}

/// An offered first time.
package struct Offer: Hashable, Sendable {
    /// The day the citizen could begin.
    package var startsOn: CalendarDay
    /// How.
    package var modality: Modality
    /// Whose place.
    package var provider: OfferProvider

    /// An offer.
    package init(
        startsOn: CalendarDay, modality: Modality = .outpatient, provider: OfferProvider = .own
    ) {
        self.startsOn = startsOn
        self.modality = modality
        self.provider = provider
    }
}

/// A delivered, or missed, service.
package struct Service: Hashable, Sendable {
    /// Its kind.
    package var code: ServiceCode
    /// How long it took; may be absent when the citizen did not come.
    package var minutes: Int?
    /// Whether the citizen came.
    package var attended: Bool
    /// Whether she stayed the night.
    package var overnight: Bool
    /// Whether the treatment plan was begun in it.
    package var planBegun: Bool
    /// How it was delivered.
    package var channel: ServiceChannel

    /// A service.
    package init(
        _ code: ServiceCode, minutes: Int?, attended: Bool = true, overnight: Bool = false,
        planBegun: Bool = false, channel: ServiceChannel = .inPerson
    ) {
        self.code = code
        self.minutes = minutes
        self.attended = attended
        self.overnight = overnight
        self.planBegun = planBegun
        self.channel = channel
    }
}

/// An indstilling or ansøgning.
package struct Application: Hashable, Sendable {
    /// Day or residential.
    package var modality: Modality
    /// Whether outpatient treatment was tried first.
    package var outpatientTried: Bool
    /// Why it need not be.
    package var exceptionReason: String?

    /// An application.
    package init(modality: Modality, outpatientTried: Bool, exceptionReason: String? = nil) {
        self.modality = modality
        self.outpatientTried = outpatientTried
        self.exceptionReason = exceptionReason
    }
}

/// An afgørelse.
package struct Decision: Hashable, Sendable {
    /// What was decided on.
    package var modality: Modality
    /// What it said.
    package var outcome: DecisionOutcome
    /// The last day of what was granted.
    package var until: CalendarDay?
    /// How the letter went out.
    package var delivery: Delivery

    /// A decision.
    package init(
        modality: Modality, outcome: DecisionOutcome, until: CalendarDay? = nil, delivery: Delivery
    ) {
        self.modality = modality
        self.outcome = outcome
        self.until = until
        self.delivery = delivery
    }
}

/// A samtykke.
package struct Consent: Hashable, Sendable {
    /// Its name in the history.
    package var id: String
    /// Who may receive what is known, as exact texts.
    package var scope: [String]
    /// A last day earlier than the law's one year.
    package var until: CalendarDay?

    /// A consent.
    package init(id: String, scope: [String], until: CalendarDay? = nil) {
        self.id = id
        self.scope = scope
        self.until = until
    }
}

/// A consent withdrawn.
package struct Revocation: Hashable, Sendable {
    /// The consent's name.
    package var id: String
    /// Its recipients, when the event repeats them.
    package var scope: [String]?
    /// Its last day, when the event repeats it.
    package var until: CalendarDay?

    /// A revocation.
    package init(id: String, scope: [String]? = nil, until: CalendarDay? = nil) {
        self.id = id
        self.scope = scope
        self.until = until
    }
}

/// A klage.
package struct Complaint: Hashable, Sendable {
    /// What it is about.
    package var about: ComplaintSubject
    /// When what is complained of happened.
    package var happenedOn: CalendarDay?
    /// When the citizen knew, or should have known.
    package var knownOn: CalendarDay?

    /// A complaint.
    package init(
        about: ComplaintSubject, happenedOn: CalendarDay? = nil, knownOn: CalendarDay? = nil
    ) {
        self.about = about
        self.happenedOn = happenedOn
        self.knownOn = knownOn
    }
}

/// An ordination.
package struct Prescription: Hashable, Sendable {
    /// What is prescribed.
    package var drug: Drug
    /// Its last day.
    package var until: CalendarDay?
    /// Who prescribed.
    package var byProfession: PrescriberProfession

    /// A prescription.
    package init(
        drug: Drug, until: CalendarDay? = nil, byProfession: PrescriberProfession = .physician
    ) {
        self.drug = drug
        self.until = until
        self.byProfession = byProfession
    }
}

/// An udlevering.
package struct Dispensing: Hashable, Sendable {
    /// What was to be handed out.
    package var drug: Drug
    /// Whether the citizen was sober.
    package var sober: Sobriety
    /// Whether it was given.
    package var given: Bool

    /// A dispensing.
    package init(drug: Drug, sober: Sobriety, given: Bool) {
        self.drug = drug
        self.sober = sober
        self.given = given
    }
}

/// A child in the citizen's life.
package struct Child: Hashable, Sendable {
    /// Its birth date.
    package var born: CalendarDay
    /// Whose it is.
    package var relation: ChildRelation
    /// Whether it lives at home.
    package var home: Bool

    /// A child.
    package init(born: CalendarDay, relation: ChildRelation, home: Bool) {
        self.born = born
        self.relation = relation
        self.home = home
    }
}

extension Fact {
    /// The service, when this is one.
    var service: Service? { if case .service(let service) = self { service } else { nil } }
    /// The decision, when this is one.
    var decision: Decision? { if case .decision(let decision) = self { decision } else { nil } }
    /// The complaint, when this is one.
    var complaint: Complaint? {
        if case .complaint(let complaint) = self { complaint } else { nil }
    }
    /// The discharge's reason, when this is one.
    var dischargeReason: DischargeReason? {
        if case .discharge(let reason) = self { reason } else { nil }
    }
    /// The detention's last day, when this is one.
    var detentionUntil: CalendarDay? {
        if case .detention(let until) = self { until } else { nil }
    }
    /// When the region received the referral, where the duty went elsewhere and that is known.
    var regionReceivedOn: CalendarDay? {
        if case .outsideDuty(_, let receivedOn) = self { receivedOn } else { nil }
    }
    /// The prescription, when this is one.
    var prescription: Prescription? {
        if case .prescription(let prescription) = self { prescription } else { nil }
    }
    /// The dispensing, when this is one.
    var dispensing: Dispensing? {
        if case .dispensed(let dispensing) = self { dispensing } else { nil }
    }
    /// The application, when this is one.
    var application: Application? {
        if case .application(let application) = self { application } else { nil }
    }
}
