/// What a notice is about; the icon and the colour follow, the words say it all.
package enum NoticeKind: String, Sendable, CaseIterable {
    /// Good to know.
    case info

    /// It went well.
    case good

    /// Look before you go on.
    case warning

    /// Something does not work.
    case error
}

/// A message that stands out because it is needed now. With a heading it is a part of the page
/// with a name; `isAnnounced` when it appears while she is on the page.
package func notice(
    _ kind: NoticeKind, id: String? = nil, heading: HTML? = nil, isAnnounced: Bool = false,
    _ content: HTML
) -> HTML {
    let role = isAnnounced ? "status" : nil
    guard let heading else {
        return """
            <div class="notice \(kind.rawValue)"\(attribute("id", id))\(attribute("role", role))>
            \(content)
            </div>
            """
    }
    let name = "\(id ?? "besked-\(kind.rawValue)")-titel"
    return """
        <section class="notice \(kind.rawValue)"\(attribute("id", id)) aria-labelledby="\(name)">
        <h2 id="\(name)">\(heading)</h2>
        \(isAnnounced ? "<div role=\"status\">\(content)</div>" : content)
        </section>
        """
}
