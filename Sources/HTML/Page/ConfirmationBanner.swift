/// What was done, said at the top of the page she comes to: what, when, what comes next, and how to
/// take it back while that can be done. The script moves focus here, so that it is read at once.
package func confirmationBanner(
    _ what: HTML, when: HTML? = nil, next: HTML? = nil, undo: HTML? = nil
) -> HTML {
    """
    <div class="confirmation" id="bekraeftelse" tabindex="-1">
    <div role="status">
    <p><strong>\(what)</strong>\(when.map { " <span class=\"when\">\($0)</span>" })</p>
    \(next.map { "<p>\($0)</p>\n" })\
    </div>
    \(undo.map { "<div class=\"undo\">\($0)</div>\n" })\
    </div>
    """
}
