internal import Domain
internal import HTML
internal import Records

/// The tab of the case on which it is decided: what is applied for on one page, in the order a meeting reads it, and what
/// may be done now.
func decisionSection(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    let visitation = reading.state.visitation
    return """
        \(standing(visitation, reading))
        \(visitation.proposal.map { summary($0, visitation, reading) })
        \(nextActs(visitation, reading, page))
        \(decisions(visitation, reading))
        """
}

/// Where it stands, in a sentence.
private func standing(_ visitation: VisitationState, _ reading: CaseReading) -> HTML {
    let words: String
    if let postponed = visitation.postponed?.own(DecisionPostponed.self), visitation.awaitsDecision
    {
        words = "Afgørelsen er udsat. Den tages op igen \(postponed.until.inWords)."
    } else if visitation.reopened != nil {
        words = "Afgørelsen er genoptaget og venter på en ny."
    } else if let day = visitation.decidedOn {
        words = "Der er truffet afgørelse \(day.inWords)."
    } else if let proposal = visitation.proposal {
        words =
            proposal.isReady
            ? "Indstillingen til \(proposal.modality.danishName) venter på en afgørelse."
            : "Indstillingen er en kladde. Sæt kryds i Klar, når den må komme på et møde."
    } else {
        words = "Der er ikke indstillet til noget i sagen."
    }
    return "<p class=\"lead\" id=\"visitation-status\">\(words)</p>"
}

/// The case on one page: deadline, wish, what was tried, why less is not enough, what is asked of whoever decides.
private func summary(
    _ proposal: Proposal, _ visitation: VisitationState, _ reading: CaseReading
) -> HTML {
    let text = (try? reading.body(of: proposal.entry).read(ProposalText.self)) ?? ProposalText()
    let rows: [(HTML, String)] = [
        ("Behandlingsgaranti", guaranteeLine(reading)),
        ("Borgerens ønske", text.wish),
        ("Prøvet ambulant", tried(proposal, text, reading)),
        ("Behov", text.need),
        ("Hvorfor ikke ambulant", text.whyNotLess),
        ("Hvorfor ikke prøvet først", text.exception),
        ("Foreslået sted", text.place),
        ("Foreslået periode", text.period),
        ("Partshøring", hearingLine(visitation, reading)),
        ("Det skal afgøres", question(proposal, reading)),
    ]
    return """
        <section aria-labelledby="resume-titel">
        <h2 id="resume-titel">Indstilling \(proposal.entry.on.danishDigits)</h2>
        \(summaryList(
            rows.filter { !$0.1.isEmpty }.map { SummaryRow($0.0, "\($0.1)") }, id: "resume"))
        \(conflictLine(visitation, reading))
        </section>
        """
}

private func guaranteeLine(_ reading: CaseReading) -> String {
    guaranteeStatus(
        reading.clock, booked: reading.file.nextTimeOn(from: reading.today), on: reading.today)
}

/// What was delivered, counted from the case itself, and what came of it.
private func tried(
    _ proposal: Proposal, _ text: ProposalText, _ reading: CaseReading
) -> String {
    let services = reading.file.chronological.compactMap { entry -> (CalendarDay, Bool)? in
        guard case .service(let service) = entry.fact else { return nil }
        return (entry.on, service.attended)
    }
    let missed = services.count { !$0.1 }
    var words = services.isEmpty ? "Ingen samtaler i sagen." : ""
    if let first = services.first?.0, let last = services.last?.0 {
        words =
            "\(first.danishDigits) til \(last.danishDigits): \(services.count) aftaler"
            + (missed > 0 ? ", kom ikke til \(missed)." : ".")
    }
    return text.tried.isEmpty ? words : "\(words) \(text.tried)"
}

private func hearingLine(_ visitation: VisitationState, _ reading: CaseReading) -> String {
    guard let hearing = visitation.hearing else { return "" }
    guard let answer = hearing.answer else {
        return "Sendt \(hearing.asked.on.danishDigits), svar senest \(hearing.until.danishDigits)"
    }
    return reading.body(of: answer).text
        ?? "Sendt \(hearing.asked.on.danishDigits), borgeren har ingen bemærkninger"
}

private func question(_ proposal: Proposal, _ reading: CaseReading) -> String {
    let what = "Kan der bevilges \(proposal.modality.danishName)?"
    return reading.state.decidingBody.map { "\(what) Afgøres af: \($0.name)" } ?? what
}

