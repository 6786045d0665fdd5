/// A free time that can be chosen.
package struct Slot: Sendable {
    let value: String
    let words: HTML
    let detail: HTML?
    let isLate: Bool

    /// A time: what the form sends, what it says ("kl. 13.00"), with whom. `isLate`: it lies after
    /// the last day, which the words beside it say.
    package init(_ value: String, _ words: HTML, detail: HTML? = nil, isLate: Bool = false) {
        self.value = value
        self.words = words
        self.detail = detail
        self.isLate = isLate
    }
}

/// The free times of one day.
package struct SlotDay: Sendable {
    let heading: HTML
    let slots: [Slot]

    /// A day with its free times.
    package init(_ heading: HTML, _ slots: [Slot]) {
        self.heading = heading
        self.slots = slots
    }
}

/// Choose one free time. The first one's id is the name of the group, as with radios.
package func slotPicker(
    _ name: String, legend: HTML, days: [SlotDay], chosen: String? = nil, hint: HTML? = nil,
    problems: [FormProblem] = [], whenEmpty: HTML
) -> HTML {
    let guidance = Guidance(id: name, hint: hint, problems: problems)
    let shown = days.filter { !$0.slots.isEmpty }
    guard let first = shown.first?.slots.first else { return emptyState(whenEmpty, id: name) }
    return """
        <fieldset class="\(guidance.groupClass("field slots"))"\
        \(attribute("aria-describedby", guidance.describedBy))>
        <legend>\(legend)</legend>
        \(guidance.markup)\
        \(shown.map { day in
            """
            <div class="day" role="group"\(attribute("aria-label", words: day.heading))>
            <p class="day-name">\(day.heading)</p>
            \(day.slots.map { slot in
                slotLine(slot, name, isFirst: slot.value == first.value, chosen: chosen)
            })\
            </div>\n
            """ })\
        </fieldset>
        """
}

private func slotLine(_ slot: Slot, _ name: String, isFirst: Bool, chosen: String?) -> HTML {
    let id = isFirst ? name : "\(name)-\(slot.value)"
    return """
        <div class="slot">
        <input type="radio" id="\(id)" name="\(name)" value="\(slot.value)"\
        \(flag("checked", slot.value == chosen))>
        <label for="\(id)"><strong>\(slot.words)</strong>\
        \(slot.detail.map { "<span>\($0)</span>" })\
        \(slot.isLate ? "<span class=\"after-deadline\">efter sidste dag</span>" : .empty)</label>
        </div>\n
        """
}
