package import Domain

// The ledger's invariants:
// - the ledger is the case: a fact is written once, in the words of the case history, and never changed;
// - a correction is a new entry; the old reading stays;
// - what is personal lies in the sealed body, and nowhere else.

/// One fact about to be written.
package struct NewFact: Sendable {
    package var id: EntryID
    package let type: String
    package var on: CalendarDay
    package var at: Instant?
    /// The fact's own keys: of an event, as the case history names them.
    package let keys: JSONObject
    /// What the house keeps besides: the hour of an offer, who it is with.
    package var details: JSONObject
    package var body: (any FactBody)?
    package var corrects: EntryID?
    /// Why it takes the place of what it corrects; sealed with the body.
    package var why: String?

    /// An event of the case history.
    ///
    /// - Parameter id: a form carries the id it will write, so that a double submit meets itself.
    package init(
        _ fact: Fact, on day: CalendarDay, at time: Instant? = nil,
        details: JSONObject = JSONObject(), body: (any FactBody)? = nil,
        corrects: EntryID? = nil, id: EntryID = .random()
    ) {
        self.init(
            fact.type, fact.keys, on: day, at: time, details: details, body: body,
            corrects: corrects, id: id)
    }

    /// A fact of the house's own.
    package init<Own: HouseFact>(
        _ fact: Own, on day: CalendarDay, at time: Instant? = nil, body: Own.Body? = nil,
        corrects: EntryID? = nil, id: EntryID = .random()
    ) {
        self.init(
            Own.type, fact.keys, on: day, at: time, details: JSONObject(), body: body,
            corrects: corrects, id: id)
    }

    /// The same fact as an entry that was written, once more.
    package init(_ entry: LedgerEntry, body: (any FactBody)?, on day: CalendarDay, at: Instant?) {
        self.init(
            entry.type, entry.keys, on: day, at: at, details: entry.details, body: body,
            corrects: nil, id: .random())
    }

    private init(
        _ type: String, _ keys: JSONObject, on day: CalendarDay, at time: Instant?,
        details: JSONObject, body: (any FactBody)?, corrects: EntryID?, id: EntryID
    ) {
        self.id = id
        self.type = type
        self.keys = keys
        self.on = day
        self.at = time?.wholeSecond
        self.details = details
        self.body = body
        self.corrects = corrects
    }

    /// What will be sealed.
    package var opened: OpenedBody { OpenedBody(body, why: why) }
}

/// One fact as it was written.
package struct LedgerEntry: Sendable {
    package let id: EntryID
    package let caseID: CaseID
    package let position: Int
    /// As it stands in the ledger.
    package let type: String
    package let on: CalendarDay
    package let at: Instant?
    package let keys: JSONObject
    package let details: JSONObject
    package let recordedAt: Instant
    package let recordedBy: StaffID?
    package let corrects: EntryID?
    package let sealedBody: [UInt8]?
    /// What happened, where it is an event of the case history.
    package let fact: Fact?

    /// - Throws: ``LedgerError/notAFact(_:)`` for an event of the case history that its rules do not read.
    init(
        _ new: NewFact, in id: CaseID, position: Int, at now: Instant, by staff: StaffID?,
        sealed: [UInt8]?
    ) throws(LedgerError) {
        self.init(
            id: new.id, caseID: id, position: position, type: new.type, on: new.on, at: new.at,
            keys: new.keys, details: new.details, recordedAt: now, recordedBy: staff,
            corrects: new.corrects, sealedBody: sealed)
        guard fact != nil || !Fact.types.contains(type) else { throw .notAFact(type) }
    }

    init(
        id: EntryID, caseID: CaseID, position: Int, type: String, on: CalendarDay, at: Instant?,
        keys: JSONObject, details: JSONObject, recordedAt: Instant, recordedBy: StaffID?,
        corrects: EntryID?, sealedBody: [UInt8]?
    ) {
        self.id = id
        self.caseID = caseID
        self.position = position
        self.type = type
        self.on = on
        self.at = at
        self.keys = keys
        self.details = details
        self.recordedAt = recordedAt
        self.recordedBy = recordedBy
        self.corrects = corrects
        self.sealedBody = sealedBody
        fact = try? Fact(type: type, keys: keys)
    }

    /// The fact, where it is this one of the house's own.
    package func own<Own: HouseFact>(_ fact: Own.Type) -> Own? {
        type == Own.type ? try? Own(keys: keys) : nil
    }

    /// Whether it is this fact of the house's own.
    package func isOwn(_ fact: (some HouseFact).Type) -> Bool { type == fact.type }

    /// The entry as an event of the case history, with what was written beside it; nil for the house's own facts.
    package func event(note: String? = nil) -> Event? {
        fact.map { fact in
            at.map { Event(at: $0, note: note, fact) } ?? Event(on: on, note: note, fact)
        }
    }

    /// Somebody turned to us, or wants treatment now.
    package var isWish: Bool {
        switch fact {
        case .enquiry, .treatmentWish: true
        default: false
        }
    }

    /// Noted by one of the staff: its day was typed, and may be wrong.
    package var isWishByHand: Bool { isWish && recordedBy != nil }
}
