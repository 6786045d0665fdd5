internal import Domain
internal import HTML
internal import Records

/// The plan as it stands: the newest version, whether it is agreed, and what can be done with it.
func planSection(
    _ history: PlanHistory, _ reading: CaseReading, _ page: CasePageContext
) -> HTML {
    let number = reading.ref.number.description
    guard let latest = history.latest else {
        return panel(
            "plan", "Behandlingsplan", actions: editLink(reading, page, "Skriv planen"),
            emptyState("Der er ingen behandlingsplan endnu.", id: "ingen-plan"))
    }
    let author = latest.entry.recordedBy.flatMap { reading.names[$0] } ?? ""
    let state: HTML =
        latest.agreed.map { statusTag("Aftalt \($0.on.danishDigits)", .kept, id: "plan-tilstand") }
        ?? statusTag("Kladde, ikke aftalt endnu", .soon, id: "plan-tilstand")
    return panel(
        "plan", "Behandlingsplan, version \(latest.version)",
        actions: editLink(reading, page, "Redigér planen"),
        """
        <p>\(state) Skrevet \(latest.entry.recordedAt.inDigits) af \(author)</p>
        \(plan(latest.text, reading))
        \(doings(latest, reading, page))
        <h3>Udskriv</h3>
        <ul class="links" id="udskrifter">
        \(PlanTemplate.shipped.map { template in
            let address: Address =
                "/sager/\(word: number)/plan/udskriv/\(word: template.id)"
            return "<li>\(link("\(template.title)", to: address)) <span class=\"source\">(\(template.source))</span></li>\n"
        })\
        </ul>
        \(history.versions.count > 1
            ? "<p>\(link("Sammenlign de \(history.versions.count) versioner", to: "/sager/\(word: number)/plan/versioner"))</p>"
            : .empty)
        """)
}

private func editLink(_ reading: CaseReading, _ page: CasePageContext, _ words: HTML) -> [HTML] {
    guard reading.isOpen, page.may(AgreePlan.self) else { return [] }
    let number = reading.ref.number.description
    return [buttonLink(words, to: "/sager/\(word: number)/plan/rediger", id: "rediger-plan")]
}

private func doings(
    _ latest: PlanVersion, _ reading: CaseReading, _ page: CasePageContext
) -> HTML {
    guard reading.isOpen, page.may(AgreePlan.self) else { return .empty }
    let number = reading.ref.number
    return """
        \(rowActions([
            latest.agreed == nil
                ? buttonLink(
                    "Aftalt med borgeren", to: AgreePlan.address(of: number), .secondary,
                    id: "aftal")
                : buttonLink(
                    "Planen er set igen", to: ReviewPlan.address(of: number), .secondary,
                    id: "set-igen"),
            form(
                "/sager/\(word: number.description)/plan/vis", id: "vis-plan-formular",
                token: page.token,
                """
                \(hiddenField("version", latest.entry.id.formText))
                \(button("Vis for borgeren", .secondary, id: "vis-plan"))
                """),
        ]))
        """
}

private func plan(_ plan: PlanText, _ reading: CaseReading) -> HTML {
    let catalogue = InterventionCatalogue(reading.state.standard.standard)
    let attention = PlanText.Attention.allCases.filter(plan.attention.contains)
    let around: [(HTML, String)] = [
        ("Andre, der er med", plan.others),
        ("Social handleplan", plan.socialPlan?.danishName ?? ""),
        ("Fælles plan ledes af", plan.joint.lead), ("Hvem gør hvad", plan.joint.whoDoesWhat),
        ("Møder", plan.joint.meetings),
        ("Planen ses igen", plan.nextLook?.inWords ?? ""),
    ]
    return """
        \(plan.wish.isEmpty ? .empty : "<blockquote>\(plan.wish)</blockquote>")
        \(tags(attention.map { Tag("\($0.danishName)", .soon) }, label: "Vær opmærksom på"))
        \(plan.goals.enumerated().map { number, goal in
            """
            <h3>Mål \(number + 1)\(goal.kind.map { HTML(escaping: ": \($0.danishName)") })</h3>
            <p class="note-text">\(goal.text)</p>
            \(planSteps("Delmål", goal.subGoals.map { planLine($0.text, $0.who, "", $0.until) }))\
            \(planSteps("Det gør vi", goal.efforts.map { effort($0, catalogue) }))\
            \(goal.sign.isEmpty ? .empty : "<p>Sådan ved vi det: \(goal.sign)</p>\n")
            """
        })
        \(summaryList(around.filter { !$0.1.isEmpty }.map { SummaryRow($0.0, "\($0.1)") }))
        """
}

