internal import Domain
internal import HTML
internal import HTTP
internal import Records

/// Reads a part as it was typed, onto what the centre says already.
struct FactsReading: Sendable {
    let known: CentreFacts
    let fields: FactsFields

    /// - Throws: every field that is wrong, in the order of the page.
    func facts(
        _ part: FactsPart, _ typed: inout TypedForm
    ) throws(FieldFaults) -> CentreFacts {
        var facts = known
        switch part {
        case .contact: contact(&facts, &typed)
        case .hours: hours(&facts, &typed)
        case .sites: facts.sites = sites(&typed)
        case .teams: facts.teams = teams(&typed)
        case .closings: facts.closings = closings(&typed)
        case .texts:
            facts.notice = typed.text("forside-besked")
            facts.directions = typed.text("find-os")
        }
        try typed.finish()
        return facts
    }

    private func contact(_ facts: inout CentreFacts, _ typed: inout TypedForm) {
        facts.unit = line("enhed", &typed, ifMissing: "Skriv, hvad centret hedder")
        facts.phone = phone(&typed)
        facts.email = line("centrets-mail", &typed, ifMissing: "Skriv centrets e-mail")
        if !facts.email.isEmpty, facts.email.split(separator: "@").count != 2 {
            typed.fault("centrets-mail", "Skriv e-mailen som navn@kommune.dk")
        }
        facts.street = line("vej", &typed, ifMissing: "Skriv vej og nummer")
        facts.town = line("by", &typed, ifMissing: "Skriv postnummer og by")
    }

    /// Kept in pairs, as it is read aloud.
    private func phone(_ typed: inout TypedForm) -> String {
        switch PhoneNumber.read(typed.text("centrets-telefon")) {
        case .number(let number): return PhoneNumber.inPairs(number)
        case .nothing: typed.fault("centrets-telefon", "Skriv det nummer, borgerne skal ringe til")
        case .wrongLength: typed.fault("centrets-telefon", "Telefonnummeret skal have 8 tal")
        }
        return ""
    }

    private func hours(_ facts: inout CentreFacts, _ typed: inout TypedForm) {
        func week(_ prefix: String) -> OpeningHours {
            var spans: [Weekday: OpeningHours.Span] = [:]
            for weekday in Weekday.allCases {
                let name = "\(prefix)-\(weekday.rawValue)"
                let text = typed.text(name)
                guard !text.isEmpty else { continue }
                if let span = OpeningHours.Span(typed: text) {
                    spans[weekday] = span
                } else {
                    typed.fault(
                        name,
                        "Skriv \(weekday.danishName) som 8-15 eller 8.30-10, eller lad den stå tom")
                }
            }
            return OpeningHours(spans)
        }
        facts.openHours = week("aabent")
        facts.walkInHours = week("uden-tid")
    }

    private func sites(_ typed: inout TypedForm) -> [CentreFacts.Site] {
        var sites: [CentreFacts.Site] = []
        for index in 0..<FactsFields.siteCountMax {
            let name = line("sted-navn-\(index)", &typed)
            guard !name.isEmpty else { continue }
            if sites.contains(where: { $0.name == name }) {
                typed.fault("sted-navn-\(index)", "Der er allerede et sted, der hedder \(name)")
            }
            let old = known.site(typed.raw("sted-id-\(index)"))
            sites.append(
                CentreFacts.Site(
                    id: old?.id ?? newID(), name: name,
                    street: line("sted-vej-\(index)", &typed, ifMissing: "Skriv vej og nummer"),
                    town: line("sted-by-\(index)", &typed, ifMissing: "Skriv postnummer og by"),
                    rooms: rooms(index, old, &typed)))
        }
        return sites
    }

    private func rooms(
        _ index: Int, _ old: CentreFacts.Site?, _ typed: inout TypedForm
    ) -> [CentreFacts.Room] {
        var rooms: [CentreFacts.Room] = []
        for part in typed.text("lokaler-\(index)").split(whereSeparator: \.isNewline) {
            let name = plainLine(String(part))
            guard !name.isEmpty, !rooms.contains(where: { $0.name == name }) else { continue }
            if name.unicodeScalars.count > FactsFields.lineLengthMax {
                typed.fault(
                    "lokaler-\(index)", "Skriv højst \(FactsFields.lineLengthMax) tegn på en linje")
            }
            let known = old?.rooms.first { $0.name == name }
            rooms.append(known ?? CentreFacts.Room(id: newID(), name: name))
        }
        return rooms
    }

    private func teams(_ typed: inout TypedForm) -> [CentreFacts.Team] {
        var teams: [CentreFacts.Team] = []
        for index in 0..<FactsFields.teamCountMax {
            let name = line("team-navn-\(index)", &typed)
            guard !name.isEmpty else { continue }
            let (from, to) = (age("alder-fra-\(index)", &typed), age("alder-til-\(index)", &typed))
            if let from, let to, to < from {
                typed.fault("alder-til-\(index)", "Skriv en alder, der ikke er under \(from)")
            }
            let old = known.teams.first {
                $0.id.utf8.elementsEqual(typed.raw("team-id-\(index)").utf8)
            }
            let members = typed.ticked("medlemmer-\(index)")
            teams.append(
                CentreFacts.Team(
                    id: old?.id ?? newID(), name: name, ageMin: from, ageMax: to,
                    site: known.site(typed.raw("team-sted-\(index)"))?.id,
                    members: fields.staff.map(\.id).filter {
                        members.contains(String($0.rawValue))
                    }))
        }
        return teams
    }

    private func age(_ name: String, _ typed: inout TypedForm) -> Int? {
        guard !typed.raw(name).isEmpty else { return nil }
        return typed.number(
            name, in: 0...120, otherwise: "Skriv alderen som et tal, for eksempel 18")
    }

    /// The ones that are over stay as they were.
    private func closings(_ typed: inout TypedForm) -> [CentreFacts.Closing] {
        var closings = known.closings.filter { $0.last < typed.today }
        for index in 0..<FactsFields.closingCountMax {
            let (from, to) = ("lukket-fra-\(index)", "lukket-til-\(index)")
            let words = line("lukket-ord-\(index)", &typed)
            guard !(typed.raw(from) + typed.raw(to) + words).isEmpty else { continue }
            guard let first = day(from, &typed, missing: "Skriv den første dag") else { continue }
            let last = typed.raw(to).isEmpty ? first : day(to, &typed, missing: "")
            guard let last else { continue }
            if last < first { typed.fault(to, "Den sidste dag ligger før den første") }
            if first.days(until: last) > 100 {
                typed.fault(to, "Så længe kan centret ikke være lukket. Ret en af datoerne")
            }
            if words.isEmpty {
                typed.fault("lukket-ord-\(index)", "Skriv for eksempel Sommerferie")
            }
            closings.append(CentreFacts.Closing(first: first, last: last, words: words))
        }
        return closings.sorted { $0.first < $1.first }
    }

    private func day(_ name: String, _ typed: inout TypedForm, missing: String) -> CalendarDay? {
        let text = typed.raw(name)
        switch TypedDay.read(text, on: typed.today) {
        case .day(let day): return day
        case .nothing: typed.fault(name, missing)
        case .notInCalendar: typed.fault(name, "\(text) findes ikke. Skriv en anden dato")
        case .unreadable: typed.fault(name, "Skriv datoen som 24-12-2026")
        }
        return nil
    }

    private func line(
        _ name: String, _ typed: inout TypedForm, ifMissing: String? = nil
    ) -> String {
        plainLine(typed.text(name, ifMissing: ifMissing))
    }

    private func newID() -> String { FormID.random().formText }
}
