internal import Domain
internal import HTML
internal import HTTP
internal import Records

/// The period of a sample, as typed; the last thirty days to begin with.
struct SampleForm: Sendable {
    var typed: PeriodForm
    var id = FormID.random()

    var period: Period? { typed.period }
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

    /// - Parameter actions: what the log may name, by code.
    init(_ visit: StaffVisit, _ actions: [AuditAction]) {
        let query = visit.request.query
        let week = visit.today.adding(days: -7).fieldText
        period = PeriodForm(
            from: query["fra"] ?? week, to: query["til"] ?? visit.today.fieldText, on: visit.today)
        actor = query["bruger"].flatMap { Int64($0) }.map { StaffID($0) }
        action = query["handling"].flatMap { code in
            actions.first { $0.code.utf8.elementsEqual(code.utf8) }
        }
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

    /// Whether it is not the newest lines that are shown.
    var isOlder: Bool { filter?.before != nil }

    /// The same question from the newest line on.
    var newest: Address {
        """
        /adgangslog?fra=\(word: period.from)&til=\(word: period.to)\
        &bruger=\(word: actor.map { String($0.rawValue) } ?? "")\
        &handling=\(word: rule == nil ? action?.code ?? "" : "")\
        &regel=\(word: rule?.rawValue ?? "")\
        &sag=\(word: number)
        """
    }

    /// The same question from an older line on.
    func older(than seq: Int64) -> Address { "\(newest)&foer=\(seq)" }

    /// The same question of the lines a rule hit.
    func hits(_ rule: LogRule) -> Address { without { $0.rule = rule } }

    /// The same question with something else in it, or nothing.
    func without(_ change: (inout LogFilterForm) -> Void) -> Address {
        var form = self
        change(&form)
        return form.newest
    }
}