/// An effort with what the standard says of it: how much, and by whom.
private func effort(_ effort: PlanText.Effort, _ catalogue: InterventionCatalogue) -> String {
    let line = planLine(effort.what, effort.who, effort.howOften, effort.until)
    guard let found = catalogue.find(effort.what) else { return line }
    let standard = [found.extent, found.provider, found.competence].compactMap(\.self)
    return standard.isEmpty
        ? line : "\(line) (kvalitetsstandarden: \(standard.joined(separator: "; ")))"
}

/// When the plan is seen again, and how dense treatment is: both as the rules say, with their working.
func planRulesSection(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    let deadlines = reading.planDeadlines
    let periods = reading.verdict.intensity.suffix(6).reversed()
    return """
        \(panel(
            "planens-frister", "Hvornår planen ses igen",
            deadlines.isEmpty
                ? emptyState("Der er ingen frist, før planen er aftalt.")
                : """
                <ul class="deadlines" id="plan-frister">
                \(deadlines.reversed().map { deadline($0, reading) })\
                </ul>
                """))
        \(panel(
            "intensitet", "Behandlingens intensitet",
            periods.isEmpty
                ? emptyState("Der er ikke givet ydelser endnu, eller standarden siger ikke, hvordan de tælles.")
                : """
                <ul class="deadlines" id="intensitet-perioder">
                \(periods.map { intensity($0, reading) })\
                </ul>
                """))
        """
}

private func deadline(_ deadline: Deadline, _ reading: CaseReading) -> HTML {
    let due = deadline.due?.danishDigits ?? ""
    let state: HTML =
        switch deadline.state {
        case .open: statusTag("Senest \(due)", .outside)
        case .overdue: statusTag("Overskredet, skulle være sket \(due)", .late)
        case .met: statusTag("Sket i tide", .kept)
        case .missed: statusTag("Ikke sket i tide", .late)
        case .cancelled: statusTag("Bortfaldet", .outside)
        case .passed: statusTag("Udløbet \(due)", .outside)
        case .notSet: statusTag("Ikke fastsat i kvalitetsstandarden", .outside)
        }
    let name: HTML =
        switch deadline.kind {
        case .planInGuarantee: "Planen inden for garantien"
        case .courseEvaluation: "Forløbet vurderes"
        default: "Planen ses igen"
        }
    return """
        <li><details><summary>\(name)\(due.isEmpty ? .empty : " (\(due))")</summary>
        <ol>\(deadline.because.map { "<li>\(reading.words(of: $0))</li>" })</ol></details>\(state)</li>\n
        """
}

private func intensity(_ period: IntensityPeriod, _ reading: CaseReading) -> HTML {
    """
    <li><details><summary>\(period.period): \(intensityWords(period.intensity))</summary>
    <ol>\(period.because.map { "<li>\(reading.words(of: $0))</li>" })</ol></details>\
    \(period.warning.map { statusTag("\($0)", .soon) })</li>\n
    """
}

private func intensityWords(_ intensity: IntensityClass) -> String {
    switch intensity {
    case .none: "ingen behandling, der tæller"
    case .adHoc: "sjældnere end hver 14. dag"
    case .outpatient: "ambulant behandling"
    case .outpatientDay: "ambulant dagbehandling"
    case .day: "dagbehandling"
    case .residential: "døgnbehandling"
    case .belowOutpatient: "mindre end ambulant behandling"
    }
}

/// `/sager/{number}/plan/versioner`: two versions beside each other.
func planVersionsPage(
    _ history: PlanHistory, _ old: PlanVersion?, _ new: PlanVersion?, _ reading: CaseReading
) -> HTML {
    let number = reading.ref.number.description
    return """
        <h1>Planens versioner</h1>
        \(caseHead(reading))
        \(table(
            id: "versioner", caption: "Alle versioner",
            columns: [.number("Version"), "Skrevet", "Af", "Aftalt", "Sammenlign"],
            rows: history.versions.reversed().map { version in
                let earlier = version.version - 1
                let address: Address =
                    "/sager/\(word: number)/plan/versioner?fra=\(earlier)&til=\(version.version)"
                return [
                    "\(version.version)", "\(version.entry.recordedAt.inDigits)",
                    "\(version.entry.recordedBy.flatMap { reading.names[$0] } ?? "–")",
                    "\(version.agreed.map(\.on.danishDigits) ?? "–")",
                    history.version(earlier) == nil
                        ? "–" : link("Med version \(earlier)", to: address),
                ]
            }, whenEmpty: "Der er ingen behandlingsplan endnu."))
        \(old.flatMap { old in
            new.map { new in
                comparison(
                    Version("Version \(old.version), \(old.entry.on.danishDigits)", old.text.lines),
                    Version("Version \(new.version), \(new.entry.on.danishDigits)", new.text.lines),
                    id: "sammenligning")
            }
        })
        """
}
