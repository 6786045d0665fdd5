internal import Domain
internal import Records
internal import SQLite

// What those who look through the log see: who, when, what, which case numbers. Never a name of a citizen.

/// One line of the access log (adgangslog), as it is looked through.
struct LogLine: Sendable {
    let seq: Int64
    let at: Instant
    let actor: StaffID?
    let role: String
    let action: String
    /// The first few, and how many there are.
    let cases: [CaseNumber]
    let caseCount: Int
    let reason: SealedReason?
    /// The member of staff it was done to.
    let about: StaffID?
    var judgement: LogJudgement?

    /// Why a case was opened, sealed under its key.
    struct SealedReason: Sendable {
        let bytes: [UInt8]
        /// Nil once the case is erased: then nobody can read the reason any more.
        let ref: CaseRef?
    }
}

/// What was thought of a line.
enum LogJudgement: String, Sendable {
    /// I orden.
    case fine
    /// Undersøg.
    case look
}

/// What to look for; nothing chosen is everything.
struct LogFilter: Hashable, Sendable {
    var first: CalendarDay
    var last: CalendarDay
    var actor: StaffID?
    var action: AuditAction?
    var number: CaseNumber?
    var rule: LogRule?
    /// Lines before this one: the next page.
    var before: Int64?
}

/// A sample of the log (stikprøve): drawn by chance, judged line by line, signed.
struct LogSample: Sendable {
    let id: FormID
    let madeBy: StaffID
    let madeAt: Instant
    let first: CalendarDay
    let last: CalendarDay
    let signedBy: StaffID?
    let signedAt: Instant?
    var lines: [LogLine] = []

    var judgedCount: Int { lines.count { $0.judgement != nil } }
}

/// Why a sample is not drawn or not signed. Codes; the page makes the words.
enum LogReviewRefusal: Error, Hashable, Sendable {
    /// Nobody opened a case in the period, but whoever draws.
    case nothingToDraw
    /// So many lines are not judged yet.
    case unjudged(Int)
    case signed
}

/// Reads the log for those who look through it, and keeps their samples.
struct LogReview: Sendable {
    let audit: AuditLog

    static let linesMax = 50
    static let sampleSize = 25
    static let casesShownMax = 3
    /// Of so many citizens with one member of staff's name the latest are looked at.
    static let namesakesMax = 100
    /// How many lines one page reads at most while it looks for those that fit.
    static let readMax = 20_000
    private static let linesAtOnce = 1_000
    /// The newest lines that fit; `next` is where the following page begins.
    func lines(
        _ filter: LogFilter, in db: borrowing Connection
    ) throws -> (lines: [LogLine], next: Int64?) {
        guard var range = try span(from: filter.first, through: filter.last, in: db) else {
            return ([], nil)
        }
        if let before = filter.before {
            guard before > range.first else { return ([], nil) }
            range.last = min(range.last, before - 1)
        }
        let (statement, value) = try source(filter, in: db)
        var (found, read): ([LogLine], Int) = ([], 0)
        while range.first <= range.last {
            let raw = try rawLines(statement, range, value, in: db)
            for line in raw where filter.action.map({ $0.code == line.action }) ?? true {
                if found.count == Self.linesMax { return (found, found.last?.seq) }
                found.append(try whole(line, in: db))
            }
            read += raw.count
            guard raw.count == Self.linesAtOnce, let end = raw.last else { return (found, nil) }
            range.last = end.seq - 1
            if read >= Self.readMax { return (found, end.seq) }
        }
        return (found, nil)
    }

    /// The reasons these lines hold, by line, for a reader whose access to the cases was logged.
    func reasons(of lines: [LogLine], _ token: AccessToken) throws -> [Int64: String] {
        var opened: [Int64: String] = [:]
        for line in lines {
            guard let reason = line.reason, let ref = reason.ref else { continue }
            let bytes = try audit.vault.open(
                reason.bytes, table: "audit_entry", column: "reason", row: line.seq,
                slot: ref.slot, token)
            opened[line.seq] = String(decoding: bytes, as: UTF8.self)
        }
        return opened
    }