private func conflictLine(_ visitation: VisitationState, _ reading: CaseReading) -> HTML {
    let names = visitation.conflicts.compactMap { reading.names[$0] }.sorted()
    guard !names.isEmpty else { return .empty }
    return notice(
        .warning, "<p>Inhabil, deltager ikke: \(names.joined(separator: ", "))</p>")
}

/// What may be done now, by her role; each on a page of its own.
private func nextActs(
    _ visitation: VisitationState, _ reading: CaseReading, _ page: CasePageContext
) -> HTML {
    guard reading.isOpen else { return .empty }
    var links: [HTML] = []
    func addStep<Act: CaseAct>(_ act: Act.Type, when isTime: Bool, _ words: HTML? = nil) {
        guard isTime, page.may(act) else { return }
        links.append(
            buttonLink(
                words ?? "\(Act.title)", to: Act.address(of: reading.ref.number),
                links.isEmpty ? .primary : .secondary, id: "til-\(Act.address)"))
    }
    let awaits = visitation.awaitsDecision
    addStep(Decide.self, when: awaits)
    addStep(SendHearing.self, when: awaits && visitation.hearing == nil)
    addStep(
        AnswerHearing.self, when: visitation.hearing != nil && visitation.hearing?.answer == nil)
    addStep(PostponeDecision.self, when: awaits)
    addStep(ReopenDecision.self, when: !visitation.decision.isEmpty && visitation.reopened == nil)
    addStep(WithdrawDecision.self, when: !visitation.decision.isEmpty)
    addStep(
        Propose.self, when: visitation.proposal == nil || !visitation.decision.isEmpty,
        visitation.proposal == nil ? nil : "Ny indstilling")
    addStep(DeclareConflict.self, when: awaits)
    if let proposal = visitation.proposal, visitation.decision.isEmpty, page.may(Propose.self) {
        let address: Address =
            "/sager/\(word: reading.ref.number.description)/\(word: Propose.address)?post=\(word: proposal.entry.id.formText)"
        links.append(
            buttonLink("Ret indstillingen", to: address, .secondary, id: "ret-indstilling"))
    }
    return links.isEmpty ? .empty : "<div class=\"buttons\">\n\(links)</div>"
}

/// Every decision there was, newest first, also those that no longer hold; with their letters and the days the rules name.
private func decisions(_ visitation: VisitationState, _ reading: CaseReading) -> HTML {
    let told = reading.file.entries.filter { $0.actLetter != nil && $0.actLetter != .late }
    let standing = Set(visitation.decision.map(\.id))
    guard !told.isEmpty else { return .empty }
    let replaced = Set(reading.file.entries.compactMap(\.corrects))
    let due = reading.verdict.deadlines.filter(\.isOfADecision)
    return """
        <section aria-labelledby="afgoerelser-titel">
        <h2 id="afgoerelser-titel">Breve og afgørelser</h2>
        <ul class="links" id="afgoerelser">
        \(told.reversed().map { entry in
            let isGone = replaced.contains(entry.id)
            return """
                <li>\(isGone ? "<s>\(reading.letterLink(entry))</s> (gælder ikke mere)"
                    : reading.letterLink(entry))\
                \(standing.contains(entry.id) ? " <strong>gælder</strong>" : .empty)</li>\n
                """
        })\
        </ul>
        \(dateList(
            due.map { decisionDeadline($0, reading) }, id: "afgoerelsens-frister", whenEmpty: "Ingen frister følger af den."))
        </section>
        """
}

private func decisionDeadline(_ deadline: Deadline, _ reading: CaseReading) -> DatedLine {
    let what: HTML =
        switch deadline.kind {
        case .complaintDecision: "Borgeren kan klage"
        case .grantStatus: "Status på bevillingen"
        case .grantRenewal: "Ny indstilling"
        case .grantExpiry: "Bevillingen udløber"
        default: "Midtvejsstatus med stedet"
        }
    let weight: StatusWeight =
        switch deadline.state {
        case .overdue, .missed: .late
        case .open: .soon
        case .met: .kept
        case .passed, .cancelled, .notSet: .outside
        }
    return DatedLine(
        weight,
        when: deadline.due.map { "til og med \($0.danishDigits)" }
            ?? "ikke fastsat i kvalitetsstandarden", what,
        because: deadline.because.map(reading.words))
}

extension Deadline {
    /// It follows from a decision.
    fileprivate var isOfADecision: Bool {
        switch kind {
        case .complaintDecision, .grantStatus, .grantRenewal, .grantExpiry, .providerMidway: true
        default: false
        }
    }
}
