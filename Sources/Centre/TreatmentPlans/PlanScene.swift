internal import Domain
internal import Records
internal import SQLite

extension PlanDesk {
    /// In the invented year: whoever is treated gets a plan, most of them seen again in time, some too late, some never.
    var scene: DemoScene {
        DemoScene(additions: { [self] story, random in
            guard let start = story.firstSession, random.chance(85) else { return [] }
            let last = story.acts.last?.at ?? start
            let words = DemoPlan(&random, from: start.day)
            var acts = [
                version(words.first, at: start, after: 300),
                agreement(at: start, after: 420),
            ]
            var moment = start
            while acts.count < 8 {
                let days = random.chance(75) ? random.number(60...85) : random.number(100...120)
                moment = Instant(seconds: moment.seconds + days * 86_400)
                if moment >= last || random.chance(10) { break }
                if random.chance(50) {
                    acts.append(review(at: moment))
                } else {
                    acts.append(version(words.later(on: moment.day), at: moment, after: 300))
                    acts.append(agreement(at: moment, after: 420))
                }
            }
            return acts.filter { $0.at < last }
        })
    }

    private func version(_ plan: PlanText, at start: Instant, after seconds: Int) -> DemoAct {
        let moment = Instant(seconds: start.seconds + seconds)
        return DemoAct(
            at: moment,
            kind: .own(
                DemoDeed(name: "plan \(moment.seconds)") { [self] stage, db in
                    guard let ref = stage.ref else { return }
                    let base = try ledger.file(ref, in: db).latestPlan?.id
                    try write(
                        plan, onto: base, in: ref,
                        WriteContext(by: stage.consultant, at: moment), db)
                }))
    }

    private func agreement(at start: Instant, after seconds: Int) -> DemoAct {
        let moment = Instant(seconds: start.seconds + seconds)
        return deed(
            "agreement", at: moment, AgreePlan(day: moment.day, how: .together, text: ""))
    }

    private func review(at moment: Instant) -> DemoAct {
        deed(
            "review", at: moment,
            ReviewPlan(day: moment.day, text: "Opdigtet: det går fremad med begge mål."))
    }

    private func deed(_ name: String, at moment: Instant, _ act: some CaseAct) -> DemoAct {
        DemoAct(
            at: moment,
            kind: .own(
                DemoDeed(name: "\(name) \(moment.seconds)") { stage, db in
                    try stage.perform(act, at: moment, db)
                }))
    }
}

/// What invented people plan.
private struct DemoPlan {
    let first: PlanText

    init(_ random: inout DemoRandom, from day: CalendarDay) {
        var plan = PlanText()
        plan.wish = random.one(of: [
            "Jeg vil kunne være sammen med mine børn uden at drikke.",
            "Jeg vil sove om natten og passe mit arbejde.",
            "Jeg vil ikke drikke alene mere.",
        ])
        let kind = random.one(of: [
            PlanText.GoalKind.stop, .less, .less, .control, .stabilise,
        ])
        plan.goals = [
            PlanText.Goal(
                text: random.one(of: [
                    "Opdigtet: ingen alkohol på hverdage", "Opdigtet: højst ti genstande om ugen",
                    "Opdigtet: 0 dage med alkohol i uger med børnene",
                ]), kind: kind,
                subGoals: [
                    PlanText.SubGoal(
                        text: "Opdigtet: aftale med en ven om fredage", who: "borgeren",
                        until: day.adding(months: 1))
                ],
                efforts: [
                    PlanText.Effort(
                        what: "Individuelle samtaler", who: "behandleren", howOften: "hver uge",
                        until: day.adding(months: 3))
                ], sign: "Dagbog over genstande"),
            PlanText.Goal(
                text: "Opdigtet: sove bedre", kind: .other, subGoals: [],
                efforts: [
                    PlanText.Effort(
                        what: "NADA øreakupunktur", who: "sygeplejersken",
                        howOften: "to gange om ugen",
                        until: nil)
                ], sign: "WHO-5 over 50"),
        ]
        if random.chance(30) { plan.attention.insert(.children) }
        if random.chance(20) { plan.attention.insert(.driving) }
        if random.chance(25) { plan.others = "Opdigtet: partneren, samtykke et år frem" }
        if random.chance(25) { plan.socialPlan = random.one(of: PlanText.SocialPlan.allCases) }
        plan.nextLook = day.adding(months: 3)
        first = plan
    }

    /// Written on: a goal came to more, and a step was added.
    func later(on day: CalendarDay) -> PlanText {
        var plan = first
        plan.goals[0].subGoals.append(
            PlanText.SubGoal(
                text: "Opdigtet: gå til gruppen om torsdagen", who: "borgeren",
                until: day.adding(months: 2)))
        plan.nextLook = day.adding(months: 3)
        return plan
    }
}
