internal import Domain
internal import Records
internal import SQLite

/// In the invented year: for some, talks are not enough. They are proposed for more, heard, decided on at the weekly
/// meeting, refused, granted, put off, and taken up again.
struct VisitationScene: Sendable {
    let meetings: Meetings

    var scene: DemoScene {
        DemoScene(additions: { story, random in additions(story, &random) })
    }

    /// What may come of an application.
    private enum Way: CaseIterable {
        case granted, refused, refusedThenGranted, other, postponed
    }

    private func additions(_ story: DemoStory, _ random: inout DemoRandom) -> [DemoAct] {
        guard !story.person.isAnonymous, story.outcome == .met || story.outcome == .late,
            random.chance(30),
            let start = story.acts.first(where: \.isSession)?.at.day,
            let end = story.acts.last?.at.day
        else { return [] }
        // The committee meets on Tuesdays.
        let applied = tuesday(after: start.adding(days: 14 + 7 * random.number(0...8))).adding(
            days: -4)
        guard applied.adding(days: 45) < end else { return [] }
        // In turn: every way is in the year.
        let way = Way.allCases[applied.number / 7 % Way.allCases.count]
        return acts(way, story.person, from: applied)
    }

    private func tuesday(after day: CalendarDay) -> CalendarDay {
        var day = WorkingDays.statutory.onOrAfter(day)
        while day.weekday != .tuesday || !WorkingDays.statutory.isWorking(day) {
            day = day.adding(days: 1)
        }
        return day
    }

    private func acts(_ way: Way, _ person: DemoPerson, from applied: CalendarDay) -> [DemoAct] {
        let modality: Modality = way == .postponed ? .day : .residential
        let first = tuesday(after: applied.adding(days: 1))
        let second = tuesday(after: first.adding(days: 10))
        let recipient = [person.name, "Eksempelvej 1", "0999 Eksempelby"]
        var acts = [
            deed("propose", applied, 11) { stage, time, db in
                try stage.perform(Self.proposal(modality), at: time, db)
            }
        ]
        func meet(_ day: CalendarDay, _ act: @escaping @Sendable (CaseState) -> any CaseAct) {
            acts.append(
                deed("decide-\(day)", day, 10) { stage, time, db in
                    try meetAndDecide(stage, time, db, act)
                })
            acts.append(
                deed("close-\(day)", day, 14) { stage, time, db in
                    try meetings.close(
                        Self.meeting(on: day), by: stage.visitator, at: time, in: db)
                })
        }
        switch way {
        case .granted:
            meet(first) { Self.grant(.residential, $0, to: recipient) }
        case .postponed:
            meet(first) { state in
                PostponeDecision(
                    why: "Vi mangler et svar fra din læge.", until: second, recipient: recipient,
                    delivery: Self.delivery(state))
            }
            meet(second) { Self.grant(.day, $0, to: recipient) }
        case .other:
            meet(first) { Self.grant(.day, $0, to: recipient, insteadOf: true) }
        case .refused, .refusedThenGranted:
            acts += hearing(from: applied.adding(days: 3), to: recipient)
            meet(second) { Self.refusal($0, to: recipient) }
            guard way == .refusedThenGranted else { break }
            let third = tuesday(after: second.adding(days: 12))
            acts.append(
                deed("reopen", second.adding(days: 9), 13) { stage, time, db in
                    try stage.decide(
                        ReopenDecision(
                            why: "Du har fortalt, at du nu er uden bolig.", recipient: recipient,
                            delivery: Self.delivery(try state(stage, time, db))), at: time, db)
                })
            meet(third) { Self.grant(.residential, $0, to: recipient) }
        }
        return acts
    }

    private func hearing(from day: CalendarDay, to recipient: [String]) -> [DemoAct] {
        let until = day.adding(days: 7)
        return [
            deed("hear", day, 9) { stage, time, db in
                try stage.decide(
                    SendHearing(
                        facts: "Du har en bolig og en søster, der hjælper dig.", until: until,
                        recipient: recipient, delivery: Self.delivery(try state(stage, time, db))),
                    at: time, db)
            },
            deed("answer", day.adding(days: 4), 12) { stage, time, db in
                try stage.perform(
                    AnswerHearing(hasRemarks: true, text: "Opdigtet svar: jeg vil helst væk."),
                    at: time, db)
            },
        ]
    }

