internal import Domain
internal import HTML
internal import Records

/// `/sager/{number}/tid`: the free times of two weeks, and what is agreed by pressing one.
func findTimePage(
    _ reading: CaseReading, _ search: FindTimeForm, _ times: [FreeTime], _ names: CalendarNames,
    token: String
) -> HTML {
    let moved = search.moving.flatMap { reading.file.appointment($0) }
    let title: HTML =
        moved != nil ? "Flyt aftalen" : search.isFirst ? "Find en første samtale" : "Find en tid"
    return """
        <h1>\(title)</h1>
        \(caseHead(reading))
        \(moved.map { "<p>Nu er den \($0.time.startsAt.nearInWords).</p>" })
        \(searchForm(reading, search))
        \(chooseForm(reading, search, times, names, token))
        \(pages(reading, search))
        """
}

private func searchForm(_ reading: CaseReading, _ search: FindTimeForm) -> HTML {
    filterForm(
        "/sager/\(word: reading.ref.number.description)/tid", submit: "Vis tider",
        hidden: """
            \(hiddenField("hvad", search.isFirst ? "foerste" : "samtale"))\
            \(search.moving.map { hiddenField("flyt", $0.formText) })
            """,
        """
        \(textField(
            "fra", label: "Fra", value: search.fromText, width: .eleven, problems: search.problems))
        \(textField(
            "minutter", label: "Minutter", value: String(search.minutes), kind: .digits,
            width: .four))
        \(select(
            "hvordan", label: "Hvordan", choices: TalkForm.allCases.map(\.choice),
            chosen: search.form.rawValue))
        \(select(
            "hos", label: "Hos",
            choices: [Choice("alle", "Alle, der kan")]
                + (reading.responsible == nil ? [] : [Choice("ansvarlig", "Den ansvarlige")]),
            chosen: search.isOnlyResponsible ? "ansvarlig" : "alle"))
        """)
}

private func chooseForm(
    _ reading: CaseReading, _ search: FindTimeForm, _ times: [FreeTime], _ names: CalendarNames,
    _ token: String
) -> HTML {
    let (act, slot, rest) = parts(reading.state, search)
    let lastDay = search.isFirst ? reading.state.runningLastDay : nil
    let hasLate = times.contains { time in lastDay.map { time.day > $0 } ?? false }
    let asked = rest.filter { hasLate || $0.name != "tilbud-hvorfor" }
    let days = slotDays(times, names, lastDay: lastDay)
    guard !days.isEmpty else {
        return emptyState(
            "Der er ingen ledige tider fra \(search.from.nearInWords) til \(search.last.nearInWords).",
            id: "ingen-ledige",
            next: """
                <a href="\("/sager/\(word: reading.ref.number.description)/\(word: act.address)" as Address)">\
                Skriv en tid selv</a>
                """)
    }
    return form(
        act.address(of: reading.ref.number), id: "tid-formular", token: token,
        """
        \(hiddenField("id", EntryID.random().formText))
        \(slotPicker(
            slot, legend: "Ledige tider", days: days, hint: lastDay.map { "Sidste dag er \($0.inWords)" },
            whenEmpty: "Der er ingen ledige tider."))
        \(actFields(asked, []))
        \(savedOn(reading))
        \(button(search.moving == nil ? "Book tiden" : "Flyt aftalen", id: "book-tiden", accessKey: "9"))
        """)
}

/// The act that is carried out, the field its free time stands in, and the fields that are asked beside it.
private func parts(
    _ state: CaseState, _ search: FindTimeForm
) -> (act: any CaseAct.Type, slot: String, rest: [ActField]) {
    func rest(_ act: any CaseAct.Type, _ left: Set<String>, _ values: FieldValues) -> [ActField] {
        values.filled(act.fields(state).filter { !left.contains($0.name) }).map { field in
            var field = field
            field.isAsked = true
            return field
        }
    }
    if let moving = search.moving {
        return (
            MoveTalk.self, MoveTalk.slotField,
            rest(
                MoveTalk.self, [MoveTalk.slotField, "flyt-dato", "flyt-tid"],
                FieldValues(["flyt-aftale": [moving.formText]]))
        )
    }
    if search.isFirst {
        return (
            OfferTime.self, OfferTime.slotField,
            rest(
                OfferTime.self,
                [OfferTime.slotField, "tilbud-dato", "tilbud-tid", "tilbud-hos", "tilbud-andet"],
                FieldValues(["tilbud-hvordan": [search.form.rawValue]]))
        )
    }
    return (
        BookTalk.self, BookTalk.slotField,
        rest(
            BookTalk.self, [BookTalk.slotField, "aftal-dato", "aftal-tid", "aftal-hos"],
            FieldValues([
                "aftal-minutter": [String(search.minutes)],
                "aftal-hvordan": [search.form.rawValue],
            ]))
    )
}

private func pages(_ reading: CaseReading, _ search: FindTimeForm) -> HTML {
    let number = reading.ref.number.description
    let next = search.last.adding(days: 1)
    return """
        <p><a id="senere" href="\(search.address(number, from: next))">Senere tider, fra \
        \(next.nearInWords)</a></p>
        """
}
