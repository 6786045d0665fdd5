internal import Domain
internal import SQLite

/// A case as a page shows it: the ledger, what a logged access opened of it, and what the rules say today.
struct CaseReading: Sendable {
    let file: CaseFile
    let person: EntryBody
    /// The opened bodies, by entry.
    let bodies: [EntryID: EntryBody]
    let verdict: Verdict
    /// Everybody who has written here, and who is responsible.
    let names: [StaffID: String]
    let responsible: StaffID?
    let isOpen: Bool
    let today: CalendarDay

    var ref: CaseRef { file.ref }

    /// The clock that counts: the latest.
    var clock: GuaranteeClock? { verdict.guarantee.last }

    /// Reads a case whose access was logged.
    init(
        _ ref: CaseRef, _ token: AccessToken, centre: Centre, today: CalendarDay,
        in db: borrowing Connection
    ) throws {
        let cases = centre.cases
        let file = try cases.file(ref, in: db)
        var bodies: [EntryID: EntryBody] = [:]
        for entry in file.entries {
            bodies[entry.id] = try cases.body(of: entry, in: ref, token)
        }
        guard let adopted = centre.standards.standard(ref.standard, on: today) else {
            throw OpeningError.noStandard
        }
        let person = file.personEntry.flatMap { bodies[$0.id] } ?? EntryBody()
        let projection = CaseProjection(file)
        self.file = file
        self.bodies = bodies
        self.person = person
        verdict = Domain.verdict(
            of: try file.history(person: person), under: adopted.standard, on: today)
        names = Dictionary(
            try centre.staff.all(in: db).map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
        responsible = projection?.responsible
        isOpen = projection?.isOpen ?? false
        self.today = today
    }

    /// What to call the person on the page.
    var displayName: String {
        person[.name] ?? (file.isAnonymous ? "Anonym borger" : "Navn ikke oplyst")
    }

    /// Anonymous, but with something to be called.
    var hasAliasOnly: Bool {
        file.isAnonymous && person[.name] != nil
    }

    var responsibleName: String? {
        responsible.flatMap { names[$0] }
    }
}
