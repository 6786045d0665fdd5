internal import Domain
internal import HTML
internal import Records

/// The question that stands before a case that ended long ago. `carried` is what was sent to it instead, sealed.
func readingReasonPage(
    _ ref: CaseRef, endedOn end: CalendarDay, _ typed: ReadingReasonForm,
    _ problems: [FormProblem], carried: HTML?, token: String
) -> HTML {
    let number = ref.number.description
    return """
        <h1>Hvorfor åbner du sag \(number)?</h1>
        <p>Sagen sluttede \(end.danishDigits), og du var ikke ansvarlig for den. Din grund bliver \
        skrevet i adgangsloggen.</p>
        \(carried == nil
            ? .empty : "<p id=\"gemt\">Din tekst er gemt her. Den er ikke sendt endnu.</p>\n")\
        \(form(
            "/sager/\(word: number)/hvorfor", id: "hvorfor-formular", token: token,
            """
            \(typed.wayBack.map { "<div hidden>\(hiddenField("videre", $0))</div>\n" })\
            \(carried.map { "<div hidden>\($0)</div>\n" })\
            \(radios(
                "grund", legend: "Grund",
                choices: ReadingReason.allCases.map { reason in
                    Choice(
                        reason.rawValue, "\(reason.danishName)",
                        fields: reason == .other
                            ? textField(
                                "hvorfor", label: "Skriv grunden uden navne", value: typed.words,
                                width: .twentySeven, problems: problems, autocomplete: "off")
                            : nil)
                }, chosen: typed.chosen, hint: "Vi spørger ikke igen om sagen, før du logger af",
                problems: problems))
            \(button("Åbn sagen", id: "aabn"))
            """))
        """
}
