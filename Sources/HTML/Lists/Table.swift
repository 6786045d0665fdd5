/// A column of a table: its heading, and whether it holds figures (right-aligned).
package struct Column: Sendable {
    let title: HTML
    let isNumber: Bool
    let sort: Sort?
    let key: String?

    /// How the table is sorted by this column now.
    package enum Sort: String, Sendable {
        case ascending, descending
    }

    /// A column of words, ids or links. With a `key` a ``DataTable`` can be sorted by it.
    package init(_ title: HTML, key: String? = nil, sort: Sort? = nil) {
        self.init(title, isNumber: false, key: key, sort: sort)
    }

    /// A column of figures.
    package static func number(_ title: HTML, key: String? = nil, sort: Sort? = nil) -> Column {
        Column(title, isNumber: true, key: key, sort: sort)
    }

    private init(_ title: HTML, isNumber: Bool, key: String?, sort: Sort?) {
        self.title = title
        self.isNumber = isNumber
        self.sort = sort
        self.key = key
    }
}

extension Column: ExpressibleByStringLiteral {
    /// A column of words, named in the source.
    package init(stringLiteral title: StaticString) {
        self.init(HTML(stringLiteral: title))
    }
}

/// A table with a caption, headings that say what they head, and the first cell of each row as
/// the row's heading. Where it is too wide it scrolls in a region of its own that the keyboard
/// can reach. A table without rows says why in words instead.
package func table(
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