    /// Draws a sample by chance. None of the lines is by whoever draws it.
    func draw(
        _ id: FormID, from first: CalendarDay, through last: CalendarDay,
        by actor: Actor, at now: Instant, in db: borrowing Connection
    ) throws {
        guard let staff = actor.staff, try sample(id, in: db) == nil else { return }
        guard let range = try span(from: first, through: last, in: db) else {
            throw LogReviewRefusal.nothingToDraw
        }
        let seqs = try chance(range, without: staff, in: db)
        guard !seqs.isEmpty else { throw LogReviewRefusal.nothingToDraw }
        try db.run(
            LogReviewSQL.draw,
            [
                .integer(id.rawValue), .integer(staff.rawValue), .text(now.rfc3339),
                .text(first.isoText), .text(last.isoText),
            ])
        for seq in seqs.sorted() {
            try db.run(LogReviewSQL.drawLine, [.integer(id.rawValue), .integer(seq)])
        }
        try audit.record(.logSampled, by: actor, at: now, in: db)
    }

    /// Keeps what was thought of some lines, and signs the sample when asked to.
    func judge(
        _ judgements: [Int64: LogJudgement], signing: Bool, of id: FormID,
        by actor: Actor, at now: Instant, in db: borrowing Connection
    ) throws {
        guard let staff = actor.staff, let sample = try sample(id, in: db) else { return }
        guard sample.signedAt == nil else { throw LogReviewRefusal.signed }
        for line in sample.lines {
            guard let judgement = judgements[line.seq], judgement != line.judgement else {
                continue
            }
            try db.run(
                LogReviewSQL.judge,
                [
                    .integer(id.rawValue), .integer(line.seq), .text(judgement.rawValue),
                    .integer(staff.rawValue), .text(now.rfc3339),
                ])
        }
        guard signing else { return }
        let unjudged = sample.lines.count { $0.judgement == nil && judgements[$0.seq] == nil }
        guard unjudged == 0 else { throw LogReviewRefusal.unjudged(unjudged) }
        try db.run(
            LogReviewSQL.sign,
            [.integer(id.rawValue), .integer(staff.rawValue), .text(now.rfc3339)])
        try audit.record(.logSampleSigned, by: actor, at: now, in: db)
    }

    /// One sample with its lines; nil where there is none.
    func sample(_ id: FormID, in db: borrowing Connection) throws -> LogSample? {
        guard
            var sample = try db.firstRow(
                LogReviewSQL.sample, [.integer(id.rawValue)], { try Self.sample($0) })
        else { return nil }
        let raw = try db.rows(LogReviewSQL.sampleLines, [.integer(id.rawValue)]) { row in
            (
                line: try RawLine(row),
                judgement: row.textOrNil(9).flatMap { LogJudgement(rawValue: $0) }
            )
        }
        for (line, judgement) in raw {
            var told = try whole(line, in: db)
            told.judgement = judgement
            sample.lines.append(told)
        }
        return sample
    }

    /// The latest samples, without their lines.
    func samples(limit: Int, in db: borrowing Connection) throws -> [LogSample] {
        try db.rows(LogReviewSQL.samples, [.integer(Int64(limit))]) { try Self.sample($0) }
    }
}

extension LogReview {
    /// A line as it lies in the file.
    struct RawLine {
        let seq: Int64
        let at: Instant
        let actor: StaffID?
        let role: String
        let action: String
        let subject: Int64?
        let reason: [UInt8]?
        let about: StaffID?

        init(_ row: borrowing Row) throws {
            seq = row.integer(0)
            at = try Instant(stored: row.text(1))
            actor = row.integerOrNil(2).map { StaffID($0) }
            role = row.text(3)
            action = row.text(5)
            subject = row.integerOrNil(6)
            reason = row.blobOrNil(7)
            about = row.integerOrNil(8).map { StaffID($0) }
        }
    }

    typealias Span = (first: Int64, last: Int64)

    private static func sample(_ row: borrowing Row) throws -> LogSample {
        LogSample(
            id: FormID(row.integer(0)), madeBy: StaffID(row.integer(1)),
            madeAt: try Instant(stored: row.text(2)), first: try CalendarDay(stored: row.text(3)),
            last: try CalendarDay(stored: row.text(4)),
            signedBy: row.integerOrNil(5).map { StaffID($0) },
            signedAt: try row.textOrNil(6).map { try Instant(stored: $0) })
    }

    /// The lines of a period. They are counted in the order of time, so the ends are found by halving.
    func span(
        from first: CalendarDay, through last: CalendarDay, in db: borrowing Connection
    ) throws -> Span? {
        let ends = try db.firstRow(LogReviewSQL.bounds, []) { row in
            (row.integerOrNil(0), row.integerOrNil(1))
        }
        guard let low = ends?.0, let high = ends?.1 else { return nil }
        let start = Instant(day: first, hour: 0, minute: 0)
        let end = Instant(day: last.adding(days: 1), hour: 0, minute: 0)
        let from = try firstLine(at: start, in: low...high, db)
        let to = try firstLine(at: end, in: low...high, db)
        return from < to ? (from, to - 1) : nil
    }

