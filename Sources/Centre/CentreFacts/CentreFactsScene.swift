internal import Domain
internal import Records
internal import SQLite

extension CentreFactsRoom {
    /// The invented centre has two places, three teams, and is closed between Christmas and New Year.
    static let scene = DemoScene(begin: { opening, db in
        var facts = opening.house.standards.facts(on: opening.now.day)
        facts.openHours = OpeningHours(
            Dictionary(
                uniqueKeysWithValues: Weekday.allCases.filter { !$0.isWeekend }.map {
                    ($0, .init(ClockTime(8), ClockTime($0 == .friday ? 13 : 15)))
                }))
        let walkIn: [Weekday] = [.monday, .tuesday, .thursday, .friday]
        facts.walkInHours = OpeningHours(
            Dictionary(
                uniqueKeysWithValues: walkIn.map { ($0, .init(ClockTime(8, 30), ClockTime(10))) }))
        facts.sites = [
            CentreFacts.Site(
                id: "hoved", name: "Hovedadressen", street: facts.street, town: facts.town,
                rooms: ["Lokale 1", "Lokale 2", "Lokale 3", "Lægerummet"].enumerated().map {
                    CentreFacts.Room(id: "hoved-\($0 + 1)", name: $1)
                }),
            CentreFacts.Site(
                id: "havn", name: "Havnegården", street: "Prøvekaj 3", town: facts.town,
                rooms: [CentreFacts.Room(id: "havn-1", name: "Mødelokalet")]),
        ]
        let consultants = opening.staff(.consultant).map(\.id)
        facts.teams = [
            CentreFacts.Team(
                id: "voksne", name: "Voksenteamet", ageMin: 25, ageMax: nil, site: nil,
                members: consultants + opening.staff(.medical).map(\.id)),
            CentreFacts.Team(
                id: "unge", name: "Ungeteamet", ageMin: 15, ageMax: 24, site: nil,
                members: Array(consultants.prefix(1))),
        ]
        let newYear = opening.lastDay.year
        if let first = CalendarDay(year: newYear, month: 12, day: 28),
            let last = CalendarDay(year: newYear, month: 12, day: 30)
        {
            facts.closings = [.init(first: first, last: last, words: "Juleferie")]
        }
        facts.directions = "Indgang fra gården. Der er elevator. Ring på, så henter vi dig."
        try StandardBook.keep(facts, by: opening.administrator, at: opening.now, in: db)
        try opening.house.audit.record(
            .centreFactsChanged, by: opening.administrator, at: opening.now, in: db)
    })
}
