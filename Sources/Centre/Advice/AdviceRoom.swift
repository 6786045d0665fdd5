internal import Domain
internal import HTML
internal import Records
internal import SQLite

/// What is not about one case: general advice and teaching (generel rådgivning, undervisning).
enum AdviceRoom {
    static let description = RoomDescription(
        "Advice",
        menu: [MenuItem(id: "raadgivning", label: "Rådgivning", address: "/raadgivning")],
        statements: [AdviceSQL.self],
        tables: [RecordTable("advice_given", of: .centre, grows: true)],
        actions: [.adviceNoted, .adviceRemoved],
        fieldLabels: [
            "raad-slags": "Hvad blev der givet?", "raad-hvem": "Til hvem?", "raad-dato": "Dato",
            "raad-antal": "Antal deltagere", "raad-minutter": "Minutter",
        ])
}

extension AdviceBook {
    /// In the invented year: now and then somebody asks, and now and then there is a class to teach.
    var scene: DemoScene {
        DemoScene(additions: { [self] story, random in
            guard let first = story.acts.first?.at, random.chance(40) else { return [] }
            let isTeaching = random.chance(35)
            let given = AdviceGiven(
                id: .random(), heldOn: first.day, kind: isTeaching ? .teaching : .advice,
                audience: random.one(of: AdviceGiven.Audience.allCases),
                people: isTeaching ? random.number(8...28) : random.number(1...4),
                minutes: isTeaching ? random.one(of: [45, 90, 120]) : random.one(of: [15, 30, 45]))
            let moment = Instant(seconds: first.seconds + 1_800)
            return [
                DemoAct(
                    at: moment,
                    kind: .own(
                        DemoDeed(name: "advice \(moment.seconds)") { stage, db in
                            try note(given, by: stage.consultant, at: moment, in: db)
                        }))
            ]
        })
    }
}
