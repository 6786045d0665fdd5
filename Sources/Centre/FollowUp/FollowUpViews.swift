internal import Domain
internal import HTML
internal import Records

/// `/opfoelgning`. `who` opens what stands in the list for a citizen.
func followUpPage(
    _ list: FollowUpList, names: [StaffID: String], who: (CaseFile) throws -> String
) throws -> HTML {
    let rows = try list.lines.map { line in
        followUpRow(line, on: list.day, names: names, who: try who(line.file))
    }
    return """
        \(pageHead(
            "Opfølgning", caption: "\(list.day.inWords.capitalisedFirst)",
            actions: [printButton()]))
        \(tiles([
            Tile(list.overdueCount, "forsinket", id: "antal-forsinket", .late),
            Tile(
                list.lines.count - list.overdueCount, "inden for \(FollowUpList.daysAhead) dage",
                id: "antal-snart", .soon),
        ]))
        \(whose(list.filter))
        \(dataTable(
            DataTable(
                id: "opfoelgning", caption: "De mest forsinkede først",
                columns: ["Hvad", "Sag", "Borger", "Skulle ske", "Sidst", "Ansvarlig", "Gør"],
                rows: rows, whenEmpty: whenEmpty(list))))
        """
}

private func whenEmpty(_ list: FollowUpList) -> HTML {
    let next = list.nextDue.map { " Næste frist er \($0.inWords)." } ?? ""
    return
        "Der er ikke noget forsinket og ikke noget de næste \(FollowUpList.daysAhead) dage.\(next)"
}

private func whose(_ filter: FollowUpList.Filter) -> HTML {
    filterLinks(
        [
            FilterLink("Mine", to: "/opfoelgning", isChosen: filter == .mine),
            FilterLink("Alle", to: "/opfoelgning?vis=alle", isChosen: filter == .everybody),
        ], label: "Vis sager")
}

private func followUpRow(
    _ line: FollowUpList.Line, on day: CalendarDay, names: [StaffID: String], who: String
) -> DataRow {
    let number = line.file.ref.number.description
    let isLate = line.deadline.state == .overdue
    let late = line.due.days(until: day)
    let state: HTML =
        isLate
        ? statusTag("\(line.due.danishDigits), \(daysWords(late)) forsinket", .late)
        : statusTag("\(line.due.danishDigits), \(line.due.distanceInWords(on: day))", .soon)
    let caseAddress: Address = "/sager/\(word: number)"
    return DataRow(
        [
            "\(line.deadline.kind.danishName)", link("\(number)", to: caseAddress), "\(who)", state,
            "\(line.last.map { "\(contactWords($0)) \($0.on.danishDigits)" } ?? "–")",
            "\(line.responsible.flatMap { names[$0] } ?? "–")",
            rowActions([action(line, number)]),
        ], isLate ? .late : .soon)
}

private func contactWords(_ entry: LedgerEntry) -> String {
    switch entry.fact {
    case .service(let service): service.attended ? service.code.danishName : "kom ikke"
    case .followUp(let reached): reached ? "opfølgning" : "forsøgt"
    default: "kom ikke"
    }
}

private func action(_ line: FollowUpList.Line, _ number: String) -> HTML {
    switch line.deadline.kind {
    case .planReview, .planInGuarantee, .courseEvaluation:
        buttonLink("Se planen", to: "/sager/\(word: number)/plan", .secondary)
    case .followUp:
        buttonLink(
            "Følg op", to: "/sager/\(word: number)/\(word: RecordFollowUp.address)", .secondary)
    default: buttonLink("Åbn sagen", to: "/sager/\(word: number)", .secondary)
    }
}

/// After a course: who was reached, how it went, and the next time.
func followUpSection(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    guard reading.file.current.contains(where: \.isDischarge), !reading.isOpen,
        page.may(RecordFollowUp.self)
    else { return .empty }
    return fold(
        "efter-udskrivning", "Opfølgning efter udskrivning",
        actForm(RecordFollowUp.self, reading, page))
}

/// Before a case is closed: what the rules say still stands in the way.
func closingSection(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    guard reading.isOpen, let answer = reading.closing, !answer.allowed else { return .empty }
    return notice(
        .warning, id: "foer-afslutning", heading: "Før du afslutter",
        "<ul>\(answer.because.map { "<li>\(reading.words(of: $0))</li>" })</ul>")
}

extension CaseReading {
    /// Whether the case may be closed, as the rules answer today.
    fileprivate var closing: QuestionAnswer? {
        var history = file.history(person: person)
        history.questions = [Question(on: today, .closeCase)]
        return Domain.verdict(of: history, under: state.standard.standard, on: today).answers.first
    }
}
