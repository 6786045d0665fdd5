/// One thing to choose.
package struct Choice: Sendable {
    /// What the form sends.
    package let value: String

    /// What the person reads.
    package let label: HTML

    /// A short sentence under the label.
    package let hint: HTML?

    /// Fields that belong to this choice. The stylesheet hides them until it is chosen; a browser
    /// that cannot shows them always.
    package let fields: HTML?

    /// A choice.
    package init(_ value: String, _ label: HTML, hint: HTML? = nil, fields: HTML? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
        self.fields = fields
    }
}

/// Choose one. The first button's id is the name of the group, so that an error can lead to it;
/// the others are `name-value`. Nothing is chosen beforehand unless `chosen` says so.
package func radios(
    _ name: String, legend: HTML, choices: [Choice], chosen: String? = nil, hint: HTML? = nil,
    problems: [FormProblem] = [], isRequired: Bool = false, isOptional: Bool = false,
    isInline: Bool = false, as style: LabelStyle = .plain
) -> HTML {
    group(
        name, legend: legend, hint: hint, problems: problems, isOptional: isOptional,
        isInline: isInline, style: style,
        choices.indices.map { index in
            option(
                choices[index], type: "radio", name: name, isFirst: index == 0,
                isChosen: choices[index].value == chosen, isRequired: isRequired)
        })
}

/// Choose any number. Ids as for ``radios(_:legend:choices:chosen:hint:problems:isRequired:isOptional:isInline:as:)``.
package func checkboxes(
    _ name: String, legend: HTML, choices: [Choice], chosen: Set<String> = [], hint: HTML? = nil,
    problems: [FormProblem] = [], isOptional: Bool = false, isInline: Bool = false,
    as style: LabelStyle = .plain
) -> HTML {
    group(
        name, legend: legend, hint: hint, problems: problems, isOptional: isOptional,
        isInline: isInline, style: style,
        choices.indices.map { index in
            option(
                choices[index], type: "checkbox", name: name, isFirst: index == 0,
                isChosen: chosen.contains(choices[index].value), isRequired: false)
        })
}

/// One box that stands alone. Its id is its name; it sends `value` when ticked.
package func checkbox(
    _ name: String, label: HTML, value: String = "ja", isChecked: Bool = false,
    hint: HTML? = nil, problems: [FormProblem] = []
) -> HTML {
    let guidance = Guidance(id: name, hint: hint, problems: problems)
    return """
        <div class="\(guidance.groupClass("field"))">
        \(guidance.problem == nil ? .empty : guidance.markup)\
        <div class="choice">
        <input type="checkbox" id="\(name)" name="\(name)" value="\(value)"\
        \(flag("checked", isChecked))\(guidance.attributes)>
        <label for="\(name)">\(label)</label>
        </div>
        \(guidance.problem == nil ? guidance.markup : .empty)\
        </div>
        """
}

private func group(
    _ name: String, legend: HTML, hint: HTML?, problems: [FormProblem], isOptional: Bool,
    isInline: Bool, style: LabelStyle, _ options: [HTML]
) -> HTML {
    let guidance = Guidance(id: name, hint: hint, problems: problems)
    return """
        <fieldset class="\(guidance.groupClass(isInline ? "field inline" : "field"))"\
        \(attribute("aria-describedby", guidance.describedBy))>
        \(style.legend(optional(legend, isOptional)))
        \(guidance.markup)\
        \(options)\
        </fieldset>
        """
}

private func option(
    _ choice: Choice, type: StaticString, name: String, isFirst: Bool, isChosen: Bool,
    isRequired: Bool
) -> HTML {
    let id = isFirst ? name : "\(name)-\(choice.value)"
    let hintID = "\(name)-\(choice.value)-hjaelp"
    return """
        <div class="choice">
        <input type="\(HTML(stringLiteral: type))" id="\(id)" name="\(name)" \
        value="\(choice.value)"\(flag("checked", isChosen))\(flag("required", isRequired))\
        \(attribute("aria-describedby", choice.hint == nil ? nil : hintID))>
        <label for="\(id)">\(choice.label)</label>
        \(choice.hint.map { "<p class=\"hint\" id=\"\(hintID)\">\($0)</p>\n" })\
        </div>
        \(choice.fields.map { "<div class=\"revealed\">\n\($0)\n</div>\n" })
        """
}
