internal import Domain
internal import Records

extension FollowUpRoom {
    /// In the invented year: who has left is rung up after a month and after half a year; not everybody answers.
    static let scene = DemoScene(additions: { story, random in
        guard let end = story.discharge else { return [] }
        return [30, 182].flatMap { days -> [DemoAct] in
            guard random.chance(85) else { return [] }
            let moment = Instant(seconds: end.seconds + (days - random.number(-4...8)) * 86_400)
            var acts: [DemoAct] = []
            if random.chance(30) {
                acts.append(
                    call(reached: false, at: Instant(seconds: moment.seconds - 172_800), nil))
            }
            if random.chance(80) {
                acts.append(
                    call(reached: true, at: moment, random.one(of: DrinkingNow.allCases)))
            }
            return acts
        }
    })

    /// Somebody is rung up in the invented year.
    private static func call(reached: Bool, at moment: Instant, _ drinking: DrinkingNow?) -> DemoAct
    {
        let said =
            reached ? "Opdigtet: går i gang med nyt arbejde, vil ringe, hvis det bliver svært." : ""
        let act = RecordFollowUp(
            reached: reached, said: FollowUpText(text: said, drinking: drinking), day: moment.day)
        return DemoAct(
            at: moment,
            kind: .own(
                DemoDeed(name: "follow-up \(moment.seconds)") { stage, db in
                    try stage.perform(act, at: moment, db)
                }))
    }
}

extension DemoStory {
    /// When the course ended; nil where it goes on.
    var discharge: Instant? {
        acts.first { act in
            if case .discharged = act.kind { true } else { false }
        }?.at
    }
}
