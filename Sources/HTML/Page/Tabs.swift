/// One of several pages about the same thing.
package struct Tab: Sendable {
    let id: String
    let words: HTML
    let address: Address
    let isCurrent: Bool

    /// A tab. `isCurrent`: she stands here.
    package init(_ words: HTML, id: String, to address: Address, isCurrent: Bool = false) {
        self.id = id
        self.words = words
        self.address = address
        self.isCurrent = isCurrent
    }
}

/// Tabs are links with addresses of their own: they work without script, and Back leads back.
package func tabs(_ tabs: [Tab], label: HTML) -> HTML {
    """
    <nav class="tabs"\(attribute("aria-label", words: label))>
    <ul>
    \(tabs.map { tab in
        """
        <li><a id="\(tab.id)" href="\(tab.address)"\
        \(attribute("aria-current", tab.isCurrent ? "page" : nil))>\(tab.words)</a></li>\n
        """ })\
    </ul>
    </nav>
    """
}
