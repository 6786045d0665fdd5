internal import Domain
internal import HTML
internal import Records

/// One question, and nothing else.
///
/// - Parameter isMending: she came from the page with all her answers, and goes back there.
func questionPage(
    _ place: Int, _ screen: CitizenScreen, _ instrument: Instrument, isMending: Bool,
    _ problems: [FormProblem], token: String
) -> HTML {
    let item = instrument.items[place]
    let answer = screen.answers[place]
    return """
        \(place > 0 ? "<a class=\"back\" id=\"tilbage\" href=\"/borgerskaerm?nr=\(place)\">‹ Tilbage</a>" : .empty)
        <p class="caption">\(instrument.introduction)</p>
        <p class="caption">Spørgsmål \(place + 1) af \(instrument.items.count)</p>
        \(form(
            "/borgerskaerm", id: "svar-formular", token: token,
            """
            \(hiddenField("nr", String(place + 1)))
            \(isMending ? hiddenField("ret", "ja") : .empty)
            \(control(item, answer, instrument, problems))
            <div class="buttons">
            \(button("Videre", id: "videre", accessKey: "9"))
            \(button("Spring over", .quiet, id: "spring", name: "spring", value: "ja"))
            </div>
            """))
        """
}

/// What was answered, before it is sent.
func answersPage(_ screen: CitizenScreen, _ instrument: Instrument, token: String) -> HTML {
    let rows = zip(instrument.items, screen.answers).enumerated().map { place, pair in
        let (item, answer) = pair
        let words = answer.map { item.words(of: $0) ?? instrument.text(ofTotal: $0) }
        return SummaryRow(
            "\(item.text)", "\(words ?? "Ikke besvaret")",
            change: ("/borgerskaerm?nr=\(place + 1)&ret=ja", "svaret på spørgsmål \(place + 1)"))
    }
    let isEmpty = screen.answers.allSatisfy { $0 == nil }
    return """
        <h1>Tjek dine svar</h1>
        \(isEmpty
            ? "<p>Du har ikke svaret på noget endnu. Svar på mindst ét spørgsmål, eller giv skærmen tilbage.</p>"
            : "<p>Du kan rette dine svar, før du sender dem.</p>")
        \(summaryList(rows, id: "svarene"))
        \(isEmpty ? .empty : form(
            "/borgerskaerm/gem", id: "gem-formular", token: token,
            button("Send mine svar", id: "gem-svar", accessKey: "9")))
        """
}

/// She is done.
func thanksPage() -> HTML {
    """
    <h1>Tak for dine svar</h1>
    <p class="lead">Giv skærmen tilbage. Så kan I tale om svarene sammen.</p>
    """
}

/// Between the page that was shown and the case, while the password is asked for once more.
func closingPage() -> HTML {
    "<h1>Luk skærmen</h1>"
}

extension Instrument {
    /// The answers as the citizen reads them: words without scores; of a line its whole numbers.
    fileprivate func choicesForCitizen(_ item: InstrumentItem) -> [Choice] {
        guard let marks = item.marks else {
            return item.choices.map {
                Choice(String($0.score), $0.text.utf8.isEmpty ? "\($0.score)" : "\($0.text)")
            }
        }
        let step = use.decimals == 0 ? 1 : 10
        return stride(from: marks.lowerBound, through: marks.upperBound, by: step).map {
            Choice(String($0 / step), "\($0 / step)")
        }
    }

    /// Where an answer stands among them.
    fileprivate func chosen(_ score: Int, _ item: InstrumentItem) -> String {
        String(item.marks == nil || use.decimals == 0 ? score : score / 10)
    }
}

/// More than so many marks nobody chooses from: the number is typed.
private let marksShownMax = 21

private func control(
    _ item: InstrumentItem, _ answer: Int?, _ instrument: Instrument, _ problems: [FormProblem]
) -> HTML {
    let choices = instrument.choicesForCitizen(item)
    let written = answer.map { instrument.text(ofTotal: $0) } ?? ""
    guard choices.count <= marksShownMax else {
        return textField(
            "svar", label: "\(item.text)", value: written, kind: .digits, width: .eight,
            hint: "Et tal fra \(item.scoreMin) til \(item.scoreMax)", problems: problems,
            as: .heading)
    }
    let all = radios(
        "svar", legend: "\(item.text)", choices: choices,
        chosen: answer.map { instrument.chosen($0, item) }, problems: problems,
        isInline: item.marks != nil, as: .heading)
    guard item.marks != nil, instrument.use.decimals == 1 else { return all }
    let isBetween = answer.map { $0 % 10 != 0 } ?? false
    return all
        + textField(
            "praecis", label: "Eller skriv et tal mellem to af dem",
            value: isBetween ? written : "", width: .eight, hint: "For eksempel 4,2",
            problems: problems, isOptional: true)
}
