/// One way to see a list: `Mine`, `Alle`.
package struct FilterLink: Sendable {
    let words: HTML
    let address: Address
    let isChosen: Bool

    /// A way to see it. `isChosen`: it is seen this way now.
    package init(_ words: HTML, to address: Address, isChosen: Bool = false) {
        self.words = words
        self.address = address
        self.isChosen = isChosen
    }
}

/// Links, not fields: one press to change, and nothing to send.
package func filterLinks(
    _ links: [FilterLink], id: String = "filter", label: HTML = "Vis"
) -> HTML {
    """
    <nav class="filters" id="\(id)" aria-labelledby="\(id)-titel">
    <span id="\(id)-titel">\(label):</span>
    <ul>
    \(links.map { link in
        """
        <li><a href="\(link.address)"\
        \(attribute("aria-current", link.isChosen ? "true" : nil))>\(link.words)</a></li>\n
        """ })\
    </ul>
    </nav>
    """
}

/// A filter that is on, and the address of the list without it.
package struct FilterChip: Sendable {
    let words: HTML
    let without: Address

    /// A filter in words: `Ansvarlig: Anne Madsen`.
    package init(_ words: HTML, without: Address) {
        self.words = words
        self.without = without
    }
}

/// The filters that are on; each is taken off by a press. Nothing where none is on.
package func filterChips(_ chips: [FilterChip], clear: Address? = nil) -> HTML {
    guard !chips.isEmpty else { return .empty }
    return """
        <div class="chips">
        <ul aria-label="Valgte filtre">
        \(chips.map { chip in
            """
            <li><a href="\(chip.without)">\(HTML.unseen("Fjern filteret "))\(chip.words)</a></li>\n
            """ })\
        </ul>
        \(clear.map { "<a class=\"clear\" href=\"\($0)\">Fjern alle filtre</a>\n" })\
        </div>
        """
}

/// The fields that choose what a list shows (GET: the choice stands in the address). `hidden`
/// carries along what else the address holds, such as how the list is sorted.
package func filterForm(
    _ action: Address, id: String = "filtrer", submit: HTML = "Vis", hidden: HTML = .empty,
    _ fields: HTML
) -> HTML {
    queryForm(
        action, id: id, className: "filter",
        """
        \(hidden.isEmpty ? .empty : "<div hidden>\(hidden)</div>\n")\
        <div class="columns">
        \(fields)
        \(button(submit, .secondary, id: "\(id)-vis"))
        </div>
        """)
}
