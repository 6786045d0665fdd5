internal import HTML
internal import Records

/// The form of an act as it stands in a page: its fields, on whose case it is written, and its button. Nothing for those
/// whose role may not do it.
func actForm<Act: CaseAct>(
    _ act: Act.Type, _ reading: CaseReading, _ page: CasePageContext,
    style: ButtonStyle = .secondary
) -> HTML {
    guard page.may(act) else { return .empty }
    return actForm(
        act, reading, ActForm(fields: Act.fields(reading.state), id: .random()),
        token: page.token, style: style)
}

/// What stands in the form of an act, and what is wrong with it.
struct ActForm: Sendable {
    var fields: [ActField]
    /// The id the first fact will have.
    var id: EntryID
    var problems: [FormProblem] = []
    /// The entry it takes the place of, and why.
    var correcting: Correction?

    /// Says that it was looked through: fine, or to be mended.
    static let lookedField = "tjekket"
    static let isFine = "ja"

    struct Correction: Sendable {
        let entry: EntryID
        var why = ""

        /// The field with the entry, and the one with the reason.
        static let entryField = "retter"
        static let whyField = "hvorfor-rettet"
        static let whyLabel: HTML = "Hvorfor rettes det?"
        static let whyLengthMax = 500
    }
}

func actForm<Act: CaseAct>(
    _ act: Act.Type, _ reading: CaseReading, _ typed: ActForm, token: String,
    style: ButtonStyle = .secondary
) -> HTML {
    form(
        Act.address(of: reading.ref.number), id: "\(Act.address)-formular", token: token,
        warnsWhenLeft: true,
        """
        \(hiddenField("id", typed.id.formText))
        \(actFields(typed.fields.map { act.shown($0, reading) }, typed.problems))\
        \(typed.correcting.map { correctionFields($0, typed.problems) })\
        \(typed.fields.contains { !$0.isHidden } ? savedOn(reading) : .empty)
        \(button(
            typed.correcting == nil
                ? (Act.isChecked ? "Se brevet" : "\(Act.button)") : "Gem rettelsen",
            style, id: "gem-\(Act.address)", accessKey: style == .primary ? "9" : nil))
        """)
}

private func correctionFields(
    _ correction: ActForm.Correction, _ problems: [FormProblem]
) -> HTML {
    """
    \(hiddenField(ActForm.Correction.entryField, correction.entry.formText))
    \(textField(
        ActForm.Correction.whyField, label: ActForm.Correction.whyLabel, value: correction.why,
        hint: "Det, der stod før, bliver stående i tidslinjen med streg over", problems: problems))
    """
}

/// The fields of a form one after the other; those of one row beside each other.
func actFields(_ fields: [ActField], _ problems: [FormProblem]) -> HTML {
    var html = HTML.empty
    var rest = fields.filter { $0.isAsked || !$0.values.joined().isEmpty }[...]
    while let first = rest.first {
        let row = first.row == 0 ? rest.prefix(1) : rest.prefix { $0.row == first.row }
        rest = rest.dropFirst(row.count)
        let inputs = row.map { actField($0, problems) }
        html = html + (first.row == 0 ? inputs[0] : "<div class=\"columns\">\n\(inputs)</div>\n")
    }
    return html
}

private func actField(_ field: ActField, _ problems: [FormProblem]) -> HTML {
    let value = field.values.first ?? ""
    switch field.kind {
    case .hidden: return hiddenField(field.name, value) + "\n"
    case .day:
        return textField(
            field.name, label: field.label, value: value, width: .eleven, hint: field.hint,
            problems: problems, isOptional: field.isOptional)
    case .time:
        return textField(
            field.name, label: field.label, value: value, width: .eight, hint: field.hint,
            problems: problems, isOptional: field.isOptional)
    case .number:
        return textField(
            field.name, label: field.label, value: value, kind: .digits, width: .four,
            hint: field.hint, problems: problems, isOptional: field.isOptional)
    case .line:
        return textField(
            field.name, label: field.label, value: value, width: .twentySeven, hint: field.hint,
            problems: problems, isOptional: field.isOptional)
    case .text(let rows, _):
        return textArea(
            field.name, label: field.label, value: value, rows: rows, hint: field.hint,
            problems: problems, isOptional: field.isOptional)
    case .choice(let choices, let isInline):
        return radios(
            field.name, legend: field.label, choices: choices, chosen: value, hint: field.hint,
            problems: problems, isInline: isInline)
    case .select(let choices, let prompt):
        return select(
            field.name, label: field.label, choices: choices, chosen: value, prompt: prompt,
            hint: field.hint, problems: problems, isOptional: field.isOptional)
    case .tick:
        return checkbox(field.name, label: field.label, isChecked: !value.isEmpty)
    case .ticks(let choices):
        return checkboxes(
            field.name, legend: field.label, choices: choices, chosen: Set(field.values),
            isOptional: field.isOptional)
    }
}

/// An act on a page of its own: whose case, the form, and what must be mended in it.
func actPage<Act: CaseAct>(
    _ act: Act.Type, _ reading: CaseReading, _ typed: ActForm, token: String
) -> HTML {
    """
    <h1>\(typed.correcting == nil ? Act.title : "Ret: \(Act.title)")</h1>
    \(caseHead(reading, token: token))
    \(actForm(act, reading, typed, token: token, style: .primary))
    \(typed.correcting.map { takeBackLink($0.entry, reading.ref.number) })
    """
}

/// What an act will write, once more, before it is written: everything typed is carried along, and goes back with her.
func actCheckPage<Act: CaseAct>(
    _ act: Act.Type, _ reading: CaseReading, _ typed: ActForm, preview: HTML, token: String
) -> HTML {
    let carried = typed.fields.reduce(HTML.empty) { html, field in
        field.values.reduce(html) { $0 + hiddenField(field.name, $1) + "\n" }
    }
    return """
        \(caseHead(reading))
        <p class="lead">Sådan ser brevet ud. Læs det igennem, før du går videre.</p>
        \(preview)
        \(form(
            Act.address(of: reading.ref.number), id: "\(Act.address)-tjek", token: token,
            """
            <div hidden>\(hiddenField("id", typed.id.formText))
            \(carried)</div>
            \(savedOn(reading))
            <div class="buttons">
            \(button(
                "\(Act.button)", id: "bekraeft-\(Act.address)", name: ActForm.lookedField,
                value: ActForm.isFine, accessKey: "9"))
            \(button(
                "Gå tilbage og ret", .secondary, id: "ret-\(Act.address)",
                name: ActForm.lookedField, value: "ret"))
            </div>
            """))
        """
}

private func takeBackLink(_ entry: EntryID, _ number: CaseNumber) -> HTML {
    let address: Address =
        "/sager/\(word: number.description)/\(word: TakeBack.address)?post=\(word: entry.formText)"
    return """
        <p>Er det skrevet på en forkert sag, eller er det slet ikke sket? \
        <a id="fjern" href="\(address)">Fjern det</a></p>
        """
}
