/// Something in a form that must be mended, in words for the person who filled it in.
package struct FormProblem: Sendable, Hashable {
    /// The name of the control, which is also its id on the page.
    package let field: String

    /// What to do about it; the same words stand at the field and in the summary.
    package let message: String

    /// A problem at a field.
    package init(field: String, message: String) {
        self.field = field
        self.message = message
    }
}

extension [FormProblem] {
    /// The problem at one field, if it has one.
    package subscript(field: String) -> String? {
        first { $0.field == field }?.message
    }
}

extension [FormProblem] {
    /// The problems in the order their fields stand on the page; what has no field comes last.
    ///
    /// What was typed cannot pretend to be a field: in the page its quotation marks are entities.
    package func inOrder(of page: HTML) -> [FormProblem] {
        let places = Set(map(\.field)).reduce(into: [String: Int]()) { places, field in
            places[field] = page.place(ofID: field) ?? .max
        }
        return enumerated().sorted { one, other in
            let (first, second) = (
                places[one.element.field] ?? .max, places[other.element.field] ?? .max
            )
            return (first, one.offset) < (second, other.offset)
        }.map(\.element)
    }
}

extension HTML {
    /// Where the element with an id begins.
    fileprivate func place(ofID id: String) -> Int? {
        let wanted = Array(" id=\"\(id)\"".utf8)
        guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
        return bytes.indices.dropLast(wanted.count - 1).first {
            bytes[$0] == first && bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
        }
    }
}

/// The list of what must be mended: it stands above the heading, is read aloud at once, and each
/// line leads to its field. Nothing when all is well. Given the page, the lines stand in the order
/// of its fields.
package func errorSummary(_ problems: [FormProblem], on page: HTML? = nil) -> HTML {
    guard !problems.isEmpty else { return .empty }
    let problems = page.map(problems.inOrder(of:)) ?? problems
    return """
        <div class="error-summary" id="fejl" role="alert" tabindex="-1" \
        aria-labelledby="fejl-overskrift">
        <h2 id="fejl-overskrift">Der er problemer</h2>
        <ul>
        \(problems.map { "<li><a href=\"#\($0.field)\">\($0.message)</a></li>\n" })\
        </ul>
        </div>
        """
}

/// The hint and the error of one control, and how the control points at them.
struct Guidance {
    let hint: HTML?
    let problem: String?
    let id: String

    init(id: String, hint: HTML?, problems: [FormProblem]) {
        self.id = id
        self.hint = hint
        problem = problems[id]
    }

    var hintID: String { "\(id)-hjaelp" }
    var errorID: String { "\(id)-fejl" }

    /// The paragraphs between label and field.
    var markup: HTML {
        """
        \(hint.map { "<p class=\"hint\" id=\"\(hintID)\">\($0)</p>\n" })\
        \(problem.map { message in
            """
            <p class="error" id="\(errorID)"><span class="visually-hidden">Fejl: </span>\(message)</p>\n
            """ })
        """
    }

    /// The ids of what describes the control.
    var describedBy: String? {
        switch (hint, problem) {
        case (nil, nil): nil
        case (_, nil): hintID
        case (nil, _): errorID
        default: "\(hintID) \(errorID)"
        }
    }

    /// `aria-describedby` and `aria-invalid`, where they say something.
    var attributes: HTML {
        """
        \(attribute("aria-describedby", describedBy))\
        \(attribute("aria-invalid", problem == nil ? nil : "true"))
        """
    }

    /// The class of the whole group; the red bar hangs on it.
    func groupClass(_ name: String) -> String {
        problem == nil ? name : "\(name) has-error"
    }
}

/// A name that says it may be left out.
func optional(_ label: HTML, _ isOptional: Bool) -> HTML {
    isOptional ? "\(label) <span class=\"optional\">(frivilligt)</span>" : label
}
