internal import Domain
internal import SQLite

/// What somebody wrote down of an enquiry that did not come by the web form.
struct ReceivedEnquiry: Hashable, Sendable {
    /// When the wish for help arrived; not when it was typed in.
    var receivedAt: Instant
    var wish: Wish
    var by: Sender
    var channel: EnquiryChannel
    /// Whether the person wishes to be anonymous; then nothing is looked up and no CPR number kept.
    var isAnonymous: Bool
    /// Name, what to call her, telephone, what to mind: sealed.
    var person: EntryBody
    /// What was said: sealed.
    var text: String
}

/// What became of an offer, or of the whole wish, before treatment began.
enum OfferOutcome: Hashable, Sendable {
    /// Kom ikke.
    case didNotCome
    /// Takkede nej: another time or place by own choice, or another reason.
    case declined(byOwnChoice: Bool, inWriting: Bool)
    /// Trak sig.
    case withdrew
    /// Ikke omfattet: the municipality has no duty meanwhile.
    case outsideDuty(OutsideDutyReason, regionReceivedOn: CalendarDay?)

    var fact: Fact {
        switch self {
        case .didNotCome: .noShow
        case .declined(let own, let written):
            .offerDeclined(reason: own ? .ownChoice : .other, written: written)
        case .withdrew: .withdrawal
        case .outsideDuty(let reason, let received):
            .outsideDuty(reason: reason, regionReceivedOn: received)
        }
    }
}

/// What staff do with a case. Each act is facts in the ledger and an entry in the audit log, in one transaction; sent
/// twice with the same id it is done once.
struct CaseActs: Sendable {
    let cases: Ledger
    let audit: AuditLog

    /// Who acts, when.
    struct Act: Sendable {
        let actor: Actor
        let now: Instant
        /// The id the first fact will have: a form carries it, so that a double submit meets itself.
        var id = EntryID(RandomID.int64())
    }

    /// Opens a case with an enquiry by telephone, in person or by letter. Its day is the day it arrived.
    ///
    /// - Returns: The case; the one it opened before, when the form was sent twice.
    /// - Throws: ``ActRefusal/sentBefore(in:)`` when another enquiry was typed over one that is saved.
    /// - Law: Sundhedsloven § 141, stk. 2.
    func register(
        _ enquiry: ReceivedEnquiry, under standard: StandardID?, as act: Act,
        in db: borrowing Connection
    ) throws -> CaseRef {
        let fact = Fact.enquiry(
            Enquiry(wish: enquiry.wish, by: enquiry.by, channel: enquiry.channel))
        var personFacts = JSONObject()
        personFacts.append("anonymous", .bool(enquiry.isAnonymous))
        if enquiry.by == .relative { personFacts.append("relative", true) }
        let entries = [
            NewEntry(
                fact, on: enquiry.receivedAt.day, at: enquiry.receivedAt,
                body: EntryBody([.text: enquiry.text]), id: act.id),
            NewEntry(
                HouseFact.person, on: enquiry.receivedAt.day, facts: personFacts,
                body: enquiry.person),
        ]
        if let known = try alreadyWritten(entries, as: act, in: db) { return known }
        let ref = try cases.openCase(under: standard, at: act.now, in: db)
        let row = try cases.append(
            entries, to: ref, by: act.actor.staff, at: act.now, in: db)
        try audit.record(
            .enquiryRegistered, by: act.actor, cases: [ref], writing: row, at: act.now, in: db)
        return ref
    }

    /// Somebody takes the case.
    func take(_ ref: CaseRef, as act: Act, in db: borrowing Connection) throws {
        var facts = JSONObject()
        facts.append("staff", act.actor.staff.map { .string(String($0.rawValue)) })
        try write(
            [NewEntry(HouseFact.responsible, on: act.now.day, facts: facts, id: act.id)],
            to: ref, as: act, in: db)
    }

    /// A concrete first time is offered (tilbud om første samtale).
    ///
    /// - Parameter why: Where it lies after the last day, the reason.
    func offer(
        _ ref: CaseRef, startsAt time: Instant, modality: Modality = .outpatient,
        provider: OfferProvider = .own, why: String = "", as act: Act,
        in db: borrowing Connection
    ) throws {
        var details = JSONObject()
        details.append("at", .string(time.rfc3339))
        let offer = Offer(startsOn: time.day, modality: modality, provider: provider)
        try write(
            [
                NewEntry(
                    .offer(offer), on: act.now.day, details: details,
                    body: EntryBody([.text: why]), id: act.id)
            ], to: ref, as: act, in: db)
    }

