internal import Domain
internal import Records
internal import SQLite

extension ConsentsRoom {
    /// In the invented year: about every third in treatment consents to somebody being told something; some of it is told,
    /// some consents are taken back, and those from long ago have run out.
    static let scene = DemoScene(additions: { story, random in
        guard [.met, .late].contains(story.outcome), random.chance(35),
            let start = story.acts.first(where: { $0.isSession })
        else { return [] }
        let given = GiveConsent(
            kind: random.one(of: [.physician, .jobCentre, .partner]),
            words: ConsentWords(
                recipient: "Opdigtet modtager", what: "At jeg går i behandling, og hvordan det går",
                purpose: "Så vi kan hjælpe på samme tid", whyOral: ""),
            giver: .citizen, isInWriting: true, day: start.at.day,
            until: random.chance(20) ? start.at.day.adding(days: random.number(60...120)) : nil)
        var deeds = [deed("consent", given, at: Instant(seconds: start.at.seconds + 4_200))]
        if random.chance(60) {
            let day = WorkingDays.statutory.adding(random.number(5...15), to: start.at.day)
            deeds.append(
                deed(
                    "disclosure",
                    Disclose(
                        recipient: given.kind.danishName, what: "Opdigtet brev om forløbet",
                        way: .digitalPost, day: day),
                    at: Instant(day: day, hour: 13, minute: 30)))
        }
        if random.chance(20) {
            let day = WorkingDays.statutory.adding(20, to: start.at.day)
            deeds.append(
                deed(
                    "revocation",
                    RevokeConsent(
                        consent: Consent(
                            id: "s1", scope: [given.kind.danishName], until: given.until),
                        day: day, text: "Vil hellere selv fortælle det."),
                    at: Instant(day: day, hour: 11, minute: 15)))
        }
        return deeds
    })

    private static func deed(_ name: String, _ act: some CaseAct, at time: Instant) -> DemoAct {
        DemoAct(
            at: time,
            kind: .own(DemoDeed(name: name) { stage, db in try stage.perform(act, at: time, db) }))
    }
}

extension DemoAct {
    fileprivate var isSession: Bool {
        if case .session = kind { true } else { false }
    }
}
