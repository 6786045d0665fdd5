internal import Domain
internal import Records
internal import SQLite

extension ComplaintsRoom {
    /// In the invented year: now and then somebody complains, by every way there is; most are answered in time.
    static let scene = DemoScene(additions: { story, random in
        switch story.outcome {
        case .met, .late, .ownChoice:
            guard random.chance(9), let last = story.acts.last else { return [] }
            let daysAgo = random.number(0...20)
            return complaint(
                random.one(of: [.service, .service, .health]),
                on: WorkingDays.statutory.onOrAfter(last.at.day.adding(days: -daysAgo)),
                answeredAfter: random.number(6...40), &random)
        case .running, .overdue:
            guard random.chance(25), let first = story.acts.first else { return [] }
            return complaint(
                .service, on: WorkingDays.statutory.adding(2, to: first.at.day),
                answeredAfter: nil, &random)
        default: return []
        }
    })

    private static func complaint(
        _ about: ComplaintSubject, on day: CalendarDay, answeredAfter days: Int?,
        _ random: inout DemoRandom
    ) -> [DemoAct] {
        let id = EntryID.random()
        let complaint = RegisterComplaint(
            complaint: Complaint(about: about, happenedOn: day.adding(days: -6)),
            text: random.one(of: words(about)), channel: random.one(of: ComplaintChannel.allCases),
            complainant: random.chance(80) ? .citizen : .relative, day: day,
            answerBy: day.adding(days: 28))
        let came = deed("complaint", complaint, id: id, at: Instant(day: day, hour: 12, minute: 20))
        guard let days else { return [came] }
        let answered = WorkingDays.statutory.onOrAfter(day.adding(days: days))
        let conclusion = ConcludeComplaint(
            complaint: id,
            outcome: about == .health
                ? .forwarded : random.one(of: [.upheld, .partly, .rejected]),
            answer: ComplaintAnswer(
                text: "Opdigtet svar: vi har talt om det og beklaget.",
                lesson: random.one(of: [
                    "Ring altid selv, når en aftale flyttes.",
                    "Sig ventetiden højt ved første opkald.", "",
                ])), day: answered)
        return [
            came,
            deed(
                "answer", conclusion, id: .random(),
                at: Instant(day: answered, hour: 14, minute: 5)),
        ]
    }

    private static func words(_ about: ComplaintSubject) -> [String] {
        switch about {
        case .decision: ["Opdigtet klage: jeg er ikke enig i afslaget."]
        case .service:
            [
                "Opdigtet klage: min tid blev flyttet to gange uden besked.",
                "Opdigtet klage: jeg måtte vente længe i telefonen.",
            ]
        case .health: ["Opdigtet klage: ingen fortalte mig om bivirkninger."]
        }
    }

    /// As the leader writes it.
    private static func deed(
        _ name: String, _ act: some CaseAct, id: EntryID, at time: Instant
    ) -> DemoAct {
        DemoAct(
            at: time,
            kind: .own(
                DemoDeed(name: name) { stage, db in
                    guard let ref = stage.ref else { return }
                    try stage.writer.write(
                        act, in: ref, WriteContext(by: stage.consultant, at: time, id: id),
                        as: .leader, db)
                }))
    }
}
