internal import HTML

/// `/hjaelp/tastatur`: the keys of the menu, as they are for her role, and those of every form.
func keyboardPage(_ items: [MenuItem]) -> HTML {
    let menu = items.map { item in
        SummaryRow("Alt + \(item.accessKey ?? "")", item.isSearch ? "Søg" : item.label)
    }
    let forms = [
        SummaryRow("Alt + 9", "Gem det, du har skrevet"),
        SummaryRow("Enter", "Gem, når du står i et felt på en enkelt linje"),
        SummaryRow("Tab", "Videre til næste felt. Med Shift går du tilbage"),
    ]
    return """
        \(pageHead("Genveje på tastaturet"))
        \(summaryList(menu + forms, id: "genveje"))
        <p>I Firefox holder du også Shift nede. På en Mac er det Ctrl og Alt.</p>
        """
}
