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
            .open(.post, SecondStep.address.text, enterCode),
            .open(.post, "/log-ud", logOut),
            .open(.get, "/logget-af", loggedOut),
            .staff(.get, "/start", nil, start),
        ]
    }

    private func show(_ visit: Visit, _ loop: LoopContext) -> Answer {
        let wayBack = WayBack.read(visit.request.query.text("videre"))
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
        let login = visit.login
        let password = visit.request.form.password("adgangskode")
        let door = visit.web.loginGuard
        guard
            door.knows(
                visit.field("token"), cookie: visit.request.cookieWord(LoginGuard.cookieName))
        else { return .now(visit.loginAgain(.formTooOld, status: .forbidden)) }
        guard !login.isEmpty else { return .now(visit.loginAgain(.loginMissing)) }
        guard !password.isEmpty else { return .now(visit.loginAgain(.passwordMissing)) }
        let known = try staff.find(login, in: loop.db)
        let browser = visit.knownBrowser(of: known)
        switch door.wait(from: visit.request.clientAddress, in: browser, at: visit.now) {
        case nil: break
        case .household(let seconds):
            visit.web.refusals.note(.turn, by: nil, at: visit.now)
            return .now(
                visit.loginAgain(.mustWait(seconds: seconds), status: .tooManyRequests)
                    .retrying(afterSeconds: seconds))
        case .everybody(let seconds):
            visit.web.refusals.note(.turn, by: nil, at: visit.now)
            return .now(
                visit.loginAgain(.othersTry(seconds: seconds), status: .serviceUnavailable)
                    .retrying(afterSeconds: seconds))
        }
        return .slow(on: browser == nil ? .strangersPasswords : .knownPasswords) {
            // The same time is spent whether anybody has this login or not.
            let hash = known.map { FirstPassword.hash(in: $0.passwordHash) } ?? .ofNobody
            let isRight = hash.matches(password)
            do {
                if let known, isRight, !known.member.isDisabled,
                    try writer.perform({ [staff] in try staff.factor(of: known.member, in: $0) })
                        != nil
                {
                    return visit.secondStepPage(
                        SecondStep(known, at: visit.now, visit.web.house.vault))
                }
                guard let known, isRight, !known.member.isDisabled,
                    let key = try open(known, visit)
                else {
                    visit.web.refusals.noteWrongPassword(of: known?.member, at: visit.now)
                    return visit.loginAgain(.wrong)
                }
                return welcome(visit, known, key)
            } catch {
                return visit.failure(error)
            }
        }
    }

    // MARK: The second step

    /// The password was right; now the code of her app, or one of her recovery codes.
    private func enterCode(_ visit: Visit, _ loop: LoopContext) throws -> Answer {
        let door = visit.web.loginGuard
        guard
            door.knows(
                visit.field("token"), cookie: visit.request.cookieWord(LoginGuard.cookieName)),
            let step = SecondStep(visit.request, at: visit.now, visit.web.house.vault),
            let known = try staff.find(step.login, in: loop.db), !known.member.isDisabled,
            step.isOf(known, visit.web.house.vault),
            let factor = try staff.factor(of: known.member, in: loop.db)
        else { return .now(visit.loginAgain(.formTooOld, status: .forbidden)) }
        if let seconds = door.secondsToWait(forCodeOf: known.member.id, at: visit.now) {
            visit.web.refusals.note(.turn, by: nil, at: visit.now)
            return .now(
                visit.secondStepPage(step, .mustWait(seconds: seconds))
                    .retrying(afterSeconds: seconds))
        }
        let typed = visit.request.form.word("kode") ?? ""
        if let used = factor.matchingStep(
            of: typed, at: visit.now, after: door.lastStep(of: known.member.id)),
            door.use(step: used, of: known.member.id)
        {
            return visit.logInSlowly { try open(known, visit).map { welcome(visit, known, $0) } }
        }
        let now = visit.now
        return visit.logInSlowly { [staff, writer] in
            let actor = Actor(staff: known.member.id, role: "guest", session: "-")
            let left = try writer.perform { db in
                try staff.useRecoveryCode(typed, of: known.member, by: actor, at: now, in: db)
            }
            guard left != nil else {
                visit.web.refusals.noteWrongPassword(of: known.member, at: now)
                return visit.secondStepPage(step, .wrong)
            }
            return try open(known, visit).map { welcome(visit, known, $0) }
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
            let opened = try writer.perform { [staff, audit] db -> Opened? in
                let latest = try staff.find(known.member.login, in: db)
                guard let latest, latest.member == known.member,
                    latest.passwordHash == known.passwordHash
                else { return nil }
                let last = try staff.lastLogin(of: known.member.id, in: db)
                try audit.record(.loggedIn, by: session.actor, at: now, in: db)
                guard FirstPassword.isUnused(known.passwordHash) else { return Opened(last: last) }
                let used = try staff.useFirstPassword(
                    of: known.member, by: session.actor, at: now, in: db)
                return Opened(used: used)
            }
            if let opened {
                if let used = opened.used { sessions.renew(key, passwordHash: used, at: now) }
                if let words = opened.lastInWords {
                    sessions.confirm(Confirmation(words), in: key)
                }
                return key
            }
        } catch {
            sessions.end(key)
            throw error
        }
        sessions.end(key)
        return nil
    }

    /// What the door's opening has told.
    private struct Opened: Sendable {
        /// What is stored now in the place of a first password.
        var used: String?
        var last: (at: Instant, failures: Int)?

        /// So that she sees whether it was she.
        var lastInWords: String? {
            guard let last else { return nil }
            let moment = "Du var sidst logget på \(last.at.day.inWords) kl. \(last.at.clockText)."
            return switch last.failures {
            case 0: moment
            case 1: "\(moment) Siden da er der skrevet en forkert adgangskode 1 gang."
            case let count:
                "\(moment) Siden da er der skrevet en forkert adgangskode \(count) gange."
            }
        }
    }

    private func welcome(
        _ visit: Visit, _ known: (member: StaffMember, passwordHash: String), _ key: String
    ) -> Response {
        let (sessions, member) = (visit.web.sessions, known.member)
        if let earlier = visit.request.cookieWord(SessionCookie.name) { sessions.end(earlier) }
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
            let wayBack = WayBack.read(visit.request.form.text("videre"))
            answer = .seeOther(wayBack ?? visit.web.menu.home(for: member.role).text)
        }
        return answer.setting(SessionCookie.holding(key))
            .setting(Cookie.expired(LoginGuard.cookieName))
            .setting(
                KnownBrowser.new(
                    member, passwordHash: known.passwordHash, on: visit.today,
                    visit.web.house.vault
                ).cookie)
    }

    // MARK: Out

    private func logOut(_ visit: Visit, _ loop: LoopContext) throws -> Answer {
        // Not the cookies: one of them says that she has used this browser before.
        let away = Response.seeOther("/logget-af").setting(SessionCookie.gone)
            .setting("Clear-Site-Data", "\"cache\", \"storage\"")
        guard let session = visit.session else { return .now(away) }
        guard ConstantTime.areEqual(visit.request.form.word("token") ?? "", session.formToken)
        else {
            return .now(visit.forbidden())
        }
        let now = visit.now
        if let key = visit.request.cookieWord(SessionCookie.name) { visit.web.sessions.end(key) }
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

}

extension AuditAction {
    static let loggedIn = AuditAction("logged-in", "loggede ind")
    static let loggedOut = AuditAction("logged-out", "loggede af")
}
