internal import Domain
internal import HTML
internal import Records

/// What the list of meetings shows.
struct MeetingList: Sendable {
    let bodies: [QualityStandard.DecidingBody]
    let coming: [Meeting]
    let held: [Meeting]
    let waiting: [CaseFile]
    let isLeading: Bool
}

/// `/visitation`.
func meetingListPage(
    _ list: MeetingList, _ form: CallForm, _ problems: [FormProblem], who: [CaseID: String],
    token: String, name: (String) throws -> String
) throws -> HTML {
    let waiting = list.waiting.map { file -> [HTML] in
        let visitation = VisitationState(file)
        let number = file.ref.number.description
        let address: Address = "/sager/\(word: number)/afgoerelser"
        let postponed = visitation.postponed?.own(DecisionPostponed.self)?.until
        return [
            """
            <a href="\(address)"><span class="visually-hidden">Åbn sag </span>\(number)</a>
            """,
            "\(who[file.ref.id] ?? "–")",
            "\(visitation.proposal?.modality.danishName.capitalisedFirst ?? "–")",
            "\(visitation.proposal?.entry.on.danishDigits ?? "–")",
            postponed.map { "Udsat til \($0.danishDigits)" }
                ?? (visitation.reopened == nil ? "Klar" : "Genoptaget"),
        ]
    }
    return """
        <h1>Visitation</h1>
        <h2>Venter på en afgørelse</h2>
        \(table(
            id: "venter", caption: "Indstillinger, der er klar",
            columns: ["Sag", "Borger", "Søgt om", "Indstillet", "Status"], rows: waiting,
            whenEmpty: "Ingen indstillinger venter."))
        <h2>Møder</h2>
        \(try meetingTable(list.coming, id: "moeder", caption: "Kommende møder", "Der er ikke indkaldt til møder.", name))
        \(list.isLeading && !list.bodies.isEmpty ? callForm(list, form, problems, token) : .empty)
        \(list.held.isEmpty ? .empty : """
            <h2>Tidligere møder</h2>
            \(try meetingTable(list.held, id: "afholdt", caption: "De seneste møder", "", name))
            """)
        """
}

private func meetingTable(
    _ meetings: [Meeting], id: String, caption: HTML, _ whenEmpty: HTML,
    _ name: (String) throws -> String
) throws -> HTML {
    table(
        id: id, caption: caption, columns: ["Møde", "Hvem mødes?", "Status"],
        rows: try meetings.map { meeting in
            let address: Address = "/visitation/\(word: meeting.id.formText)"
            return [
                """
                <a href="\(address)">\(meeting.heldOn.danishDigits) \
                kl. \(meeting.startsAt.danishText)<span class="visually-hidden">, \
                \(try name(meeting.body))</span></a>
                """,
                "\(try name(meeting.body))",
                meeting.isClosed ? "Afsluttet" : meeting.hasBegun ? "I gang" : "Indkaldt",
            ]
        }, whenEmpty: whenEmpty)
}

private func callForm(
    _ list: MeetingList, _ typed: CallForm, _ problems: [FormProblem], _ token: String
) -> HTML {
    fold(
        "indkald", "Indkald til møde", isOpen: !problems.isEmpty || list.coming.isEmpty,
        form(
            "/visitation", id: "indkald-formular", token: token, warnsWhenLeft: true,
            """
            \(hiddenField("id", typed.id.formText))
            \(radios(
                "moede-udvalg", legend: "Hvem mødes?",
                choices: list.bodies.map { Choice($0.id, "\($0.name)") },
                chosen: typed.body.isEmpty ? list.bodies.first?.id : typed.body,
                problems: problems))
            <div class="columns">
            \(textField(
                "moede-dato", label: "Dato", value: typed.day, width: .eleven,
                hint: "For eksempel +7 eller ti", problems: problems))
            \(textField(
                "moede-tid", label: "Klokken", value: typed.time, width: .eight,
                problems: problems))
            </div>
            \(button("Indkald", .secondary, id: "indkald-knap"))
            """))
}

/// One case on an agenda.
struct MeetingPoint: Sendable {
    let ref: CaseRef
    let who: String
    let applied: Modality?
    let proposedOn: CalendarDay?
    let outcome: Decision?
    let postponedTo: CalendarDay?
    let minutes: String
    let present: String?
    let clock: GuaranteeClock?
    let conflicts: Int
}

/// What the page of a meeting shows.
struct MeetingPage: Sendable {
    let meeting: Meeting
    let name: String
    let hasAdviser: Bool
    let points: [MeetingPoint]
    let today: CalendarDay
    let isLeading: Bool
}

