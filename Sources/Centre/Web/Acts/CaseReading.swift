internal import Domain
internal import Records
internal import SQLite

/// A case as a page shows it: the ledger, what a logged access opened of it, and what the rules say today.
struct CaseReading: Sendable {
    let state: CaseState
    let person: PersonDetails
    /// The opened bodies, by entry.
    let bodies: [EntryID: OpenedBody]
    let verdict: Verdict
    /// Everybody who has written here, and who is responsible.
    let names: [StaffID: String]

    var file: CaseFile { state.file }
    var ref: CaseRef { file.ref }
    var today: CalendarDay { state.today }
    var isOpen: Bool { state.isOpen }
    var responsible: StaffID? { state.projection?.responsible }

    /// The clock that counts: the latest.
    var clock: GuaranteeClock? { verdict.guarantee.last }

    /// Reads a case whose access was logged.
    init(
        _ ref: CaseRef, _ token: AccessToken, _ house: House, by staff: StaffID? = nil,
        at now: Instant, in db: borrowing Connection
    ) throws {
        let file = try house.ledger.file(ref, in: db)
        var bodies: [EntryID: OpenedBody] = [:]
        for entry in file.entries where entry.sealedBody != nil {
            bodies[entry.id] = try house.ledger.body(of: entry, in: ref, token)
        }
        let state = try CaseState(file, house.standards, by: staff, at: now)
        let person = try file.personEntry.flatMap { bodies[$0.id] }?.read(PersonDetails.self)
        self.state = state
        self.bodies = bodies
        self.person = person ?? PersonDetails()
        verdict = Domain.verdict(
            of: file.history(person: self.person), under: state.standard.standard, on: now.day)
        names = try house.staff.names(in: db)
    }

    func body(of entry: LedgerEntry) -> OpenedBody { bodies[entry.id] ?? OpenedBody() }

    /// What to call the person on the page.
    var displayName: String { person.displayName(isAnonymous: file.isAnonymous) }

    /// Anonymous, but with something to be called.
    var hasAliasOnly: Bool {
        file.isAnonymous && person.name != nil
    }

    var responsibleName: String? {
        responsible.flatMap { names[$0] }
    }
}
