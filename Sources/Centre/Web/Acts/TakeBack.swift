internal import Domain
internal import HTML
internal import Records

/// Takes away what was written by mistake (fjern): the entry stays readable, struck through, and says who took it away,
/// when and why. Whatever an act of staff has written can be taken away by those who may do that act.
struct TakeBack: CaseAct {
    static let address = Confirmation.Undo.step
    static let title = "Fjern fra sagen"
    static let button = "Fjern"
    static let roles = Set<Role>.frontOffice
    static let audit = AuditAction("entry-taken-back", "fjernede noget i en sag")

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .hidden(Confirmation.Undo.entryField, ""),
            .text(Confirmation.Undo.whyField, "Hvorfor fjernes det?", lengthMax: 500),
        ]
    }

    let entry: EntryID
    let why: String

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireUnreplaced(entry)
        guard let old = state.file.entries.first(where: { $0.id == entry }),
            old.recordedBy != nil, !old.isOwn(PersonKnown.self)
        else { throw .notCorrectable }
        // A wish that others build on is mended, not taken away.
        if old.isWish { try state.requireNothingDone(before: .distantFuture, but: entry) }
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        ([entry] + scene.state.file.partners(of: entry)).map {
            NewFact(EntryTakenAway(), on: scene.day, body: Words(why), corrects: $0)
        }
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Det er fjernet. Det står stadig i tidslinjen med streg over.")
    }
}

extension TakeBack {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let entry = typed.entry(Confirmation.Undo.entryField)
        why = typed.text(Confirmation.Undo.whyField, ifMissing: "Skriv, hvorfor det fjernes")
        self.entry = try typed.required(entry)
    }
}

extension NewFact {
    /// The same, marked as a part of the act whose first fact is this one: taken back, it goes with it.
    func together(with first: EntryID) -> NewFact {
        var fact = self
        fact.details.append(LedgerEntry.partnerKey, .string(first.formText))
        return fact
    }
}

extension CaseFile {
    /// What was written together with an entry, and says so: it means nothing without it.
    fileprivate func partners(of entry: EntryID) -> [EntryID] {
        var chain = [entry]
        while let last = entries.first(where: { $0.id == chain.last }), let earlier = last.corrects
        {
            chain.append(earlier)
        }
        return current.filter { one in
            one.id != entry && one.partner.map(chain.contains) == true
        }.map(\.id)
    }
}

extension LedgerEntry {
    /// As the details of an entry name the one it was written together with.
    fileprivate static let partnerKey = "with"

    /// The entry it was written together with.
    fileprivate var partner: EntryID? {
        details[Self.partnerKey]?.string.flatMap { EntryID(formText: $0) }
    }

    /// Whether it is told of with another, and not by itself: the complaint says that something is pending.
    var isToldWithAnother: Bool {
        guard partner != nil else { return false }
        switch fact {
        case .pending, .pendingEnded: return true
        default: return false
        }
    }
}

extension CalendarDay {
    /// Later than anything that is written.
    fileprivate static let distantFuture = CalendarDay(number: 2_932_896)
}
