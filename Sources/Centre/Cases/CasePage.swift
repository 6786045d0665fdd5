internal import Domain
internal import HTML

/// The case: who, the clock, what is due, a new note, and everything that happened.
func casePage(_ reading: CaseReading, _ forms: CaseForms, token: String) -> HTML {
    """
    <h1>Sag \(text: reading.ref.number)</h1>
    \(caseHead(reading))
    \(notices(reading))
    \(reading.isOpen || forms.field.hasPrefix("notat") ? noteSection(reading, forms, token: token) : .empty)
    \(appointmentSection(reading, forms, token: token))
    \(deadlineList(reading))
    \(wishDayForm(reading, forms, token: token))
    \(timeline(reading))
    \(reading.isOpen ? endingSection(reading, forms, token: token) : .empty)
    """
}

private func notices(_ reading: CaseReading) -> HTML {
    let lines = reading.verdict.notices.flatMap(\.because)
    guard !lines.isEmpty else { return .empty }
    return """
        <section class="notice info" aria-labelledby="obs-titel">
        <h2 id="obs-titel">Vær opmærksom på</h2>
        <ul>\(lines.map(reasonLine))</ul>
        </section>
        """
}

/// What is delivered most, first; then the rest, and words without a service.
private let serviceChoices: [ServiceCode] = {
    let usual: [ServiceCode] = [
        .individualSession, .informationTalk, .assessment, .groupSession, .familySession,
        .coupleSession, .antabus, .medicalConsultation,
    ]
    return usual + ServiceCode.allCases.filter { !usual.contains($0) }
}()

private func noteSection(_ reading: CaseReading, _ forms: CaseForms, token: String) -> HTML {
    """
    <section aria-labelledby="notat-titel">
    <h2 id="notat-titel">Nyt notat</h2>
    \(form(
        "/sager/\(word: reading.ref.number.description)/notat", id: "notat-formular",
        token: token, warnsWhenLeft: true,
        """
        \(noteFields(forms.note, forms.problems))
        \(savedOn(reading))
        \(button("Gem notat", id: "gem-notat", accessKey: "9"))
        """))
    </section>
    """
}

/// The fields of a note, new or corrected: what is different each time first, what is right already after it.
func noteFields(_ typed: NoteForm, _ problems: [FormProblem]) -> HTML {
    """
    \(hiddenField("id", typed.id.formText))
    \(radios(
        "kom", legend: "Kom borgeren?",
        choices: [Choice("ja", "Ja"), Choice("nej", "Kom ikke")], chosen: typed.came,
        problems: problems, isInline: true))
    <div class="columns">
    \(select(
        "ydelse", label: "Ydelse",
        choices: serviceChoices.map {
            Choice($0.rawValue, "\($0.danishName.capitalisedFirst)")
        } + [Choice("ingen", "Ingen ydelse, kun notat")],
        chosen: typed.service, prompt: "Vælg", problems: problems))
    \(textField(
        "minutter", label: "Minutter", value: typed.minutes, kind: .digits, width: .four,
        problems: problems))
    </div>
    \(textArea("notat", label: "Notat", value: typed.text, rows: 5, problems: problems))
    <div class="columns">
    \(select(
        "hvordan", label: "Hvordan",
        choices: [
            Choice("in-person", "Fremmøde"), Choice("phone", "Telefon"),
            Choice("video", "Video"),
        ], chosen: typed.channel, problems: problems))
    </div>
    \(checkbox(
        "plan-begyndt", label: "Behandlingsplanen blev begyndt i udredningen",
        isChecked: typed.isPlanBegun))
    <div class="columns">
    \(textField(
        "notat-dato", label: "Dato", value: typed.day, width: .eleven, problems: problems))
    \(textField(
        "notat-tid", label: "Klokken", value: typed.time, width: .eight, problems: problems))
    </div>
    """
}

/// A note that is corrected: the old one stays readable, struck through.
func correctionPage(
    _ reading: CaseReading, _ entry: EntryID, _ typed: NoteForm, _ problems: [FormProblem],
    token: String
) -> HTML {
    let number = reading.ref.number.description
    return """
        <h1>Ret notat</h1>
        \(caseHead(reading))
        <p>Det, der stod før, bliver stående i tidslinjen med streg over.</p>
        \(form(
            "/sager/\(word: number)/notat/\(word: entry.formText)", id: "ret-formular",
            token: token, warnsWhenLeft: true,
            """
            \(noteFields(typed, problems))
            \(savedOn(reading))
            \(button("Gem rettelsen", id: "gem-notat", accessKey: "9"))
            """))
        \(form(
            "/sager/\(word: number)/notat/\(word: entry.formText)/fjern", id: "fjern-formular",
            token: token,
            """
            \(hiddenField("id", EntryID(RandomID.int64()).formText))
            <p>Er notatet skrevet på en forkert sag, eller er det slet ikke sket?</p>
            \(button("Fjern notatet", .secondary, id: "fjern"))
            """))
        """
}

private func endingSection(_ reading: CaseReading, _ forms: CaseForms, token: String) -> HTML {
    let typed = forms.ending
    let isAsked = forms.problems["aarsag"] != nil || forms.problems["slut-dato"] != nil
    let hasBegun = reading.clock?.startedOn != nil
    let reasons = DischargeReason.allCases.map { Choice($0.rawValue, "\($0.danishName)") }
    return folded(
        "afslut", "Afslut", isOpen: isAsked,
        form(
            "/sager/\(word: reading.ref.number.description)/afslut", id: "afslut-formular",
            token: token,
            """
            \(hiddenField("id", typed.id.formText))
            \(radios(
                "aarsag", legend: "Hvorfor sluttede det?",
                choices: reasons
                    + (hasBegun
                        ? []
                        : [
                            Choice(
                                "luk", "Luk uden udskrivning",
                                hint: "Rådgivning er givet, eller borgeren har trukket sig")
                        ]),
                chosen: typed.reason, problems: forms.problems))
            \(textField(
                "slut-dato", label: "Dato", value: typed.day, width: .eleven,
                problems: forms.problems))
            \(savedOn(reading))
            \(button("Afslut sagen", .secondary, id: "gem-afslut"))
            """))
}
