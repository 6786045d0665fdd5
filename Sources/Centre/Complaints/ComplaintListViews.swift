internal import Domain
internal import HTML
internal import Records

/// The complaints of all cases: those that wait, and what was learned.
func complaintListPage(_ lines: [ComplaintLine], on today: CalendarDay) -> HTML {
    let waiting = lines.filter(\.complaint.isOpen).sorted { one, other in
        (one.complaint.answerBy ?? today) < (other.complaint.answerBy ?? today)
    }
    let over = lines.filter { !$0.complaint.isOpen }.sorted {
        ($0.complaint.endedOn ?? today) > ($1.complaint.endedOn ?? today)
    }
    return """
        <h1>Klager</h1>
        \(panel(
            "venter", "Venter på svar",
            dataTable(
                DataTable(
                    id: "klager-venter", caption: "Klager, der venter på svar", hidesCaption: true,
                    columns: ["Sag", "Modtaget", "Over", "Svar"],
                    rows: waiting.map { waitingRow($0, on: today) },
                    whenEmpty: "Ingen klager venter på svar."))))
        \(panel(
            "laering", "Det har vi lært",
            dataTable(
                DataTable(
                    id: "klager-laering", caption: "Afsluttede klager, nyeste først",
                    hidesCaption: true,
                    columns: ["Sag", "Afsluttet", "Over", "Hvad blev der af den", "Det har vi lært"],
                    rows: over.map { lessonRow($0, on: today) },
                    whenEmpty: "Ingen klager er afsluttet endnu."))))
        """
}

private func caseLink(_ ref: CaseRef) -> HTML {
    let number = ref.number.description
    let address: Address =
        "/sager/\(word: number)/\(word: CaseTab.complaints.address ?? "")"
    return "<a href=\"\(address)\">\(number)</a>"
}

private func waitingRow(_ line: ComplaintLine, on today: CalendarDay) -> DataRow {
    let isLate = line.complaint.standing(on: today) == .overdue
    return DataRow(
        [
            caseLink(line.ref), "\(line.complaint.entry.on.danishDigits)",
            "\(line.complaint.complaint.about.danishName)",
            promiseTag(line.complaint, on: today),
        ], isLate ? .late : nil)
}

private func lessonRow(_ line: ComplaintLine, on today: CalendarDay) -> DataRow {
    let outcome =
        line.complaint.conclusion?.own(ComplaintConcluded.self)?.outcome.danishName
        ?? "Kom for sent og blev ikke behandlet"
    let lesson = line.answer?.lesson ?? ""
    return DataRow([
        caseLink(line.ref), "\(line.complaint.endedOn?.danishDigits ?? "")",
        "\(line.complaint.complaint.about.danishName)",
        "\(outcome)<br>\(promiseTag(line.complaint, on: today))",
        "\(lesson.isEmpty ? "–" : lesson)",
    ])
}
