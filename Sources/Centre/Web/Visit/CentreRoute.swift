internal import HTML
internal import HTTP
internal import Records

/// One row of the route table: the address, who may pass, and what answers.
struct CentreRoute: Sendable {
    let method: Method
    let pattern: String
    let access: AccessRule
    /// It reaches far: who typed her password long ago types it again.
    var reachesFar = false
    /// Whether it is shown on a screen that is turned to the citizen.
    var isForCitizen = false
    let handle: @Sendable (Visit, LoopContext) throws -> Answer

    /// For everybody.
    static func open(
        _ method: Method, _ pattern: String,
        _ handle: @escaping @Sendable (Visit, LoopContext) throws -> Answer
    ) -> CentreRoute {
        CentreRoute(method: method, pattern: pattern, access: .everyone, handle: handle)
    }

    /// For staff: for anybody logged in, or for some roles only.
    static func staff(
        _ method: Method, _ pattern: String, _ roles: Set<Role>? = nil,
        _ handle: @escaping @Sendable (StaffVisit, LoopContext) throws -> Answer
    ) -> CentreRoute {
        CentreRoute(
            method: method, pattern: pattern, access: roles.map(AccessRule.roles) ?? .anyStaff
        ) { visit, loop in
            guard let session = visit.session else { return .now(visit.notFound()) }
            return try handle(StaffVisit(visit: visit, session: session), loop)
        }
    }

    /// The same, asked for with the password again where she typed it more than ten minutes ago.
    var reachingFar: CentreRoute {
        var route = self
        route.reachesFar = true
        return route
    }

    /// On a screen that is turned to the citizen, in the session of one of some roles; where none is, her own first page.
    static func screen(
        _ method: Method, _ pattern: String, _ roles: Set<Role>,
        _ handle: @escaping @Sendable (CitizenScreen, StaffVisit, LoopContext) throws -> Answer
    ) -> CentreRoute {
        var route = staff(method, pattern, roles) { visit, loop in
            guard let screen = visit.session.screen else { return .now(.seeOther("/start")) }
            return try handle(screen, visit, loop)
        }
        route.isForCitizen = true
        return route
    }

    /// The route as the HTTP router takes it: asks who comes, whether she may pass, and whether the form is ours.
    func guarded(by web: WebContext) -> Route<LoopContext> {
        Route(method, pattern, bodyLimit: .bytes(bodyBytesMax)) { request, path, loop in
            let visit = web.visit(request, path)
            do {
                if let refusal = try refusal(of: visit, loop) { return .now(refusal) }
                return try handle(visit, loop)
            } catch {
                return .now(visit.failure(error))
            }
        }
    }

    /// What one of our public forms holds at the most; a colleague's note is longer, also over an expired session.
    private var bodyBytesMax: Int {
        access == .everyone && !pattern.hasPrefix("/log-ind") ? 65_536 : 393_216
    }

    private func refusal(of visit: Visit, _ loop: LoopContext) throws -> Response? {
        guard access != .everyone else {
            return method == .post && visit.isFromElsewhere ? visit.refusedForm() : nil
        }
        if method == .post, visit.isFromElsewhere { return visit.refusedForm() }
        guard let session = visit.session else { return visit.loginFirst() }
        let known = try visit.web.house.staff.find(session.member.login, in: loop.db)
        guard session.isStillHers(known) else {
            visit.web.sessions.endAll(of: session.member.id)
            return visit.withoutSession.loginFirst()
        }
        if let screen = session.screen, !isForCitizen {
            return .seeOther(screen.page.address.text)
        }
        try visit.web.menu.count(visit.web.house, in: loop.db)
        guard access.admits(session.member.role) else {
            visit.web.refusals.note(.page, by: session, at: visit.now)
            return visit.notFound()
        }
        if method == .post,
            !ConstantTime.areEqual(visit.request.form.word("token") ?? "", session.formToken)
        {
            return visit.formTooOld(session)
        }
        if session.mustChoosePassword, !Self.openWithoutOwnPassword.contains(pattern) {
            return .seeOther(OwnAccess.passwordAddress.text)
        }
        if reachesFar, session.mustProveItself(at: visit.now) {
            return visit.proveItself(session)
        }
        return nil
    }

    /// What is open to her who has no password of her own yet.
    private static let openWithoutOwnPassword: Set<String> = [OwnAccess.passwordAddress.text]
}
