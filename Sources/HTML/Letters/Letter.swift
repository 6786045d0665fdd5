/// A letter as it lies in the envelope: A4, the address behind the window, the same text on the
/// screen. What it says is the caller's; what a letter always carries has a place here.
package struct Letter: Sendable {
    let sender: [HTML]
    let recipient: [HTML]
    let facts: [(term: HTML, words: HTML)]
    let subject: HTML
    let body: HTML
    let decision: HTML?
    let guidance: ComplaintGuidance?
    let closing: [HTML]
    let status: HTML?

    /// How to complain: the heading ("Sådan klager du") and the text; never parted from itself.
    package struct ComplaintGuidance: Sendable {
        let heading: HTML
        let content: HTML

        /// Guidance under its heading.
        package init(_ heading: HTML, _ content: HTML) {
            self.heading = heading
            self.content = content
        }
    }

    /// A letter. `sender` and `recipient` are lines; `facts` are the date, the case number, who
    /// writes and how to ring her; `closing` are the lines under the text. `status` says it when
    /// the letter is not one yet ("Udkast").
    package init(
        sender: [HTML], recipient: [HTML], facts: [(term: HTML, words: HTML)], subject: HTML,
        _ body: HTML, decision: HTML? = nil, guidance: ComplaintGuidance? = nil, closing: [HTML],
        status: HTML? = nil
    ) {
        self.sender = sender
        self.recipient = recipient
        self.facts = facts
        self.subject = subject
        self.body = body
        self.decision = decision
        self.guidance = guidance
        self.closing = closing
        self.status = status
    }
}

/// The letter as a page.
package func letterSheet(_ letter: Letter, id: String = "brev") -> HTML {
    """
    <article class="letter" id="\(id)" aria-labelledby="\(id)-emne">
    \(letter.status.map { "<p class=\"draft\">\($0)</p>\n" })\
    <p class="sender">\(letter.sender.joined(by: "<br>"))</p>
    <p class="recipient">\(letter.recipient.joined(by: "<br>"))</p>
    <dl class="facts">
    \(letter.facts.map { "<div><dt>\($0.term)</dt><dd>\($0.words)</dd></div>\n" })\
    </dl>
    <h1 id="\(id)-emne">\(letter.subject)</h1>
    \(letter.decision.map { "<div class=\"decision\">\($0)</div>\n" })\
    \(letter.body)
    <p class="closing">\(letter.closing.joined(by: "<br>"))</p>
    \(letter.guidance.map { guidance in
        """
        <section class="guidance" aria-labelledby="\(id)-vejledning">
        <h2 id="\(id)-vejledning">\(guidance.heading)</h2>
        \(guidance.content)
        </section>\n
        """ })\
    </article>
    """
}

/// The letter as a document of its own, for whoever reads it outside the house.
package func letterDocument(_ letter: Letter) -> HTML {
    """
    <!doctype html>
    <html lang="da">
    <head><meta charset="utf-8"><title>Brev</title></head>
    <body>
    \(letterSheet(letter))
    </body>
    </html>
    """
}

extension HTML {
    /// Texts, each a paragraph of its own.
    package init(paragraphs: [String]) {
        self = paragraphs.reduce(.empty) { $0 + "<p>\($1)</p>\n" }
    }
}
