internal import Domain
internal import HTML

/// The forms below an enquiry or a case, as typed when one of them came back with problems.
struct CaseForms: Sendable {
    var offer = OfferForm()
    var outcome: OutcomeForm
    var note: NoteForm
    var ending: EndingForm
    var wishDay: WishDayForm?
    var problems: [FormProblem] = []
    /// Which field an act is told about that the case refused.
    var field = "indhold"

    init(now: Instant) {
        outcome = OutcomeForm(today: now.day)
        note = NoteForm(now: now)
        ending = EndingForm(today: now.day)
    }
}

/// One enquiry as the reception sees it: who, what for, the clock, the next time. No journal.
func enquiryPage(_ reading: CaseReading, _ forms: CaseForms, token: String) -> HTML {
    """
    <h1>Henvendelse \(text: reading.ref.number)</h1>
    \(caseHead(reading))
    \(enquiryWords(reading))
    \(wishDayForm(reading, forms, token: token))
    \(appointmentSection(reading, forms, token: token))
    """
}

private func enquiryWords(_ reading: CaseReading) -> HTML {
    let enquiries = reading.file.current.filter { $0.type == "enquiry" }
    return """
        <section aria-labelledby="ord-titel">
        <h2 id="ord-titel">Henvendelsen</h2>
        \(enquiries.map { enquiryLine($0, reading) })\
        </section>
        """
}

private func enquiryLine(_ entry: LedgerEntry, _ reading: CaseReading) -> HTML {
    let facts = entry.event.flatMap { try? Event(json: $0).fact }
    guard case .enquiry(let enquiry) = facts else { return .empty }
    return """
        <p>Modtaget \(entry.on.inWords)\(entry.at.map { " kl. \($0.clockText)" }), \
        \(entry.on.distanceInWords(on: reading.today)): \
        \(enquiry.channel.danishName), \(enquiry.by.danishName), \(enquiry.wish.danishName)</p>
        \(reading.bodies[entry.id]?[.text].map { "<blockquote>\($0)</blockquote>\n" })
        """
}

/// Taking the case, the next time, what became of the last one: the same on the enquiry's page and on the case's.
func appointmentSection(_ reading: CaseReading, _ forms: CaseForms, token: String) -> HTML {
    // A closed case has no next time; only what was typed too late for it is shown once more.
    let isTyped = forms.field.hasPrefix("tilbud") || forms.field.hasPrefix("udfald")
    guard reading.isOpen || isTyped else { return wishButton(reading, token: token) }
    return """
        <section aria-labelledby="aftale-titel">
        <h2 id="aftale-titel">Aftale</h2>
        \(reading.responsible == nil && reading.isOpen ? takeForm(reading.ref, token: token) : .empty)
        \(bookedLine(reading))
        \(wishButton(reading, token: token))
        \(folded("tilbyd", "Tilbyd en tid", isOpen: isOfferWanted(reading, forms),
            offerForm(reading, forms, token: token)))
        \(folded("hvad-skete", "Hvad blev der af det?",
            isOpen: forms.problems.contains { $0.field.hasPrefix("udfald") },
            outcomeForm(reading, forms, token: token)))
        </section>
        """
}

private func isOfferWanted(_ reading: CaseReading, _ forms: CaseForms) -> Bool {
    forms.problems.contains { $0.field.hasPrefix("tilbud") }
        || reading.file.openOffer == nil && reading.clock?.isOpen == true
}

private func bookedLine(_ reading: CaseReading) -> HTML {
    guard let offer = reading.file.openOffer, let day = offer.startsOn else {
        return "<p id=\"booket\">Der er ingen tid aftalt.</p>"
    }
    let time = offer.startsAt.map { " kl. \($0.clockText)" } ?? ""
    return "<p id=\"booket\">Næste tid: <strong>\(day.inWords)\(time)</strong></p>"
}

/// A fold that works without script.
func folded(_ id: String, _ summary: HTML, isOpen: Bool, _ content: HTML) -> HTML {
    """
    <details class="fold" id="\(id)"\(flag("open", isOpen))>
    <summary>\(summary)</summary>
    \(content)
    </details>
    """
}

