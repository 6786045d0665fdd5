/// What is about to be written, once more, before it cannot be taken back.
package struct CheckPage: Sendable {
    let title: HTML
    let lead: HTML?
    let rows: [SummaryRow]
    let warning: HTML?
    let action: Address
    let token: String
    let carried: HTML
    let confirm: HTML
    let back: Address
    let backWords: HTML

    /// A check page. `carried` are the hidden fields that bring what was typed along, `confirm` the
    /// words on the button: they say the act, never "OK". `warning` says what cannot be undone.
    package init(
        title: HTML = "Tjek, før du gemmer", lead: HTML? = nil, _ rows: [SummaryRow],
        warning: HTML? = nil, action: Address, token: String, carried: HTML, confirm: HTML,
        back: Address, backWords: HTML = "Gå tilbage og ret"
    ) {
        self.title = title
        self.lead = lead
        self.rows = rows
        self.warning = warning
        self.action = action
        self.token = token
        self.carried = carried
        self.confirm = confirm
        self.back = back
        self.backWords = backWords
    }
}

/// The page: what it says, what it means, and the two ways on.
package func checkPage(_ check: CheckPage) -> HTML {
    """
    <h1>\(check.title)</h1>
    \(check.lead.map { "<p class=\"lead\">\($0)</p>\n" })\
    \(summaryList(check.rows, id: "tjek"))
    \(check.warning.map { "\(notice(.warning, "<p>\($0)</p>"))\n" })\
    \(form(
        check.action, id: "tjek-formular", token: check.token,
        """
        <div hidden>\(check.carried)</div>
        <div class="buttons">
        \(button(check.confirm, id: "bekraeft", accessKey: "9"))
        \(link(check.backWords, to: check.back))
        </div>
        """))
    """
}
