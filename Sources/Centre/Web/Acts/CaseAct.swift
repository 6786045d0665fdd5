internal import Domain
internal import HTML
internal import Records

/// What staff do to a case (handling): one value in one file. One handler runs all of them: it finds the case, reads the
/// form, checks and writes in the writer's transaction, once however often it is sent, confirms, or comes back with
/// everything that was typed.
protocol CaseAct: Sendable {
    /// The last word of its address, `/sager/{number}/tilbud`.
    static var address: String { get }
    /// What it is called, where it has a page or a fold of its own.
    static var title: String { get }
    /// What its button says.
    static var button: String { get }
    static var roles: Set<Role> { get }
    /// What the audit log says of it.
    static var audit: AuditAction { get }

    /// What it writes stands: it is never corrected or taken away, only followed by another act. For what has left the
    /// house, as a decision has.
    static var isFinal: Bool { get }

    /// Which of the case's pages it leads back to.
    static var leadsTo: CaseTab { get }

    /// It is looked through on a page of its own, as it will be, before it is written.
    static var isChecked: Bool { get }

    /// The facts of the house's own that it alone writes. The room need not list them again.
    static var ownFacts: [any HouseFact.Type] { get }

    /// The fields of its form, with what stands in them before anybody has typed.
    static func fields(_ state: CaseState) -> [ActField]

    /// What stands in the fields of its page of what is sealed in the case; nil where nothing does.
    static func standing(_ reading: CaseReading) -> FieldValues?

    /// What stands in the fields for an entry that this act has written, to be corrected; nil for any other entry.
    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues?

    /// What stands in the fields where the act is about an entry without taking its place: a time that is moved, or
    /// cancelled; nil for any other entry.
    static func about(_ entry: LedgerEntry, _ state: CaseState) -> FieldValues?

    /// A field as it is shown, with the names that a logged access opened in the place of plain words.
    static func shown(_ field: ActField, _ reading: CaseReading) -> ActField

    /// Whether this act has written an entry: those who may do it may take it away.
    static func writes(_ entry: LedgerEntry) -> Bool

    /// How the timeline tells an entry that it has written, where that is a fact of its room's own.
    static func told(_ entry: LedgerEntry) -> String

    /// Reads the form.
    ///
    /// - Throws: every field that is wrong, in the order of the page.
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults)

    /// What the case must allow, as it stands when the act is written.
    func require(_ state: CaseState) throws(ActRefusal)

    /// What is looked through before it is written: the letter as the citizen will get it.
    func preview(_ scene: ActScene, _ reading: CaseReading) -> HTML

    /// The entries whose sealed part it carries over; opened for it, which the log says.
    func carriedOver(from file: CaseFile) -> [LedgerEntry]

    /// What enters the ledger; the first fact gets the id that the form carried.
    func facts(in scene: ActScene) throws -> [NewFact]

    /// What the page says afterwards.
    func confirmation(_ state: CaseState) -> Confirmation

    /// The field that is told of what the case refuses.
    func field(of refusal: ActRefusal) -> String?
}

extension CaseAct {
    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? { nil }
    static func about(_ entry: LedgerEntry, _ state: CaseState) -> FieldValues? { nil }
    static func standing(_ reading: CaseReading) -> FieldValues? { nil }
    static func shown(_ field: ActField, _ reading: CaseReading) -> ActField { field }
    static var ownFacts: [any HouseFact.Type] { [] }
    static var isFinal: Bool { false }
    static var leadsTo: CaseTab { .timeline }
    static var isChecked: Bool { false }
    func preview(_ scene: ActScene, _ reading: CaseReading) -> HTML { .empty }
    static func writes(_ entry: LedgerEntry) -> Bool {
        values(of: entry, OpenedBody()) != nil || ownFacts.contains { entry.isOwn($0) }
    }
    static func told(_ entry: LedgerEntry) -> String { title }
    func field(of refusal: ActRefusal) -> String? { nil }
    func carriedOver(from file: CaseFile) -> [LedgerEntry] { [] }

    /// Where its form is sent, and its page lies.
    static func address(of number: CaseNumber) -> Address {
        "/sager/\(word: number.description)/\(word: address)"
    }
}

/// The moment an act is written: who acts, as what, when, in which case; and what a logged access opens of it.
struct ActScene {
    let actor: Actor
    let role: Role
    let now: Instant
    /// The id its first fact will have: what is written with that fact names it.
    let id: EntryID
    let state: CaseState
    /// The entry it takes the place of, where something is corrected.
    let corrected: LedgerEntry?
    /// What the act carries over from what is sealed.
    let opened: [EntryID: OpenedBody]

    /// The day of an act that is always of today: where it corrects another, that of the other.
    var day: CalendarDay { corrected?.on ?? now.day }

    /// Whose entry it is, and so how long it is kept.
    var author: EntryAuthor { role == .medical ? .physician : .social }
}
