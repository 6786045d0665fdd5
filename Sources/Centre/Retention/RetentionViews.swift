internal import Domain
internal import HTML
internal import Records

/// `/sletning`
func retentionOverviewPage(
    _ overview: RetentionOverview, _ typed: RetentionForm, _ problems: [FormProblem],
    for visit: StaffVisit, _ tables: [RecordTable]
) -> HTML {
    """
    \(pageHead("Sletning"))
    <p class="lead" id="konklusion">\(conclusion(overview))</p>
    \(overview.isStandardSilent ? silence : .empty)\
    \(overview.waiting.isEmpty ? .empty : waitingTable(overview))\
    <h2 id="nu">Kan slettes nu</h2>
    \(overview.due.isEmpty
        ? emptyState("Der er ingen sager at slette i dag.", id: "kan-slettes")
        : dueSection(overview, typed, problems, for: visit, tables))
    <h2>Kvitteringer</h2>
    \(dataTable(
        DataTable(
            id: "kvitteringer", caption: "Hvad der er slettet eller sagt nej til, nyeste først",
            hidesCaption: true,
            columns: ["Besvaret", .number("Sager"), "Svar", "Anmodet af", "Besvaret af", "Læs"],
            rows: overview.receipts.map { receiptRow($0, overview.names) },
            whenEmpty: "Intet er slettet endnu.")))
    """
}

private func conclusion(_ overview: RetentionOverview) -> HTML {
    let count = overview.due.count
    if count == 0 { return "Ingen sager har ligget længere, end de skal gemmes." }
    if overview.hasMore {
        return "Mindst \(count) sager har ligget længere, end de skal gemmes. De ældste vises her."
    }
    return """
        \(count == 1 ? "1 sag" : "\(count) sager") har ligget længere, end \
        \(count == 1 ? "den" : "de") skal gemmes.
        """
}

private let silence: HTML = """
    \(notice(
        .warning,
        """
        <p>Kvalitetsstandarden siger ikke, hvor længe sociale notater gemmes. Sager, der hører under \
        den, bliver derfor ikke foreslået her.</p>
        """))\n
    """

private func waitingTable(_ overview: RetentionOverview) -> HTML {
    """
    <h2>Venter på en anden persons svar</h2>
    \(dataTable(
        DataTable(
            id: "venter", caption: "Anmodninger om sletning, ældste først", hidesCaption: true,
            columns: ["Anmodet", .number("Sager"), "Anmodet af", "Grund", "Handling"],
            rows: overview.waiting.map { request in
                DataRow([
                    "\(request.askedAt.inDigits)", "\(request.cases.count)",
                    "\(overview.names[request.askedBy] ?? "–")", "\(request.reason.danishWords)",
                    link(
                        "Se anmodningen", to: address(request.id),
                        about: "fra \(request.askedAt.inDigits)"),
                ])
            }, whenEmpty: "")))
    """
}

private func dueSection(
    _ overview: RetentionOverview, _ typed: RetentionForm, _ problems: [FormProblem],
    for visit: StaffVisit, _ tables: [RecordTable]
) -> HTML {
    let list = dueTable(overview, typed, for: visit)
    let total = overview.due.map(\.counts).reduce(RowCounts(), +)
    let preview = countTable(total, caseCount: overview.due.count, "Hvad der er i sagerne", tables)
    guard visit.decidesErasure else { return list + preview }
    return form(
        "/sletning", id: "bed-om-sletning", token: visit.token,
        """
        \(hiddenField("id", typed.id.formText))
        <p>Sæt flueben ved de sager, der skal slettes. En anden leder eller administrator skal godkende, \
        før noget bliver slettet.</p>
        \(list)\
        \(preview)\
        \(radios(
            "grund", legend: "Hvorfor skal de slettes?",
            choices: ErasureReason.allCases.map { Choice($0.rawValue, "\($0.danishWords)") },
            chosen: typed.reason?.rawValue, problems: problems))
        \(button("Bed om sletning", id: "bed"))
        """)
}

