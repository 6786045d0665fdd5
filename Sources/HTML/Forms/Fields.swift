/// What kind of text a field takes: it decides the keyboard on a phone, nothing else.
/// No field refuses what is typed; the server reads it kindly.
package enum TextKind: String, Sendable {
    case text, tel, email, search, password

    /// Digits, as a code or a count: `type="text"` with a number keyboard.
    case digits

    fileprivate var attributes: HTML {
        switch self {
        case .digits: " type=\"text\" inputmode=\"numeric\""
        default: " type=\"\(rawValue)\""
        }
    }
}

/// How long an answer is expected to be; the width of the field says it.
package enum FieldWidth: Int, Sendable {
    case four = 4
    case eight = 8
    case eleven = 11
    case twentySeven = 27
    case full = 0

    fileprivate var className: String { self == .full ? "" : " width-\(rawValue)" }
}

/// How a control's name is set: as a small label, or as the heading of a page with one question.
package enum LabelStyle: Sendable {
    case plain, heading

    func label(for id: String, _ label: HTML) -> HTML {
        let inner: HTML = "<label for=\"\(id)\">\(label)</label>"
        return self == .heading ? "<h1 class=\"question\">\(inner)</h1>" : inner
    }

    func legend(_ legend: HTML) -> HTML {
        self == .heading
            ? "<legend><h1 class=\"question\">\(legend)</h1></legend>"
            : "<legend>\(legend)</legend>"
    }
}

/// A field of one line. Its id is its name.
package func textField(
    _ name: String, label: HTML, value: String = "", kind: TextKind = .text,
    width: FieldWidth = .full, hint: HTML? = nil, problems: [FormProblem] = [],
    autocomplete: String? = nil, isRequired: Bool = false, isOptional: Bool = false,
    accessKey: String? = nil, hasFocus: Bool = false, as style: LabelStyle = .plain
) -> HTML {
    let guidance = Guidance(id: name, hint: hint, problems: problems)
    return """
        <div class="\(guidance.groupClass("field"))">
        \(style.label(for: name, optional(label, isOptional)))
        \(guidance.markup)\
        <input class="input\(width.className)"\(kind.attributes) id="\(name)" name="\(name)" \
        value="\(value)"\(attribute("autocomplete", autocomplete))\(guidance.attributes)\
        \(attribute("accesskey", accessKey))\(flag("required", isRequired))\
        \(flag("autofocus", hasFocus))>
        </div>
        """
}

/// A field of several lines. Its id is its name. `lengthMax` is only shown while counting down;
/// the server decides.
package func textArea(
    _ name: String, label: HTML, value: String = "", rows: Int = 6, hint: HTML? = nil,
    problems: [FormProblem] = [], lengthMax: Int? = nil, isRequired: Bool = false,
    isOptional: Bool = false, as style: LabelStyle = .plain
) -> HTML {
    let guidance = Guidance(id: name, hint: hint, problems: problems)
    // The line break after the tag belongs to the tag: without it a text that begins with one loses it.
    return """
        <div class="\(guidance.groupClass("field"))">
        \(style.label(for: name, optional(label, isOptional)))
        \(guidance.markup)\
        <textarea class="input" id="\(name)" name="\(name)" rows="\(rows)"\
        \(attribute("data-length-max", lengthMax.map { String($0) }))\(guidance.attributes)\
        \(flag("required", isRequired))>
        \(value)</textarea>
        </div>
        """
}

/// A list to choose one from, for more choices than radios can carry. An empty first line is
/// offered where `prompt` says what to choose.
package func select(
    _ name: String, label: HTML, choices: [Choice], chosen: String? = nil, prompt: HTML? = nil,
    hint: HTML? = nil, problems: [FormProblem] = [], isRequired: Bool = false,
    isOptional: Bool = false
) -> HTML {
    let guidance = Guidance(id: name, hint: hint, problems: problems)
    // A required list must begin with an empty line, by the rules of HTML.
    let prompt = prompt ?? (isRequired ? "Vælg" : nil)
    return """
        <div class="\(guidance.groupClass("field"))">
        \(LabelStyle.plain.label(for: name, optional(label, isOptional)))
        \(guidance.markup)\
        <select class="input" id="\(name)" name="\(name)"\(guidance.attributes)\
        \(flag("required", isRequired))>
        \(prompt.map { "<option value=\"\">\($0)</option>\n" })\
        \(choices.map { choice in
            """
            <option value="\(choice.value)"\(flag("selected", choice.value == chosen))>\
            \(choice.label)</option>\n
            """ })\
        </select>
        </div>
        """
}
