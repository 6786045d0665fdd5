internal import Domain
internal import Records
internal import SQLite

extension EnquiryDesk {
    /// In the invented year: somebody rings, the case is taken, a time is offered, and what becomes of it.
    var scene: DemoScene {
        DemoScene(play: { [self] act, stage, db in
            switch act.kind {
            case .enquiry(let asked):
                let context = WriteContext(by: stage.receptionist, at: act.at)
                return (
                    true,
                    try register(
                        received(asked, from: stage.story.person, at: act.at),
                        under: stage.standard.id, context, in: db)
                )
            case .taken: try stage.perform(TakeCase(), at: act.at, db)
            default:
                guard let outcome = Self.outcome(act) else { return (false, nil) }
                try stage.perform(outcome, at: act.at, db)
            }
            return (true, nil)
        })
    }

    private static func outcome(_ act: DemoAct) -> RecordOutcome? {
        let outcome: RecordOutcome.Outcome? =
            switch act.kind {
            case .declined: .ownChoice
            case .noShow: .didNotCome
            case .withdrawn: .withdrew
            case .outsideDuty: .admitted
            default: nil
            }
        return outcome.map {
            RecordOutcome(
                outcome: $0, day: act.at.day, isInWriting: $0 == .ownChoice, text: "")
        }
    }

    private func received(
        _ asked: DemoAct.Asked, from person: DemoPerson, at time: Instant
    ) -> ReceivedEnquiry {
        var details = PersonDetails()
        details.phone = person.phone
        if !person.isAnonymous {
            details.name = person.name
            if !asked.isRelative { details.cpr = CPRNumber(person.cpr) }
        }
        return ReceivedEnquiry(
            receivedAt: time, wish: asked.wish,
            by: asked.isRelative ? .relative : .`self`, channel: .phone,
            isAnonymous: person.isAnonymous, person: details, text: asked.words)
    }
}
