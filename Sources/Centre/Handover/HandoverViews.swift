internal import Domain
internal import HTML
internal import Records

/// What one colleague has.
struct Workload: Sendable {
    let member: StaffMember
    let caseCount: Int
    /// Those who wait for treatment.
    let waitingCount: Int
    let talkCount: Int
    let talkMinutes: Int
    let isAway: Bool

    /// `12,5`
    var hours: String {
        let halves = (talkMinutes + 15) / 30
        return halves % 2 == 0 ? "\(halves / 2)" : "\(halves / 2),5"
    }
}

/// `/fordeling`: one line a colleague, who has most first.
func workloadPage(_ loads: [Workload], untaken: Int) -> HTML {
    """
    \(pageHead("Fordeling", caption: "Hvem har hvad, og hvor meget er booket de næste to uger", actions: [printButton()]))
    \(untakenNotice(untaken))
    \(dataTable(
        DataTable(
            id: "fordeling", caption: "Medarbejdere", hidesCaption: true,
            columns: [
                "Navn", .number("Åbne sager"), .number("Venter på behandling"),
                .number("Samtaler"), .number("Timer"), "Handling",
            ],
            rows: loads.map { load in
                let marks =
                    (load.isAway ? [Tag("Fravær", .soon)] : [])
                    + (load.member.isDisabled ? [Tag("Adgang lukket", .late)] : [])
                return DataRow(
                    [
                        "\(load.member.name)\(tags(marks))", "\(load.caseCount)",
                        "\(load.waitingCount)", "\(load.talkCount)", "\(load.hours)",
                        link(
                            "Overdrag", to: "/fordeling/\(word: load.member.login)",
                            about: "sager fra \(load.member.name)"),
                    ], load.member.isDisabled ? .late : nil)
            }, whenEmpty: "Der er ingen medarbejdere endnu.")))
    """
}

private func untakenNotice(_ count: Int) -> HTML {
    guard count > 0 else { return .empty }
    return notice(
        .warning, id: "uden-ansvarlig",
        """
        <p>\(count == 1 ? "1 åben sag har" : "\(count) åbne sager har") ingen ansvarlig. \
        <a href="/henvendelser">Gå til modtagelsen</a></p>
        """)
}

/// One of her cases.
struct HandoverLine: Sendable {
    let ref: CaseRef
    let who: String
    let status: String
    let next: AgreedTime?
}

/// `/fordeling/{bruger}`: her open cases, to one colleague or to several.
func handoverPage(
    _ member: StaffMember, _ lines: [HandoverLine], _ colleagues: [StaffMember],
    _ typed: HandoverForm, _ problems: [FormProblem], token: String
) -> HTML {
    let choices = colleagues.map { Choice(String($0.id.rawValue), "\($0.name)") }
    return """
        <h1>Sager hos \(member.name)</h1>
        \(lines.isEmpty
            ? emptyState("\(member.name) har ingen åbne sager.")
            : form(
                "/fordeling/\(word: member.login)", id: "overdrag-formular", token: token,
                warnsWhenLeft: true,
                """
                \(select(
                    "alle-til", label: "Alle til", choices: choices, chosen: typed.everything,
                    prompt: "Vælg for hver sag", problems: problems))
                \(textField(
                    "overdraget-fordi", label: "Hvorfor?", value: typed.why,
                    hint: "Står på hver sag. Skriv ikke, hvad en kollega fejler",
                    problems: problems))
                \(dataTable(
                    DataTable(
                        id: "overdrag", caption: "Åbne sager", hidesCaption: true,
                        columns: ["Sag", "Hvem", "Frist", "Næste tid", "Ny ansvarlig"],
                        rows: lines.map { row($0, choices, typed) }, whenEmpty: "")))
                \(button("Overdrag", id: "overdrag-nu", accessKey: "9"))
                """))
        """
}

private func row(
    _ line: HandoverLine, _ choices: [Choice], _ typed: HandoverForm
) -> DataRow {
    let number = line.ref.number.description
    return DataRow([
        "<a href=\"\("/sager/\(word: number)" as Address)\">\(number)</a>", "\(line.who)",
        "\(line.status)",
        line.next.map { "\($0.startsAt.day.listText) kl. \($0.startsAt.clockText)" } ?? "ingen",
        select(
            "til-\(number)", label: "Ny ansvarlig\(HTML.unseen(" for sag \(number)"))",
            choices: [Choice(HandoverForm.stays, "Bliver her")] + choices,
            chosen: typed.chosen[number], prompt: "Som de andre"),
    ])
}