/// Who only wanted advice says yes to treatment, or who was done or had given it up asks again: her days begin.
private func wishButton(_ reading: CaseReading, token: String) -> HTML {
    if let clock = reading.clock, clock.isOpen || clock.isInCourse { return .empty }
    let isAgain = reading.clock != nil
    return form(
        "/henvendelser/\(word: reading.ref.number.description)/oensker", id: "oensker",
        token: token,
        """
        \(hiddenField("id", EntryID(RandomID.int64()).formText))
        <p>\(isAgain
            ? "Vil borgeren i behandling igen, løber en ny frist fra i dag."
            : "Siger borgeren ja til behandling, løber fristen fra i dag.")</p>
        \(button(
            isAgain ? "Borgeren ønsker behandling igen" : "Borgeren ønsker nu behandling",
            .secondary))
        """)
}

private func offerForm(_ reading: CaseReading, _ forms: CaseForms, token: String) -> HTML {
    let typed = forms.offer
    let problems = forms.problems
    let isLate = problems["tilbud-dato"]?.contains("efter fristen") == true
    return form(
        "/henvendelser/\(word: reading.ref.number.description)/tilbud", id: "tilbud",
        token: token,
        """
        \(hiddenField("id", typed.id.formText))
        <div class="columns">
        \(textField(
            "tilbud-dato", label: "Dato", value: typed.day, width: .eleven,
            hint: "For eksempel \(reading.today.adding(days: 7).fieldText), +7 eller fre", problems: problems))
        \(textField(
            "tilbud-tid", label: "Klokken", value: typed.time, width: .eight, problems: problems))
        </div>
        \(radios(
            "tilbud-form", legend: "Hvad tilbydes?",
            choices: [
                Choice("outpatient", "Ambulant"), Choice("day", "Dagbehandling"),
                Choice("residential", "Døgnbehandling"),
            ], chosen: typed.modality, problems: problems, isInline: true))
        \(checkbox(
            "tilbud-andet", label: "Et andet behandlingssted", isChecked: typed.isOtherProvider))
        \(isLate || !typed.why.isEmpty
            ? textArea(
                "tilbud-hvorfor", label: "Hvorfor efter fristen?", value: typed.why, rows: 2)
            : .empty)
        \(button("Gem tiden", .secondary, id: "gem-tilbud"))
        """)
}

private func outcomeForm(_ reading: CaseReading, _ forms: CaseForms, token: String) -> HTML {
    let typed = forms.outcome
    return form(
        "/henvendelser/\(word: reading.ref.number.description)/udfald", id: "udfald-formular",
        token: token,
        """
        \(hiddenField("id", typed.id.formText))
        \(radios(
            "udfald", legend: "Hvad skete der?",
            choices: [
                Choice("kom-ikke", "Kom ikke"),
                Choice(
                    "eget-valg", "Ønskede selv en senere tid eller et andet sted",
                    hint: "Kun borgerens eget valg. Tiden, der var tilbudt, bliver stående."),
                Choice("anden-aarsag", "Takkede nej af en anden årsag"),
                Choice("trak-sig", "Trak sig og vil ikke i behandling nu"),
                Choice("indlagt", "Ikke omfattet: indlagt på hospital"),
                Choice("integreret", "Ikke omfattet: visiteret til integreret behandling"),
            ], chosen: typed.outcome,
            hint: "Kom borgeren, så skriv et notat på sagen.", problems: forms.problems))
        \(checkbox("skriftligt", label: "Sagt skriftligt", isChecked: typed.isWritten))
        \(textField(
            "udfald-dato", label: "Hvornår?", value: typed.day, width: .eleven,
            problems: forms.problems))
        \(textArea(
            "udfald-tekst", label: "Hvad blev der sagt?", value: typed.text, rows: 2,
            problems: forms.problems, isOptional: true))
        \(button("Gem", .secondary, id: "gem-udfald"))
        """)
}
