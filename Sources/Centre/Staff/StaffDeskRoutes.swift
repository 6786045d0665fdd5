internal import Domain
internal import HTML
internal import HTTP
internal import SQLite

/// `/administration/brugere`: who works here. Added, given a new password, locked out; never deleted.
enum StaffDeskRoutes {
    static let all: [CentreRoute] = [
        .staff(.get, "/administration/brugere", [.administrator]) { visit, loop in
            .now(try page(visit, loop))
        },
        .staff(.post, "/administration/brugere", [.administrator], add),
        .staff(.post, "/administration/brugere/{bruger}/luk", [.administrator], disable),
        .staff(.post, "/administration/brugere/{bruger}/adgangskode", [.administrator], renew),
        .staff(.get, "/administration/brugere/{bruger}", [.administrator]) { visit, loop in
            try withMember(visit, loop) { .now(visit.memberPage($0, .none)) }
        },
    ]

    private static func page(
        _ visit: StaffVisit, _ loop: Loop, form: NewStaffForm = NewStaffForm(),
        failure: StaffRefusal? = nil
    ) throws -> Response {
        visit.staffListPage(
            try visit.centre.staff.all(in: loop.db), form: form, failure: failure)
    }

    private static func add(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        let form = NewStaffForm(visit)
        guard let role = form.role else { return .now(try page(visit, loop, form: form)) }
        let members = try visit.centre.staff.all(in: loop.db)
        return .slow {
            do {
                let hash = try StaffAccounts.hash(form.password)
                let (centre, actor, now) = (visit.centre, visit.actor, visit.now)
                _ = try centre.writer.perform { db in
                    try centre.staff.add(
                        login: form.login, name: form.name, role: role, passwordHash: hash,
                        by: actor, at: now, in: db)
                }
                return .seeOther("/administration/brugere")
            } catch let failure as StaffRefusal {
                return visit.staffListPage(members, form: form, failure: failure)
            } catch {
                return visit.visit.failure(error)
            }
        }
    }

    /// Her door is closed and her open sessions with it. Not one's own: nobody could open it again.
    private static func disable(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        try withMember(visit, loop) { member in
            guard member.id != visit.session.member.id else {
                return .now(visit.memberPage(member, .ownDoor))
            }
            let (centre, actor, now) = (visit.centre, visit.actor, visit.now)
            return visit.visit.writing { db in
                try centre.staff.disable(member.login, by: actor, at: now, in: db)
            } then: { _, _ in
                centre.sessions.endAll(of: member.id)
                return .seeOther("/administration/brugere")
            }
        }
    }

    private static func renew(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        try withMember(visit, loop) { member in
            let password = visit.request.form["ny-adgangskode"] ?? ""
            return .slow {
                do {
                    let hash = try StaffAccounts.hash(password)
                    let (centre, actor, now) = (visit.centre, visit.actor, visit.now)
                    try centre.writer.perform { db in
                        try centre.staff.setPassword(
                            member.login, passwordHash: hash, by: actor, at: now, in: db)
                    }
                    centre.sessions.endAll(of: member.id)
                    return .seeOther("/administration/brugere")
                } catch StaffRefusal.passwordTooShort(let lengthMin) {
                    return visit.memberPage(member, .passwordTooShort(lengthMin: lengthMin))
                } catch {
                    return visit.visit.failure(error)
                }
            }
        }
    }

    private static func withMember(
        _ visit: StaffVisit, _ loop: Loop, _ answer: (StaffMember) throws -> Answer<Loop>
    ) throws -> Answer<Loop> {
        guard let login = visit.path["bruger"],
            let found = try visit.centre.staff.find(login, in: loop.db)
        else { return .now(visit.visit.notFound()) }
        return try answer(found.member)
    }
}

/// Somebody new, as typed.
struct NewStaffForm: Sendable {
    var login = ""
    var name = ""
    var password = ""
    var roleText = ""
    var wasSent = false

    init() {}

    init(_ visit: StaffVisit) {
        login = visit.field("login")
        name = visit.field("navn")
        password = visit.request.form["ny-adgangskode"] ?? ""
        roleText = visit.field("rolle")
        wasSent = true
    }

    var role: Role? { Role(rawValue: roleText) }
}
