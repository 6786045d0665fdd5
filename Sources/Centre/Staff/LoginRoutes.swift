internal import Domain
internal import HTML
internal import HTTP
internal import SQLite

/// The staff's door: in, out, and where each begins.
enum LoginRoutes {
    static let all: [CentreRoute] = [
        .open(.get, "/log-ind", show),
        .open(.post, "/log-ind", logIn),
        .open(.post, "/log-ud", logOut),
        .open(.get, "/logget-af", loggedOut),
        .staff(.get, "/start", nil, start),
    ]

    private static func show(_ visit: Visit, _ loop: Loop) -> Answer<Loop> {
        let wayBack = visit.request.query["videre"].flatMap { WayBack.isOwn($0) ? $0 : nil }
        if let session = visit.session {
            return .now(.seeOther(wayBack ?? StaffMenu.home(for: session.member.role).text))
        }
        return .now(
            visit.loginPage(
                visit.hadSession
                    ? .sessionOver(wasIdle: visit.wasIdle, hasText: false) : .none,
                wayBack: wayBack, status: .ok))
    }

    // MARK: In

    private static func logIn(_ visit: Visit, _ loop: Loop) throws -> Answer<Loop> {
        let login = visit.field("brugernavn").lowercased()
        let password = visit.request.form["adgangskode"] ?? ""
        let door = visit.centre.loginDoor
        guard
            door.knows(
                visit.field("token"), cookie: visit.request.cookie(LoginDoor.cookieName))
        else { return .now(visit.loginAgain(.formTooOld, status: .forbidden)) }
        guard !login.isEmpty else { return .now(visit.loginAgain(.loginMissing)) }
        guard !password.isEmpty else { return .now(visit.loginAgain(.passwordMissing)) }
        let source = visit.request.clientAddress.networkPrefix.description
        let counted = String(login.prefix(80))
        let browser = visit.knownBrowser
        guard door.admits(counted, from: source, in: browser, at: visit.now) else {
            return .now(visit.loginAgain(.tooManyTries, status: .tooManyRequests))
        }
        let known = try visit.centre.staff.find(login, in: loop.db)
        return .slow {
            // The same time is spent whether anybody has this login or not.
            let hash = known.map { PasswordHash(rawValue: $0.passwordHash) } ?? .ofNobody
            let isRight = hash.matches(password)
            do {
                guard let known, isRight, !known.member.isDisabled,
                    let key = try open(known, visit)
                else {
                    try visit.centre.recordFailedLogin(of: known?.member, at: visit.now)
                    return visit.loginAgain(.wrong)
                }
                door.letIn(counted, from: source, in: browser)
                return welcome(visit, known.member, key)
            } catch {
                return visit.failure(error)
            }
        }
    }

    /// Opens a session once its entry is on disk; nil if her door was closed or her password changed meanwhile.
    private static func open(
        _ known: (member: StaffMember, passwordHash: String), _ visit: Visit
    ) throws -> String? {
        let (centre, now) = (visit.centre, visit.now)
        let (key, session) = centre.sessions.start(
            known.member, by: known.passwordHash, at: now)
        do {
            let isStillHers = try centre.writer.perform { db in
                let latest = try centre.staff.find(known.member.login, in: db)
                guard let latest, latest.member == known.member,
                    latest.passwordHash == known.passwordHash
                else { return false }
                try centre.audit.record(.loggedIn, by: session.actor, at: now, in: db)
                return true
            }
            if isStillHers { return key }
        } catch {
            centre.sessions.end(key)
            throw error
        }
        centre.sessions.end(key)
        return nil
    }

    private static func welcome(_ visit: Visit, _ member: StaffMember, _ key: String) -> Response {
        let sessions = visit.centre.sessions
        if let earlier = visit.request.cookie(SessionCookie.name) { sessions.end(earlier) }
        let answer: Response
        if let kept = KeptForm(carriedBy: visit.request, visit.centre.vault),
            let session = sessions.session(key, at: visit.now)
        {
            let isHers = visit.centre.formOwner.isHers(kept.token, member.id)
            answer = visit.page(
                isHers
                    ? visit.frame.keptFormPage(
                        kept, token: session.formToken, after: .login)
                    : visit.frame.othersFormPage())
        } else {
            let wayBack = visit.request.form["videre"].flatMap { WayBack.isOwn($0) ? $0 : nil }
            answer = .seeOther(wayBack ?? StaffMenu.home(for: member.role).text)
        }
        return answer.setting(SessionCookie.holding(key))
            .setting(Cookie.expired(LoginDoor.cookieName))
            .setting((visit.knownBrowser ?? KnownBrowser.new(visit.centre.vault)).cookie)
    }

