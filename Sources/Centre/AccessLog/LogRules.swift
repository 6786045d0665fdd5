internal import Domain
internal import Records
internal import SQLite

/// What makes a line of the access log worth a question. A rule that hits says nothing more than that.
///
/// - Law: databeskyttelsesforordningen art. 32; Datatilsynet expects look-ups to be followed up, not only kept.
enum LogRule: String, CaseIterable, Sendable {
    /// Opened a case that she had not written in, nor been responsible for, by the day after.
    case stranger
    /// Opened a case about somebody who has all the names of a member of staff.
    case colleague
    /// Opened a case that ended long ago, for a reason.
    case oldCase = "old-case"
    /// Opened a case in the evening, at night or on a day off.
    case oddHour = "odd-hour"
    /// Opened many cases within an hour: the line with which they became too many.
    case many

    /// More cases than anybody meets in an hour's work.
    static let casesAnHourMax = ReadingWatch.casesAnHourMax
    static let dayHours = 6..<20
    /// Whoever opens a case to take it on does so within a day.
    static let actSeconds = 86_400
}

/// The lines each rule hits, newest first.
struct LogHits: Sendable {
    fileprivate(set) var lines: [LogRule: [Int64]] = [:]
    /// The cases that have the name of a member of staff: named to whoever reads the log.
    fileprivate(set) var named: [CaseRef] = []
    /// Older lines of the period were not looked at.
    fileprivate(set) var isCut = false
    /// Names could be looked up: the search index was ready.
    fileprivate(set) var knowsNames = false

    func count(_ rule: LogRule) -> Int { lines[rule]?.count ?? 0 }
}

extension LogReview {
    /// A line by which a member of staff opened one case.
    private struct Opening {
        let seq: Int64
        let at: Instant
        let actor: StaffID
        let ref: CaseRef
        let hasReason: Bool
    }

    /// So many lines of a period are looked at, the newest first.
    static let ruledMax = 200_000
    private static let opening: Set<String> = Set(
        [AuditAction.caseRead, .cprShown].map(\.code))

    /// What the rules say of the lines of a period, a member of staff or a case; what was done is not asked.
    ///
    /// - Parameter colleagues: cases about somebody with a name that a member of staff has, too; nil while names
    ///   cannot be looked up.
    func hits(
        _ filter: LogFilter, colleagues: Set<CaseID>?, in db: borrowing Connection
    ) throws -> LogHits {
        var hits = LogHits()
        hits.knowsNames = colleagues != nil
        let openings = try openings(filter, &hits, in: db)
        var firstActs: [StaffCase: Instant?] = [:]
        for opening in openings {
            func hit(_ rule: LogRule) { hits.lines[rule, default: []].append(opening.seq) }
            if opening.hasReason { hit(.oldCase) }
            if Self.isOdd(opening.at) { hit(.oddHour) }
            if colleagues?.contains(opening.ref.id) == true {
                hit(.colleague)
                hits.named.append(opening.ref)
            }
            let pair = StaffCase(staff: opening.actor, id: opening.ref.id)
            let firstAct = try firstActs[pair] ?? firstAct(pair, in: db)
            firstActs[pair] = .some(firstAct)
            let latest = opening.at.seconds + LogRule.actSeconds
            if firstAct.map({ $0.seconds > latest }) ?? true { hit(.stranger) }
        }
        hits.lines[.many] = Self.crowded(openings)
        return hits
    }

    /// The lines a rule hit, newest first, from a line on; `next` is where the following page begins.
    func lines(
        _ rule: LogRule, of hits: LogHits, before: Int64?, in db: borrowing Connection
    ) throws -> (lines: [LogLine], next: Int64?) {
        let seqs = (hits.lines[rule] ?? []).filter { seq in before.map { seq < $0 } ?? true }
        let lines = try seqs.prefix(Self.linesMax).compactMap { seq in
            try rawLines(.lines, (seq, seq), .null, in: db).first.map { try whole($0, in: db) }
        }
        return (lines, seqs.count > Self.linesMax ? lines.last?.seq : nil)
    }

    private struct StaffCase: Hashable {
        let staff: StaffID
        let id: CaseID
    }

    private func openings(
        _ filter: LogFilter, _ hits: inout LogHits, in db: borrowing Connection
    ) throws -> [Opening] {
        guard var range = try span(from: filter.first, through: filter.last, in: db) else {
            return []
        }
        let (statement, value) = try source(filter, in: db)
        var (found, read): ([Opening], Int) = ([], 0)
        var refs: [Int64: CaseRef?] = [:]
        while range.first <= range.last {
            let raw = try rawLines(statement, range, value, in: db)
            for line in raw where Self.opening.contains(line.action) {
                guard let actor = line.actor, let subject = line.subject else { continue }
                let known = try refs[subject] ?? onlyCase(line, in: db)
                refs[subject] = .some(known)
                guard let ref = known else { continue }
                found.append(
                    Opening(
                        seq: line.seq, at: line.at, actor: actor, ref: ref,
                        hasReason: line.reason != nil))
            }
            read += raw.count
            guard let end = raw.last, end.seq > range.first else { break }
            range.last = end.seq - 1
            if read >= Self.ruledMax {
                hits.isCut = true
                break
            }
        }
        return found
    }

    private func firstAct(_ pair: StaffCase, in db: borrowing Connection) throws -> Instant? {
        try db.firstRow(
            LogReviewSQL.firstAct, [.integer(pair.id.rawValue), .integer(pair.staff.rawValue)]
        ) { try $0.textOrNil(0).map { try Instant(stored: $0) } } ?? nil
    }

    private static func isOdd(_ moment: Instant) -> Bool {
        let (day, hour, _, _) = moment.copenhagen
        return !LogRule.dayHours.contains(hour) || !WorkingDays.citizensDeadline.isWorking(day)
    }

    /// The lines with which somebody had opened too many cases within the hour before.
    private static func crowded(_ openings: [Opening]) -> [Int64] {
        var hours: [StaffID: Hour] = [:]
        var lines: [Int64] = []
        for opening in openings.reversed() {
            let wasTooMany = hours[opening.actor, default: Hour()].isTooMany
            hours[opening.actor, default: Hour()].take(opening)
            if !wasTooMany, hours[opening.actor]?.isTooMany == true { lines.append(opening.seq) }
        }
        return lines.reversed()
    }

    /// What one member of staff opened within the latest hour.
    private struct Hour {
        private var openings: [Opening] = []
        private var first = 0
        private var times: [CaseID: Int] = [:]

        var isTooMany: Bool { times.count > LogRule.casesAnHourMax }

        mutating func take(_ opening: Opening) {
            while first < openings.count,
                openings[first].at.seconds <= opening.at.seconds - 3_600
            {
                let id = openings[first].ref.id
                times[id] = times[id].flatMap { $0 > 1 ? $0 - 1 : nil }
                first += 1
            }
            openings.append(opening)
            times[opening.ref.id, default: 0] += 1
        }
    }
}
