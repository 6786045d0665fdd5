internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

// The follow-up room's invariants:
// - what is due is asked of the rules when the list is made; nothing of it is stored;
// - a list names nobody in full, and is in the log, with its cases, before it is sent;
// - who was not reached is still to be followed up: an attempt answers no deadline.

/// `/opfoelgning`: what is late, and what comes within fourteen days.
struct FollowUpRoutes: Sendable {
    let ledger: Ledger
    let standards: StandardBook
    let audit: AuditLog

    var all: [CentreRoute] { [.staff(.get, "/opfoelgning", .clinical, show)] }

    private func show(_ visit: StaffVisit, _ loop: LoopContext) -> Answer {
        let filter = visit.request.query.word("vis").flatMap(FollowUpList.Filter.init) ?? .mine
        let (actor, now) = (visit.actor, visit.now)
        return visit.slowRead { db in
            let list = try FollowUpList(
                filter, for: visit.session.member.id, ledger: ledger, standards: standards,
                on: visit.today, in: db)
            let refs = list.refs
            let token = try visit.perform { [audit] db in
                try audit.record(.listRead, by: actor, cases: refs, at: now, in: db)
            }
            let names = try visit.staffNames(in: db)
            return visit.page(
                "Opfølgning", menu: "opfoelgning",
                try followUpPage(list, names: names) {
                    initials(of: try ledger.person(of: $0, token), of: $0)
                })
        }
    }
}
