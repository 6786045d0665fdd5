/// The first thing a citizen sees: a heading, what we do, and the doors in.
package func frontDoor(
    heading: HTML, lead: HTML, _ text: HTML, doors: [HTML], below: HTML = .empty
) -> HTML {
    """
    <div class="front">
    <h1>\(heading)</h1>
    <p class="lead">\(lead)</p>
    <p>\(text)</p>
    <ul class="doors">
    \(doors.map { "<li>\($0)</li>\n" })\
    </ul>
    \(below)
    </div>
    """
}

/// What to do when it cannot wait. Complete in itself, and clear without its colour.
package func acuteCard(id: String = "akut", heading: HTML, _ content: HTML) -> HTML {
    """
    <section class="acute" aria-labelledby="\(id)">
    <h2 id="\(id)">\(heading)</h2>
    \(content)
    </section>
    """
}

/// Whether the door is open now, and the hours it keeps.
package func openingSign(isOpen: Bool, _ now: HTML, hours: HTML) -> HTML {
    """
    <div class="opening">
    <p>\(statusTag(now, isOpen ? .kept : .outside))</p>
    <p>\(hours)</p>
    </div>
    """
}

/// Said on every page of a centre that holds invented people.
package func practiceBanner(
    _ words: HTML = "Alle personer her er opdigtede. Skriv ikke om rigtige borgere."
) -> HTML {
    "<p class=\"practice\" role=\"note\"><strong>Øvelse</strong> \(words)</p>"
}
