internal import Domain
internal import HTML
internal import Records

/// `/sager/{number}/plan/rediger`
func planEditPage(
    _ typed: PlanForm, _ reading: CaseReading, _ problems: [FormProblem],
    _ difference: PlanVersion?, token: String
) -> HTML {
    let number = reading.ref.number.description
    return """
        <h1>Behandlingsplan</h1>
        \(caseHead(reading))
        \(difference.map { other in
            notice(
                .warning, id: "forskel", heading: "Kollegaens version",
                comparison(
                    Version("Version \(other.version)", other.text.lines),
                    Version("Det, du har skrevet", writtenLines(typed, reading)), id: "forskelle"))
        })
        \(form(
            "/sager/\(word: number)/plan/rediger", id: "plan-formular", token: token,
            warnsWhenLeft: true,
            """
            <div hidden>\(button("Gem kladde", id: "gem-foerst"))</div>
            \(hiddenField("id", typed.id.formText))
            \(typed.base.map { hiddenField("grundlag", $0.formText) })
            \(textArea(
                "egne-ord", label: "Det vil jeg (borgerens egne ord)", value: typed.wish, rows: 3,
                problems: problems, isOptional: true))
            \(typed.goals.indices.map { goal(typed.goals[$0], $0, reading, problems) })\
            \(typed.goals.count < PlanForm.goalsMax
                ? button("+ Endnu et mål", .secondary, id: "flere-maal", name: "goer", value: "maal")
                : .empty)
            \(around(typed, reading, problems))
            \(savedOn(reading))
            \(button("Gem kladde", id: "gem-plan", accessKey: "9"))
            """))
        """
}

/// What somebody has typed, as lines; of a date that cannot be read, nothing.
private func writtenLines(_ typed: PlanForm, _ reading: CaseReading) -> String {
    guard case .success(let plan) = typed.read(on: reading.today) else { return "" }
    return plan.lines
}

private func goal(
    _ typed: PlanForm.Goal, _ place: Int, _ reading: CaseReading, _ problems: [FormProblem]
) -> HTML {
    let name = "m\(place + 1)"
    return """
        <h2>Mål \(place + 1)</h2>
        \(textArea(
            "\(name)-tekst", label: "Målet", value: typed.text, rows: 2,
            hint: place == 0 ? "For eksempel: 0 dage med alkohol i uger med børnene" : nil,
            problems: problems))
        \(radios(
            "\(name)-slags", legend: "Hvad slags mål?",
            choices: PlanText.GoalKind.allCases.map { Choice($0.rawValue, "\($0.danishName)") },
            chosen: typed.kind, problems: problems, isOptional: true, isInline: true))
        <h3>Delmål</h3>
        \(typed.subGoals.indices.map { row in
            subGoal(typed.subGoals[row], "\(name)-d\(row + 1)", row, problems)
        })\
        \(button(
            "+ Endnu et delmål", .quiet, id: "\(name)-flere-delmaal", name: "goer",
            value: "delmaal-\(place + 1)", about: "til mål \(place + 1)"))
        <h3>Det gør vi</h3>
        \(typed.efforts.indices.map { row in
            effort(typed.efforts[row], "\(name)-i\(row + 1)", row, reading, problems)
        })\
        \(button(
            "+ Endnu en indsats", .quiet, id: "\(name)-flere-indsatser", name: "goer",
            value: "indsats-\(place + 1)", about: "til mål \(place + 1)"))
        \(textField(
            "\(name)-vide", label: "Hvordan ved vi, at det går godt?", value: typed.sign,
            width: .twentySeven, hint: "For eksempel dagbog eller WHO-5 over 50",
            problems: problems, isOptional: true))
        """
}

private func subGoal(
    _ typed: PlanForm.SubGoal, _ name: String, _ row: Int, _ problems: [FormProblem]
) -> HTML {
    """
    \(textField(
        "\(name)-tekst", label: "Delmål \(row + 1)", value: typed.text, problems: problems,
        isOptional: true))
    <div class="columns">
    \(textField("\(name)-hvem", label: "Hvem", value: typed.who, width: .eleven, problems: problems))
    \(textField("\(name)-til", label: "Indtil", value: typed.until, width: .eleven, problems: problems))
    </div>
    """
}

