internal import Domain
internal import Records
internal import SQLite

// The advice room's invariants:
// - what is noted here is about nobody: an audience, how many, how long;
// - what was noted by mistake is taken out of the figures and stays in the table, with who took it out.

/// General advice or teaching that was given (rådgivning, undervisning).
struct AdviceGiven: Hashable, Sendable {
    enum Kind: String, CaseIterable, Sendable {
        /// Næstved's intervention 12, for example: advice to whoever asks, without a case.
        case advice
        /// Intervention 13: teaching.
        case teaching

        var danishName: String {
            switch self {
            case .advice: "Generel rådgivning"
            case .teaching: "Undervisning"
            }
        }
    }

    enum Audience: String, CaseIterable, Sendable {
        case citizens, relatives, professionals, workplaces, schools, others

        var danishName: String {
            switch self {
            case .citizens: "Borgere"
            case .relatives: "Pårørende"
            case .professionals: "Fagfolk i kommunen og sundhedsvæsenet"
            case .workplaces: "Arbejdspladser"
            case .schools: "Skoler og uddannelser"
            case .others: "Andre"
            }
        }
    }

    let id: FormID
    let heldOn: CalendarDay
    let kind: Kind
    let audience: Audience
    let people: Int
    let minutes: Int
}

/// One that is in the book, and who noted it.
struct NotedAdvice: Sendable {
    let advice: AdviceGiven
    let recordedBy: StaffID
}

/// How often, to how many and how long, of one kind to one audience.
struct AdviceCount: Hashable, Sendable {
    let kind: AdviceGiven.Kind
    let audience: AdviceGiven.Audience
    var times = 0
    var people = 0
    var minutes = 0

    /// The counts of a list, kinds and audiences in their order; none where nothing was given.
    static func all(of given: [AdviceGiven]) -> [AdviceCount] {
        AdviceGiven.Kind.allCases.flatMap { kind in
            AdviceGiven.Audience.allCases.compactMap { audience in
                let own = given.filter { $0.kind == kind && $0.audience == audience }
                guard !own.isEmpty else { return nil }
                return AdviceCount(
                    kind: kind, audience: audience, times: own.count,
                    people: own.reduce(0) { $0 + $1.people },
                    minutes: own.reduce(0) { $0 + $1.minutes })
            }
        }
    }
}

/// Keeps what was given, and counts it.
struct AdviceBook: Sendable {
    let audit: AuditLog

    /// Notes it, once however often it is sent.
    func note(
        _ given: AdviceGiven, by actor: Actor, at now: Instant, in db: borrowing Connection
    ) throws {
        let id = SQLiteValue.integer(given.id.rawValue)
        let isKnown = try db.firstRow(AdviceSQL.find.rawValue, [id]) { _ in true } ?? false
        guard !isKnown, let staff = actor.staff else { return }
        try db.run(
            AdviceSQL.add,
            [
                id, .text(given.heldOn.isoText), .text(given.kind.rawValue),
                .text(given.audience.rawValue), .integer(Int64(given.people)),
                .integer(Int64(given.minutes)), .integer(staff.rawValue), .text(now.rfc3339),
            ])
        try audit.record(.adviceNoted, by: actor, at: now, in: db)
    }

    /// Takes one out of the figures.
    ///
    /// - Returns: whether there was one to take out.
    func remove(
        _ id: FormID, by actor: Actor, at now: Instant, in db: borrowing Connection
    ) throws -> Bool {
        let key = SQLiteValue.integer(id.rawValue)
        let isOut = try db.firstRow(AdviceSQL.find.rawValue, [key]) { $0.textOrNil(7) != nil }
        guard isOut == false, let staff = actor.staff else { return isOut != nil }
        try db.run(AdviceSQL.remove, [key, .integer(staff.rawValue), .text(now.rfc3339)])
        try audit.record(.adviceRemoved, by: actor, at: now, in: db)
        return true
    }

    /// What was given in a period, both days included, newest first.
    func given(
        from first: CalendarDay, through last: CalendarDay, in db: borrowing Connection
    ) throws -> [NotedAdvice] {
        try db.rows(AdviceSQL.between.rawValue, [.text(first.isoText), .text(last.isoText)]) {
            row in
            guard let kind = AdviceGiven.Kind(rawValue: row.text(2)),
                let audience = AdviceGiven.Audience(rawValue: row.text(3))
            else { throw StoredValueError(expected: "advice that was given") }
            return NotedAdvice(
                advice: AdviceGiven(
                    id: FormID(row.integer(0)), heldOn: try CalendarDay(stored: row.text(1)),
                    kind: kind, audience: audience, people: row.int(4), minutes: row.int(5)),
                recordedBy: StaffID(row.integer(6)))
        }
    }
}

extension AuditAction {
    static let adviceNoted = AuditAction("advice-noted", "noterede rådgivning eller undervisning")
    static let adviceRemoved = AuditAction(
        "advice-removed", "tog rådgivning eller undervisning ud af tallene")
}
