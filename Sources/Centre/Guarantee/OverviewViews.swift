internal import Domain
internal import HTML
internal import Records

/// `/overblik`. `who` opens what stands in the list for a citizen.
func overviewPage(
    _ overview: Overview, _ part: Paging, alarms: [ReadingWatch.Alarm], names: [StaffID: String],
    opensJournal: Bool,
    who: (CaseFile) throws -> String
) throws -> HTML {
    let page = OverviewPage(
        day: overview.day, names: names,
        path: opensJournal ? { "/sager/\(word: $0)" } : { "/henvendelser/\(word: $0)" })
    let shown = overview.shown(part)
    let waiting = try shown.waiting.map { page.row($0, who: try who($0.file)) }
    let others = try shown.others.map { page.row($0, who: try who($0.file)) }
    return """
        <h1>Overblik</h1>
        <p class="caption">\(overview.day.inWords)</p>
        \(alarms.isEmpty ? .empty : readingAlarms(alarms))
        \(tiles(overview))
        \(filterLinks(overview.filter))
        <h2>Behandlingsgaranti: venter på behandling</h2>
        \(table(
            id: "garanti", caption: "Åbne forløb, de hasteligste først",
            columns: OverviewPage.columns, rows: waiting,
            whenEmpty: overview.filter == .mine
                ? "Ingen af dine borgere venter på behandling." : "Ingen venter på behandling."))
        <h2>Øvrige åbne sager</h2>
        \(table(
            id: "oevrige", caption: "Behandlingen er begyndt, eller fristen tæller ikke",
            columns: OverviewPage.columns, rows: others, whenEmpty: "Ingen øvrige åbne sager."))
        \(part.pages > 1 ? paging(part) { number in
            overview.filter == .mine
                ? "/overblik?vis=mine&side=\(word: String(number))"
                : "/overblik?side=\(word: String(number))"
        } : .empty)
        <div class="buttons">
        <button class="button secondary" type="button" data-print hidden>Udskriv</button>
        </div>
        """
}

/// Somebody has opened more cases than anybody meets in an hour: the leader asks, the log shows which.
private func readingAlarms(_ alarms: [ReadingWatch.Alarm]) -> HTML {
    notice(
        .warning, id: "mange-opslag", heading: "Mange sager åbnet på kort tid",
        """
        <ul>
        \(alarms.map { alarm -> HTML in
            let address: Address =
                "/adgangslog?bruger=\(word: String(alarm.staff.rawValue))&regel=many"
            return """
                <li>\(alarm.name) åbnede \(alarm.caseCount) sager på en time, \
                \(alarm.at.day.listText) kl. \(alarm.at.clockText). \
                <a href="\(address)">Se dem i adgangsloggen</a></li>\n
                """
        })\
        </ul>
        """)
}

private func tiles(_ overview: Overview) -> HTML {
    """
    <ul class="tiles" aria-label="Lige nu">
    \(tile(overview.overdueCount, "overskredet", id: "antal-overskredet", strength: "bad"))\
    \(tile(overview.dueSoonCount, "frist om 7 dage eller før", id: "antal-frist", strength: "warning"))\
    \(tile(overview.withoutTimeCount, "uden tid", id: "antal-uden-tid", strength: "warning"))\
    \(tile(overview.newCount, "<a href=\"/henvendelser\">nye henvendelser</a>", id: "antal-nye"))\
    </ul>
    """
}

/// The colour strengthens what the words say; a count of none has no colour.
private func tile(
    _ count: Int, _ words: HTML, id: String, strength: String? = nil
) -> HTML {
    """
    <li id="\(id)"\(attribute("class", count > 0 ? strength : nil))>\
    <strong>\(count)</strong> \(words)</li>\n
    """
}

/// Links, not fields: one key press to change, and the first case is three tabs from the top.
private func filterLinks(_ filter: Overview.Filter) -> HTML {
    switch filter {
    case .everybody:
        """
        <p id="filter">Vis: <strong>Alle</strong> · <a href="/overblik?vis=mine">Mine</a></p>
        """
    case .mine:
        """
        <p id="filter">Vis: <a href="/overblik">Alle</a> · <strong>Mine</strong></p>
        """
    }
}

private struct OverviewPage {
    let day: CalendarDay
    let names: [StaffID: String]
    let path: (String) -> Address

    /// What is left of the time stands first: on a narrow screen the rest is reached by scrolling.
    static let columns: [Column] = [
        "Sag", "Status", "Borger", "Frist", "Modtaget", "Ansvarlig",
    ]

    func row(_ line: Overview.Line, who: String) -> [HTML] {
        let number = line.ref.number.description
        return [
            """
            <a href="\(path(number))"><span class="visually-hidden">Åbn sag </span>\(number)</a>
            """,
            status(line),
            "\(who)",
            line.clock.map { listed($0.lastDay) } ?? "–",
            line.clock.map { listed($0.received) } ?? listed(line.file.receivedOn),
            "\(line.responsible.flatMap { names[$0] } ?? "–")",
        ]
    }

    private func status(_ line: Overview.Line) -> HTML {
        let words = guaranteeStatus(line.clock, booked: line.booked, on: day)
        let strength: String? =
            switch line.clock?.status {
            case .overdue: "bad"
            case .running where (line.clock?.daysLeft ?? 0) <= 7 && line.booked == nil: "warning"
            case .met: "good"
            default: nil
            }
        return "<span class=\"\(strength.map { "badge \($0)" } ?? "badge")\">\(words)</span>"
    }

    /// `27-10 (ti)`
    private func listed(_ day: CalendarDay?) -> HTML {
        guard let day else { return "–" }
        let digits = day.danishDigits.prefix(5).replacing(".", with: "-")
        return "\(digits) (\(day.weekday.danishName.prefix(2)))"
    }
}

extension CaseFile {
    /// The day of the latest enquiry.
    fileprivate var receivedOn: CalendarDay? {
        current.last { entry in
            if case .enquiry = entry.fact { true } else { false }
        }?.on
    }
}
