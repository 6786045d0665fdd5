internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/administration/brugere`: who works here. Added, given a new password, locked out; never deleted.
struct StaffDeskRoutes: Sendable {
    let staff: StaffAccounts

    var all: [CentreRoute] {
        [
            .staff(.get, "/administration/brugere", [.administrator]) { visit, loop in
                .now(try page(visit, loop))
            },
            .staff(.post, "/administration/brugere", [.administrator], add).reachingFar,
            .staff(.post, "/administration/brugere/{bruger}/luk", [.administrator], disable)
                .reachingFar,
            .staff(.post, "/administration/brugere/{bruger}/adgangskode", [.administrator], renew)
                .reachingFar,
            .staff(.post, "/administration/brugere/{bruger}/app", [.administrator], removeFactor)
                .reachingFar,
            .staff(.get, "/administration/brugere/{bruger}", [.administrator]) { visit, loop in
                try withMember(visit, loop) { member in
                    let factor = try staff.factor(of: member, in: loop.db)
                    return .now(visit.memberPage(member, .none, hasFactor: factor != nil))
                }
            },
        ]
    }

    private func page(
        _ visit: StaffVisit, _ loop: LoopContext, form: NewStaffForm = NewStaffForm(),
        failure: StaffRefusal? = nil
    ) throws -> Response {
        visit.staffListPage(
            try staff.all(in: loop.db), form: form, failure: failure)
    }

    private func add(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let form = NewStaffForm(visit)
        guard let role = form.role else { return .now(try page(visit, loop, form: form)) }
        let members = try staff.all(in: loop.db)
        return visit.slow(on: .knownPasswords) { [staff] in
            do {
                let (actor, now) = (visit.actor, visit.now)
                let password = FirstPassword.random()
                let stored = FirstPassword.stored(password)
                _ = try visit.perform { db in
                    try staff.add(
                        login: form.login, name: form.name, role: role, passwordHash: stored,
                        by: actor, at: now, in: db)
                }
                return visit.firstPasswordPage(form.name, login: form.login, password)
            } catch let refusal as StaffRefusal {
                return visit.staffListPage(members, form: form, failure: refusal)
            }
        }
    }

    /// Her door is closed and her open sessions with it. Not one's own: nobody could open it again.
    private func disable(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        try withMember(visit, loop) { member in
            guard member.id != visit.session.member.id else {
                return .now(visit.memberPage(member, .ownDoor))
            }
            let (actor, now) = (visit.actor, visit.now)
            return visit.visit.writing { [staff] db in
                try staff.disable(member.login, by: actor, at: now, in: db)
            } then: { _, _ in
                visit.visit.web.sessions.endAll(of: member.id)
                visit.confirm(Confirmation("Adgangen er lukket for \(member.name)."))
                return .seeOther("/administration/brugere")
            }
        }
    }

    private func renew(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        try withMember(visit, loop) { member in
            return visit.slow(on: .knownPasswords) { [staff] in
                do {
                    let (actor, now) = (visit.actor, visit.now)
                    let password = FirstPassword.random()
                    let stored = FirstPassword.stored(password)
                    try visit.perform { db in
                        try staff.setPassword(
                            member.login, passwordHash: stored, by: actor, at: now, in: db)
                    }
                    visit.visit.web.sessions.endAll(of: member.id)
                    return visit.firstPasswordPage(member.name, login: member.login, password)
                } catch StaffRefusal.rowAltered {
                    return visit.memberPage(member, .rowAltered)
                }
            }
        }
    }

    /// Her telephone is lost: a second person takes the app away, never she herself, and everybody sees it in the log.
    private func removeFactor(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        try withMember(visit, loop) { member in
            guard member.id != visit.session.member.id else {
                return .now(visit.memberPage(member, .ownFactor, hasFactor: true))
            }
            guard try staff.factor(of: member, in: loop.db) != nil else {
                return .now(visit.memberPage(member, .none))
            }
            let (actor, now) = (visit.actor, visit.now)
            return visit.visit.writing { [staff] db in
                try staff.setFactor(nil, of: member, by: actor, at: now, in: db)
            } then: { _, _ in
                visit.visit.web.sessions.endAll(of: member.id)
                visit.confirm(
                    Confirmation("\(member.name) logger nu ind uden kode fra en app."))
                return .seeOther("/administration/brugere")
            }
        }
    }

    private func withMember(
        _ visit: StaffVisit, _ loop: LoopContext, _ answer: (StaffMember) throws -> Answer
    ) throws -> Answer {
        guard let login = visit.path.word("bruger"),
            let found = try staff.lookUp(login, in: loop.db)
        else { return .now(visit.visit.notFound()) }
        return try answer(found.member)
    }
}

/// Somebody new, as typed.
struct NewStaffForm: Sendable {
    var login = ""
    var name = ""
    var roleText = ""
    var wasSent = false

    init() {}

    init(_ visit: StaffVisit) {
        login = visit.field("login")
        name = visit.field("navn")
        roleText = visit.field("rolle")
        wasSent = true
    }

    var role: Role? { Role(rawValue: roleText) }
}
