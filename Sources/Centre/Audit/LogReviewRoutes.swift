internal import Domain
internal import HTML
internal import HTTP
internal import SQLite

/// `/adgangslog`: who looked at what, and the samples by which it is looked through.
enum LogReviewRoutes {
    private static let readers: Set<Role> = [.auditor, .administrator, .leader]

    static let all: [CentreRoute] = [
        .staff(.get, "/adgangslog", readers) { visit, _ in .slow { visit.logPage() } },
        .staff(.get, "/adgangslog/stikproeve", readers) { visit, _ in
            .slow { visit.samplesPage(SampleForm(visit), problems: []) }
        },
        .staff(.post, "/adgangslog/stikproeve", readers, draw),
        .staff(.get, "/adgangslog/stikproeve/{stikproeve}", readers) { visit, _ in
            guard let id = visit.sampleID else { return .now(visit.visit.notFound()) }
            return .slow { visit.samplePage(id, refusal: nil) }
        },
        .staff(.post, "/adgangslog/stikproeve/{stikproeve}", readers, judge),
    ]

    private static func draw(_ visit: StaffVisit, _ loop: Loop) -> Answer<Loop> {
        let form = SampleForm(visit.request.form, on: visit.today)
        guard let period = form.period else {
            return .slow { visit.samplesPage(form, problems: form.problems) }
        }
        let (centre, actor, now) = (visit.centre, visit.actor, visit.now)
        return .slow {
            do {
                try centre.writer.perform { db in
                    try centre.logReview.draw(
                        form.id, from: period.first, through: period.last, by: actor, at: now,
                        in: db)
                }
                return .seeOther("/adgangslog/stikproeve/\(form.id.formText)")
            } catch LogReviewRefusal.nothingToDraw {
                return visit.samplesPage(
                    form,
                    problems: [
                        FormProblem(
                            field: "fra",
                            message: "Ingen andre har åbnet en sag i perioden. Vælg en anden")
                    ])
            } catch {
                return visit.visit.failure(error)
            }
        }
    }

    private static func judge(_ visit: StaffVisit, _ loop: Loop) -> Answer<Loop> {
        guard let id = visit.sampleID else { return .now(visit.visit.notFound()) }
        var judgements: [Int64: LogJudgement] = [:]
        for pair in visit.request.form.pairs where pair.name.hasPrefix("linje-") {
            guard let seq = Int64(pair.name.dropFirst("linje-".count)) else { continue }
            judgements[seq] = LogJudgement(rawValue: pair.value)
        }
        let isSigning = visit.request.form["underskriv"] != nil
        let (centre, actor, now, all) = (visit.centre, visit.actor, visit.now, judgements)
        return visit.visit.writing { db -> LogReviewRefusal? in
            do {
                try centre.logReview.judge(
                    all, signing: isSigning, of: id, by: actor, at: now, in: db)
                return nil
            } catch let refusal as LogReviewRefusal {
                return refusal
            }
        } then: { refusal, _ in
            guard let refusal, case .unjudged = refusal else {
                return .seeOther("/adgangslog/stikproeve/\(id.formText)")
            }
            return visit.samplePage(id, refusal: refusal)
        }
    }
}

/// The period of a sample, as typed; the last thirty days to begin with.
struct SampleForm: Sendable {
    var typed: PeriodForm
    var id = FormID.random()

    var period: ReportPeriod? { typed.period }
    var problems: [FormProblem] { typed.problems }

    init(_ visit: StaffVisit) {
        typed = PeriodForm(
            from: visit.today.adding(days: -30).fieldText, to: visit.today.fieldText,
            on: visit.today)
    }

    init(_ fields: Fields, on today: CalendarDay) {
        typed = PeriodForm(from: fields["fra"] ?? "", to: fields["til"] ?? "", on: today)
        id = fields["id"].flatMap { FormID(formText: $0) } ?? id
    }
}

/// The filter as it stands in the address: a form that only asks.
struct LogFilterForm: Sendable {
    var period: PeriodForm
    var actor: StaffID?
    var action: AuditAction?
    var rule: LogRule?
    var number: String
    var filter: LogFilter?
    var problems: [FormProblem]

    init(_ visit: StaffVisit) {
        let query = visit.request.query
        let week = visit.today.adding(days: -7).fieldText
        period = PeriodForm(
            from: query["fra"] ?? week, to: query["til"] ?? visit.today.fieldText, on: visit.today)
        actor = query["bruger"].flatMap { Int64($0) }.map { StaffID($0) }
        action = query["handling"].flatMap { AuditAction(rawValue: $0) }
        rule = query["regel"].flatMap { LogRule(rawValue: $0) }
        // A rule asks about openings of cases, whatever else was chosen.
        if rule != nil { action = nil }
        number = (query["sag"] ?? "").trimmed
        problems = period.problems
        let chosen = CaseNumber(number)
        if !number.isEmpty, chosen == nil {
            problems.append(
                FormProblem(field: "sag", message: "Skriv sagsnummeret som 2026-0407"))
        }
        guard problems.isEmpty, let days = period.period else { return }
        filter = LogFilter(
            first: days.first, last: days.last, actor: actor, action: action, number: chosen,
            rule: rule, before: query["foer"].flatMap { Int64($0) })
    }

