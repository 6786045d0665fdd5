internal import HTTP
internal import Records

/// One row of the route table: the address, who may pass, and what answers.
struct CentreRoute: Sendable {
    let method: Method
    let pattern: String
    let access: AccessRule
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

    /// The route as the HTTP router takes it: asks who comes, whether she may pass, and whether the form is ours.
    func guarded(by web: WebContext) -> Route<LoopContext> {
        Route(method, pattern) { request, path, loop in
            let visit = web.visit(request, path)
            do {
                if let refusal = try refusal(of: visit, loop) { return .now(refusal) }
                return try handle(visit, loop)
            } catch {
                return .now(visit.failure(error))
            }
        }
    }

    private func refusal(of visit: Visit, _ loop: LoopContext) throws -> Response? {
        guard access != .everyone else {
            return method == .post && visit.isFromElsewhere ? visit.forbidden() : nil
        }
        if method == .post, visit.isFromElsewhere { return visit.forbidden() }
        guard let session = visit.session else { return visit.loginFirst() }
        let known = try visit.web.house.staff.find(session.member.login, in: loop.db)
        guard session.isStillHers(known) else {
            visit.web.sessions.endAll(of: session.member.id)
            return visit.withoutSession.loginFirst()
        }
        guard access.admits(session.member.role) else { return visit.notFound() }
        if method == .post,
            !ConstantTime.areEqual(visit.request.form["token"] ?? "", session.formToken)
        {
            return visit.formTooOld(session)
        }
        return nil
    }
}

extension [CentreRoute] {
    /// A path as the log may tell it. The words are the route table's own; what stands in a place for a value is told by
    /// the place's name: a case number with a time is about somebody, and a stranger may have typed a name there.
    func redaction() -> @Sendable (String) -> String {
        // Plain words first: `/henvendelser/ny` is no number.
        let patterns = map { $0.pattern.split(separator: "/", omittingEmptySubsequences: false) }
            .sorted { one, other in
                one.count { $0.hasPrefix("{") } < other.count { $0.hasPrefix("{") }
            }
        return { path in
            let steps = path.split(separator: "/", omittingEmptySubsequences: false)
            for pattern in patterns where pattern.count == steps.count {
                let isHere = zip(pattern, steps).allSatisfy {
                    $0.hasPrefix("{") || $0.utf8.elementsEqual($1.utf8)
                }
                guard isHere else { continue }
                return zip(pattern, steps).map { place, step in
                    String(place.hasPrefix("{") ? place : step)
                }.joined(separator: "/")
            }
            return path
        }
    }
}
