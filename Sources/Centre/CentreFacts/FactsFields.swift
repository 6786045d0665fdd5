internal import Domain
internal import HTML
internal import Records

/// The fields of a part, with what it says now in them. Lists have a few empty lines at their end; a line whose name is
/// emptied is gone.
struct FactsFields: Sendable {
    let facts: CentreFacts
    /// Who may stand in a team.
    let staff: [StaffMember]
    let today: CalendarDay

    static let siteCountMax = 8
    static let teamCountMax = 8
    static let closingCountMax = 12
    static let lineLengthMax = 120

    func fields(of part: FactsPart) -> [ActField] {
        switch part {
        case .contact: contact
        case .hours: hours
        case .sites: (0..<rowCount(facts.sites.count, Self.siteCountMax)).flatMap(site)
        case .teams: (0..<rowCount(facts.teams.count, Self.teamCountMax)).flatMap(team)
        case .closings:
            (0..<rowCount(coming.count, Self.closingCountMax)).flatMap(closing)
        case .texts: texts
        }
    }

    /// What is over is not asked for again, and stays as it was.
    var coming: [CentreFacts.Closing] { facts.closings.filter { $0.last >= today } }

    private func rowCount(_ count: Int, _ most: Int) -> Int { min(most, count + 2) }

    private var contact: [ActField] {
        [
            line("enhed", "Navn på centret", facts.unit),
            line("centrets-telefon", "Telefon", facts.phone),
            line("centrets-mail", "E-mail", facts.email),
            line("vej", "Vej og nummer", facts.street),
            line("by", "Postnummer og by", facts.town),
        ]
    }

    private var hours: [ActField] {
        Weekday.allCases.flatMap { weekday in
            let name = weekday.danishName.capitalisedFirst
            let hint: HTML? = weekday == .monday ? "For eksempel 8-15 eller 8.30-15.30" : nil
            return [
                ActField(
                    name: "aabent-\(weekday.rawValue)", label: "\(name), åbent",
                    kind: .line(lengthMax: 40), hint: hint,
                    values: [facts.openHours.spans[weekday]?.fieldText ?? ""], isOptional: true,
                    row: weekday.rawValue),
                ActField(
                    name: "uden-tid-\(weekday.rawValue)", label: "\(name), åben rådgivning",
                    kind: .line(lengthMax: 40),
                    values: [facts.walkInHours.spans[weekday]?.fieldText ?? ""],
                    isOptional: true, row: weekday.rawValue),
            ]
        }
    }

    private func site(_ index: Int) -> [ActField] {
        let site = facts.sites.indices.contains(index) ? facts.sites[index] : nil
        return [
            .hidden("sted-id-\(index)", site?.id ?? ""),
            line("sted-navn-\(index)", "Sted \(index + 1)", site?.name ?? "", row: 10 + index),
            line("sted-vej-\(index)", "Vej og nummer", site?.street ?? "", row: 10 + index),
            line("sted-by-\(index)", "Postnummer og by", site?.town ?? "", row: 10 + index),
            ActField(
                name: "lokaler-\(index)", label: "Samtalelokaler på sted \(index + 1)",
                kind: .text(rows: 3, lengthMax: 1_000),
                hint: "Et lokale på hver linje. Et nyt navn er et nyt lokale",
                values: [site?.rooms.map(\.name).joined(separator: "\n") ?? ""],
                isOptional: true),
        ]
    }

    private func team(_ index: Int) -> [ActField] {
        let team = facts.teams.indices.contains(index) ? facts.teams[index] : nil
        return [
            .hidden("team-id-\(index)", team?.id ?? ""),
            line("team-navn-\(index)", "Team \(index + 1)", team?.name ?? "", row: 30 + index),
            ActField(
                name: "alder-fra-\(index)", label: "Alder fra", kind: .number,
                values: team?.ageMin.map { [String($0)] } ?? [], isOptional: true,
                row: 30 + index),
            ActField(
                name: "alder-til-\(index)", label: "Til og med", kind: .number,
                values: team?.ageMax.map { [String($0)] } ?? [], isOptional: true,
                row: 30 + index),
            ActField(
                name: "team-sted-\(index)", label: "Sted",
                kind: .select(
                    facts.sites.map { Choice($0.id, "\($0.name)") }, prompt: "Alle steder"),
                values: team?.site.map { [$0] } ?? [], isOptional: true, row: 30 + index),
            ActField(
                name: "medlemmer-\(index)", label: "Hvem er med i team \(index + 1)?",
                kind: .ticks(
                    staff.map { Choice(String($0.id.rawValue), "\($0.name)") }),
                values: team?.members.map { String($0.rawValue) } ?? [], isOptional: true),
        ]
    }

    private func closing(_ index: Int) -> [ActField] {
        let closing = coming.indices.contains(index) ? coming[index] : nil
        return [
            ActField(
                name: "lukket-fra-\(index)", label: "Lukket fra", kind: .day,
                values: closing.map { [$0.first.fieldText] } ?? [], isOptional: true,
                row: 50 + index),
            ActField(
                name: "lukket-til-\(index)", label: "Til og med", kind: .day,
                values: closing.map { [$0.last.fieldText] } ?? [], isOptional: true,
                row: 50 + index),
            line("lukket-ord-\(index)", "Hvad står der?", closing?.words ?? "", row: 50 + index),
        ]
    }

    private var texts: [ActField] {
        [
            ActField(
                name: "forside-besked", label: "Besked på forsiden",
                kind: .text(rows: 3, lengthMax: 400),
                hint: "Står øverst på forsiden, så længe der er noget her",
                values: [facts.notice], isOptional: true),
            ActField(
                name: "find-os", label: "Sådan finder du os",
                kind: .text(rows: 3, lengthMax: 400),
                hint: "Står ved borgerens aftale: indgang, elevator, bus",
                values: [facts.directions], isOptional: true),
        ]
    }

    private func line(
        _ name: String, _ label: HTML, _ value: String, row: Int = 0
    ) -> ActField {
        ActField(
            name: name, label: label, kind: .line(lengthMax: Self.lineLengthMax),
            values: [value], row: row)
    }

    /// What the fields are called in a list of what was typed.
    static var labels: [String: HTML] {
        var labels: [String: HTML] = [:]
        var facts = CentreFacts(.demonstration)
        facts.sites = Array(
            repeating: .init(id: "", name: "", street: "", town: "", rooms: []),
            count: siteCountMax)
        facts.teams = Array(
            repeating: .init(id: "", name: "", ageMin: nil, ageMax: nil, site: nil, members: []),
            count: teamCountMax)
        let day = CalendarDay(number: 0)
        facts.closings = Array(
            repeating: .init(first: day, last: day, words: ""), count: closingCountMax)
        let all = FactsFields(facts: facts, staff: [], today: day)
        for field in FactsPart.allCases.flatMap(all.fields) where !field.isHidden {
            labels[field.name] = field.label
        }
        return labels
    }
}
