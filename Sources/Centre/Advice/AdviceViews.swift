internal import Domain
internal import HTML
internal import Records

/// `/raadgivning`: what was given is noted in a few keys, and counted below.
func advicePage(
    _ typed: AdviceForm, _ period: PeriodForm, _ given: [NotedAdvice], _ problems: [FormProblem],
    names: [StaffID: String], mayNote: Bool, token: String
) -> HTML {
    """
    <h1>Rådgivning og undervisning</h1>
    <p>Det, I giver uden en sag: rådgivning til dem, der spørger, og undervisning. Skriv ingen navne.</p>
    \(mayNote ? adviceForm(typed, problems, token: token) : .empty)
    \(queryForm(
        "/raadgivning", id: "periode-formular",
        """
        <div class="columns">
        \(textField("fra", label: "Fra", value: period.from, width: .eleven, problems: period.problems))
        \(textField("til", label: "Til", value: period.to, width: .eleven, problems: period.problems))
        \(button("Vis perioden", .secondary, id: "vis-periode"))
        </div>
        """))
    \(counts(given.map(\.advice)))
    \(list(given, names: names, mayNote: mayNote, token: token))
    """
}

private func adviceForm(_ typed: AdviceForm, _ problems: [FormProblem], token: String) -> HTML {
    form(
        "/raadgivning", id: "raad-formular", token: token, warnsWhenLeft: true,
        """
        \(hiddenField("id", typed.id.formText))
        \(radios(
            "raad-slags", legend: "Hvad blev der givet?",
            choices: AdviceGiven.Kind.allCases.map { Choice($0.rawValue, "\($0.danishName)") },
            chosen: typed.kind, problems: problems, isInline: true))
        \(select(
            "raad-hvem", label: "Til hvem?",
            choices: AdviceGiven.Audience.allCases.map { Choice($0.rawValue, "\($0.danishName)") },
            chosen: typed.audience, prompt: "Vælg", problems: problems))
        <div class="columns">
        \(textField("raad-dato", label: "Dato", value: typed.day, width: .eleven, problems: problems))
        \(textField(
            "raad-antal", label: "Antal deltagere", value: typed.people, kind: .digits, width: .four,
            problems: problems))
        \(textField(
            "raad-minutter", label: "Minutter", value: typed.minutes, kind: .digits, width: .four,
            problems: problems))
        </div>
        \(button("Notér", id: "noter-raad", accessKey: "9"))
        """)
}

private func counts(_ given: [AdviceGiven]) -> HTML {
    let rows = AdviceCount.all(of: given)
    return table(
        id: "raad-tal", caption: "I perioden",
        columns: [
            "Hvad", "Til hvem", .number("Gange"), .number("Deltagere"), .number("Timer"),
        ],
        rows: rows.map {
            [
                "\($0.kind.danishName)", "\($0.audience.danishName)", "\($0.times)",
                "\($0.people)", "\(hours($0.minutes))",
            ]
        }
            + (rows.isEmpty
                ? []
                : [
                    [
                        "<strong>I alt</strong>", "", "\(given.count)",
                        "\(given.reduce(0) { $0 + $1.people })",
                        "\(hours(given.reduce(0) { $0 + $1.minutes }))",
                    ]
                ]),
        whenEmpty: "Der er ikke noteret noget i perioden.")
}

/// `1,5`: hours with one decimal.
private func hours(_ minutes: Int) -> String { danishFigure(Double(minutes) / 60, decimals: 1) }

/// A page shows so many; the figures above count all.
private let listedMax = 100

private func list(
    _ given: [NotedAdvice], names: [StaffID: String], mayNote: Bool, token: String
) -> HTML {
    guard !given.isEmpty else { return .empty }
    let rest = given.count - listedMax
    return """
        \(table(
            id: "raad-liste", caption: "Det, der er noteret, det nyeste først",
            columns: [
                "Dato", "Hvad", "Til hvem", .number("Deltagere"), .number("Minutter"), "Noteret af",
                "Fjern",
            ],
            rows: given.prefix(listedMax).map { noted in
                let one = noted.advice
                return [
                    "\(one.heldOn.danishDigits)", "\(one.kind.danishName)",
                    "\(one.audience.danishName)", "\(one.people)", "\(one.minutes)",
                    "\(names[noted.recordedBy] ?? "–")",
                    mayNote ? removal(one, token: token) : "–",
                ]
            }, whenEmpty: "–"))
        \(rest > 0 ? "<p>\(rest) ældre er ikke vist, men talt med.</p>" : .empty)
        """
}

private func removal(_ given: AdviceGiven, token: String) -> HTML {
    form(
        "/raadgivning/fjern", token: token,
        """
        \(hiddenField("raad", given.id.formText))
        \(button(
            "Fjern", .quiet,
            about: "\(given.kind.danishName) \(given.heldOn.danishDigits), \(given.minutes) minutter"))
        """)
}