    private func firstLine(
        at moment: Instant, in range: ClosedRange<Int64>, _ db: borrowing Connection
    ) throws -> Int64 {
        var (low, high) = (range.lowerBound, range.upperBound + 1)
        while low < high {
            let middle = low + (high - low) / 2
            let at = try db.firstRow(LogReviewSQL.instant, [.integer(middle)]) {
                try Instant(stored: $0.text(0))
            }
            // A line that is gone is verify's to name.
            if let at, at < moment { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The statement that reads what a filter asks for, and what it wants to be told.
    func source(
        _ filter: LogFilter, in db: borrowing Connection
    ) throws -> (LogReviewSQL, SQLiteValue) {
        if let number = filter.number {
            let id = try db.firstRow(
                LogReviewSQL.caseByNumber,
                [.integer(Int64(number.year)), .integer(Int64(number.serial))]
            ) { $0.integer(0) }
            return (.linesOfCase, id.map { .integer($0) } ?? .null)
        }
        return filter.actor.map { (.linesOfActor, .integer($0.rawValue)) } ?? (.lines, .null)
    }

    /// Some lines of a span, newest first.
    func rawLines(
        _ statement: LogReviewSQL, _ span: Span, _ value: SQLiteValue,
        in db: borrowing Connection
    ) throws -> [RawLine] {
        var values: [SQLiteValue] = [
            .integer(span.first), .integer(span.last), .integer(Int64(Self.linesAtOnce)),
        ]
        if statement != .lines { values.append(value) }
        return try db.rows(statement, values) { try RawLine($0) }
    }

    /// A line as it is shown.
    func whole(_ line: RawLine, in db: borrowing Connection) throws -> LogLine {
        var (cases, count): ([CaseNumber], Int) = ([], 0)
        if let subject = line.subject {
            count = try db.firstRow(LogReviewSQL.caseCount, [.integer(subject)]) { $0.int(0) } ?? 0
            cases = try db.rows(
                LogReviewSQL.casesOfSubject,
                [.integer(subject), .integer(Int64(Self.casesShownMax))]
            ) { CaseNumber(year: $0.int(0), serial: $0.int(1)) }
        }
        let reason = try line.reason.map { bytes in
            LogLine.SealedReason(bytes: bytes, ref: try onlyCase(line, in: db))
        }
        return LogLine(
            seq: line.seq, at: line.at, actor: line.actor, role: line.role, action: line.action,
            cases: cases, caseCount: count, reason: reason, about: line.about)
    }

    /// The case of a line about one; nil for a line about none or several, and once the case is erased.
    func onlyCase(_ line: RawLine, in db: borrowing Connection) throws -> CaseRef? {
        guard let subject = line.subject else { return nil }
        let refs = try db.rows(LogReviewSQL.onlyCase, [.integer(subject)]) { Ledger.ref($0) }
        return refs.count == 1 ? refs[0] : nil
    }

    /// Lines by chance: each that may be drawn is as likely as the others.
    private func chance(
        _ span: Span, without staff: StaffID, in db: borrowing Connection
    ) throws -> Set<Int64> {
        func mayBeDrawn(_ line: RawLine) -> Bool {
            // A member of staff saw or changed something of a case, or took figures home.
            let isDrawn = line.subject != nil || line.action == AuditAction.exported.code
            return line.actor != nil && line.actor != staff && isDrawn
        }
        guard span.last - span.first >= Self.readMax else {
            var all: [Int64] = []
            var rest = span
            while rest.first <= rest.last {
                let raw = try rawLines(.lines, rest, .null, in: db)
                guard let end = raw.last else { break }
                all += raw.filter(mayBeDrawn).map(\.seq)
                rest.last = end.seq - 1
            }
            return Set(all.shuffled().prefix(Self.sampleSize))
        }
        var drawn: Set<Int64> = []
        for _ in 0..<Self.readMax where drawn.count < Self.sampleSize {
            let seq = Int64.random(in: span.first...span.last)
            let line = try rawLines(.lines, (seq, seq), .null, in: db).first
            if let line, mayBeDrawn(line) { drawn.insert(seq) }
        }
        return drawn
    }
}
