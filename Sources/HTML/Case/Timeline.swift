/// One thing that happened.
package struct TimelineEntry: Sendable {
    let id: String?
    let time: HTML?
    let title: HTML
    let author: HTML
    let note: HTML?
    let text: String?
    let more: HTML
    let isMinor: Bool
    let strike: TimelineStrike?

    /// An entry. `time` only where one is known. `note` stands beside the author ("skrevet 3-11");
    /// `text` is shown with its line breaks; `more` are links about this entry. `isMinor`: the
    /// house's own, such as a new responsible.
    package init(
        id: String? = nil, time: HTML? = nil, _ title: HTML, by author: HTML, note: HTML? = nil,
        text: String? = nil, more: HTML = .empty, isMinor: Bool = false,
        strike: TimelineStrike? = nil
    ) {
        self.id = id
        self.time = time
        self.title = title
        self.author = author
        self.note = note
        self.text = text
        self.more = more
        self.isMinor = isMinor
        self.strike = strike
    }
}

/// Why an entry no longer holds. It stays to be read, with a line through it.
package struct TimelineStrike: Sendable {
    /// What became of the entry.
    package enum Kind: Sendable {
        /// Another entry stands in its place.
        case corrected
        /// It should never have stood here.
        case removed
    }

    let kind: Kind
    let when: HTML
    let author: HTML
    let why: HTML

    /// `when` with its preposition: "den 13. november kl. 8.02".
    package init(_ kind: Kind, _ when: HTML, by author: HTML, why: HTML) {
        self.kind = kind
        self.when = when
        self.author = author
        self.why = why
    }
}

/// What happened on one day.
package struct TimelineDay: Sendable {
    let date: String
    let heading: HTML
    let entries: [TimelineEntry]

    /// A day: its date as ISO text, and as people say it.
    package init(_ date: String, _ heading: HTML, _ entries: [TimelineEntry]) {
        self.date = date
        self.heading = heading
        self.entries = entries
    }
}

/// The story of a case, newest first, as the caller hands it in. `filters` and `paging` stand where
/// they belong; without a day to show it says so.
package func timeline(
    _ days: [TimelineDay], id: String = "tidslinje", heading: HTML = "Tidslinje",
    filters: HTML = .empty, paging: HTML = .empty, whenEmpty: HTML
) -> HTML {
    """
    <section class="panel" aria-labelledby="\(id)-titel">
    <h2 id="\(id)-titel">\(heading)</h2>
    \(filters)
    \(days.isEmpty
        ? emptyState(whenEmpty, id: id)
        : "<div class=\"timeline\" id=\"\(id)\">\n\(days.map(dayLines))</div>")
    \(paging)
    </section>
    """
}

private func dayLines(_ day: TimelineDay) -> HTML {
    """
    <h3><time datetime="\(day.date)">\(day.heading)</time></h3>
    <ol>
    \(day.entries.map(entryLine))\
    </ol>\n
    """
}

private func entryLine(_ entry: TimelineEntry) -> HTML {
    """
    <li\(attribute("id", entry.id))\(attribute("class", entry.className))>
    <p class="title">\(entry.time.map { "<span class=\"when\">\($0)</span> " })\
    <strong>\(entry.struck(entry.title))</strong></p>
    \(entry.strike.map(strikeLine))\
    \(entry.text.map { "<p class=\"note-text\">\(entry.struck("\($0)"))</p>\n" })\
    <p class="by">\(entry.author)\(entry.note.map { ", \($0)" })\
    \(entry.more.isEmpty ? .empty : " · \(entry.more)")</p>
    </li>\n
    """
}

private func strikeLine(_ strike: TimelineStrike) -> HTML {
    let what: HTML = strike.kind == .corrected ? "Rettet" : "Fjernet"
    return "<p class=\"strike\">\(what) \(strike.when) af \(strike.author): \(strike.why)</p>\n"
}

extension TimelineEntry {
    fileprivate var className: String? {
        strike != nil ? "struck" : isMinor ? "minor" : nil
    }

    fileprivate func struck(_ words: HTML) -> HTML {
        strike == nil ? words : "<s>\(words)</s>"
    }
}
