/// How a long list is seen now: by which column it is sorted, and which page. It stands in the
/// address, so it can be sent, marked and gone back to.
package struct ListState: Hashable, Sendable {
    /// The key of the column; nil is the list's own order.
    package var sort: String?
    package var direction: Column.Sort
    /// Counted from 1.
    package var page: Int

    /// The list as it is first seen, or as an address says.
    package init(
        sort: String? = nil, direction: Column.Sort = .ascending, page: Int = 1
    ) {
        self.sort = sort
        self.direction = direction
        self.page = page
    }

    /// What a press on a column's heading leads to: sorted by it, or the other way round. A new
    /// order begins at the first page.
    package func sorted(by key: String) -> ListState {
        let isSame = sort == key
        return ListState(
            sort: key, direction: isSame ? direction.opposite : .ascending, page: 1)
    }
}

extension Column.Sort {
    fileprivate var opposite: Column.Sort { self == .ascending ? .descending : .ascending }
}

/// A row of a table, with the weight of what it is about.
package struct DataRow: Sendable {
    let id: String?
    let cells: [HTML]
    let weight: StatusWeight?

    /// A row. `weight` marks its edge; the words that say the same stand in a cell.
    package init(_ cells: [HTML], id: String? = nil, _ weight: StatusWeight? = nil) {
        self.cells = cells
        self.id = id
        self.weight = weight
    }
}

/// A table of things to work on: sorted by a press on a heading, with buttons in its rows, and a
/// card for each row on a small screen.
///
/// `address` makes the address of the list in another state; the caller puts its filters in it.
package struct DataTable: Sendable {
    let id: String
    let caption: HTML
    let hidesCaption: Bool
    let columns: [Column]
    let rows: [DataRow]
    let whenEmpty: HTML
    let state: ListState
    let address: (@Sendable (ListState) -> Address)?

    /// A table. `whenEmpty` says what comes next, not only that there is nothing.
    package init(
        id: String, caption: HTML, hidesCaption: Bool = false, columns: [Column],
        rows: [DataRow], whenEmpty: HTML, state: ListState = ListState(),
        address: (@Sendable (ListState) -> Address)? = nil
    ) {
        self.id = id
        self.caption = caption
        self.hidesCaption = hidesCaption
        self.columns = columns
        self.rows = rows
        self.whenEmpty = whenEmpty
        self.state = state
        self.address = address
    }
}

/// The table as a page shows it. Roles are written out, because a browser that shows rows as cards
/// would else forget that they are rows.
package func dataTable(_ table: DataTable) -> HTML {
    guard !table.rows.isEmpty else { return emptyState(table.whenEmpty, id: table.id) }
    let caption: HTML = table.hidesCaption ? " class=\"visually-hidden\"" : .empty
    return """
        <div class="table-scroll" role="region" aria-labelledby="\(table.id)-titel" tabindex="0">
        <table class="cards" id="\(table.id)" role="table">
        <caption id="\(table.id)-titel"\(caption)>\(table.caption)</caption>
        <thead role="rowgroup">
        <tr role="row">\(table.columns.map { heading($0, of: table) })</tr>
        </thead>
        <tbody role="rowgroup">
        \(table.rows.map { rowLine($0, table.columns) })\
        </tbody>
        </table>
        </div>
        """
}

/// Buttons and links side by side in a row's last cell.
package func rowActions(_ actions: [HTML]) -> HTML {
    "<div class=\"row-actions\">\(actions.joined(by: "\n"))</div>"
}

private func heading(_ column: Column, of table: DataTable) -> HTML {
    let number = attribute("class", column.isNumber ? "number" : nil)
    guard let key = column.key, let address = table.address else {
        return "<th role=\"columnheader\" scope=\"col\"\(number)>\(column.title)</th>"
    }
    let isSorted = table.state.sort == key
    let next = table.state.sorted(by: key)
    let hint: HTML = next.direction == .ascending ? ", sortér stigende" : ", sortér faldende"
    return """
        <th role="columnheader" scope="col"\(number)\
        \(attribute("aria-sort", isSorted ? table.state.direction.rawValue : nil))>\
        <a class="sort" href="\(address(next))">\(column.title)\(HTML.unseen(hint))</a></th>
        """
}

private func rowLine(_ row: DataRow, _ columns: [Column]) -> HTML {
    let cells = zip(row.cells, columns).enumerated().map { index, pair -> HTML in
        let (cell, column) = pair
        let numeric = attribute("class", column.isNumber ? "number" : nil)
        guard index > 0 else {
            return "<th role=\"rowheader\" scope=\"row\"\(numeric)>\(cell)</th>"
        }
        return """
            <td role="cell"\(numeric)\(attribute("data-label", words: column.title))>\(cell)</td>
            """
    }
    return """
        <tr role="row"\(attribute("id", row.id))\(attribute("class", row.weight?.rawValue))>\
        \(cells)</tr>\n
        """
}