private func dueTable(
    _ overview: RetentionOverview, _ typed: RetentionForm, for visit: StaffVisit
) -> HTML {
    dataTable(
        DataTable(
            id: "kan-slettes", caption: "Sager, der kan slettes, ældste først", hidesCaption: true,
            columns: [
                "Sag", "Seneste aktivitet", "Gemmes til og med", "Hvorfor", .number("Rækker"),
            ],
            rows: overview.due.map { one in
                DataRow([
                    visit.decidesErasure
                        ? caseBox(one.ref.number, isChosen: typed.holds(one.ref.number))
                        : "\(text: one.ref.number)",
                    "\(one.lastOn.danishDigits)", "\(one.due.danishDigits)",
                    "<ul class=\"plain\">\(becauseLines(one.because))</ul>",
                    "\(danishFigure(one.counts.total))",
                ])
            }, whenEmpty: ""))
}

private func caseBox(_ number: CaseNumber, isChosen: Bool) -> HTML {
    """
    <div class="choice">
    <input type="checkbox" id="sag-\(text: number)" name="sag" \
    value="\(text: number)"\(flag("checked", isChosen))>
    <label for="sag-\(text: number)">\(text: number)</label>
    </div>
    """
}

/// The steps; a source that holds for several stands after the last of them.
private func becauseLines(_ reasons: [Reason]) -> [HTML] {
    reasons.enumerated().map { index, reason in
        let isSaidNext = index + 1 < reasons.count && reasons[index + 1].source == reason.source
        let source: HTML =
            isSaidNext ? .empty : " <span class=\"source\">\(reason.source)</span>"
        return "<li>\(reason.text)\(source)</li>\n"
    }
}

private func receiptRow(_ request: ErasureRequest, _ names: [StaffID: String]) -> DataRow {
    DataRow([
        "\(request.answeredAt?.inDigits ?? "–")", "\(request.cases.count)",
        "\(request.answer?.danishName ?? "–")", "\(names[request.askedBy] ?? "–")",
        "\(request.answeredBy.flatMap { names[$0] } ?? "–")",
        link(
            "Kvittering", to: address(request.id),
            about: "fra \(request.answeredAt?.inDigits ?? "–")"),
    ])
}

/// `/sletning/{anmodning}`: the request while it waits, the receipt afterwards.
func erasureRequestContent(
    _ request: ErasureRequest, names: [StaffID: String], for visit: StaffVisit,
    _ tables: [RecordTable]
) -> HTML {
    let isErased = request.answer == .erased
    let count = request.cases.count
    return """
        \(pageHead(
            request.answer == nil ? "Anmodning om sletning" : "Kvittering for sletning",
            actions: [printButton()]))
        \(summaryList(summaryRows(request, names), id: "anmodning"))
        <div class="figures">
        \(table(
            id: "sager", caption: isErased ? "Slettede sager" : "Sager",
            columns: ["Sag", "Gemmes til og med"],
            rows: request.cases.map { ["\(text: $0.ref.number)", "\($0.due.danishDigits)"] },
            whenEmpty: "Ingen sager."))
        </div>
        \(countTable(
            request.counts, caseCount: request.answer == nil || isErased ? count : 0,
            isErased ? "Hvad der blev slettet" : "Hvad der er i sagerne", tables))
        \(isErased ? afterwards : .empty)\
        \(request.answer == nil ? answerForms(request, for: visit, tables) : .empty)
        """
}

private let afterwards: HTML = """
    <p>Sagernes nøgler er ødelagt. De kan heller ikke læses i ældre sikkerhedskopier. Tilbage er \
    sagsnumrene, denne kvittering og loggen over, hvem der har set sagerne.</p>\n
    """

private func summaryRows(_ request: ErasureRequest, _ names: [StaffID: String]) -> [SummaryRow] {
    var rows = [
        SummaryRow("Anmodet af", "\(names[request.askedBy] ?? "–")"),
        SummaryRow("Anmodet", "\(request.askedAt.inDigits)"),
        SummaryRow("Grund", "\(request.reason.danishWords)"),
        SummaryRow("Svar", "\(request.answer?.danishName ?? "Venter på en anden person")"),
    ]
    if let staff = request.answeredBy, let moment = request.answeredAt {
        rows.append(SummaryRow("Besvaret af", "\(names[staff] ?? "–")"))
        rows.append(SummaryRow("Besvaret", "\(moment.inDigits)"))
    }
    return rows
}

