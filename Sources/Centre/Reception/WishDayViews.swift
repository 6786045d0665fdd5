internal import Domain
internal import HTML

/// "Ret datoen": for what was noted by hand. The old day stays in the timeline, struck through.
func wishDayForm(_ reading: CaseReading, _ forms: CaseForms, token: String) -> HTML {
    guard let typed = forms.wishDay ?? WishDayForm(reading.file),
        let wish = reading.file.entries.first(where: { $0.id == typed.entry })
    else { return .empty }
    let words = "\(wish.on.inWords), \(wish.on.distanceInWords(on: reading.today))"
    return folded(
        "ret-modtaget", "Ret datoen for henvendelsen",
        isOpen: forms.problems.contains { $0.field.hasPrefix("ret-") },
        form(
            "/henvendelser/\(word: reading.ref.number.description)/dato", id: "ret-formular",
            token: token,
            """
            \(hiddenField("id", typed.id.formText))
            \(hiddenField("post", typed.entry.formText))
            <p>Nu står der: \(words). Fristen regnes om, når du retter datoen. Den gamle dato bliver \
            stående i tidslinjen.</p>
            <div class="columns">
            \(textField(
                "ret-dato", label: "Modtaget", value: typed.day, width: .eleven,
                hint: "For eksempel 12-11-2026, fre eller i dag", problems: forms.problems))
            \(textField(
                "ret-tid", label: "Klokken", value: typed.time, width: .eight,
                problems: forms.problems))
            </div>
            \(savedOn(reading))
            \(button("Gem den rigtige dato", .secondary, id: "gem-ret"))
            """))
}
