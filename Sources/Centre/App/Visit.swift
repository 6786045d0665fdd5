internal import Domain
internal import HTML
internal import HTTP
internal import SQLite

/// What one event loop owns: its own read connection, and the pages it has made. Made on the loop's thread and never leaves it.
final class Loop {
    /// Reads only; a page that shows a person goes through the writer's log first.
    let db: Connection
    let commonPages = CommonPages()

    init(databaseFile: String) throws {
        db = try Connection(path: databaseFile, .readOnly)
        // The first question opens the log beside the database: now, while there are descriptors left.
        _ = try db.userVersion()
    }
}

/// One request on its way through the house: who asks, for what, when.
struct Visit: Sendable {
    let request: Request
    let path: PathParameters
    let centre: Centre
    /// Nil for a visitor who is not logged in.
    let session: Session?
    /// Read once, so that one request knows one moment.
    let now: Instant

    var today: CalendarDay { now.day }

    /// The same visit by a stranger.
    var withoutSession: Visit {
        Visit(request: request, path: path, centre: centre, session: nil, now: now)
    }

    /// A field of the form that was sent, without blanks at its ends.
    func field(_ name: String) -> String {
        (request.form[name] ?? "").trimmed
    }
}

/// A visit by somebody who is logged in and whose role the route admits.
struct StaffVisit: Sendable {
    let visit: Visit
    let session: Session

    var request: Request { visit.request }
    var path: PathParameters { visit.path }
    var centre: Centre { visit.centre }
    var now: Instant { visit.now }
    var today: CalendarDay { visit.today }
    var actor: Actor { session.actor }
    var role: Role { session.member.role }

    func field(_ name: String) -> String { visit.field(name) }
}

/// One row of the route table: the door, who may pass, and what happens behind it.
struct CentreRoute: Sendable {
    let method: Method
    let pattern: String
    let access: AccessRule
    let handle: @Sendable (Visit, Loop) throws -> Answer<Loop>

    /// A door for everybody.
    static func open(
        _ method: Method, _ pattern: String,
        _ handle: @escaping @Sendable (Visit, Loop) throws -> Answer<Loop>
    ) -> CentreRoute {
        CentreRoute(method: method, pattern: pattern, access: .everyone, handle: handle)
    }

    /// A door for staff: for anybody logged in, or for some roles only.
    static func staff(
        _ method: Method, _ pattern: String, _ roles: Set<Role>? = nil,
        _ handle: @escaping @Sendable (StaffVisit, Loop) throws -> Answer<Loop>
    ) -> CentreRoute {
        CentreRoute(
            method: method, pattern: pattern, access: roles.map(AccessRule.roles) ?? .anyStaff
        ) { visit, loop in
            guard let session = visit.session else { return .now(visit.notFound()) }
            return try handle(StaffVisit(visit: visit, session: session), loop)
        }
    }

    /// The door as the HTTP router hangs it: asks who comes, whether she may pass, and whether the form is ours.
    func hung(in centre: Centre) -> Route<Loop> {
        Route(method, pattern, bodyLimit: .bytes(bodyBytesMax)) { request, path, loop in
            let visit = centre.visit(request, path)
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
        access == .everyone && pattern != "/log-ind" ? 65_536 : 393_216
    }

    private func refusal(of visit: Visit, _ loop: Loop) throws -> Response? {
        guard access != .everyone else {
            return method == .post && visit.isFromElsewhere ? visit.forbidden() : nil
        }
        if method == .post, visit.isFromElsewhere { return visit.forbidden() }
        guard let session = visit.session else { return visit.loginFirst() }
        guard session.isStillHers(try visit.centre.staff.find(session.member.login, in: loop.db))
        else {
            visit.centre.sessions.endAll(of: session.member.id)
            return visit.withoutSession.loginFirst()
        }
        guard access.admits(session.member.role) else { return visit.notFound() }
        if method == .post,
            !constantTimeEqual(visit.request.form["token"] ?? "", session.formToken)
        {
            return visit.formTooOld(session)
        }
        return nil
    }
}

extension Visit {
    /// A form that another site sends in our visitor's name. Browsers tell; what tells nothing is judged by its cookie.
    var isFromElsewhere: Bool {
        switch request.headers["Sec-Fetch-Site"] {
        case "same-origin", "none": return false
        case .some: return true
        case nil: break
        }
        // Our pages send no referrer; older browsers then call their origin "null" at home too.
        guard let origin = request.headers["Origin"], origin != "null",
            let host = request.headers["Host"]
        else { return false }
        return origin != "http://\(host)" && origin != "https://\(host)"
    }

    /// Writes first, answers when it is on disk. The page is made on the loop, with the loop's own reader.
    func writing<T: Sendable>(
        _ job: @escaping @Sendable (borrowing Connection) throws -> T,
        then answer: @escaping @Sendable (T, Loop) throws -> Response
    ) -> Answer<Loop> {
        .later { responder in
            centre.writer.submit(job) { result in
                responder.answer(onLoop: { loop in
                    do {
                        return try answer(result.get(), loop)
                    } catch {
                        return failure(error)
                    }
                })
            }
        }
    }
}

extension StaffVisit {
    /// A page about persons: its access entry is on disk before the page is made, and the token opens just these cases.
    /// Of a case that is opened for a reason, the entry holds the reason.
    ///
    /// - Law: databeskyttelsesforordningen art. 32; every look-up of an identified case is logged.
    func logged(
        _ action: AuditAction, cases: [CaseRef],
        then page: @escaping @Sendable (AccessToken, Loop) throws -> Response
    ) -> Answer<Loop> {
        let (centre, actor, now) = (centre, actor, now)
        let reason = cases.count == 1 ? session.reasons[cases[0].id] : nil
        return visit.writing { db in
            try centre.audit.record(
                action, by: actor, cases: cases, reason: reason, at: now, in: db)
        } then: { token, loop in
            try page(token, loop)
        }
    }

    /// Finds the case in the address, or answers as if there were none. Before a case that ended long ago stands the
    /// question why it is opened.
    func withCase(
        _ loop: Loop, _ answer: (CaseRef) throws -> Answer<Loop>
    ) throws -> Answer<Loop> {
        guard let ref = try caseInAddress(loop) else { return .now(visit.notFound()) }
        if let question = try questionBefore(ref, loop) { return .now(question) }
        return try answer(ref)
    }

    /// The case in the address; nil where there is none.
    func caseInAddress(_ loop: Loop) throws -> CaseRef? {
        try path["number"].flatMap { CaseNumber($0) }
            .flatMap { try centre.cases.find($0, in: loop.db) }
    }
}

/// Compares secrets without telling by the time it takes how much of them agreed.
func constantTimeEqual(_ one: String, _ other: String) -> Bool {
    ConstantTime.areEqual(Array(one.utf8), Array(other.utf8))
}
