internal import Domain
internal import Records
internal import SQLite

extension RecordsAccessRoom {
    /// In the invented year: a few ask to see what stands about them, and most get it in time.
    static let scene = DemoScene(additions: { story, random in
        if story.outcome == .running, random.chance(25), let first = story.acts.first {
            let asked = WorkingDays.statutory.adding(1, to: first.at.day)
            return [
                deed(
                    "request", RequestRecords(asker: .citizen, what: "", day: asked),
                    at: Instant(day: asked, hour: 9, minute: 40))
            ]
        }
        guard story.outcome == .met, random.chance(8), let last = story.acts.last else { return [] }
        let asked = WorkingDays.statutory.onOrAfter(last.at.day.adding(days: 10))
        var deeds = [
            deed(
                "request", RequestRecords(asker: .citizen, what: "", day: asked),
                at: Instant(day: asked, hour: 9, minute: 40))
        ]
        let isLate = random.chance(25)
        if isLate {
            let day = WorkingDays.statutory.adding(5, to: asked)
            deeds.append(
                deed(
                    "delay",
                    DelayRecords(
                        why: "sagen er lang, og vi skal læse den igennem.",
                        expectedOn: day.adding(days: 14),
                        recipient: [story.person.name, "Opdigtet Vej 1", "0999 Eksempelby"]),
                    at: Instant(day: day, hour: 10, minute: 10)))
        }
        let day = WorkingDays.statutory.adding(isLate ? 11 : 6, to: asked)
        deeds.append(
            deed(
                "answer",
                AnswerRecords(
                    extent: .everything, way: .inPerson,
                    receipt: RecordsReceipt(receipt: "Borgeren selv, viste pas", text: ""), day: day
                ), at: Instant(day: day, hour: 13, minute: 0)))
        return deeds
    })

    private static func deed(_ name: String, _ act: some CaseAct, at time: Instant) -> DemoAct {
        DemoAct(
            at: time,
            kind: .own(DemoDeed(name: name) { stage, db in try stage.perform(act, at: time, db) }))
    }
}
