internal import Domain
internal import HTML
internal import Records

/// `/sager/{number}/maaling/{skema}`: every question on one page, for one of the staff.
func measurePage(
    _ typed: MeasureForm, _ instrument: Instrument, _ reading: CaseReading,
    _ problems: [FormProblem], token: String
) -> HTML {
    let number = reading.ref.number.description
    return """
        <h1>\(instrument.name)</h1>
        \(caseHead(reading))
        \(form(
            "/sager/\(word: number)/maaling/\(word: instrument.code)", id: "maaling-formular",
            token: token, warnsWhenLeft: true,
            """
            \(hiddenField("id", typed.id.formText))
            <p class="lead">\(instrument.introduction)</p>
            \(instrument.items.indices.map { place in
                question(instrument.items[place], at: place, of: instrument, typed, problems)
            })\
            <div class="columns">
            \(textField(
                "maalt-dato", label: "Dato", value: typed.day, width: .eleven, problems: problems))
            \(textField(
                "maalt-tid", label: "Klokken", value: typed.time, width: .eight, problems: problems))
            </div>
            \(savedOn(reading))
            \(button("Gem målingen", id: "gem-maaling", accessKey: "9"))
            """))
        \(originLine(instrument))
        """
}

/// Who made it, and on which terms it may be used.
func originLine(_ instrument: Instrument) -> HTML {
    """
    <p class="source">\(instrument.name), version \(instrument.version). \
    \(instrument.origin.source). \(instrument.origin.licence).</p>
    """
}

private func question(
    _ item: InstrumentItem, at place: Int, of instrument: Instrument, _ typed: MeasureForm,
    _ problems: [FormProblem]
) -> HTML {
    let name = MeasureForm.field(place)
    guard item.marks == nil else {
        let ends = (
            instrument.text(ofTotal: item.scoreMin), instrument.text(ofTotal: item.scoreMax)
        )
        return textField(
            name, label: "\(item.label). \(item.text)", value: typed.answers[place],
            width: .eight, hint: "Et tal fra \(ends.0) til \(ends.1)", problems: problems)
    }
    return radios(
        name, legend: "\(item.label). \(item.text)", choices: item.choicesShown,
        chosen: typed.answers[place], problems: problems, isInline: item.hasShortChoices)
}

extension InstrumentItem {
    /// The answers with their scores in front, where the scale has only numbers.
    var choicesShown: [Choice] {
        choices.map {
            Choice(
                String($0.score), $0.text.utf8.isEmpty ? "\($0.score)" : "\($0.text) (\($0.score))")
        }
    }

    /// Numbers only: they fit beside each other.
    var hasShortChoices: Bool { choices.allSatisfy { $0.text.utf8.count <= 12 } }
}
