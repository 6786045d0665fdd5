/// One line of a summary: what it is, what it says, and perhaps where to change it.
package struct SummaryRow: Sendable {
    let key: HTML
    let value: HTML
    let change: (address: Address, what: HTML)?

    /// A line. `change` names what is changed for those who hear the link alone:
    /// "Ret" reads as "Ret alder".
    package init(_ key: HTML, _ value: HTML, change: (address: Address, what: HTML)? = nil) {
        self.key = key
        self.value = value
        self.change = change
    }
}

/// Keys and values, as on the check page and the head of a case.
package func summaryList(_ rows: [SummaryRow], id: String? = nil) -> HTML {
    """
    <dl class="summary"\(attribute("id", id))>
    \(rows.map { row in
        """
        <div>
        <dt>\(row.key)</dt>
        <dd>\(row.value)</dd>
        \(row.change.map { change in
            """
            <dd class="action"><a href="\(change.address)">Ret\
            <span class="visually-hidden"> \(change.what)</span></a></dd>\n
            """ })\
        </div>\n
        """ })\
    </dl>
    """
}
