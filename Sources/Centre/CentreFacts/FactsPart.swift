internal import Domain
internal import HTML
internal import Records

// The invariants of the centre's own facts:
// - a version is the whole of it: who saves one part changes no other;
// - every version stays readable, with who wrote it and when;
// - nothing in them is about a citizen.

/// A part of what the centre says of itself, edited on a page of its own.
enum FactsPart: String, CaseIterable, Sendable {
    case contact = "oplysninger"
    case hours = "tider"
    case sites = "steder"
    case teams = "team"
    case closings = "lukkedage"
    case texts = "tekster"

    var title: String {
        switch self {
        case .contact: "Navn og adresse"
        case .hours: "Åbningstider"
        case .sites: "Steder og lokaler"
        case .teams: "Team"
        case .closings: "Lukkedage"
        case .texts: "Tekster på hjemmesiden"
        }
    }

    var address: Address { "/administration/centret/\(word: rawValue)" }

    /// What it says, a line a thing: for the page, and to tell what a version has changed.
    func lines(_ facts: CentreFacts, names: [StaffID: String]) -> [(key: String, value: String)] {
        switch self {
        case .contact:
            [
                ("Navn", facts.unit), ("Telefon", facts.phone), ("E-mail", facts.email),
                ("Adresse", facts.street), ("Postnummer og by", facts.town),
            ]
        case .hours:
            [
                ("Åbent", facts.openHours.lineInWords),
                ("Åben rådgivning uden tid", facts.walkInHours.lineInWords),
            ]
        case .sites:
            facts.sites.map { site in
                let rooms = site.rooms.map(\.name).joined(separator: ", ")
                return (
                    site.name,
                    "\(site.street), \(site.town)" + (rooms.isEmpty ? "" : ". Lokaler: \(rooms)")
                )
            }
        case .teams:
            facts.teams.map { team in
                let site = team.site.flatMap { facts.site($0)?.name }
                let members = team.members.compactMap { names[$0] }.sorted()
                return (
                    team.name,
                    [
                        team.agesInWords, site,
                        members.isEmpty ? "ingen medarbejdere" : members.joined(separator: ", "),
                    ].compactMap(\.self).joined(separator: ". ")
                )
            }
        case .closings:
            facts.closings.map { ($0.daysInWords, $0.words) }
        case .texts:
            [
                ("Besked på forsiden", facts.notice),
                ("Sådan finder du os", facts.directions),
            ]
        }
    }
}

extension OpeningHours {
    /// The week in a line, or that there are no hours.
    fileprivate var lineInWords: String { spans.isEmpty ? "ikke angivet" : inWords }
}

extension CentreFacts.Team {
    /// `18-24 år`, `fra 25 år`, `alle aldre`.
    var agesInWords: String {
        switch (ageMin, ageMax) {
        case (let from?, let to?): "\(from)-\(to) år"
        case (let from?, nil): "fra \(from) år"
        case (nil, let to?): "til og med \(to) år"
        case (nil, nil): "alle aldre"
        }
    }
}

extension CentreFacts.Closing {
    /// `24.12.2026` or `24.12.2026 til 31.12.2026`.
    var daysInWords: String {
        first == last ? first.danishDigits : "\(first.danishDigits) til \(last.danishDigits)"
    }
}

/// One thing that a version says otherwise than the one before it.
struct FactsChange: Hashable, Sendable {
    let key: String
    let old: String
    let new: String

    /// What differs, part by part; a thing that came or went has one side empty.
    static func between(
        _ old: CentreFacts, _ new: CentreFacts, names: [StaffID: String]
    ) -> [FactsChange] {
        FactsPart.allCases.flatMap { part -> [FactsChange] in
            let before = part.lines(old, names: names)
            let after = part.lines(new, names: names)
            let gone = before.filter { line in !after.contains { $0.key == line.key } }
                .map { FactsChange(key: $0.key, old: $0.value, new: "") }
            let changed = after.compactMap { line -> FactsChange? in
                let was = before.first { $0.key == line.key }?.value ?? ""
                return was == line.value
                    ? nil : FactsChange(key: line.key, old: was, new: line.value)
            }
            return gone + changed
        }
    }
}
