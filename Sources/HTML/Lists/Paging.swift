/// Which part of a long list is shown.
package struct Paging: Hashable, Sendable {
    /// Counted from 1; a page past the last is the last.
    package let page: Int
    /// Lines on a page.
    package let size: Int
    package let total: Int

    /// A page of `size` lines of a list of `total`.
    package init(page: Int, size: Int, total: Int) {
        self.size = max(1, size)
        self.total = max(0, total)
        self.page = min(max(1, page), Self.pages(total, size))
    }

    /// How many pages there are; a list of nothing has one.
    package var pages: Int { Self.pages(total, size) }

    /// The lines of this page, counted from 0: what a query leaves out, and what it takes.
    package var lines: Range<Int> {
        let start = (page - 1) * size
        return start..<max(start, min(start + size, total))
    }

    private static func pages(_ total: Int, _ size: Int) -> Int {
        max(1, (max(0, total) + max(1, size) - 1) / max(1, size))
    }

    /// The first page, the last, this one and its neighbours; nil where some are left out.
    var shown: [Int?] {
        let wanted = Set([1, pages, page - 1, page, page + 1]).filter { (1...pages).contains($0) }
        return wanted.sorted().reduce(into: []) { shown, next in
            if let last = shown.last ?? nil, next > last + 1 {
                // One page left out takes no more room than the sign that says so.
                shown.append(next == last + 2 ? last + 1 : nil)
            }
            shown.append(next)
        }
    }
}

/// "Viser 1-25 af 312", and the way to the other pages. One page needs no way.
package func paging(
    _ paging: Paging, id: String = "sider", label: HTML = "Sider", to address: (Int) -> Address
) -> HTML {
    guard paging.total > 0 else { return .empty }
    let lines = paging.lines
    let said: HTML =
        """
        <p class="shown" id="\(id)-viser">Viser \(lines.lowerBound + 1)-\(lines.upperBound) af \
        \(danishFigure(Double(paging.total)))</p>
        """
    guard paging.pages > 1 else { return "<div class=\"paging\">\(said)</div>" }
    return """
        <div class="paging">
        \(said)
        <nav\(attribute("aria-label", words: label)) id="\(id)">
        <ul>
        \(paging.page > 1 ? turn("Forrige", "prev", to: address(paging.page - 1)) : .empty)\
        \(paging.shown.map { number in
            number.map { pageLink($0, isCurrent: $0 == paging.page, to: address($0)) }
                ?? "<li class=\"gap\">…</li>\n"
        })\
        \(paging.page < paging.pages
            ? turn("Næste", "next", to: address(paging.page + 1)) : .empty)\
        </ul>
        </nav>
        </div>
        """
}

/// The way through a list that is too long to count, such as a log.
package func paging(
    id: String = "sider", label: HTML = "Sider", newest: Address?, older: Address?
) -> HTML {
    guard newest != nil || older != nil else { return .empty }
    return """
        <nav class="paging"\(attribute("aria-label", words: label)) id="\(id)">
        <ul>
        \(newest.map { turn("Nyeste", "first", to: $0) })\
        \(older.map { turn("Ældre", "next", to: $0) })\
        </ul>
        </nav>
        """
}

private func pageLink(_ number: Int, isCurrent: Bool, to address: Address) -> HTML {
    """
    <li><a href="\(address)"\(attribute("aria-current", isCurrent ? "page" : nil))>\
    \(HTML.unseen("Side "))\(number)</a></li>\n
    """
}

private func turn(_ words: HTML, _ rel: StaticString, to address: Address) -> HTML {
    """
    <li class="turn"><a rel="\(HTML(stringLiteral: rel))" href="\(address)">\(words)</a></li>\n
    """
}
