internal import Domain
internal import HTML
internal import Records

/// `/drift`
func operationsPage(_ state: HouseState) -> HTML {
    """
    \(pageHead("Drift"))
    \(conclusion(state))
    <h2>Sikkerhedskopier</h2>
    \(summaryList(backupRows(state), id: "kopier"))
    \(failureWords(state))\
    \(byHand(state))
    <h2>Database og disk</h2>
    \(summaryList(databaseRows(state), id: "database"))
    <h2>Program og skema</h2>
    \(summaryList(programRows(state), id: "program"))
    <div class="figures">
    \(table(
        id: "skema", caption: "Ændringer af databasens skema",
        columns: [.number("Nr."), "Fil", "Indført"],
        rows: state.migrations.reversed().map { one in
            ["\(one.number)", "\(one.name)", "\(one.at.inDigits)"]
        }, whenEmpty: "Ingen."))
    </div>
    """
}

private func conclusion(_ state: HouseState) -> HTML {
    let alarms = state.alarms
    guard !alarms.isEmpty else {
        return "<p class=\"lead\" id=\"konklusion\">Alt er i orden.</p>"
    }
    return """
        \(notice(
            .warning, id: "konklusion",
            heading: alarms.count == 1
                ? "1 ting skal ses efter" : "\(alarms.count) ting skal ses efter",
            "<ul>\(alarms.map { "<li>\($0.words(state))</li>\n" })</ul>"))
        """
}

private func backupRows(_ state: HouseState) -> [SummaryRow] {
    let backups = state.backups
    guard let plan = backups.plan else {
        return [SummaryRow("Plan", statusTag("Ingen", .soon))]
    }
    var rows = [
        SummaryRow(
            "Plan",
            "Hver \(duration(plan.everySeconds)). \(plan.keep == 1 ? "Den nyeste" : "De \(plan.keep) nyeste") bliver gemt."
        ),
        SummaryRow("Mappe", "<code>\(plan.destination)</code>"),
    ]
    if let newest = backups.newest {
        rows.append(
            SummaryRow(
                "Seneste kopi",
                "\(newest.madeAt.inDigits), \(ago(newest.madeAt, state.now)). \(size(newest.byteCount))."
            ))
        rows.append(SummaryRow("Navn", "<code>\(newest.name)</code>"))
        rows.append(
            SummaryRow(
                "Prøvegendannelse",
                newest.provenAt.map { "\(statusTag("Lykkedes", .kept)) \($0.inDigits)" }
                    ?? statusTag("Ikke prøvet", .soon)))
    } else {
        rows.append(SummaryRow("Seneste kopi", statusTag("Ingen endnu", .soon)))
    }
    if let failure = backups.lastTry?.failure, let at = backups.lastTry?.at {
        rows.append(
            SummaryRow(
                "Seneste forsøg",
                """
                \(statusTag(failure.wasMade ? "Kunne ikke gendannes" : "Kunne ikke laves", .late)) \
                \(at.inDigits)
                """))
    }
    if let next = backups.nextAt { rows.append(SummaryRow("Næste kopi", "\(next.inDigits)")) }
    if let disk = backups.disk { rows.append(SummaryRow("Plads i mappen", room(disk))) }
    return rows
}

/// The program's own words for whoever mends it: they are English, and name files, never persons.
private func failureWords(_ state: HouseState) -> HTML {
    guard let failure = state.backups.lastTry?.failure else { return .empty }
    return "<p>Programmets egne ord: <code lang=\"en\">\(failure.words)</code></p>\n"
}

private func byHand(_ state: HouseState) -> HTML {
    fold(
        "selv", "Lav en sikkerhedskopi selv",
        """
        <p>Kør på serveren, mens den er i gang:</p>
        <p><code>fjorten backup --data \(state.dataFolder) MAPPE --gzip</code></p>
        <p>Kopien indeholder ingen nøgler. Gem nøglefilen og filen med sagernes nøgler for sig, kun den \
        nyeste udgave. Så kan slettede sager heller ikke læses i ældre kopier.</p>
        <p>Skal kopier laves af sig selv, så start serveren med:</p>
        <p><code>--backup-every 24h --backup-to MAPPE</code></p>
        """)
}

private func databaseRows(_ state: HouseState) -> [SummaryRow] {
    [
        SummaryRow("Databasen fylder", "\(size(state.databaseByteCount))"),
        SummaryRow("Plads på disken", state.disk.map(room) ?? "Kan ikke ses"),
        SummaryRow(
            "Skrivekø",
            """
            \(state.waitingCount == 0 ? "Ingen venter" : "\(state.waitingCount) venter"). \
            Gemt \(state.commitCount) \(state.commitCount == 1 ? "gang" : "gange") siden start.
            """),
        SummaryRow("Nøglefiler", keyWords(state.keys)),
        SummaryRow(
            "Logkæde",
            """
            \(chainWords(state.chain)) \
            <code>\(state.chainHead)</code>
            """),
    ]
}

