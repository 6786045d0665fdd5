internal import Domain
internal import HTML
internal import Records

/// `/henvendelser/ny`. `typed` is what stands in the fields, `problems` what was wrong with it; `lastDay` is the last
/// day of whoever asks today.
func deskPage(
    _ typed: DeskForm, _ problems: [FormProblem], lastDay: CalendarDay, _ visit: StaffVisit
) -> HTML {
    // The usual first; the web form is the citizen's own.
    let channels: [EnquiryChannel] = [.phone, .walkIn, .email, .letter, .referral]
    return """
        \(pageHead("Ny henvendelse"))
        \(form("/henvendelser/ny", id: "henvendelse", token: visit.token, warnsWhenLeft: true, """
            \(hiddenField("id", typed.id.formText))
            <div class="columns">
            \(textField(
                "dato", label: "Modtaget", value: typed.day, width: .eleven,
                hint: "12-11-2026, fre eller i dag", problems: problems, hasFocus: true))
            \(textField("tid", label: "Klokken", value: typed.time, width: .eight, problems: problems))
            \(radios(
                "kanal", legend: "Kanal",
                choices: channels.map {
                    Choice($0.rawValue, "\($0.danishName.capitalisedFirst)")
                }, chosen: typed.channel, problems: problems, isInline: true))
            </div>
            \(typed.oldDay(on: visit.today).map { day in
                checkbox(
                    "gammel", label: "Ja, henvendelsen kom \(day.inWords)", value: day.isoText,
                    isChecked: typed.confirmedDay == day.isoText, problems: problems)
            })
            <div class="columns">
            \(radios(
                "hvem", legend: "Hvem henvender sig?",
                choices: Sender.allCases.map {
                    Choice($0.rawValue, "\($0.danishName.capitalisedFirst)")
                }, chosen: typed.concerns, problems: problems, isInline: true))
            \(radios(
                "oenske", legend: "Ønsker borgeren behandling nu?",
                choices: [
                    Choice(Wish.treatment.rawValue, "Ja"),
                    Choice(Wish.advice.rawValue, "Nej, råd"),
                    Choice(Wish.undecided.rawValue, "Ikke afklaret"),
                ], chosen: typed.wish,
                hint: "Ja: sidste dag er den \(lastDay.danishDigits), hvis henvendelsen kom i dag",
                problems: problems, isInline: true))
            </div>
            <div class="columns">
            \(textField(
                "navn", label: "Navn eller kaldenavn", value: typed.name, width: .twentySeven,
                problems: problems, isOptional: true))
            \(textField(
                "telefon", label: "Telefon", value: typed.phone, kind: .tel, width: .eleven,
                problems: problems, isOptional: true))
            \(textField(
                "undgaa", label: "Må ikke kontaktes på", value: typed.avoid,
                width: .twentySeven, problems: problems, isOptional: true))
            </div>
            <div class="columns">
            \(checkbox("anonym", label: "Vil være anonym", isChecked: typed.isAnonymous))
            \(checkboxes(
                "vigtigt", legend: "Vigtigt",
                choices: [
                    Choice("gravid", "Gravid"), Choice("boern", "Børn under 18 hjemme"),
                    Choice("akut", "Akut"),
                ], chosen: typed.important, isOptional: true, isInline: true))
            </div>
            \(textArea(
                "besked", label: "Kort om henvendelsen", value: typed.text, rows: 3,
                problems: problems, isOptional: true))
            \(button("Gem", id: "gem", accessKey: "9"))
            <p class="hint">Cpr-nummer kan tilføjes senere.</p>
            """))
        """
}