    // MARK: At the meeting

    /// The meeting of the day is called by whoever comes first, begins, and decides.
    private func meetAndDecide(
        _ stage: DemoStage, _ time: Instant, _ db: borrowing Connection,
        _ act: @Sendable (CaseState) -> any CaseAct
    ) throws {
        guard let ref = stage.ref else { return }
        let file = try meetings.ledger.file(ref, in: db)
        let visitation = VisitationState(file)
        guard visitation.awaitsDecision else { return }
        if let body = try meetings.body(of: file, visitation, on: time.day) {
            let id = Self.meeting(on: time.day)
            let meeting = Meeting(
                id: id, body: body, heldOn: time.day, startsAt: ClockTime(9, 0), hasBegun: false,
                isClosed: false)
            try meetings.call(meeting, by: stage.visitator, at: time, in: db)
            let due = try meetings.agenda(of: meeting, in: db).refs.map(\.number)
            try? meetings.begin(
                id, with: Set(due), present: "Leif Leder, Viggo Visitator, Mette Medicin",
                by: stage.visitator, at: time, in: db)
        }
        try stage.decide(act(try state(stage, time, db)), at: time, db)
    }

    private func state(
        _ stage: DemoStage, _ time: Instant, _ db: borrowing Connection
    ) throws -> CaseState {
        guard let ref = stage.ref else { return try .ofNobody(meetings.standards, at: time) }
        return try CaseState(
            meetings.ledger.file(ref, in: db), meetings.standards, by: stage.visitator.staff,
            at: time)
    }

    private static func delivery(_ state: CaseState) -> Delivery {
        state.file.isAnonymous ? .inPerson : .digitalPost
    }

    /// One a day in the invented year.
    private static func meeting(on day: CalendarDay) -> FormID { FormID(Int64(day.number)) }

    private static func proposal(_ modality: Modality) -> Propose {
        var text = ProposalText()
        text.need = "Opdigtet indstilling: ro og behandling hele dagen."
        text.wish = "Jeg kan ikke klare det derhjemme"
        text.tried = "Samtaler hver uge. Drak igen efter hver pause."
        text.whyNotLess = "Samtalerne har ikke været nok, og der er alkohol i hjemmet."
        text.place = "Eksempelgården"
        text.period = "12 uger"
        return Propose(
            proposal: ProposalWritten(
                modality: modality, isReady: true, isYoung: false, outpatientTried: true),
            text: text)
    }

    private static func grant(
        _ modality: Modality, _ state: CaseState, to recipient: [String], insteadOf: Bool = false
    ) -> Decide {
        var words = DecisionWords()
        words.reasons = "Du har prøvet samtaler hos os, og det har ikke været nok."
        words.noHearing = insteadOf ? "Vi har talt om det sammen, og du er enig." : ""
        words.minutes = "Enighed om at begynde hurtigt."
        return Decide(
            outcome: insteadOf ? .otherGranted : .granted,
            grant: Decide.Grant(
                modality: modality, place: "Eksempelgården", from: state.today.adding(days: 6),
                until: state.today.adding(days: 90), payment: nil),
            words: words, meeting: state.visitation.agenda.last?.meeting, recipient: recipient,
            delivery: delivery(state))
    }

    private static func refusal(_ state: CaseState, to recipient: [String]) -> Decide {
        var words = DecisionWords()
        words.reasons = "Du har en bolig og en søster, der støtter dig."
        words.instead = "Samtaler hos os to gange om ugen."
        words.minutes = "Ambulant behandling er ikke prøvet længe nok."
        return Decide(
            outcome: .refused, grant: nil, words: words,
            meeting: state.visitation.agenda.last?.meeting, recipient: recipient,
            delivery: delivery(state) == .inPerson ? .inPerson : .letter)
    }

    private func deed(
        _ name: String, _ day: CalendarDay, _ hour: Int,
        _ perform: @escaping @Sendable (DemoStage, Instant, borrowing Connection) throws -> Void
    ) -> DemoAct {
        let time = Instant(day: day, hour: hour, minute: 5)
        return DemoAct(
            at: time,
            kind: .own(
                DemoDeed(name: "visitation-\(name)-\(day)") { stage, db in
                    try perform(stage, time, db)
                }))
    }
}

extension DemoAct {
    fileprivate var isSession: Bool {
        if case .session = kind { true } else { false }
    }
}
