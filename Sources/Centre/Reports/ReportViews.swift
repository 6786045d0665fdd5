internal import Domain
internal import HTML
internal import Records

/// `/rapporter/garanti`. `made` is nil while the period must be mended.
func guaranteeReportPage(
    _ form: PeriodForm, _ made: (report: GuaranteeReport, origin: ReportOrigin)?
) -> HTML {
    """
    \(pageHead("Behandlingsgaranti", actions: made == nil ? [] : [printButton()]))
    \(filterForm(
        "/rapporter/garanti", id: "periode", submit: "Vis periode",
        """
        \(textField(
            "fra", label: "Fra og med", value: form.from, width: .eleven,
            problems: form.problems, autocomplete: "off"))
        \(textField(
            "til", label: "Til og med", value: form.to, width: .eleven,
            problems: form.problems, autocomplete: "off"))
        """))
    \(made.map { figures($0.report, $0.origin) })
    """
}

private func figures(_ report: GuaranteeReport, _ origin: ReportOrigin) -> HTML {
    let (counted, all) = (
        report.figures(withSeparate: false), report.figures(withSeparate: true)
    )
    let (first, last) = (report.period.first, report.period.last)
    return """
        <h2 id="perioden">Fra \(first.inWords) til \(last.inWords)</h2>
        <p id="konklusion" class="lead">\(conclusion(counted))</p>
        \(report.waitingChart)
        <div class="figures">
        \(table(
            id: "udfald", caption: "Hvad der blev af forløbene",
            columns: ["Udfald", .number("Antal"), "Tæller med"],
            rows: GuaranteeStatus.allCases.map { status in
                [
                    "\(status.danishName)", "\(danishFigure(report.count(status)))",
                    status.isCounted ? "Ja" : "Nej",
                ]
            } + [["<strong>Forløb i alt</strong>", "<strong>\(danishFigure(report.rows.count))</strong>", ""]], whenEmpty: ""))
        \(table(
            id: "noegletal", caption: "Nøgletal",
            columns: ["Tal", .number("Tæller med"), .number("Også eget valg, ikke mødt")],
            rows: [
                ["Overholdt", percent(counted), percent(all)],
                ["n", "\(counted.judgedCount)", "\(all.judgedCount)"],
                ["Dage ventet, median", days(counted.medianDays), days(all.medianDays)],
                [
                    "Dage ventet, 90-percentil",
                    days(counted.ninetiethPercentileDays.map { Double($0) }),
                    days(all.ninetiethPercentileDays.map { Double($0) }),
                ],
                ["n (behandlingen er begyndt)", "\(counted.waits.count)", "\(all.waits.count)"],
            ], whenEmpty: ""))
        \(table(
            id: "umulige", caption: "Umulige datoer",
            columns: ["Sag", "Hvad der ikke passer"],
            rows: report.impossible.map { ["\($0.number.description)", "\($0.words)"] },
            whenEmpty: "Ingen umulige datoer i perioden."))
        </div>
        <div class="buttons">
        \(buttonLink(
            "Hent listen (CSV)",
            to: "/rapporter/garanti.csv?fra=\(word: first.isoText)&til=\(word: last.isoText)",
            .primary, id: "hent-csv"))
        </div>
        \(definitions(report, origin))
        """
}

/// The figure in a sentence, before the tables.
private func conclusion(_ figures: GuaranteeReport.Figures) -> HTML {
    guard let percent = figures.metPercent else {
        return "Ingen forløb i perioden er afgjort endnu."
    }
    let notMet = figures.judgedCount - figures.metCount
    return """
        \(danishFigure(percent, decimals: 1)) % begyndte inden fristen: \(figures.metCount) af \
        \(figures.judgedCount). For \(notMet) er fristen overskredet.
        """
}

private func percent(_ figures: GuaranteeReport.Figures) -> HTML {
    figures.metPercent.map { "\(danishFigure($0, decimals: 1))&nbsp;%" } ?? "–"
}

private func days(_ count: Double?) -> HTML {
    guard let count else { return "–" }
    return "\(danishFigure(count, decimals: count == count.rounded() ? 0 : 1))"
}

private func definitions(_ report: GuaranteeReport, _ origin: ReportOrigin) -> HTML {
    """
    \(fold(
        "definitioner", "Sådan er tallet gjort op",
        """
        <ul id="opgjort">
        <li>Et forløb begynder den dag, borgeren beder om behandling. Den dag er dag 0. Sidste dag er \
        dag \(GuaranteeClock.limitDays), også hvor kvalitetsstandarden lover en tidligere begyndelse. \
        Weekend og helligdage flytter ikke dagen.</li>
        <li>Forløbet er overholdt, når den første leverede behandling ligger på eller før sidste dag. \
        En informationssamtale er ikke behandling.</li>
        <li>Med er forløb, der begyndte i perioden. De er bedømt \(report.asOf.inWords).</li>
        <li>Overholdt i procent er overholdt af overholdt, overskredet, og overskredet og åben. \
        Løbende, frafaldet og ikke omfattet er ikke med. Fraveget efter eget valg og ikke mødt opgøres \
        særskilt.</li>
        <li>Dage ventet er fra henvendelsen til den første behandling, for dem hvor den er begyndt. \
        Medianen er den midterste; ni af ti har ikke ventet længere end 90-percentilen.</li>
        <li>Umulige datoer er datoer, der ikke kan passe. De bliver ikke udeladt; ret dem i sagen.</li>
        <li>Slettede sager er ikke med. Listen har ingen navne. Tal under 5 må ikke offentliggøres.</li>
        </ul>
        """))
    \(fold(
        "tekniske-oplysninger", "Tekniske oplysninger",
        summaryList(
            origin.lines.map { SummaryRow("\($0.0)", "\($0.1)") }, id: "oprindelse")))
    """
}
