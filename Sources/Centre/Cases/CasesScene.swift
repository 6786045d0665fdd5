internal import Domain
internal import Records
internal import SQLite

extension CasesRoom {
    /// In the invented year: talks are held and noted, and courses end.
    static let scene = DemoScene(play: { act, stage, db in
        if let note = note(act) {
            try stage.perform(note, at: act.at, db)
        } else if let ending = ending(act) {
            try stage.perform(EndCase(ending: ending), at: act.at, db)
        } else {
            return (false, nil)
        }
        return (true, nil)
    })

    private static func note(_ act: DemoAct) -> WriteNote? {
        let service: Service
        switch act.kind {
        case .informationTalk: service = Service(.informationTalk, minutes: 30)
        case .assessment: service = Service(.assessment, minutes: 60)
        case .session(let length): service = Service(.individualSession, minutes: length)
        case .missedSession: service = Service(.individualSession, minutes: nil, attended: false)
        default: return nil
        }
        let words = DemoWords.notes[act.at.day.number % DemoWords.notes.count]
        return WriteNote(
            content: .service(service, at: act.at), text: service.attended ? words : "")
    }

    private static func ending(_ act: DemoAct) -> EndCase.Ending? {
        switch act.kind {
        case .closed: .closing
        case .discharged(let reason): .discharge(reason, on: act.at.day)
        default: nil
        }
    }
}
