internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/adgangslog`: who looked at what, and the samples by which it is looked through.
struct LogReviewRoutes: Sendable {
    let review: LogReview
    let staff: StaffAccounts
    let audit: AuditLog
    let index: SearchIndex
    /// What the log may name, as the list of rooms gives it.
    let actions: [AuditAction]
    /// Whether the log is whole, as far as the note of its head tells.
    let status: @Sendable () -> ChainAnchor.Status

    private static let readers: Set<Role> = [.auditor, .administrator, .leader]

    var all: [CentreRoute] {
        [
            .staff(.get, "/adgangslog", Self.readers) { visit, _ in
                visit.slowRead { db in try logPage(visit, db) }
            },
            .staff(.get, "/adgangslog/stikproeve", Self.readers) { visit, _ in
                visit.slowRead { db in try samplesPage(SampleForm(visit), [], visit, db) }
            },
            .staff(.post, "/adgangslog/stikproeve", Self.readers, draw),
            .staff(.get, "/adgangslog/stikproeve/{stikproeve}", Self.readers) { visit, _ in
                guard let id = visit.sampleID else { return .now(visit.visit.notFound()) }
                return visit.slowRead { db in try samplePage(id, refusal: nil, visit, db) }
            },
            .staff(.post, "/adgangslog/stikproeve/{stikproeve}", Self.readers, judge),
        ]
    }

    private func draw(_ visit: StaffVisit, _ loop: LoopContext) -> Answer {
        let form = SampleForm(visit.request.form, on: visit.today)
        guard let period = form.period else {
            return visit.slowRead { db in try samplesPage(form, form.problems, visit, db) }
        }
        let (actor, now) = (visit.actor, visit.now)
        return visit.slowRead { reader in
            do {
                try visit.perform { [review] db in
                    try review.draw(
                        form.id, from: period.first, through: period.last, by: actor, at: now,
                        in: db)
                }
                return .seeOther("/adgangslog/stikproeve/\(form.id.formText)")
            } catch LogReviewRefusal.nothingToDraw {
                let problem = FormProblem(
                    field: "fra",
                    message: "Ingen andre har åbnet en sag i perioden. Vælg en anden")
                return try samplesPage(form, [problem], visit, reader)
            }
        }
    }

    private func judge(_ visit: StaffVisit, _ loop: LoopContext) -> Answer {
        guard let id = visit.sampleID else { return .now(visit.visit.notFound()) }
        var judgements: [Int64: LogJudgement] = [:]
        for pair in visit.request.form.pairs {
            guard let seq = pair.nameText.dropping(prefix: "linje-")?.word.flatMap({ Int64($0) })
            else { continue }
            judgements[seq] = pair.valueText.word.flatMap { LogJudgement(rawValue: $0) }
        }
        let isSigning = visit.request.form.text("underskriv") != nil
        let (actor, now, all) = (visit.actor, visit.now, judgements)
        return visit.slow {
            // What could be judged is kept, also where the rest is still to be.
            let refusal = try visit.perform { [review] db -> LogReviewRefusal? in
                do {
                    try review.judge(all, signing: isSigning, of: id, by: actor, at: now, in: db)
                    return nil
                } catch let refusal as LogReviewRefusal {
                    return refusal
                }
            }
            guard let refusal, case .unjudged = refusal else {
                return .seeOther("/adgangslog/stikproeve/\(id.formText)")
            }
            let reader = try visit.visit.web.house.reader()
            return try samplePage(id, refusal: refusal, visit, reader)
        }
    }

    // MARK: Pages

    private func logPage(_ visit: StaffVisit, _ db: borrowing Connection) throws -> Response {
        let form = LogFilterForm(visit, actions)
        let hits = try form.filter.map {
            try review.hits($0, colleagues: try colleagues(in: db), in: db)
        }
        let (lines, next) = try logLines(form.filter, hits, in: db)
        let reasons = try reasons(of: lines, besides: hits?.named ?? [], visit)
        return visit.page(
            "Adgangslog", menu: "adgangslog", problems: form.problems,
            status: form.problems.isEmpty ? .ok : .unprocessable,
            accessLogPage(
                form, hits, lines, try wording(in: db), reasons: reasons, next: next,
                staff: try staff.all(in: db), head: try audit.head(in: db).text,
                chain: status()))
    }

    private func logLines(
        _ filter: LogFilter?, _ hits: LogHits?, in db: borrowing Connection
    ) throws -> (lines: [LogLine], next: Int64?) {
        guard let filter, let hits else { return ([], nil) }
        guard let rule = filter.rule else { return try review.lines(filter, in: db) }
        return try review.lines(rule, of: hits, before: filter.before, in: db)
    }

    /// Cases about somebody who has all the words of a member of staff's name; nil while the index is being built.
    private func colleagues(in db: borrowing Connection) throws -> Set<CaseID>? {
        var found: Set<CaseID> = []
        for name in try staff.all(in: db).map({ FoldedWords($0.name) })
        where name.words.count > 1 {
            let cases = index.find {
                $0.find(name, asWholeWords: true, limit: LogReview.namesakesMax)
            }?.cases
            guard let cases else { return nil }
            found.formUnion(cases)
        }
        return found
    }

    private func samplesPage(
        _ form: SampleForm, _ problems: [FormProblem], _ visit: StaffVisit,
        _ db: borrowing Connection
    ) throws -> Response {
        visit.page(
            "Stikprøver", menu: "adgangslog", back: "/adgangslog", problems: problems,
            status: problems.isEmpty ? .ok : .unprocessable,
            logSamplesPage(
                form, problems, try review.samples(limit: 24, in: db),
                names: try staff.names(in: db), token: visit.token))
    }

    private func samplePage(
        _ id: FormID, refusal: LogReviewRefusal?, _ visit: StaffVisit,
        _ db: borrowing Connection
    ) throws -> Response {
        guard let sample = try review.sample(id, in: db) else { return visit.visit.notFound() }
        let reasons = try reasons(of: sample.lines, visit)
        let problems = refusal.map { [$0.problem(sample)] } ?? []
        return visit.page(
            "Stikprøve", menu: "adgangslog", back: "/adgangslog/stikproeve",
            problems: problems, status: problems.isEmpty ? .ok : .unprocessable,
            logSamplePage(
                sample, try wording(in: db), reasons: reasons, token: visit.token))
    }

    private func wording(in db: borrowing Connection) throws -> LogWording {
        LogWording(actions: actions, names: try staff.names(in: db))
    }

    /// Notes that the log is read, and of which cases the page says more than the number, before the reasons are opened.
    ///
    /// - Parameter named: cases of which the page says that somebody's name is a member of staff's, too.
    private func reasons(
        of lines: [LogLine], besides named: [CaseRef] = [], _ visit: StaffVisit
    ) throws -> [Int64: String] {
        let (actor, now) = (visit.actor, visit.now)
        let cases = lines.compactMap { $0.reason?.ref } + named
        let token = try visit.perform { [audit] db in
            try audit.record(.logRead, by: actor, cases: cases, at: now, in: db)
        }
        return try review.reasons(of: lines, token)
    }
}

extension StaffVisit {
    fileprivate var sampleID: FormID? {
        path.word("stikproeve").flatMap { FormID(formText: $0) }
    }
}