/// `/visitation/{moede}`: the agenda, the meeting as it goes, and its minutes.
func meetingPage(
    _ page: MeetingPage, _ form: BeginForm, _ problems: [FormProblem], token: String
) -> HTML {
    let meeting = page.meeting
    let state: HTML =
        meeting.isClosed ? "Referat" : meeting.hasBegun ? "Mødet er i gang" : "Dagsorden"
    return """
        <h1>\(page.name)</h1>
        <p class="caption">\(state) · \(meeting.heldOn.inWords) kl. \(meeting.startsAt.danishText)</p>
        \(page.points.compactMap(\.present).first.map {
            "<p id=\"til-stede\">Til stede: \($0)</p>\n"
        })\
        \(meeting.hasBegun || !page.isLeading
            ? agendaTable(page) : beginForm(page, form, problems, token))
        \(meeting.isClosed ? minutes(page) : .empty)
        <div class="buttons">
        \(meeting.hasBegun && !meeting.isClosed && page.isLeading
            ? closeForm(meeting, token) : .empty)
        \(printButton(meeting.hasBegun ? "Udskriv referatet" : "Udskriv dagsordenen"))
        </div>
        """
}

private func agendaTable(_ page: MeetingPage) -> HTML {
    table(
        id: "dagsorden", caption: "Punkter",
        columns: ["Sag", "Borger", "Søgt om", "Behandlingsgaranti", "Afgørelse"],
        rows: page.points.enumerated().map { index, point in
            let address: Address =
                "/sager/\(word: point.ref.number.description)/afgoerelser"
            return [
                """
                <a href="\(address)">\
                \(index + 1). \(text: point.ref.number)</a>
                """,
                "\(point.who)\(point.conflicts > 0 ? " (\(point.conflicts) inhabil)" : "")",
                applied(point),
                "\(guaranteeStatus(point.clock, booked: nil, on: page.today))",
                outcome(point),
            ]
        }, whenEmpty: "Ingen punkter: ingen indstillinger venter på dette møde.")
}

private func applied(_ point: MeetingPoint) -> HTML {
    let day = point.proposedOn.map { ", indstillet \($0.danishDigits)" } ?? ""
    return "\(point.applied?.danishName.capitalisedFirst ?? "–")\(day)"
}

private func outcome(_ point: MeetingPoint) -> HTML {
    if let decision = point.outcome {
        let what = decision.modality.danishName
        switch decision.outcome {
        case .refused: return "Afslag på \(what)"
        case .granted:
            return
                "\(what.capitalisedFirst) bevilget\(decision.until.map { " til \($0.danishDigits)" } ?? "")"
        }
    }
    if let day = point.postponedTo { return "Udsat til \(day.danishDigits)" }
    return "Ikke afgjort"
}

/// The agenda before the meeting, with who is there.
private func beginForm(
    _ page: MeetingPage, _ typed: BeginForm, _ problems: [FormProblem], _ token: String
) -> HTML {
    let all = page.points.map { point in
        Choice(
            point.ref.number.description,
            """
            \(text: point.ref.number), \(point.who): \(applied(point)). \
            \(guaranteeStatus(point.clock, booked: nil, on: page.today))
            """)
    }
    let chosen =
        typed.wasSent
        ? Set(typed.chosen.map(\.description)) : Set(page.points.map(\.ref.number.description))
    return form(
        "/visitation/\(word: page.meeting.id.formText)/begynd", id: "begynd-formular",
        token: token, warnsWhenLeft: true,
        """
        \(all.isEmpty
            ? "<p class=\"empty\" id=\"dagsorden\">Ingen indstillinger venter på dette møde.</p>"
            : checkboxes(
                "moede-sag", legend: "Punkter på dagsordenen", choices: all, chosen: chosen,
                hint: "Fjern krydset ved dem, der må vente til næste møde"))
        \(textArea(
            "moede-til-stede", label: "Til stede", value: typed.present, rows: 3,
            hint: "Navn og funktion, en på hver linje", problems: problems))
        \(page.hasAdviser
            ? textField(
                "moede-raadgiver", label: "Myndighedsrådgiver", value: typed.adviser,
                width: .twentySeven, problems: problems)
            : .empty)
        \(checkbox(
            "moede-habil", label: "Alle har set dagsordenen, og ingen inhabile deltager",
            isChecked: typed.isImpartial, problems: problems))
        \(button("Begynd mødet", .primary, id: "begynd"))
        """)
}

private func closeForm(_ meeting: Meeting, _ token: String) -> HTML {
    form(
        "/visitation/\(word: meeting.id.formText)/afslut", id: "afslut-formular", token: token,
        button("Afslut mødet", .primary, id: "afslut-moede"))
}

/// What was said of each case, where something was.
private func minutes(_ page: MeetingPage) -> HTML {
    let told = page.points.filter { !$0.minutes.isEmpty }
    guard !told.isEmpty else { return .empty }
    return """
        <h2>Til referatet</h2>
        \(summaryList(
            told.map { SummaryRow("Sag \(text: $0.ref.number)", "\($0.minutes)") }, id: "referat"))
        """
}
