/// `Trin 2 af 5`, above the heading of a page with one question.
package func stepCaption(_ step: Int, of count: Int) -> HTML {
    "<p class=\"caption\">Trin \(step) af \(count)</p>"
}

/// A step of something that is done over several days or pages.
package struct Step: Sendable {
    /// How far it is.
    package enum State: String, Sendable {
        case done, current, ahead
    }

    let words: HTML
    let state: State
    let address: Address?

    /// A step; one that is done may be gone back to.
    package init(_ words: HTML, _ state: State, to address: Address? = nil) {
        self.words = words
        self.state = state
        self.address = address
    }
}

/// The steps in their order, with which are done and which is next.
package func progressSteps(_ steps: [Step], label: HTML) -> HTML {
    """
    <ol class="steps"\(attribute("aria-label", words: label))>
    \(steps.map(stepLine))\
    </ol>
    """
}

private func stepLine(_ step: Step) -> HTML {
    let words: HTML =
        switch step.state {
        case .done: "\(step.words)\(HTML.unseen(", klaret"))"
        case .current: step.words
        case .ahead: "\(step.words)\(HTML.unseen(", senere"))"
        }
    return """
        <li class="\(step.state.rawValue)"\
        \(attribute("aria-current", step.state == .current ? "step" : nil))>\
        \(step.address.map { "<a href=\"\($0)\">\(words)</a>" } ?? words)</li>\n
        """
}
