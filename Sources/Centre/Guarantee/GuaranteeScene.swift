internal import Domain
internal import Records

extension GuaranteeRoom {
    /// In the invented year: most clocks that run out are explained, and the citizen gets a letter.
    static let scene = DemoScene(additions: { story, random in
        guard story.outcome == .late || story.outcome == .overdue, random.chance(70),
            let asked = story.acts.first?.at.day
        else { return [] }
        let time = Instant(day: asked.adding(days: 16), hour: 9, minute: 30)
        let reason = random.one(of: GuaranteeDeviation.Reason.allCases)
        let name = story.person.name
        let deed = DemoDeed(name: "deviation") { stage, db in
            try stage.perform(
                ExplainDelay(
                    reason: reason, why: "Vi havde ikke en ledig tid i tide.",
                    offered: "en samtale, så snart en behandler har tid.", recipient: [name],
                    delivery: .inPerson), at: time, db)
        }
        return [DemoAct(at: time, kind: .own(deed))]
    })
}