    /// The same question from an older line on.
    func older(than seq: Int64) -> Address { "\(address(rule))&foer=\(seq)" }

    /// The same question of the lines a rule hit.
    func hits(_ rule: LogRule) -> Address { "\(address(rule))" }

    private func address(_ rule: LogRule?) -> Address {
        """
        /adgangslog?fra=\(word: period.from)&til=\(word: period.to)\
        &bruger=\(word: actor.map { String($0.rawValue) } ?? "")\
        &handling=\(word: rule == nil ? action?.rawValue ?? "" : "")\
        &regel=\(word: rule?.rawValue ?? "")\
        &sag=\(word: number)
        """
    }
}

extension StaffVisit {
    fileprivate var sampleID: FormID? {
        path["stikproeve"].flatMap { FormID(formText: $0) }
    }

    fileprivate func logPage() -> Response {
        do {
            let reader = try Loop(databaseFile: centre.configuration.databaseFile)
            let form = LogFilterForm(self)
            let hits = try form.filter.map {
                try centre.logReview.hits(
                    $0, colleagues: try colleagues(in: reader.db), in: reader.db)
            }
            let (lines, next) = try logLines(form.filter, hits, in: reader.db)
            let reasons = try reasonsOf(lines, besides: hits?.named ?? [])
            let chain = ChainAnchor.standing(
                ChainAnchor.Place(centre.vault, centre.configuration))
            return page(
                "Adgangslog", menu: "adgangslog", problems: form.problems,
                status: form.problems.isEmpty ? .ok : .unprocessable,
                accessLogPage(
                    form, hits, lines, reasons: reasons, next: next,
                    staff: try centre.staff.all(in: reader.db),
                    head: try centre.audit.head(in: reader.db).text, chain: chain))
        } catch {
            return visit.failure(error)
        }
    }

    private func logLines(
        _ filter: LogFilter?, _ hits: LogHits?, in db: borrowing Connection
    ) throws -> (lines: [LogLine], next: Int64?) {
        guard let filter, let hits else { return ([], nil) }
        guard let rule = filter.rule else { return try centre.logReview.lines(filter, in: db) }
        return try centre.logReview.lines(rule, of: hits, before: filter.before, in: db)
    }

    /// Cases about somebody who has all the words of a member of staff's name; nil while the index is being built.
    private func colleagues(in db: borrowing Connection) throws -> Set<CaseID>? {
        var found: Set<CaseID> = []
        for name in try centre.staff.all(in: db).map({ FoldedWords($0.name) })
        where name.words.count > 1 {
            let cases = centre.search.find {
                $0.find(name, asWholeWords: true, limit: LogReview.namesakesMax)
            }?.cases
            guard let cases else { return nil }
            found.formUnion(cases)
        }
        return found
    }

    fileprivate func samplesPage(_ form: SampleForm, problems: [FormProblem]) -> Response {
        do {
            let reader = try Loop(databaseFile: centre.configuration.databaseFile)
            return page(
                "Stikprøver", menu: "adgangslog", back: "/adgangslog", problems: problems,
                status: problems.isEmpty ? .ok : .unprocessable,
                logSamplesPage(
                    form, problems, try centre.logReview.samples(limit: 24, in: reader.db),
                    names: try staffNames(in: reader.db), token: session.formToken))
        } catch {
            return visit.failure(error)
        }
    }

    fileprivate func samplePage(_ id: FormID, refusal: LogReviewRefusal?) -> Response {
        do {
            let reader = try Loop(databaseFile: centre.configuration.databaseFile)
            guard let sample = try centre.logReview.sample(id, in: reader.db) else {
                return visit.notFound()
            }
            let reasons = try reasonsOf(sample.lines)
            let problems = refusal.map { [$0.problem(sample)] } ?? []
            return page(
                "Stikprøve", menu: "adgangslog", back: "/adgangslog/stikproeve",
                problems: problems, status: problems.isEmpty ? .ok : .unprocessable,
                logSamplePage(
                    sample, reasons: reasons, names: try staffNames(in: reader.db),
                    token: session.formToken))
        } catch {
            return visit.failure(error)
        }
    }

    private func staffNames(in db: borrowing Connection) throws -> [StaffID: String] {
        Dictionary(
            try centre.staff.all(in: db).map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
    }

    /// Notes that the log is read, and of which cases the page says more than the number, before the reasons are opened.
    ///
    /// - Parameter named: cases of which the page says that somebody's name is a member of staff's, too.
    private func reasonsOf(
        _ lines: [LogLine], besides named: [CaseRef] = []
    ) throws -> [Int64: String] {
        let (audit, actor, now) = (centre.audit, actor, now)
        let cases = lines.compactMap { $0.reason?.ref } + named
        let token = try centre.writer.perform { db in
            try audit.record(.logRead, by: actor, cases: cases, at: now, in: db)
        }
        return try centre.logReview.reasons(of: lines, token)
    }
}
