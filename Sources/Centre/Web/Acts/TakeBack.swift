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
        // What was written together goes together.
        let others = scene.state.file.current.filter { $0.writtenTogetherWith == entry }.map(\.id)
        return ([entry] + others).map {
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
    private static let togetherKey = "with"

    /// The same, marked as a part of the act whose first fact is this one: taken back, it goes with it.
    func together(with first: EntryID) -> NewFact {
        var fact = self
        fact.details.append(Self.togetherKey, .string(first.formText))
        return fact
    }

    /// The first fact of the act that an entry is a part of.
    static func first(of entry: LedgerEntry) -> EntryID? {
        entry.details[togetherKey]?.string.flatMap { EntryID(formText: $0) }
    }
}

extension LedgerEntry {
    /// The first fact of the act it was written in, where that is another.
    fileprivate var writtenTogetherWith: EntryID? { NewFact.first(of: self) }
}

extension CalendarDay {
    /// Later than anything that is written.
    fileprivate static let distantFuture = CalendarDay(number: 2_932_896)
}
