/// What may be read but need not be: folded away until asked for. Works without script.
/// `isBare`: without a frame, as a line in a text.
package func fold(
    _ id: String, _ summary: HTML, isOpen: Bool = false, isBare: Bool = false, _ content: HTML
) -> HTML {
    """
    <details\(isBare ? .empty : " class=\"fold\"") id="\(id)"\(flag("open", isOpen))>
    <summary>\(summary)</summary>
    \(content)
    </details>
    """
}
