internal import Domain
internal import HTML
internal import Records

/// What is taken now, and by whom: the first thing on the tab.
func newMeasureSection(
    _ instruments: [Instrument], _ reading: CaseReading, _ page: CasePageContext
) -> HTML {
    let number = reading.ref.number.description
    let forCitizens = instruments.filter { $0.use.filledBy == .citizen }
    return panel(
        "ny-maaling", "Ny måling",
        """
        \(form(
            "/sager/\(word: number)/borgerskaerm", id: "borgerskaerm-formular", token: page.token,
            """
            \(hiddenField("id", EntryID.random().formText))
            \(select(
                "skema", label: "Borgeren svarer selv på skærmen",
                choices: forCitizens.map { Choice($0.code, "\($0.name)") },
                hint: "Skærmen viser kun skemaet. Den lukkes med din adgangskode"))
            \(button("Giv borgeren skærmen", .primary, id: "vis-borgerskaerm"))
            """))
        <p>Eller udfyld selv:</p>
        <ul class="links" id="udfyld-selv">
        \(instruments.map { instrument in
            let address: Address = "/sager/\(word: number)/maaling/\(word: instrument.code)"
            return "<li>\(link("\(instrument.name)", to: address))</li>\n"
        })\
        </ul>
        \(fold(
            "maaling-udefra", "Måling fra papir eller et andet system (MapPlan, TEM)",
            actForm(RecordMeasure.self, reading, page)))
        """)
}

/// Each form's results: how it went, as a curve with its table, and what stands in the latest.
func measureSection(_ series: [MeasureSeries], _ reading: CaseReading) -> HTML {
    guard !series.isEmpty else {
        return emptyState("Der er ingen målinger på sagen endnu.", id: "maalinger")
    }
    return """
        \(resultTable(series, reading))
        \(series.enumerated().map { place, one in
            one.whole.isEmpty ? .empty : curve(one, id: "kurve-\(place + 1)")
                + latestAnswers(one, id: "svar-\(place + 1)", at: reading.state.now)
        })
        """
}

private func resultTable(_ series: [MeasureSeries], _ reading: CaseReading) -> HTML {
    let lines = series.flatMap { one in
        one.lines.indices.map { (one, $0) }
    }.sorted { one, other in
        let (first, second) = (one.0.lines[one.1], other.0.lines[other.1])
        return (first.moment, first.entry.position) > (second.moment, second.entry.position)
    }
    return table(
        id: "maalinger", caption: "Alle målinger, de nyeste først",
        columns: [
            "Dato", "Skema", .number("Resultat"), "Det betyder", "Siden sidst", "Udfyldt af",
        ],
        rows: lines.map { one, place in
            let line = one.lines[place]
            return [
                "\(line.entry.at.map(\.inDigits) ?? line.entry.on.danishDigits)",
                "\(one.name)", "\(line.measure.totalText ?? "–")", "\(line.body.text)",
                one.change(at: place).map { "\(changeWords($0, one.instrument))" } ?? "–",
                "\(respondent(line, reading))",
            ]
        }, whenEmpty: "Der er ingen målinger på sagen endnu.")
}

private func respondent(_ line: MeasureLine, _ reading: CaseReading) -> String {
    let name = line.entry.recordedBy.flatMap { reading.names[$0] } ?? ""
    switch line.measure.source {
    case .citizen: return "Borgeren selv"
    case .staff: return name
    case .imported: return "\(name), fra papir eller andet system"
    }
}

/// `+5,5, sikkert bedre`
private func changeWords(_ change: TotalChange, _ instrument: Instrument?) -> String {
    let points = instrument?.text(ofTotal: change.points) ?? String(change.points)
    let signed = change.points > 0 ? "+\(points)" : points
    switch change.reading {
    case .better: return "\(signed), sikkert bedre"
    case .worse: return "\(signed), sikkert dårligere"
    case .unsure: return "\(signed), kan være tilfældigt"
    case .unknown: return signed
    }
}

