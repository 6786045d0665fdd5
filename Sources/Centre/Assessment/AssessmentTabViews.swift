internal import Domain
internal import HTML
internal import Records

/// What has been found out, and what can be: the assessment, the referrals, and the ways to more.
func assessmentSection(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    let latest = reading.file.current.last { $0.isOwn(AssessmentWritten.self) }
    return panel(
        "udredning-panel", "Udredning", actions: actions(reading, page),
        """
        \(latest.map { assessment($0, reading) }
            ?? emptyState("Der er ikke skrevet en udredning endnu.", id: "udredning-seneste"))
        \(referrals(reading))
        """)
}

private func actions(_ reading: CaseReading, _ page: CasePageContext) -> [HTML] {
    guard reading.isOpen, page.may(WriteAssessment.self) else { return [] }
    let number = reading.ref.number
    return [
        buttonLink("Skriv udredning", to: WriteAssessment.address(of: number), .secondary),
        buttonLink("Akut vurdering", to: AssessAcute.address(of: number), .secondary),
        buttonLink("Henvis videre", to: ReferOut.address(of: number), .secondary),
        buttonLink("Indskriv", to: Enrol.address(of: number), .secondary),
    ]
}

private func assessment(_ entry: LedgerEntry, _ reading: CaseReading) -> HTML {
    let text = (try? reading.body(of: entry).read(AssessmentText.self)) ?? AssessmentText()
    let author = entry.recordedBy.flatMap { reading.names[$0] } ?? ""
    let rows = LifeArea.allCases.compactMap { area -> [HTML]? in
        guard text.words[area] != nil || text.severities[area] != nil else { return nil }
        let severity = text.severities[area]
        return [
            "\(area.title)", "\(text.words[area] ?? "–")",
            severity.map { "\($0) – \(Severity.words($0))" } ?? "–",
        ]
    }
    let number = reading.ref.number.description
    let mend: Address =
        "/sager/\(word: number)/\(word: WriteAssessment.address)?post=\(word: entry.id.formText)"
    return """
        \(table(
            id: "udredning-seneste", caption: "Skrevet \(entry.on.danishDigits) af \(author)",
            columns: ["Område", "Hvad er der fundet ud af?", "Alvor 0-9"], rows: rows,
            whenEmpty: "–"))
        <p>\(link("Ret eller skriv videre på udredningen", to: mend))</p>
        """
}

private func referrals(_ reading: CaseReading) -> HTML {
    let all = reading.file.referrals
    guard !all.isEmpty else { return .empty }
    let number = reading.ref.number
    let answers = reading.file.current.reduce(into: [EntryID: LedgerEntry]()) { found, entry in
        if let answer = entry.own(ReferralAnswered.self) { found[answer.referral] = entry }
    }
    return """
        <h3>Henvisninger</h3>
        <ul class="deadlines" id="henvisninger">
        \(all.map { entry, isOpen in
            let state: HTML =
                isOpen
                ? statusTag("Venter på svar i \(daysWords(entry.on.days(until: reading.today)))", .soon)
                : statusTag("Besvaret", .kept)
            let answer = answers[entry.id].flatMap { reading.body(of: $0).text }
            return """
                <li><p class="due"><span>\(ReferOut.told(entry)), \(entry.on.danishDigits)</span> \
                \(state)</p>
                <p class="note-text">\(reading.body(of: entry).text ?? "")</p>
                \(answer.map { "<p class=\"note-text\">Svar: \($0)</p>" })</li>\n
                """
        })\
        </ul>
        <p>\(link("Notér et svar", to: AnswerReferral.address(of: number)))</p>
        """
}
