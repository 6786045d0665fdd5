/// The top of a page: its heading, a line under it, and what can be done with the whole of it.
package func pageHead(
    _ title: HTML, caption: HTML? = nil, actions: [HTML] = []
) -> HTML {
    """
    <div class="page-head">
    <div>
    <h1>\(title)</h1>
    \(caption.map { "<p class=\"caption\">\($0)</p>\n" })\
    </div>
    \(actions.isEmpty ? .empty : "<div class=\"buttons\">\(actions.joined(by: "\n"))</div>\n")\
    </div>
    """
}

/// A part of a page on a sheet of its own, with its heading and what can be done with it.
package func panel(
    _ id: String, _ heading: HTML, actions: [HTML] = [], _ content: HTML
) -> HTML {
    let title: HTML = "<h2 id=\"\(id)-titel\">\(heading)</h2>"
    return """
        <section class="panel" id="\(id)" aria-labelledby="\(id)-titel">
        \(actions.isEmpty
            ? title
            : "<div class=\"panel-head\">\(title)<div class=\"buttons\">\(actions.joined(by: "\n"))</div></div>")
        \(content)
        </section>
        """
}

/// A button that prints the page. It shows itself where a script can press it.
package func printButton(_ label: HTML = "Udskriv", id: String? = nil) -> HTML {
    """
    <button class="button secondary" type="button"\(attribute("id", id)) data-print hidden>\
    \(label)</button>
    """
}