    /// What became of it, on the day it did.
    func record(
        _ outcome: OfferOutcome, on day: CalendarDay, text: String = "", of ref: CaseRef,
        as act: Act, in db: borrowing Connection
    ) throws {
        try write(
            [NewEntry(outcome.fact, on: day, body: EntryBody([.text: text]), id: act.id)],
            to: ref, as: act, in: db)
    }

    /// A person who only asked for advice now wants treatment: her fourteen days begin.
    func wishForTreatment(
        on day: CalendarDay, of ref: CaseRef, as act: Act, in db: borrowing Connection
    ) throws {
        try write([NewEntry(.treatmentWish, on: day, id: act.id)], to: ref, as: act, in: db)
    }

    /// The day somebody turned to us was typed wrong. The new day takes the place of the old, which stays readable.
    ///
    /// - Parameter moment: the hour as well, where it is known.
    /// - Throws: ``ActRefusal/notCorrectable`` for what was not written here by hand.
    func correctDay(
        of earlier: EntryID, to day: CalendarDay, at moment: Instant?, in ref: CaseRef,
        as act: Act, in db: borrowing Connection
    ) throws {
        let file = try cases.file(ref, in: db)
        guard let old = file.entries.first(where: { $0.id == earlier }), old.isWishByHand else {
            throw ActRefusal.notCorrectable
        }
        let token = try audit.record(
            .caseRead, by: act.actor, cases: [ref], at: act.now, in: db)
        try write(
            [
                NewEntry(
                    old.type, on: day, at: moment, facts: old.facts, details: old.details,
                    body: try cases.body(of: old, in: ref, token), corrects: old.id, id: act.id)
            ], to: ref, as: act, in: db)
    }

    /// A service was delivered, or missed, and what was said of it. The first that begins treatment stops the clock.
    func deliver(
        _ service: Service, at time: Instant, text: String, to ref: CaseRef,
        correcting earlier: EntryID? = nil, as act: Act, in db: borrowing Connection
    ) throws {
        try write(
            [
                NewEntry(
                    .service(service), on: time.day, at: time, body: EntryBody([.text: text]),
                    corrects: earlier, id: act.id)
            ], to: ref, as: act, in: db)
    }

    /// A journal entry without a service (notat).
    func note(
        _ text: String, on day: CalendarDay, by author: EntryAuthor, in ref: CaseRef,
        correcting earlier: EntryID? = nil, as act: Act, in db: borrowing Connection
    ) throws {
        try write(
            [
                NewEntry(
                    .entry(by: author), on: day, body: EntryBody([.text: text]),
                    corrects: earlier, id: act.id)
            ], to: ref, as: act, in: db)
    }

    /// Takes away an entry that was written by mistake. It stays readable, struck through.
    func void(
        _ earlier: EntryID, in ref: CaseRef, as act: Act, in db: borrowing Connection
    ) throws {
        try write(
            [NewEntry(HouseFact.void, on: act.now.day, corrects: earlier, id: act.id)], to: ref,
            as: act, in: db)
    }

    /// The course ends (udskrivning).
    func discharge(
        _ reason: DischargeReason, on day: CalendarDay, of ref: CaseRef, as act: Act,
        in db: borrowing Connection
    ) throws {
        try write([NewEntry(.discharge(reason), on: day, id: act.id)], to: ref, as: act, in: db)
    }

    /// Nothing more comes of it: advice was given, or the wish withdrawn. No discharge, for there was no course.
    func close(_ ref: CaseRef, as act: Act, in db: borrowing Connection) throws {
        try write(
            [NewEntry(HouseFact.closed, on: act.now.day, id: act.id)], to: ref, as: act, in: db)
    }

    /// Writes facts and their audit entry; written before, nothing happens.
    ///
    /// - Throws: ``ActRefusal/sentBefore(in:)`` when what was written before is something else.
    func write(
        _ entries: [NewEntry], to ref: CaseRef, as act: Act, in db: borrowing Connection
    ) throws {
        guard try alreadyWritten(entries, as: act, in: db) == nil else { return }
        let row = try cases.append(
            entries, to: ref, by: act.actor.staff, at: act.now, in: db)
        try audit.record(
            .caseWritten, by: act.actor, cases: [ref], writing: row, at: act.now, in: db)
    }
}

extension NewEntry {
    /// A fact in the words of the case history.
    init(
        _ fact: Fact, on day: CalendarDay, at time: Instant? = nil,
        details: JSONObject = JSONObject(), body: EntryBody? = nil, corrects: EntryID? = nil,
        id: EntryID = EntryID(RandomID.int64())
    ) {
        self.init(
            fact.type, on: day, at: time.map(\.wholeSecond), facts: fact.keys, details: details,
            body: body, corrects: corrects, id: id)
    }
}
