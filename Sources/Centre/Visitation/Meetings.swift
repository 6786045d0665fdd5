internal import Domain
internal import Records
internal import SQLite

/// A visitation meeting (visitationsmøde): which body meets, and when.
struct Meeting: Sendable {
    let id: FormID
    /// The body's name in the standard.
    let body: String
    let heldOn: CalendarDay
    let startsAt: ClockTime
    let hasBegun: Bool
    let isClosed: Bool
}

/// A meeting with the cases it decides on.
struct Agenda: Sendable {
    let meeting: Meeting
    /// Before the meeting begins, what waits for its body; afterwards, what stood on the agenda.
    let files: [CaseFile]

    var refs: [CaseRef] { files.map(\.ref) }
}

/// Why a meeting does not begin. Codes; the page makes the words.
enum MeetingRefusal: Error, Hashable, Sendable {
    /// It has begun already, or is over.
    case begun
    /// Its day has not come.
    case tooEarly(CalendarDay)
}

/// Calls meetings, and knows what stands on their agenda: a case whose indstilling is ready comes by itself.
struct Meetings: Sendable {
    let ledger: Ledger
    let audit: AuditLog
    let standards: StandardBook

    static let called = AuditAction("meeting-called", "indkaldte til et visitationsmøde")
    static let begun = AuditAction("meeting-begun", "begyndte et visitationsmøde")
    static let closed = AuditAction("meeting-closed", "afsluttede et visitationsmøde")

    /// The bodies that meet, as the standard of the day names them.
    func bodies(on day: CalendarDay) throws -> [QualityStandard.DecidingBody] {
        try standards.required(on: day).standard.decidingBodies.filter(\.meets)
    }

    /// As a letter and a page name a body; its short name where the standard knows it no more.
    func name(of body: String, on day: CalendarDay) throws -> String {
        try standards.required(on: day).standard.decidingBodies
            .first { $0.id.utf8.elementsEqual(body.utf8) }?.name ?? body
    }

    // MARK: Reading

    func meeting(_ id: FormID, in db: borrowing Connection) throws -> Meeting? {
        try db.firstRow(MeetingSQL.meeting, [.integer(id.rawValue)]) { try Self.meeting($0) }
    }

    func coming(from day: CalendarDay, in db: borrowing Connection) throws -> [Meeting] {
        try db.rows(MeetingSQL.coming, [.text(day.isoText)]) { try Self.meeting($0) }
    }

    func held(before day: CalendarDay, in db: borrowing Connection) throws -> [Meeting] {
        try db.rows(MeetingSQL.held, [.text(day.isoText)]) { try Self.meeting($0) }
    }

    private static func meeting(_ row: borrowing Row) throws -> Meeting {
        let time = Int(row.text(3)) ?? 0
        return Meeting(
            id: FormID(row.integer(0)), body: row.text(1),
            heldOn: try CalendarDay(stored: row.text(2)),
            startsAt: ClockTime(time / 100, time % 100), hasBegun: row.textOrNil(4) != nil,
            isClosed: row.textOrNil(5) != nil)
    }

    /// The agenda as it stands: before the meeting, all that waits for its body and is not put off beyond its day.
    func agenda(of meeting: Meeting, in db: borrowing Connection) throws -> Agenda {
        guard !meeting.hasBegun else {
            let refs = try db.rows(
                MeetingSQL.points, [.text(meeting.heldOn.isoText), .text(meeting.id.formText)]
            ) { Ledger.ref($0) }
            var files: [CaseFile] = []
            for ref in refs { files.append(try ledger.file(ref, in: db)) }
            return Agenda(meeting: meeting, files: files)
        }
        let waiting = try waiting(in: db).filter { file in
            let visitation = VisitationState(file)
            let until = visitation.postponed?.own(DecisionPostponed.self)?.until
            return try body(of: file, visitation, on: meeting.heldOn) == meeting.body
                && until.map { $0 <= meeting.heldOn } ?? true
        }
        return Agenda(meeting: meeting, files: waiting)
    }

    /// Every open case that waits for a decision, the oldest enquiry first.
    func waiting(in db: borrowing Connection) throws -> [CaseFile] {
        try ledger.openFiles(in: db).map(\.file).filter {
            // Most open cases have nothing to decide.
            $0.entries.contains { Proposal($0) != nil } && VisitationState($0).awaitsDecision
        }
    }

    /// Which body decides on a case; nil where the standard names none.
    func body(
        of file: CaseFile, _ visitation: VisitationState, on day: CalendarDay
    ) throws -> String? {
        let standard = try standards.required(for: file.ref, on: day).standard
        return visitation.proposal.flatMap {
            standard.decidingBody(for: $0.modality, isYoung: $0.isYoung)?.id
        }
    }

    // MARK: Writing

    /// Calls a meeting, once however often the form is sent.
    func call(
        _ meeting: Meeting, by actor: Actor, at now: Instant, in db: borrowing Connection
    ) throws {
        guard let staff = actor.staff, try self.meeting(meeting.id, in: db) == nil else { return }
        let time = meeting.startsAt.hour * 100 + meeting.startsAt.minute
        try db.run(
            MeetingSQL.call,
            [
                .integer(meeting.id.rawValue), .text(meeting.body), .text(meeting.heldOn.isoText),
                .text(String(time)), .integer(staff.rawValue), .text(now.rfc3339),
            ])
        try audit.record(Self.called, by: actor, at: now, in: db)
    }

    /// Begins a meeting: what is on the agenda is written in each case, with who is there.
    ///
    /// - Throws: ``MeetingRefusal``.
    func begin(
        _ id: FormID, with chosen: Set<CaseNumber>, present: String, by actor: Actor,
        at now: Instant, in db: borrowing Connection
    ) throws {
        guard let meeting = try meeting(id, in: db), !meeting.hasBegun else {
            throw MeetingRefusal.begun
        }
        guard meeting.heldOn <= now.day else { throw MeetingRefusal.tooEarly(meeting.heldOn) }
        let writer = CaseWriter(ledger: ledger, audit: audit)
        let refs = try agenda(of: meeting, in: db).refs.filter { chosen.contains($0.number) }
        for ref in refs {
            try writer.write(
                [
                    NewFact(
                        OnAgenda(meeting: id, heldOn: meeting.heldOn), on: meeting.heldOn,
                        body: Words(present))
                ], to: ref, Self.begun, WriteContext(by: actor, at: now), in: db)
        }
        try db.run(MeetingSQL.begin, [.integer(id.rawValue), .text(now.rfc3339)])
        if refs.isEmpty { try audit.record(Self.begun, by: actor, at: now, in: db) }
    }

    /// Closes a meeting: its minutes stand.
    func close(
        _ id: FormID, by actor: Actor, at now: Instant, in db: borrowing Connection
    ) throws {
        guard let meeting = try meeting(id, in: db), meeting.hasBegun, !meeting.isClosed else {
            return
        }
        try db.run(MeetingSQL.close, [.integer(id.rawValue), .text(now.rfc3339)])
        try audit.record(Self.closed, by: actor, at: now, in: db)
    }
}