private func curve(_ series: MeasureSeries, id: String) -> HTML {
    let decimals = series.latest?.measure.decimals ?? 0
    let scale = decimals == 0 ? 1.0 : 10.0
    let points = series.whole.map { line in
        LinePoint(
            at: Double(line.moment.seconds) / 86_400, "\(line.entry.on.danishDigits)",
            line.measure.total.map { Double($0) / scale })
    }
    let instrument = series.instrument
    let edition = instrument?.edition(series.whole.last?.measure.edition)
    let levels = (edition?.bands ?? []).dropFirst().map { band in
        LevelLine(Double(band.range.lowerBound) / scale, "\(band.name)")
    }
    let range = instrument.map {
        Double($0.totalMin) / scale...Double($0.totalMax) / scale
    }
    let band = sureBand(series, scale)
    return lineChart(
        LineChart(
            ChartWords(
                id: id, heading: "\(series.name)", conclusion: "\(conclusion(series))",
                count: "n = \(series.whole.count)\(incomplete(series))"),
            [LineSeries("\(series.name)", points)], range: range, levels: levels, band: band,
            decimals: decimals, label: "Dato"))
}

/// Around the first: within it nobody can say that anything has changed.
private func sureBand(_ series: MeasureSeries, _ scale: Double) -> ChangeBand? {
    guard let instrument = series.instrument, let sure = instrument.use.sureChange,
        series.whole.count > 1, let first = series.whole.first?.measure.total
    else { return nil }
    let low = max(instrument.totalMin, first - sure + 1)
    let high = min(instrument.totalMax, first + sure - 1)
    guard low <= high else { return nil }
    return ChangeBand(Double(low) / scale...Double(high) / scale, "kan være tilfældigt")
}

private func incomplete(_ series: MeasureSeries) -> String {
    let count = series.lines.count - series.whole.count
    guard count > 0 else { return "" }
    return "; \(count) ufuldstændig\(count == 1 ? "" : "e") er ikke med"
}

private func conclusion(_ series: MeasureSeries) -> String {
    guard let change = series.wholeChange, let first = series.whole.first?.measure,
        let last = series.whole.last?.measure
    else {
        let total = series.whole.last?.measure.totalText ?? ""
        return "Målt en gang: \(total). Næste gang kan I se, om det går den rigtige vej."
    }
    let way = "Fra \(first.totalText ?? "") til \(last.totalText ?? "")."
    let meaning: String =
        switch change.reading {
        case .better: "Det er sikkert bedre."
        case .worse: "Det er sikkert dårligere."
        case .unsure: "Forskellen er så lille, at den kan være tilfældig."
        case .unknown: "Der findes ingen grænse for, hvornår en ændring er sikker."
        }
    let crossed = change.changesBand ? " Resultatet betyder noget andet end første gang." : ""
    return "\(way) \(meaning)\(crossed)"
}

/// What was answered last time, question by question, and the parts that are added up on their own.
private func latestAnswers(_ series: MeasureSeries, id: String, at now: Instant) -> HTML {
    guard let latest = series.latest, let instrument = series.instrument,
        latest.body.answers.count == instrument.items.count
    else { return .empty }
    let rows = zip(instrument.items, latest.body.answers).map { item, answer -> [HTML] in
        let words = answer.map { score in
            item.words(of: score) ?? (item.marks == nil ? "" : instrument.text(ofTotal: score))
        }
        return [
            "\(item.label). \(item.text)", "\(words ?? "Ikke besvaret")",
            "\(answer.map { instrument.text(ofTotal: $0) } ?? "–")",
        ]
    }
    let parts = instrument.use.parts.map { part -> HTML in
        let sum = instrument.sum(part, of: latest.body.answers)
        let isSign = part.sign.flatMap { sign in sum.map { $0 >= sign } } ?? false
        return """
            <li>\(part.name): \(sum.map { instrument.text(ofTotal: $0) } ?? "–")\
            \(isSign ? " (tegn på problemer)" : "")</li>\n
            """
    }
    let next = series.nextTime(at: now).map { time -> HTML in
        "<p>Mål igen senest \(time.nearInWords) (\(instrument.use.againSource ?? "")).</p>\n"
    }
    return """
        \(next)\
        \(fold(
            id, "Svarene fra \(latest.entry.on.danishDigits): \(series.name)",
            """
            \(parts.isEmpty ? .empty : "<ul>\(parts)</ul>")
            \(table(
                id: "\(id)-tabel", caption: "\(series.name) \(latest.entry.on.danishDigits)",
                columns: ["Spørgsmål", "Svar", .number("Tal")], rows: rows, whenEmpty: "–"))
            \(originLine(instrument))
            """))
        """
}
