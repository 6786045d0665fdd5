/// How a button looks. A page has one primary button.
package enum ButtonStyle: String, Sendable {
    case primary, secondary, quiet
}

/// A button that sends its form. With a name it also says which of several was pressed.
///
/// `about` is added for those who hear the button alone, where many look the same: "Tag" reads as
/// "Tag sag 2026-0407".
package func button(
    _ label: HTML, _ style: ButtonStyle = .primary, id: String? = nil, name: String? = nil,
    value: String? = nil, accessKey: String? = nil, about: HTML? = nil
) -> HTML {
    """
    <button class="button \(style.rawValue)"\(attribute("id", id))\(attribute("name", name))\
    \(attribute("value", value))\(attribute("accesskey", accessKey))>\
    \(label)\(about.map { HTML.unseen(" \($0)") })</button>
    """
}

/// A link that looks like a button because it is the page's next step.
package func buttonLink(
    _ label: HTML, to address: Address, _ style: ButtonStyle = .primary, id: String? = nil
) -> HTML {
    "<a class=\"button \(style.rawValue)\"\(attribute("id", id)) href=\"\(address)\">\(label)</a>"
}

/// A link; `about` as for a button.
package func link(_ label: HTML, to address: Address, about: HTML? = nil) -> HTML {
    "<a href=\"\(address)\">\(label)\(about.map { HTML.unseen(" \($0)") })</a>"
}

/// A value the form carries along unseen.
package func hiddenField(_ name: String, _ value: String) -> HTML {
    "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
}

/// A form that changes something (POST). The browser checks nothing; the server answers in words.
/// `carriesFiles`: it is sent in parts, as a form with a file must be.
package func form(
    _ action: Address, id: String? = nil, token: String? = nil, warnsWhenLeft: Bool = false,
    carriesFiles: Bool = false, _ content: HTML
) -> HTML {
    """
    <form method="post" action="\(action)" novalidate\(attribute("id", id))\
    \(attribute("enctype", carriesFiles ? "multipart/form-data" : nil))\
    \(flag("data-warn", warnsWhenLeft))>
    \(token.map { "<div hidden>\(hiddenField("token", $0))</div>\n" })\
    \(content)
    </form>
    """
}

/// A form that only asks (GET), such as a filter or a search.
package func queryForm(
    _ action: Address, id: String? = nil, className: String? = nil, _ content: HTML
) -> HTML {
    """
    <form\(attribute("class", className)) method="get" action="\(action)" novalidate\
    \(attribute("id", id))>
    \(content)
    </form>
    """
}
