internal import Domain
internal import HTTP
internal import Records
internal import SQLite

/// One request on its way through the house: who asks, for what, when.
struct Visit: Sendable {
    let request: Request
    let path: PathParameters
    let web: WebContext
    /// Nil for a visitor who is not logged in.
    let session: Session?
    /// Read once, so that one request knows one moment.
    let now: Instant

    var today: CalendarDay { now.day }

    /// The same visit by a stranger.
    var withoutSession: Visit { with(nil) }

    /// The same visit, once she is logged in.
    func with(_ session: Session?) -> Visit {
        Visit(request: request, path: path, web: web, session: session, now: now)
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
    var now: Instant { visit.now }
    var today: CalendarDay { visit.today }
    var actor: Actor { session.actor }
    var role: Role { session.member.role }
    /// Every form she is shown carries it.
    var token: String { session.formToken }

    func field(_ name: String) -> String { visit.field(name) }

    /// Whether the role reads and writes journals.
    var isClinical: Bool { Set<Role>.clinical.contains(role) }
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
        then answer: @escaping @Sendable (T, LoopContext) throws -> Response
    ) -> Answer {
        .later { responder in
            web.house.writer.submit(job) { result in
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
    /// A page that takes long: made on a thread of its own, with a reader of its own, from one moment of the database.
    func slowRead(
        _ make: @escaping @Sendable (borrowing Connection) throws -> Response
    ) -> Answer {
        slow {
            let reader = try visit.web.house.reader()
            return try reader.snapshot { try make(reader) }
        }
    }

    /// What takes long for another reason: it waits for the disk, or hashes a password.
    func slow(_ make: @escaping @Sendable () throws -> Response) -> Answer {
        .slow {
            do {
                return try make()
            } catch {
                return visit.failure(error)
            }
        }
    }

    /// Writes and waits until it is on disk. Never on a loop.
    func perform<T: Sendable>(
        _ job: @escaping @Sendable (borrowing Connection) throws -> T
    ) throws -> T {
        try visit.web.house.writer.perform(job)
    }

    /// Notes which cases a slow page tells of, before it is sent: the citizen may ask who has seen hers.
    func note(_ action: AuditAction, of refs: [CaseRef]) throws {
        let (audit, actor, now) = (visit.web.house.audit, actor, now)
        _ = try perform { db in
            try audit.record(action, by: actor, cases: refs, at: now, in: db)
        }
    }

    /// Everybody's name, by id.
    func staffNames(in db: borrowing Connection) throws -> [StaffID: String] {
        try visit.web.house.staff.names(in: db)
    }
}
