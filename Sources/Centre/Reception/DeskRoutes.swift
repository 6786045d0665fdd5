internal import Domain
internal import HTML
internal import HTTP
internal import SQLite

/// `/henvendelser/ny`: an enquiry by telephone, on one page.
enum DeskRoutes {
    static let all: [CentreRoute] = [
        .staff(.get, "/henvendelser/ny", .frontOffice) { visit, _ in
            .now(page(DeskForm(now: visit.now), visit))
        },
        .staff(.post, "/henvendelser/ny", .frontOffice, save),
    ]

    private static func save(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        let form = DeskForm(visit.request.form)
        switch form.read(now: visit.now) {
        case .failure(let problems):
            return .now(page(form, visit, problems: problems.all))
        case .success(let enquiry):
            let centre = visit.centre
            let standard = try centre.standardToday().id
            let act = visit.act(form.id)
            return visit.visit.writing { db -> Result<CaseRef, ActRefusal> in
                do {
                    return .success(
                        try centre.acts.register(enquiry, under: standard, as: act, in: db))
                } catch let refusal as ActRefusal {
                    return .failure(refusal)
                }
            } then: { registered, _ in
                switch registered {
                case .success(let ref): return .seeOther("/henvendelser/\(ref.number)")
                case .failure(let refusal):
                    var again = form
                    again.id = EntryID(RandomID.int64())
                    let problem = FormProblem(field: "navn", message: refusal.words { _ in nil })
                    return page(again, visit, problems: [problem])
                }
            }
        }
    }

    private static func page(
        _ form: DeskForm, _ visit: StaffVisit, problems: [FormProblem] = []
    ) -> Response {
        visit.page(
            "Ny henvendelse", menu: "ny-henvendelse", back: "/henvendelser", problems: problems,
            status: problems.isEmpty ? .ok : .unprocessable,
            deskPage(form, problems, visit))
    }
}

private func deskPage(
    _ typed: DeskForm, _ problems: [FormProblem], _ visit: StaffVisit
) -> HTML {
    let lastDay = visit.today.adding(days: GuaranteeClock.limitDays)
    let yes: HTML = "Ja"
    return """
        <h1>Ny henvendelse</h1>
        \(form("/henvendelser/ny", id: "henvendelse", token: visit.session.formToken, warnsWhenLeft: true, """
            \(hiddenField("id", typed.id.formText))
            <div class="columns">
            \(textField(
                "dato", label: "Modtaget", value: typed.day, width: .eleven,
                hint: "For eksempel 12-11-2026, fre eller i dag", problems: problems,
                hasFocus: true))
            \(textField("tid", label: "Klokken", value: typed.time, width: .eight, problems: problems))
            </div>
            \(radios(
                "kanal", legend: "Kanal",
                choices: [
                    Choice("phone", "Telefon"), Choice("walk-in", "Fremmøde"),
                    Choice("email", "Mail"), Choice("letter", "Brev"),
                    Choice("referral", "Henvisning"),
                ], chosen: typed.channel, problems: problems, isInline: true))
            \(radios(
                "hvem", legend: "Hvem henvender sig?",
                choices: [
                    Choice("self", "Borgeren selv"), Choice("relative", "Pårørende"),
                    Choice("professional", "Fagperson"),
                ], chosen: typed.concerns, problems: problems, isInline: true))
            \(radios(
                "oenske", legend: "Ønsker borgeren behandling nu?",
                choices: [
                    Choice("treatment", yes), Choice("advice", "Nej, råd"),
                    Choice("undecided", "Ikke afklaret"),
                ], chosen: typed.wish,
                hint: "Ja: sidste dag er \(lastDay.danishDigits), hvis henvendelsen kom i dag",
                problems: problems, isInline: true))
            <div class="columns">
            \(textField(
                "navn", label: "Navn eller kaldenavn", value: typed.name, width: .twentySeven,
                problems: problems, isOptional: true))
            \(textField(
                "telefon", label: "Telefon", value: typed.phone, kind: .tel, width: .eleven,
                problems: problems, isOptional: true))
            </div>
            \(checkbox("anonym", label: "Vil være anonym", isChecked: typed.isAnonymous))
            \(textField(
                "undgaa", label: "Må ikke kontaktes på", value: typed.avoid,
                width: .twentySeven, isOptional: true))
            \(checkboxes(
                "vigtigt", legend: "Vigtigt",
                choices: [
                    Choice("gravid", "Gravid"), Choice("boern", "Børn under 18 hjemme"),
                    Choice("akut", "Akut"),
                ], chosen: typed.important, isOptional: true, isInline: true))
            \(textArea(
                "besked", label: "Kort om henvendelsen", value: typed.text, rows: 4,
                problems: problems, isOptional: true))
            <p class="hint">Cpr-nummer kan tilføjes senere.</p>
            \(button("Gem", id: "gem", accessKey: "9"))
            """))
        """
}
