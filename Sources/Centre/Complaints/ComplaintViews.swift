internal import Domain
internal import HTML
internal import Records

/// The complaints of a case, what became of them, and how one complains.
func complaintSection(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    """
    \(panel(
        "klagerne", "Klager",
        actions: [buttonLink(
            "Skriv en klage ned", to: RegisterComplaint.address(of: reading.ref.number),
            id: "ny-klage")],
        complaintTable(reading, page)))
    \(panel("klagevejene", "Sådan klager borgeren", routes(reading)))
    """
}

private func complaintTable(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    dataTable(
        DataTable(
            id: "klager", caption: "Klager, nyeste først", hidesCaption: true,
            columns: ["Modtaget", "Klagen", "Svar", "Hvad blev der af den", "Handling"],
            rows: reading.file.complaints.reversed().map { complaintRow($0, reading, page) },
            whenEmpty: "Der er ingen klager i sagen."))
}

private func complaintRow(
    _ written: WrittenComplaint, _ reading: CaseReading, _ page: CasePageContext
) -> DataRow {
    let late = reading.state.lateness(of: written)
    let how = [written.channel?.danishName, written.complainant?.danishName]
        .compactMap(\.self).joined(separator: ", ")
    return DataRow(
        [
            "\(written.entry.on.danishDigits)<br>\(how)",
            """
            <strong>\(written.complaint.about.danishName)</strong>\
            <p class="note-text">\(reading.body(of: written.entry).text ?? "")</p>\
            \(late.map { "<p>\(statusTag("Kom for sent", .soon)) \(reading.words(of: $0))</p>" })
            """,
            promiseTag(written, on: reading.today), outcome(of: written, reading),
            rowActions(actions(written, isLate: late != nil, reading, page)),
        ], id: "klage-\(written.entry.id.formText)")
}

/// `Senest 3.12.2026`, and how that weighs.
func promiseTag(_ written: WrittenComplaint, on today: CalendarDay) -> HTML {
    guard let by = written.answerBy else { return "" }
    switch written.standing(on: today) {
    case .met: return statusTag("Svaret i tide", .kept)
    case .missed: return statusTag("Svaret efter \(by.danishDigits)", .late)
    case .overdue: return statusTag("Skulle være svaret \(by.danishDigits)", .late)
    default: return statusTag("Senest \(by.danishDigits)", .soon)
    }
}

private func outcome(of written: WrittenComplaint, _ reading: CaseReading) -> HTML {
    var html = HTML.empty
    if let assessment = written.assessment {
        let why = reading.body(of: assessment).text ?? ""
        html += """
            <p>\(AssessComplaint.told(assessment)), \(assessment.on.danishDigits): \(why)</p>\n
            """
    }
    guard let conclusion = written.conclusion,
        let concluded = conclusion.own(ComplaintConcluded.self)
    else { return html }
    let answer = try? reading.body(of: conclusion).read(ComplaintAnswer.self)
    return html + """
        <p><strong>\(concluded.outcome.danishName)</strong>, \(conclusion.on.danishDigits)</p>
        <p class="note-text">\(answer?.text ?? "")</p>
        """
}

private func actions(
    _ written: WrittenComplaint, isLate: Bool, _ reading: CaseReading, _ page: CasePageContext
) -> [HTML] {
    let about: HTML = "klagen fra \(written.entry.on.danishDigits)"
    func way<Act: CaseAct>(_ act: Act.Type, _ words: HTML) -> HTML? {
        guard page.may(act) else { return nil }
        let number = reading.ref.number.description
        return link(
            words,
            to:
                "/sager/\(word: number)/\(word: Act.address)?post=\(word: written.entry.id.formText)",
            about: about)
    }
    let correct = way(RegisterComplaint.self, "Ret")
    guard written.isOpen else { return [correct].compactMap(\.self) }
    let mustBeAssessed = isLate && written.assessment == nil
    return [
        mustBeAssessed
            ? way(AssessComplaint.self, "Vurdér") : way(ConcludeComplaint.self, "Skriv svaret"),
        correct,
    ].compactMap(\.self)
}

/// To whom, by which rule, and until when: for each of the three.
private func routes(_ reading: CaseReading) -> HTML {
    ComplaintSubject.allCases.reduce(HTML.empty) { html, subject in
        let route = complaintRoute(
            about: subject, under: reading.state.standard.standard, on: reading.today)
        return html + """
            <h3>\(subject.danishName)</h3>
            <ul>\(route.because.map { "<li>\(reading.words(of: $0))</li>" })</ul>
            \(deadlines(subject, reading))
            """
    }
}

/// The citizen's own last days, as the rules have them.
private func deadlines(_ subject: ComplaintSubject, _ reading: CaseReading) -> HTML {
    let lines = reading.verdict.deadlines.enumerated().filter { _, deadline in
        switch deadline.kind {
        case .complaintDecision: subject == .decision
        case .complaintHealth, .complaintHealthAbsolute: subject == .health
        default: false
        }
    }.map { place, deadline in
        DatedLine(
            id: "klagefrist-\(place)", deadline.state == .open ? .soon : .outside,
            when: deadline.due.map { "til og med \($0.danishDigits)" } ?? "ikke fastsat",
            deadline.state == .passed ? "Borgerens frist er gået" : "Borgerens frist",
            because: deadline.because.map { reading.words(of: $0) })
    }
    guard !lines.isEmpty else { return .empty }
    return dateList(lines, id: "klagefrister-\(subject.rawValue)", whenEmpty: "")
}
