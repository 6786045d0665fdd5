internal import Domain
internal import HTML
internal import Records

/// `/adgangslog` (W12)
func accessLogPage(
    _ form: LogFilterForm, _ hits: LogHits?, _ lines: [LogLine], _ wording: LogWording,
    reasons: [Int64: String], next: Int64?, staff: [StaffMember], head: String,
    chain: ChainAnchor.Status
) -> HTML {
    """
    \(pageHead(
        "Adgangslog",
        actions: [
            buttonLink("Stikprøver", to: "/adgangslog/stikproeve", .secondary, id: "stikproever")
        ]))
    <p id="kaede">\(chainTag(chain))</p>
    \(logFilter(form, staff, wording))
    \(filterChips(form.chips(staff, wording), clear: "/adgangslog"))
    \(hits.map { ruleList($0, form) })
    \(dataTable(
        DataTable(
            id: "log", caption: "Linjer i loggen, nyeste først", columns: logColumns,
            rows: lines.map { DataRow(logRow($0, reasons, wording)) },
            whenEmpty: "Ingen linjer i loggen passer på det, du har valgt.")))
    \(paging(
        newest: form.isOlder ? form.newest : nil, older: next.map { form.older(than: $0) }))
    \(fold("tekniske-oplysninger", "Tekniske oplysninger", "<p>Loggens hoved: <code>\(head)</code></p>"))
    """
}

private func chainTag(_ chain: ChainAnchor.Status) -> HTML {
    switch chain {
    case .whole: statusTag("Loggen er ubrudt", .kept)
    case .unwitnessed:
        statusTag("Det kan ikke ses, om der mangler linjer sidst i loggen", .late)
    case .cut: statusTag("Der mangler linjer sidst i loggen", .late)
    }
}

private func logFilter(
    _ form: LogFilterForm, _ staff: [StaffMember], _ wording: LogWording
) -> HTML {
    filterForm(
        "/adgangslog",
        """
        \(textField(
            "fra", label: "Fra og med", value: form.period.from, width: .eleven,
            problems: form.problems, autocomplete: "off"))
        \(textField(
            "til", label: "Til og med", value: form.period.to, width: .eleven,
            problems: form.problems, autocomplete: "off"))
        \(select(
            "bruger", label: "Bruger",
            choices: staff.map { Choice(String($0.id.rawValue), "\($0.name)") },
            chosen: form.actor.map { String($0.rawValue) }, prompt: "Alle"))
        \(select(
            "handling", label: "Handling",
            choices: wording.choices.map { Choice($0.code, "\($0.words.capitalisedFirst)") },
            chosen: form.action?.code, prompt: "Alle"))
        \(select(
            "regel", label: "Udløst regel",
            choices: LogRule.allCases.map { Choice($0.rawValue, "\($0.danishName)") },
            chosen: form.rule?.rawValue, prompt: "Alle linjer"))
        \(textField(
            "sag", label: "Sag", value: form.number, width: .eleven, problems: form.problems,
            autocomplete: "off", isOptional: true))
        """)
}

extension LogFilterForm {
    /// What the list is narrowed by beside its days, each with the list without it.
    fileprivate func chips(_ staff: [StaffMember], _ wording: LogWording) -> [FilterChip] {
        var chips: [FilterChip] = []
        if let actor {
            let name = staff.first { $0.id == actor }?.name ?? "ukendt"
            chips.append(FilterChip("Bruger: \(name)", without: without { $0.actor = nil }))
        }
        if let action {
            chips.append(
                FilterChip("Handling: \(action.words)", without: without { $0.action = nil }))
        }
        if let rule {
            chips.append(
                FilterChip("Regel: \(rule.danishName)", without: without { $0.rule = nil }))
        }
        if !number.isEmpty {
            chips.append(FilterChip("Sag: \(number)", without: without { $0.number = "" }))
        }
        return chips
    }
}

/// The rules that hit in the period, each with the way to its lines.
private func ruleList(_ hits: LogHits, _ form: LogFilterForm) -> HTML {
    let rules = LogRule.allCases.filter { hits.count($0) > 0 }
    let bounds: HTML = """
        \(hits.isCut ? """
            <p>Kun de nyeste \(danishFigure(LogReview.ruledMax)) linjer er set igennem. \
            Vælg en kortere periode for at se de ældre.</p>
            """ : .empty)\
        \(hits.knowsNames ? .empty : """
            <p>Navne er ikke sammenlignet: Søgeindekset bygges. Prøv igen om lidt.</p>
            """)
        """
    guard !rules.isEmpty else {
        return """
            <p id="regler">Ingen regel er udløst af de linjer, du har valgt.</p>
            \(bounds)
            """
    }
    return """
        <section aria-labelledby="regler">
        <h2 id="regler">Udløste regler</h2>
        <p>En regel er et spørgsmål, ikke en anklage: Spørg, før du dømmer.</p>
        \(bounds)
        <ul class="links">
        \(rules.map { rule in
            """
            <li><a href="\(form.hits(rule))">\(rule.danishName) \
            (\(danishFigure(hits.count(rule))) \(hits.count(rule) == 1 ? "linje" : "linjer"))</a></li>\n
            """ })\
        </ul>
        </section>
        """
}

private let logColumns: [Column] = ["Tid", "Bruger", "Handling", "Sager", "Begrundelse"]

private func logRow(
    _ line: LogLine, _ reasons: [Int64: String], _ wording: LogWording
) -> [HTML] {
    [
        "\(line.at.inDigits)", "\(wording.actor(of: line))", "\(wording.action(of: line))",
        caseWords(line),
        "\(line.reason == nil ? "–" : reasons[line.seq] ?? "Slettet med sagen")",
    ]
}

