internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// The staff's door: in, out, and where each begins.
struct LoginRoutes: Sendable {
    let staff: StaffAccounts
    let audit: AuditLog
    let writer: Writer

    var all: [CentreRoute] {
        [
            .open(.get, "/log-ind", show),
            .open(.post, "/log-ind", logIn),
            .open(.post, "/log-ud", logOut),
            .open(.get, "/logget-af", loggedOut),
            .staff(.get, "/start", nil, start),
        ]
    }

    private func show(_ visit: Visit, _ loop: LoopContext) -> Answer {
        let wayBack = visit.request.query["videre"].flatMap { WayBack.isOwn($0) ? $0 : nil }
        if let session = visit.session {
            return .now(.seeOther(wayBack ?? visit.web.menu.home(for: session.member.role).text))
        }
        return .now(
            visit.loginPage(
                visit.hadSession
                    ? .sessionOver(wasIdle: visit.wasIdle, hasText: false) : .none,
                wayBack: wayBack, status: .ok))
    }

    // MARK: In

    private func logIn(_ visit: Visit, _ loop: LoopContext) throws -> Answer {
        let login = visit.field("brugernavn").lowercased()
        let password = visit.request.form["adgangskode"] ?? ""
        let door = visit.web.loginGuard
        guard
            door.knows(
                visit.field("token"), cookie: visit.request.cookie(LoginGuard.cookieName))
        else { return .now(visit.loginAgain(.formTooOld, status: .forbidden)) }
        guard !login.isEmpty else { return .now(visit.loginAgain(.loginMissing)) }
        guard !password.isEmpty else { return .now(visit.loginAgain(.passwordMissing)) }
        let source = visit.request.clientAddress.networkPrefix.description
        let counted = String(login.prefix(80))
        let browser = visit.knownBrowser
        guard door.admits(counted, from: source, in: browser, at: visit.now) else {
            return .now(visit.loginAgain(.tooManyTries, status: .tooManyRequests))
        }
        let known = try staff.find(login, in: loop.db)
        return .slow {
            // The same time is spent whether anybody has this login or not.
            let hash = known.map { PasswordHash(rawValue: $0.passwordHash) } ?? .ofNobody
            let isRight = hash.matches(password)
            do {
                guard let known, isRight, !known.member.isDisabled,
                    let key = try open(known, visit)
                else {
                    try recordFailure(of: known?.member, at: visit.now)
                    return visit.loginAgain(.wrong)
                }
                door.admit(counted, from: source, in: browser)
                return welcome(visit, known.member, key)
            } catch {
                return visit.failure(error)
            }
        }
    }

    /// Opens a session once its entry is on disk; nil if her door was closed or her password changed meanwhile.
    private func open(
        _ known: (member: StaffMember, passwordHash: String), _ visit: Visit
    ) throws -> String? {
        let (sessions, now) = (visit.web.sessions, visit.now)
        let (key, session) = sessions.start(
            known.member, by: known.passwordHash, at: now)
        do {
            let isStillHers = try writer.perform { [staff, audit] db in
                let latest = try staff.find(known.member.login, in: db)
                guard let latest, latest.member == known.member,
                    latest.passwordHash == known.passwordHash
                else { return false }
                try audit.record(.loggedIn, by: session.actor, at: now, in: db)
                return true
            }
            if isStillHers { return key }
        } catch {
            sessions.end(key)
            throw error
        }
        sessions.end(key)
        return nil
    }

    private func welcome(_ visit: Visit, _ member: StaffMember, _ key: String) -> Response {
        let sessions = visit.web.sessions
        if let earlier = visit.request.cookie(SessionCookie.name) { sessions.end(earlier) }
        let answer: Response
        if let kept = SavedForm(carriedBy: visit.request, visit.web.house.vault),
            let session = sessions.session(key, at: visit.now)
        {
            let isHers = visit.web.formOwner.isHers(kept.token, member.id)
            answer = visit.page(
                isHers
                    ? visit.frame.savedFormPage(
                        kept, visit.web.fieldLabels, token: session.formToken, after: .login,
                        for: visit.with(session).reader)
                    : visit.frame.othersFormPage())
        } else {
            let wayBack = visit.request.form["videre"].flatMap { WayBack.isOwn($0) ? $0 : nil }
            answer = .seeOther(wayBack ?? visit.web.menu.home(for: member.role).text)
        }
        return answer.setting(SessionCookie.holding(key))
            .setting(Cookie.expired(LoginGuard.cookieName))
            .setting((visit.knownBrowser ?? KnownBrowser.new(visit.web.house.vault)).cookie)
    }

    // MARK: Out

    private func logOut(_ visit: Visit, _ loop: LoopContext) throws -> Answer {
        let away = Response.seeOther("/logget-af").setting(SessionCookie.gone)
        guard let session = visit.session else { return .now(away) }
        guard ConstantTime.areEqual(visit.request.form["token"] ?? "", session.formToken) else {
            return .now(visit.forbidden())
        }
        let now = visit.now
        if let key = visit.request.cookie(SessionCookie.name) { visit.web.sessions.end(key) }
        return visit.writing { [audit] db in
            try audit.record(.loggedOut, by: session.actor, at: now, in: db)
        } then: { _, _ in
            away
        }
    }

    /// Where logging off leads, and where the page leads by itself when the time is over.
    private func loggedOut(_ visit: Visit, _ loop: LoopContext) -> Answer {
        let minutes = visit.wasIdle ? Sessions.idleMinutesMax : nil
        return .now(visit.page(visit.frame.loggedOutPage(afterMinutes: minutes)))
    }

    /// Leads everybody to her first page; who has none is told so.
    private func start(_ visit: StaffVisit, _ loop: LoopContext) -> Answer {
        let home = visit.visit.web.menu.home(for: visit.role)
        guard home == "/start" else { return .now(.seeOther(home.text)) }
        return .now(
            visit.page("Velkommen", welcomePage(visit.role)))
    }

    /// Notes a try that failed: at whose door, if it is anybody's.
    private func recordFailure(of member: StaffMember?, at now: Instant) throws {
        let actor = Actor(staff: member?.id, role: "guest", session: "-")
        _ = try writer.perform { [audit] db in
            try audit.record(.loginFailed, by: actor, at: now, in: db)
        }
    }
}

extension AuditAction {
    static let loggedIn = AuditAction("logged-in", "loggede ind")
    static let loginFailed = AuditAction("login-failed", "forkert login")
    static let loggedOut = AuditAction("logged-out", "loggede af")
}