    // MARK: Out

    private static func logOut(_ visit: Visit, _ loop: Loop) throws -> Answer<Loop> {
        let away = Response.seeOther("/logget-af").setting(SessionCookie.gone)
        guard let session = visit.session else { return .now(away) }
        guard constantTimeEqual(visit.request.form["token"] ?? "", session.formToken) else {
            return .now(visit.forbidden())
        }
        let (centre, now) = (visit.centre, visit.now)
        if let key = visit.request.cookie(SessionCookie.name) { centre.sessions.end(key) }
        return visit.writing { db in
            try centre.audit.record(.loggedOut, by: session.actor, at: now, in: db)
        } then: { _, _ in
            away
        }
    }

    /// Where logging off leads, and where the page leads by itself when the time is over.
    private static func loggedOut(_ visit: Visit, _ loop: Loop) -> Answer<Loop> {
        let minutes = visit.wasIdle ? Sessions.idleMinutesMax : nil
        return .now(visit.page(visit.frame.loggedOutPage(afterMinutes: minutes)))
    }

    /// Leads everybody to her first page; who has none is told so.
    private static func start(_ visit: StaffVisit, _ loop: Loop) -> Answer<Loop> {
        let home = StaffMenu.home(for: visit.role)
        guard home == "/start" else { return .now(.seeOther(home.text)) }
        return .now(
            visit.page("Velkommen", welcomePage(visit.role)))
    }
}

extension Visit {
    /// The browser, if somebody has logged in with it before.
    fileprivate var knownBrowser: KnownBrowser? {
        KnownBrowser(request.cookie(KnownBrowser.cookieName), centre.vault)
    }

    /// Whether she comes with the key of a session that is over.
    var hadSession: Bool {
        session == nil && request.cookie(SessionCookie.name).map { !$0.isEmpty } ?? false
    }

    /// Whether it is over because she did nothing for so long.
    var wasIdle: Bool {
        hadSession && request.cookie(SessionCookie.name).map(centre.sessions.ranOut) ?? false
    }

    /// The login page with a form of its own.
    func loginPage(
        _ notice: LoginNotice, login: String = "", wayBack: String? = nil, kept: KeptForm? = nil,
        status: Status
    ) -> Response {
        // Kept, if the browser has one: two tabs with a login page each must both work.
        let known = request.cookie(LoginDoor.cookieName).flatMap { $0.isEmpty ? nil : $0 }
        let cookie = known ?? RandomID.token()
        let login = LoginPage(
            notice: notice, login: login, wayBack: wayBack,
            carried: kept?.carried(centre.vault),
            token: centre.loginDoor.formToken(for: cookie))
        return page(frame.loginPage(login), status: status)
            .setting(Cookie(LoginDoor.cookieName, cookie, sameSite: .strict))
    }

    /// The login page again, with everything that was typed but the password.
    func loginAgain(_ notice: LoginNotice, status: Status = .unprocessable) -> Response {
        loginPage(
            notice, login: field("brugernavn"),
            wayBack: request.form["videre"].flatMap { WayBack.isOwn($0) ? $0 : nil },
            kept: KeptForm(carriedBy: request, centre.vault), status: status)
    }
}

extension Centre {
    /// Notes a try that failed: at whose door, if it is anybody's.
    fileprivate func recordFailedLogin(of member: StaffMember?, at now: Instant) throws {
        let (audit, actor) = (
            audit, Actor(staff: member?.id, role: "guest", session: "-")
        )
        _ = try writer.perform { db in
            try audit.record(.loginFailed, by: actor, at: now, in: db)
        }
    }
}
