/// Whose page this is: it stays in sight while the page is read, so that nothing is written on the
/// wrong citizen. On a small screen only its first line stays.
package struct IdentityBar: Sendable {
    let name: HTML
    let isAlias: Bool
    let age: HTML?
    let caseNumber: HTML
    let state: HTML?
    let responsible: HTML?
    let maskedCPR: HTML?
    let showsCPR: HTML
    let edit: HTML
    let phone: HTML?
    let contactRule: HTML?
    let flags: [Tag]
    let facts: [(term: HTML, words: HTML)]

    /// A bar. `isAlias`: the name is one she chose. `maskedCPR` is what may be shown without a log
    /// entry, `showsCPR` the form that shows the rest, logged, and `edit` the way to mend all of it. `facts` are the few things that
    /// must be found without scrolling, such as the next time. `state` says it when the case is
    /// not open.
    package init(
        name: HTML, isAlias: Bool = false, age: HTML? = nil, caseNumber: HTML, state: HTML? = nil,
        responsible: HTML? = nil, maskedCPR: HTML? = nil, showsCPR: HTML = .empty,
        edit: HTML = .empty, phone: HTML? = nil, contactRule: HTML? = nil, flags: [Tag] = [],
        facts: [(term: HTML, words: HTML)] = []
    ) {
        self.name = name
        self.isAlias = isAlias
        self.age = age
        self.caseNumber = caseNumber
        self.state = state
        self.responsible = responsible
        self.maskedCPR = maskedCPR
        self.showsCPR = showsCPR
        self.edit = edit
        self.phone = phone
        self.contactRule = contactRule
        self.flags = flags
        self.facts = facts
    }
}

/// The bar on a case's page.
package func identityBar(_ bar: IdentityBar) -> HTML {
    """
    <section class="identity"\(attribute("aria-label", words: "Sag \(bar.caseNumber)"))>
    <p class="who"><strong>\(bar.name)</strong>\
    \(bar.isAlias ? " \(tag(Tag("Anonym")))" : HTML.empty)\
    \(bar.age.map { "<span class=\"age\">\($0)</span>" })\
    <span class="case-number">Sag \(bar.caseNumber)\(bar.state.map { " · \($0)" })</span></p>
    <div class="about">
    \(personLine(bar))\
    \(contactLine(bar))\
    \(tags(bar.flags, label: "Vær opmærksom på"))\
    \(factList(bar.facts))\
    </div>
    </section>
    """
}

private func personLine(_ bar: IdentityBar) -> HTML {
    let cpr = bar.maskedCPR.map { cpr -> HTML in
        """
        <span class="cpr">\(HTML.unseen("Cpr-nummer "))\(cpr)</span>\(bar.showsCPR)
        """
    }
    let responsible: HTML = "<span>Ansvarlig: \(bar.responsible ?? "ingen endnu")</span>"
    return "<div class=\"person\">\(cpr)\(responsible)\(bar.edit)</div>\n"
}

private func contactLine(_ bar: IdentityBar) -> HTML {
    let words = [bar.phone, bar.contactRule].compactMap { $0 }.filter { !$0.isEmpty }
    guard !words.isEmpty else { return .empty }
    return "<p class=\"contact\">\(words.joined(by: " · "))</p>\n"
}

private func factList(_ facts: [(term: HTML, words: HTML)]) -> HTML {
    guard !facts.isEmpty else { return .empty }
    return """
        <dl class="dates">
        \(facts.map { "<div><dt>\($0.term)</dt><dd>\($0.words)</dd></div>\n" })\
        </dl>\n
        """
}
