/// One line of a summary: what it is, what it says, and perhaps where to change it.
public struct SummaryRow: Sendable {
    let key: HTML
    let value: HTML
    let change: (address: Address, what: HTML)?

    /// A line. `change` names what is changed for those who hear the link alone:
    /// "Ret" reads as "Ret alder".
    public init(_ key: HTML, _ value: HTML, change: (address: Address, what: HTML)? = nil) {
        self.key = key
        self.value = value
        self.change = change
    }
}

/// Keys and values, as on the check page and the head of a case.
public func summaryList(_ rows: [SummaryRow], id: String? = nil) -> HTML {
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

/// A column of a table: its heading, and whether it holds figures (right-aligned).
public struct Column: Sendable {
    let title: HTML
    let isNumber: Bool
    let sort: Sort?

    /// How the table is sorted by this column now.
    public enum Sort: String, Sendable {
        case ascending, descending
    }

    /// A column of words, ids or links.
    public init(_ title: HTML, sort: Sort? = nil) {
        self.init(title, isNumber: false, sort: sort)
    }

    /// A column of figures.
    public static func number(_ title: HTML, sort: Sort? = nil) -> Column {
        Column(title, isNumber: true, sort: sort)
    }

    private init(_ title: HTML, isNumber: Bool, sort: Sort?) {
        self.title = title
        self.isNumber = isNumber
        self.sort = sort
    }
}

extension Column: ExpressibleByStringLiteral {
    /// A column of words, named in the source.
    public init(stringLiteral title: StaticString) {
        self.init(HTML(stringLiteral: title))
    }
}

/// A table with a caption, headings that say what they head, and the first cell of each row as
/// the row's heading. Where it is too wide it scrolls in a region of its own that the keyboard
/// can reach. A table without rows says why in words instead.
public func table(
    id: String, caption: HTML, columns: [Column], rows: [[HTML]], whenEmpty: HTML,
    hidesCaption: Bool = false
) -> HTML {
    guard !rows.isEmpty else { return "<p id=\"\(id)\" class=\"empty\">\(whenEmpty)</p>" }
    return """
        <div class="table-scroll" role="region" aria-labelledby="\(id)-titel" tabindex="0">
        <table id="\(id)">
        <caption id="\(id)-titel"\(hidesCaption ? " class=\"visually-hidden\"" : .empty)>\
        \(caption)</caption>
        <thead>
        <tr>\(columns.map(heading))</tr>
        </thead>
        <tbody>
        \(rows.map { "<tr>\(cells($0, columns))</tr>\n" })\
        </tbody>
        </table>
        </div>
        """
}

private func heading(_ column: Column) -> HTML {
    """
    <th scope="col"\(attribute("class", column.isNumber ? "number" : nil))\
    \(attribute("aria-sort", column.sort?.rawValue))>\(column.title)</th>
    """
}

private func cells(_ row: [HTML], _ columns: [Column]) -> [HTML] {
    zip(row, columns).enumerated().map { index, cell in
        let numeric = attribute("class", cell.1.isNumber ? "number" : nil)
        return index == 0
            ? "<th scope=\"row\"\(numeric)>\(cell.0)</th>" : "<td\(numeric)>\(cell.0)</td>"
    }
}