private func answerForms(
    _ request: ErasureRequest, for visit: StaffVisit, _ tables: [RecordTable]
) -> HTML {
    guard visit.decidesErasure else { return .empty }
    let count = request.cases.count
    let address = address(request.id)
    if visit.actor.staff == request.askedBy {
        return """
            <p>Du har selv bedt om sletningen. En anden leder eller administrator skal godkende den.</p>
            \(form(
                "\(address)/afvis", id: "traek-tilbage", token: visit.token,
                button("Træk anmodningen tilbage", .secondary, id: "afvis")))
            """
    }
    return """
        \(notice(
            .warning,
            """
            <p>Sletning kan ikke fortrydes. Sagerne kan bagefter heller ikke læses i ældre \
            sikkerhedskopier.</p>
            """))
        \(form(
            "\(address)/godkend", id: "godkend-formular", token: visit.token,
            button("Godkend og slet \(count == 1 ? "1 sag" : "\(count) sager")", id: "godkend")))
        \(form(
            "\(address)/afvis", id: "afvis-formular", token: visit.token,
            button("Afvis", .secondary, id: "afvis")))
        """
}

private func countTable(
    _ counts: RowCounts, caseCount: Int, _ caption: HTML, _ tables: [RecordTable]
) -> HTML {
    var rows: [[HTML]] = tables.goingWithACase.reversed().compactMap { table in
        let count = counts["\(table.name)"]
        return count == 0
            ? nil : ["\(table.label.map { "\($0)" } ?? "\(table.name)")", "\(danishFigure(count))"]
    }
    if caseCount > 0 { rows.append(["Nøgler, der åbner sagerne", "\(caseCount)"]) }
    return """
        <div class="figures">
        \(table(
            id: "raekker", caption: caption, columns: ["Hvad", .number("Antal")], rows: rows,
            whenEmpty: "Intet er slettet."))
        </div>
        """
}

private func address(_ id: FormID) -> Address { "/sletning/\(word: id.formText)" }

extension ErasureReason {
    /// The reason as it is chosen and printed.
    var danishWords: String {
        switch self {
        case .expired: "Fristen er udløbet, og materialet må kasseres"
        case .archived: "Fristen er udløbet, og materialet er afleveret til arkivet"
        case .asked: "Fristen er udløbet, og borgeren har bedt om sletning"
        }
    }
}

extension ErasureAnswer {
    fileprivate var danishName: String {
        switch self {
        case .erased: "Godkendt og slettet"
        case .declined: "Afvist"
        case .withdrawn: "Trukket tilbage"
        }
    }
}

extension ErasureRefusal {
    /// The words, at the place where they can be mended.
    func problem(hasList: Bool) -> FormProblem {
        switch self {
        case .reasonMissing:
            FormProblem(
                field: hasList ? "grund" : "indhold", message: "Vælg, hvorfor sagerne skal slettes")
        case .nothingChosen:
            FormProblem(field: hasList ? "kan-slettes" : "indhold", message: "Vælg mindst en sag")
        case .notDue(let numbers):
            about(numbers, "skal stadig gemmes. Fjern fluebenet, og bed om resten", hasList)
        case .askedAlready(let numbers):
            about(numbers, "er der allerede bedt om at slette", hasList)
        case .ownRequest:
            FormProblem(
                field: "indhold",
                message: "Du har selv bedt om sletningen. En anden person skal godkende den")
        case .answered:
            FormProblem(field: "indhold", message: "Anmodningen er allerede besvaret")
        case .changed(let numbers):
            about(
                numbers,
                """
                skal ikke længere slettes som aftalt: sagen eller fristen er ændret. Intet er \
                slettet. Afvis anmodningen, og bed om en ny
                """, false)
        }
    }

    private func about(_ numbers: [CaseNumber], _ words: String, _ hasList: Bool) -> FormProblem {
        let names = numbers.map(\.description).joined(separator: ", ")
        return FormProblem(
            field: hasList ? "kan-slettes" : "indhold", message: "Sag \(names) \(words)")
    }
}
