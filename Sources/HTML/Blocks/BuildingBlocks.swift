/// A component with each of its states, filled with invented people: what engineers build pages
/// from, and what is photographed after every change.
package struct BuildingBlock: Sendable {
    /// One state of a component.
    package struct Example: Sendable {
        let name: HTML
        let content: HTML

        init(_ name: HTML, _ content: HTML) {
            self.name = name
            self.content = content
        }
    }

    let id: String
    let name: HTML
    let purpose: HTML
    let examples: [Example]

    init(_ id: String, _ name: HTML, _ purpose: HTML, _ examples: [Example]) {
        self.id = id
        self.name = name
        self.purpose = purpose
        self.examples = examples
    }
}

extension BuildingBlock {
    /// All of them, in the order they stand on the page.
    package static var all: [BuildingBlock] {
        statusBlocks + pageBlocks + caseBlocks + formBlocks + listBlocks + calendarBlocks
            + chartBlocks + textBlocks
    }
}

/// The content of the page that shows them all.
package func buildingBlocks() -> HTML {
    let blocks = BuildingBlock.all
    return """
        \(pageHead(
            "Byggeklodser", caption: "Alt her er opdigtet.", actions: [printButton()]))
        <nav aria-label="Byggeklodser">
        <ul class="links">
        \(blocks.map { "<li><a href=\"#\($0.id)\">\($0.name)</a></li>\n" })\
        </ul>
        </nav>
        \(blocks.map(blockSection))
        """
}

private func blockSection(_ block: BuildingBlock) -> HTML {
    """
    <div class="block" id="\(block.id)">
    <h2>\(block.name)</h2>
    <p>\(block.purpose)</p>
    \(block.examples.map { example in
        """
        <h3>\(example.name)</h3>
        <div class="specimen">
        \(example.content)
        </div>\n
        """ })\
    </div>\n
    """
}