private func programRows(_ state: HouseState) -> [SummaryRow] {
    [
        SummaryRow("Version", "\(state.version)"),
        SummaryRow(
            "Åben siden", "\(state.openedAt.inDigits), \(ago(state.openedAt, state.now))"),
        SummaryRow("Skema", "Nr. \(state.migrations.last?.number ?? 0)"),
    ]
}

private func keyWords(_ keys: HouseState.Keys) -> HTML {
    if keys.isMissing { return statusTag("Mangler", .late) }
    if keys.isOpenToOthers { return statusTag("Kan læses af andre", .late) }
    return statusTag("Kun serveren har adgang", .kept)
}

private func chainWords(_ chain: ChainAnchor.Status) -> HTML {
    switch chain {
    case .whole: statusTag("Loggen er ubrudt", .kept)
    case .unwitnessed: statusTag("Kan ikke ses", .late)
    case .cut: statusTag("Afkortet", .late)
    }
}

private func room(_ disk: HouseState.Disk) -> HTML {
    let percent = disk.freeByteCount * 100 / max(1, disk.totalByteCount)
    return "\(size(disk.freeByteCount)) fri af \(size(disk.totalByteCount)) (\(percent) %)"
}

/// `14,2 MB`: by thousands, as disks are sold.
private func size(_ byteCount: Int) -> String {
    let units = ["byte", "kB", "MB", "GB", "TB"]
    var (amount, unit) = (Double(byteCount), 0)
    while amount >= 1_000, unit < units.count - 1 {
        amount /= 1_000
        unit += 1
    }
    let decimals = unit == 0 || amount >= 100 ? 0 : 1
    return "\(danishFigure(amount, decimals: decimals)) \(units[unit])"
}

private func ago(_ moment: Instant, _ now: Instant) -> String {
    "for \(duration(max(0, moment.age(at: now)))) siden"
}

/// `3 dage`, `5 timer`, `12 minutter`: the largest unit that fits.
private func duration(_ seconds: Int) -> String {
    let units = [(86_400, "dag", "dage"), (3_600, "time", "timer"), (60, "minut", "minutter")]
    for (length, one, many) in units where seconds >= (length == 86_400 ? 2 * length : length) {
        let count = seconds / length
        return "\(count) \(count == 1 ? one : many)"
    }
    return seconds == 1 ? "1 sekund" : "\(seconds) sekunder"
}

extension OperationsWarning {
    fileprivate func words(_ state: HouseState) -> HTML {
        switch self {
        case .databaseMoved:
            """
            Databasefilen er flyttet eller skiftet ud, mens systemet kører. Det, der bliver skrevet nu, kan gå \
            tabt. Stop systemet, og læg den rigtige fil tilbage.
            """
        case .cannotWrite:
            "Intet kan gemmes lige nu. Er disken fuld? Det går i gang igen af sig selv, når der er plads."
        case .keyMissing: "En nøglefil mangler. Uden den kan ingen sag læses efter en genstart."
        case .keyOpenToOthers:
            "En nøglefil kan læses af andre på serveren. Ret dens rettigheder til 0600."
        case .chainCut:
            "Der mangler linjer i loggen over opslag. Kør <code>fjorten verify</code>."
        case .chainUnwitnessed:
            """
            Det kan ikke ses, om der mangler linjer sidst i loggen over opslag: Mærket ved nøglefilen var \
            væk. Kør <code>fjorten verify</code>.
            """
        case .backupNotMade: "Den seneste sikkerhedskopi kunne ikke laves."
        case .backupNotRestored:
            """
            Den seneste sikkerhedskopi kunne ikke gendannes på prøve. Stol ikke på den, før det er \
            undersøgt.
            """
        case .diskFull: "Disken er næsten fuld. Når den er fuld, kan intet gemmes."
        case .noBackupYet: "Der er endnu ikke lavet en sikkerhedskopi."
        case .noBackupPlan: "Der bliver ikke lavet sikkerhedskopier af sig selv."
        case .backupTooOld:
            """
            Den seneste sikkerhedskopi er \(duration(state.backups.newest?.madeAt.age(at: state.now) ?? 0)) \
            gammel. Der skulle være en ny hver \(duration(state.backups.plan?.everySeconds ?? 0)).
            """
        case .backupUnproven: "Den seneste sikkerhedskopi er ikke gendannet på prøve."
        case .diskLow: "Der er under 10 % fri plads på disken."
        case .backupDiskLow: "Der er under 10 % fri plads, hvor sikkerhedskopierne ligger."
        case .keyInDataFolder:
            "Nøglefilen ligger i datamappen. Læg den et andet sted, så en kopi af mappen ikke har begge dele."
        case .writerBehind: "Mange venter på at få gemt. Disken er måske langsom."
        }
    }
}
