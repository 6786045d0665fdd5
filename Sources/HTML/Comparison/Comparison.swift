/// One of two texts that are compared: its heading ("Version 2, 13. november") and its words.
package struct Version: Sendable {
    let heading: HTML
    let text: String

    /// A version of a text.
    package init(_ heading: HTML, _ text: String) {
        self.heading = heading
        self.text = text
    }
}

/// Two versions side by side: what went stands in the old one, what came in the new one. Who hears
/// the page is told where a change begins and ends.
package func comparison(_ old: Version, _ new: Version, id: String) -> HTML {
    let runs = WordDiff(from: old.text, to: new.text).runs
    let isSame = runs.allSatisfy { $0.kind == .kept }
    return """
        <div class="comparison" id="\(id)">
        \(isSame ? "<p class=\"empty\">De to udgaver er ens.</p>\n" : .empty)\
        <div class="versions">
        \(side(old, runs.filter { $0.kind != .added }, id: "\(id)-foer"))
        \(side(new, runs.filter { $0.kind != .removed }, id: "\(id)-efter"))
        </div>
        </div>
        """
}

/// Both versions in one text.
package func comparedText(from old: String, to new: String) -> HTML {
    "<div class=\"note-text\">\(WordDiff(from: old, to: new).runs.map(runMarkup))</div>"
}

private func side(_ version: Version, _ runs: [WordDiff.Run], id: String) -> HTML {
    """
    <section aria-labelledby="\(id)">
    <h3 id="\(id)">\(version.heading)</h3>
    <div class="note-text">\(version.text.utf8.isEmpty ? "<span class=\"empty\">Tom</span>" : "\(runs.map(runMarkup))")</div>
    </section>
    """
}

private func runMarkup(_ run: WordDiff.Run) -> HTML {
    switch run.kind {
    case .kept: "\(run.text)"
    case .removed:
        "<del>\(HTML.unseen("slettet: "))\(run.text)\(HTML.unseen(" (slut på slettet) "))</del>"
    case .added:
        "<ins>\(HTML.unseen("tilføjet: "))\(run.text)\(HTML.unseen(" (slut på tilføjet) "))</ins>"
    }
}
