/// One figure that counts what lies behind it, and leads there: `2 overskredet`.
package struct Tile: Sendable {
    let id: String
    let count: Int
    let words: HTML
    let weight: StatusWeight?
    let address: Address?

    /// A count of none has no colour: nothing calls for anybody.
    package init(
        _ count: Int, _ words: HTML, id: String, _ weight: StatusWeight? = nil,
        to address: Address? = nil
    ) {
        self.id = id
        self.count = count
        self.words = words
        self.weight = weight
        self.address = address
    }
}

/// The figures of a day side by side. `label` names the row for those who hear it.
package func tiles(_ tiles: [Tile], label: HTML = "Lige nu") -> HTML {
    """
    <ul class="tiles"\(attribute("aria-label", words: label))>
    \(tiles.map(tileLine))\
    </ul>
    """
}

private func tileLine(_ tile: Tile) -> HTML {
    let content: HTML = "<strong>\(tile.count)</strong> \(tile.words)"
    let weight = tile.count > 0 ? tile.weight?.rawValue : nil
    return """
        <li id="\(tile.id)"\(attribute("class", weight))>\
        \(tile.address.map { "<a href=\"\($0)\">\(content)</a>" } ?? content)</li>\n
        """
}