private func effort(
    _ typed: PlanForm.Effort, _ name: String, _ row: Int, _ reading: CaseReading,
    _ problems: [FormProblem]
) -> HTML {
    let catalogue = InterventionCatalogue(reading.state.standard.standard)
    // What was written by hand is offered too, or choosing would lose it.
    let isOwn =
        !typed.what.isEmpty
        && !catalogue.names.contains { $0.utf8.elementsEqual(typed.what.utf8) }
    let choices = catalogue.names + (isOwn ? [typed.what] : [])
    return """
        <div class="columns">
        \(select(
            "\(name)-hvad", label: "Indsats \(row + 1)",
            choices: choices.map { Choice($0, "\($0)") }, chosen: typed.what, prompt: "Vælg",
            problems: problems, isOptional: true))
        \(textField(
            "\(name)-hvem", label: "Hvem", value: typed.who, width: .eleven, problems: problems))
        \(textField(
            "\(name)-tit", label: "Hvor tit", value: typed.howOften, width: .eleven,
            problems: problems))
        \(textField(
            "\(name)-til", label: "Indtil", value: typed.until, width: .eleven, problems: problems))
        </div>
        """
}

private func around(
    _ typed: PlanForm, _ reading: CaseReading, _ problems: [FormProblem]
) -> HTML {
    let hasJoint = ![typed.lead, typed.whoDoesWhat, typed.meetings].allSatisfy(\.isEmpty)
    let hasFault = ["faelles-leder", "faelles-hvem", "faelles-moeder"].contains {
        problems[$0] != nil
    }
    return """
        <h2>Rundt om planen</h2>
        \(checkboxes(
            "opmaerksom", legend: "Det skal vi være opmærksomme på",
            choices: PlanText.Attention.allCases.map { Choice($0.rawValue, "\($0.danishName)") },
            chosen: typed.attention, problems: problems, isOptional: true, isInline: true))
        \(textArea(
            "andre", label: "Andre, der er med", value: typed.others, rows: 2,
            hint: "Pårørende og samarbejdspartnere, og hvor længe samtykket gælder",
            problems: problems, isOptional: true))
        \(select(
            "social-plan", label: "Tilbud om en social handleplan (serviceloven § 141)",
            choices: PlanText.SocialPlan.allCases.map { Choice($0.rawValue, "\($0.danishName)") },
            chosen: typed.socialPlan, prompt: "Ikke tilbudt endnu", problems: problems,
            isOptional: true))
        \(fold(
            "faelles", "Fælles handleplan med andre i kommunen", isOpen: hasJoint || hasFault,
            """
            \(textField(
                "faelles-leder", label: "Hvem leder den?", value: typed.lead, width: .twentySeven,
                problems: problems, isOptional: true))
            \(textArea(
                "faelles-hvem", label: "Hvem gør hvad?", value: typed.whoDoesWhat, rows: 3,
                problems: problems, isOptional: true))
            \(textArea(
                "faelles-moeder", label: "Hvornår følges der op, og hvornår evalueres der?",
                value: typed.meetings, rows: 2, problems: problems, isOptional: true))
            """))
        \(textField(
            "ses-igen", label: "Næste gang vi ser på planen", value: typed.nextLook, width: .eleven,
            hint: reviewHint(reading), problems: problems, isOptional: true))
        """
}

/// When the standard wants the plan seen again, were it agreed today; with the words it stands on.
private func reviewHint(_ reading: CaseReading) -> HTML {
    guard let review = reading.nextReview(), let due = review.due else {
        return "Kvalitetsstandarden siger ikke, hvornår. Aftal en dag"
    }
    return "Kvalitetsstandarden: senest \(due.fieldText), hvis den aftales i dag"
}
