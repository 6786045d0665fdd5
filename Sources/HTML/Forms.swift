/// How a button looks. A page has one primary button.
public enum ButtonStyle: String, Sendable {
    case primary, secondary, quiet
}

/// A button that sends its form. With a name it also says which of several was pressed.
public func button(
    _ label: HTML, _ style: ButtonStyle = .primary, id: String? = nil, name: String? = nil,
    value: String? = nil, accessKey: String? = nil
) -> HTML {
    """
    <button class="button \(style.rawValue)"\(attribute("id", id))\(attribute("name", name))\
    \(attribute("value", value))\(attribute("accesskey", accessKey))>\(label)</button>
    """
}

/// A link that looks like a button because it is the page's next step.
public func buttonLink(
    _ label: HTML, to address: Address, _ style: ButtonStyle = .primary, id: String? = nil
) -> HTML {
    "<a class=\"button \(style.rawValue)\"\(attribute("id", id)) href=\"\(address)\">\(label)</a>"
}

/// A link.
public func link(_ label: HTML, to address: Address) -> HTML {
    "<a href=\"\(address)\">\(label)</a>"
}

/// A value the form carries along unseen.
public func hiddenField(_ name: String, _ value: String) -> HTML {
    "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
}

/// A form that changes something (POST). The browser checks nothing; the server answers in words.
public func form(
    _ action: Address, id: String? = nil, token: String? = nil, warnsWhenLeft: Bool = false,
    _ content: HTML
) -> HTML {
    """
    <form method="post" action="\(action)" novalidate\(attribute("id", id))\
    \(flag("data-warn", warnsWhenLeft))>
    \(token.map { "<div hidden>\(hiddenField("token", $0))</div>\n" })\
    \(content)
    </form>
    """
}

/// A form that only asks (GET), such as a filter or a search.
public func queryForm(_ action: Address, id: String? = nil, _ content: HTML) -> HTML {
    """
    <form method="get" action="\(action)" novalidate\(attribute("id", id))>
    \(content)
    </form>
    """
}