private func caseWords(_ line: LogLine) -> HTML {
    guard line.caseCount > 0 else { return "–" }
    let numbers = line.cases.map(\.description).sorted().joined(separator: ", ")
    let rest = line.caseCount - line.cases.count
    return rest > 0 ? "\(numbers) og \(rest) til" : "\(numbers)"
}

/// `/adgangslog/stikproeve`
func logSamplesPage(
    _ typed: SampleForm, _ problems: [FormProblem], _ samples: [LogSample],
    names: [StaffID: String], token: String
) -> HTML {
    """
    \(pageHead("Stikprøver"))
    <p>En stikprøve er \(LogReview.sampleSize) tilfældige linjer, hvor en medarbejder har set eller ændret \
    noget om en sag. Dine egne linjer er ikke med.</p>
    \(drawForm(typed, problems, token: token))
    \(dataTable(
        DataTable(
            id: "stikproever", caption: "Tidligere stikprøver, nyeste først",
            columns: ["Trukket", "Periode", "Trukket af", "Underskrevet", "Læs"],
            rows: samples.map { sample in
                DataRow([
                    "\(sample.madeAt.inDigits)",
                    "\(sample.first.danishDigits) til \(sample.last.danishDigits)",
                    "\(names[sample.madeBy] ?? "–")", signature(sample, names),
                    link(
                        "Åbn", to: address(sample.id),
                        about: "stikprøven fra \(sample.madeAt.inDigits)"),
                ])
            }, whenEmpty: "Der er ikke trukket en stikprøve endnu.")))
    """
}

private func drawForm(
    _ typed: SampleForm, _ problems: [FormProblem], token: String
) -> HTML {
    form(
        "/adgangslog/stikproeve", id: "traek", token: token,
        """
        \(hiddenField("id", typed.id.formText))
        <div class="columns">
        \(textField(
            "fra", label: "Fra og med", value: typed.typed.from, width: .eleven,
            problems: problems, autocomplete: "off"))
        \(textField(
            "til", label: "Til og med", value: typed.typed.to, width: .eleven,
            problems: problems, autocomplete: "off"))
        </div>
        \(button("Træk en stikprøve", id: "traek-knap"))
        """)
}

private func signature(_ sample: LogSample, _ names: [StaffID: String]) -> HTML {
    guard let staff = sample.signedBy, let moment = sample.signedAt else { return "Ikke endnu" }
    return "\(names[staff] ?? "–"), \(moment.inDigits)"
}

/// `/adgangslog/stikproeve/{stikproeve}`
func logSamplePage(
    _ sample: LogSample, _ wording: LogWording, reasons: [Int64: String], token: String
) -> HTML {
    let isSigned = sample.signedAt != nil
    let list = dataTable(
        DataTable(
            id: "linjer", caption: "Linjerne i stikprøven, ældste først",
            columns: logColumns + ["Vurdering"],
            rows: sample.lines.map { line in
                DataRow(
                    logRow(line, reasons, wording) + [isSigned ? judged(line) : judging(line)])
            }, whenEmpty: ""))
    return """
        \(pageHead("Stikprøve"))
        \(summaryList(
            [
                SummaryRow(
                    "Periode", "\(sample.first.danishDigits) til \(sample.last.danishDigits)"),
                SummaryRow(
                    "Trukket", "\(sample.madeAt.inDigits) af \(wording.names[sample.madeBy] ?? "–")"),
                SummaryRow("Vurderet", "\(sample.judgedCount) af \(sample.lines.count)"),
                SummaryRow("Underskrevet", signature(sample, wording.names)),
            ], id: "stikproeve"))
        \(isSigned ? list : form(
            address(sample.id), id: "vurder", token: token,
            """
            \(list)
            <div class="buttons">
            \(button("Gem vurderingerne", .secondary, id: "gem"))
            \(button(
                "Afslut og underskriv", id: "underskriv", name: "underskriv", value: "ja"))
            </div>
            """))
        """
}

private func judging(_ line: LogLine) -> HTML {
    radios(
        "linje-\(line.seq)",
        legend: HTML.unseen("Vurdering af \(line.at.inDigits)"),
        choices: [Choice("fine", "I orden"), Choice("look", "Undersøg")],
        chosen: line.judgement?.rawValue, isInline: true)
}

private func judged(_ line: LogLine) -> HTML {
    switch line.judgement {
    case .fine: statusTag("I orden", .kept)
    case .look: statusTag("Undersøg", .soon)
    case nil: "–"
    }
}

private func address(_ id: FormID) -> Address { "/adgangslog/stikproeve/\(word: id.formText)" }

extension LogReviewRefusal {
    /// The words, at the first line that lacks a judgement.
    func problem(_ sample: LogSample) -> FormProblem {
        let first = sample.lines.first { $0.judgement == nil }
        let field = first.map { "linje-\($0.seq)" } ?? "indhold"
        return switch self {
        case .unjudged(let count):
            FormProblem(
                field: field,
                message: """
                    \(count == 1 ? "1 linje mangler" : "\(count) linjer mangler") en vurdering, før du \
                    kan underskrive
                    """)
        case .signed: FormProblem(field: "indhold", message: "Stikprøven er underskrevet")
        case .nothingToDraw:
            FormProblem(field: "indhold", message: "Ingen har åbnet en sag i perioden")
        }
    }
}
