internal import Domain
internal import HTML
internal import Records

/// `/kalender/arbejdstid`: who works when, and who is away.
func rotaPage(
    _ members: [StaffMember], _ picture: CalendarPicture, on today: CalendarDay,
    consultancyCount: Int
) -> HTML {
    """
    \(pageHead("Arbejdstid og fravær", caption: "Ledige tider er det, der er tilbage, når fravær, møder og aftaler er trukket fra."))
    \(dataTable(
        DataTable(
            id: "arbejdstid", caption: "Alle medarbejdere", hidesCaption: true,
            columns: ["Navn", "Ugen", "Fravær", "Handling"],
            rows: members.map { member in
                let week = picture.week(of: member.id, on: today)
                let absences = picture.absences.filter { $0.staff == member.id }
                return DataRow([
                    "\(member.name)", week.map { "\($0.lineInWords)" } ?? "ingen arbejdstid skrevet",
                    absences.isEmpty
                        ? "–" : "\(absences.map(\.inWords).joined(separator: "; "))",
                    link(
                        "Åbn", to: "/kalender/arbejdstid/\(word: member.login)",
                        about: "\(member.name)"),
                ])
            }, whenEmpty: "Der er ingen medarbejdere endnu.")))
    <p id="sparring">Sparring til fagpersoner i \(today.year): \(consultancyCount)</p>
    """
}

/// What a colleague's page shows.
struct MemberWeek: Sendable {
    let member: StaffMember
    let picture: CalendarPicture
    let today: CalendarDay
    let week: [ActField]
    let absence: [ActField]
    let problems: [FormProblem]
    let mayPlan: Bool
}

/// `/kalender/arbejdstid/{bruger}`
func memberWeekPage(_ shown: MemberWeek, token: String) -> HTML {
    let address: Address = "/kalender/arbejdstid/\(word: shown.member.login)"
    let plans = shown.picture.weeks[shown.member.id] ?? []
    return """
        <h1>\(shown.member.name)</h1>
        \(panel("ugen", "Arbejdsuge", weekList(plans, shown.today)))
        \(shown.mayPlan ? fold(
            "ny-uge", "Skriv en ny arbejdsuge", isOpen: plans.isEmpty || shown.hasFaults("arbejde", "foerste", "fra-dag"),
            form(
                address, id: "uge-formular", token: token, warnsWhenLeft: true,
                """
                \(hiddenField("id", FormID.random().formText))
                \(actFields(shown.week, shown.problems))
                \(button("Gem arbejdsugen", id: "gem-uge"))
                """)) : .empty)
        \(panel("fravaeret", "Fravær", absenceList(shown, address, token)))
        \(fold(
            "nyt-fravaer", "Skriv fravær", isOpen: shown.hasFaults("vaek"),
            form(
                "\(address)/fravaer", id: "fravaer-formular", token: token, warnsWhenLeft: true,
                """
                \(hiddenField("id", FormID.random().formText))
                \(actFields(shown.absence, shown.problems))
                \(button("Gem fravær", id: "gem-fravaer"))
                """)))
        """
}

extension MemberWeek {
    fileprivate func hasFaults(_ prefixes: String...) -> Bool {
        problems.contains { problem in prefixes.contains { problem.field.hasPrefix($0) } }
    }
}

private func weekList(_ plans: [WorkingWeek], _ today: CalendarDay) -> HTML {
    guard !plans.isEmpty else {
        return emptyState("Der er ikke skrevet nogen arbejdstid. Ingen kan få en tid her.")
    }
    let current = plans.last { $0.fromDay <= today }
    return summaryList(
        plans.filter { $0.fromDay > today || $0 == current }.map {
            SummaryRow("Fra \($0.fromDay.danishDigits)", "\($0.lineInWords)")
        })
}

private func absenceList(_ shown: MemberWeek, _ address: Address, _ token: String) -> HTML {
    let absences = shown.picture.absences.filter { $0.staff == shown.member.id }
    guard !absences.isEmpty else { return emptyState("Intet fravær de næste tre måneder.") }
    return """
        <ul>
        \(absences.map { absence in
            """
            <li>\(absence.inWords) \(form(
                "\(address)/her-igen", token: token,
                """
                \(hiddenField("fravaer", absence.id.formText))
                \(button("Fjern", .quiet, about: "fraværet \(absence.inWords)"))
                """))</li>\n
            """ })\
        </ul>
        """
}

/// `/kalender/skriv`
func eventFormPage(_ fields: [ActField], _ problems: [FormProblem], token: String) -> HTML {
    """
    <h1>Skriv i kalenderen</h1>
    <p>En aftale med en borger skrives på borgerens sag. Her skrives alt det andet.</p>
    \(form(
        "/kalender/skriv", id: "post-formular", token: token, warnsWhenLeft: true,
        """
        \(hiddenField("id", FormID.random().formText))
        \(actFields(fields, problems))
        \(button("Gem", id: "gem", accessKey: "9"))
        """))
    """
}

extension WorkingWeek {
    /// `man 8.00-15.00; tir 8.00-12.00, 12.30-15.00 (første samtaler)`
    var lineInWords: String {
        let days = Weekday.allCases.compactMap { weekday -> String? in
            let hours = spans.filter { $0.weekday == weekday }
            guard !hours.isEmpty else { return nil }
            let words = hours.map {
                $0.fieldText + ($0.takesFirstTalks ? " (første samtaler)" : "")
            }
            return "\(weekday.danishName.prefix(3)) \(words.joined(separator: ", "))"
        }
        return days.isEmpty ? "arbejder ikke" : days.joined(separator: "; ")
    }
}

extension Absence {
    /// `24.12.2026 til 31.12.2026`, `19.11.2026 kl. 10.00-12.00`.
    var inWords: String {
        if let days {
            return days.lowerBound == days.upperBound
                ? days.lowerBound.danishDigits
                : "\(days.lowerBound.danishDigits) til \(days.upperBound.danishDigits)"
        }
        return startsAt.day == endsAt.day
            ? "\(startsAt.inDigits)-\(endsAt.clockText)"
            : "\(startsAt.inDigits) til \(endsAt.inDigits)"
    }
}
