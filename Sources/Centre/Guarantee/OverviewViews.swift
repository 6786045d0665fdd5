internal import Domain
internal import HTML
internal import Records

/// `/overblik`. `who` opens what stands in the list for a citizen.
func overviewPage(
    _ overview: Overview, _ forecast: Forecast?, alarms: [ReadingWatch.Alarm],
    names: [StaffID: String], opensJournal: Bool, who: (CaseFile) throws -> String
) throws -> HTML {
    let page = OverviewPage(
        overview: overview, names: names, opensJournal: opensJournal)
    let waiting = try overview.waiting.map { page.row($0, who: try who($0.file)) }
    let others = try overview.others.map { page.begunRow($0, who: try who($0.file)) }
    let (waitingPages, othersPages) = (page.waitingPages, page.othersPages)
    return """
        \(pageHead(
            "Overblik", caption: "\(overview.day.inWords.capitalisedFirst)",
            actions: [printButton()]))
        \(alarms.isEmpty ? .empty : readingAlarms(alarms))
        \(tiles(page.tiles))
        \(page.filters)
        \(forecast.map { forecastSection($0, names: names, path: { opensJournal ? "/sager/\(word: $0)" : "/henvendelser/\(word: $0)" }) })
        <h2>Venter på behandling</h2>
        \(page.chips)\
        \(page.waitingTable(waiting))
        \(waitingPages)
        <h2>Øvrige åbne sager</h2>
        \(page.othersTable(others))
        \(othersPages)
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

private struct OverviewPage: Sendable {
    let overview: Overview
    let names: [StaffID: String]
    /// Whether a case opens as a journal, or as an enquiry.
    let opensJournal: Bool

    // MARK: Above the lists

    /// Each leads to the list it counts.
    var tiles: [Tile] {
        Overview.Trouble.allCases.map { trouble in
            Tile(
                overview.count(trouble), trouble.words, id: trouble.tileID, trouble.weight,
                to: address(trouble: trouble))
        } + [
            Tile(overview.newCount, "nye henvendelser", id: "antal-nye", to: "/henvendelser")
        ]
    }

    var filters: HTML {
        filterLinks(
            [
                FilterLink(
                    "Mine", to: address(filter: .mine), isChosen: overview.filter == .mine),
                FilterLink(
                    "Alle", to: address(filter: .everybody),
                    isChosen: overview.filter == .everybody),
            ], label: "Vis sager")
    }

    /// The narrowed list, and the way out of it.
    var chips: HTML {
        filterChips(
            overview.trouble.map { [FilterChip($0.chip, without: address(trouble: .none))] } ?? [])
    }

    /// The same page, with one thing changed.
    func address(filter: Overview.Filter? = nil) -> Address {
        address(filter ?? overview.filter, overview.trouble, ListState())
    }

    func address(trouble: Overview.Trouble?) -> Address {
        address(overview.filter, trouble, ListState())
    }

    func address(list: ListState) -> Address {
        address(overview.filter, overview.trouble, list)
    }

    private func address(
        _ filter: Overview.Filter, _ trouble: Overview.Trouble?, _ list: ListState
    ) -> Address {
        let narrowed: Address = trouble.map { "&kun=\(word: $0.rawValue)" } ?? ""
        return "/overblik?vis=\(word: filter.rawValue)\(narrowed)\(list.query)"
    }

    /// One page needs no way to others.
    var waitingPages: HTML {
        guard overview.waitingPaging.pages > 1 else { return .empty }
        return paging(overview.waitingPaging, id: "sider-venter", label: "Sider med ventende") {
            address(list: overview.list.at(page: $0))
        }
    }

    var othersPages: HTML {
        guard overview.othersPaging.pages > 1 else { return .empty }
        return paging(overview.othersPaging, label: "Sider med øvrige sager") { number in
            "\(address(list: overview.list))&oevrige=\(number)#oevrige-titel"
        }
    }

    // MARK: Who waits

    func waitingTable(_ rows: [DataRow]) -> HTML {
        dataTable(
            DataTable(
                id: "garanti",
                caption: overview.list.sort == nil
                    ? "Behandlingsgaranti, nærmeste frist først" : "Behandlingsgaranti",
                columns: [
                    Column("Sag", key: "sag"), "Status", "Borger",
                    Column("Sidste dag", key: "frist"), Column("Modtaget", key: "modtaget"),
                    Column("Ansvarlig", key: "ansvarlig"),
                ], rows: rows, whenEmpty: whenNobodyWaits, state: overview.list,
                address: { address(list: $0) }))
    }

    private var whenNobodyWaits: HTML {
        switch (overview.trouble, overview.filter) {
        case (nil, .mine): "Ingen af dine borgere venter på behandling."
        case (nil, .everybody): "Ingen venter på behandling."
        case (let trouble?, _): "Ingen sager: \(trouble.chip)."
        }
    }

    func row(_ line: Overview.Line, who: String) -> DataRow {
        let weight = line.clock?.weight(on: overview.day, booked: line.booked) ?? .outside
        return DataRow(
            [
                caseLink(line),
                statusTag(
                    "\(guaranteeStatus(line.clock, booked: line.booked, on: overview.day))", weight),
                "\(who)", listed(line.clock?.lastDay),
                listed(line.clock?.received ?? line.receivedOn), responsible(line),
            ], weight == .outside ? nil : weight)
    }

    // MARK: The others

    func othersTable(_ rows: [DataRow]) -> HTML {
        dataTable(
            DataTable(
                id: "oevrige", caption: "Længst uden kontakt først",
                columns: [
                    "Sag", "Borger", "Seneste kontakt", "Næste tid", "Behandlingsgaranti",
                    "Ansvarlig",
                ], rows: rows, whenEmpty: "Ingen øvrige åbne sager."))
    }

    func begunRow(_ line: Overview.Line, who: String) -> DataRow {
        DataRow([
            caseLink(line), "\(who)", contact(line), next(line),
            "\(guaranteeStatus(line.clock, booked: line.booked, on: overview.day))",
            responsible(line),
        ])
    }

    private func contact(_ line: Overview.Line) -> HTML {
        guard let last = line.lastContact else { return "–" }
        return "\(listed(last.on)), \(last.on.distanceInWords(on: overview.day))"
    }

    private func next(_ line: Overview.Line) -> HTML {
        guard let day = line.booked, day >= overview.day else { return "Ingen tid" }
        return listed(day)
    }

    // MARK: Cells

    private func caseLink(_ line: Overview.Line) -> HTML {
        let number = line.ref.number.description
        let address: Address =
            opensJournal ? "/sager/\(word: number)" : "/henvendelser/\(word: number)"
        return "<a href=\"\(address)\">\(HTML.unseen("Åbn sag "))\(number)</a>"
    }

    private func responsible(_ line: Overview.Line) -> HTML {
        "\(line.responsible.flatMap { names[$0] } ?? "–")"
    }

    private func listed(_ day: CalendarDay?) -> HTML {
        day.map { "\($0.listText)" } ?? "–"
    }
}

extension Overview.Trouble {
    fileprivate var words: HTML {
        switch self {
        case .overdue: "overskredet"
        case .dueSoon: "frist inden for 7 dage"
        case .withoutTime: "uden tid"
        }
    }

    fileprivate var chip: HTML {
        switch self {
        case .overdue: "Fristen er overskredet"
        case .dueSoon: "Frist inden for 7 dage"
        case .withoutTime: "Uden tid"
        }
    }

    fileprivate var tileID: String { "antal-\(rawValue)" }

    fileprivate var weight: StatusWeight { self == .overdue ? .late : .soon }
}
