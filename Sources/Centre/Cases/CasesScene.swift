internal import Domain
internal import Records
internal import SQLite

extension CasesRoom {
    /// In the invented year: talks are held and noted, and courses end.
    static let scene = DemoScene(play: { act, stage, db in
        if let note = note(act) {
            try stage.carryOut(note, at: act.at, db)
        } else if let ending = ending(act) {
            try stage.carryOut(EndCase(ending: ending), at: act.at, db)
        } else {
            return (false, nil)
        }
        return (true, nil)
    })

    private static func note(_ act: DemoAct) -> WriteNote? {
        let (code, minutes): (ServiceCode, Int)
        switch act.kind {
        case .informationTalk: (code, minutes) = (.informationTalk, 30)
        case .assessment: (code, minutes) = (.assessment, 60)
        case .session(let length): (code, minutes) = (.individualSession, length)
        default: return nil
        }
        return WriteNote(
            content: .service(Service(code, minutes: minutes), at: act.at),
            text: DemoWords.notes[act.at.day.number % DemoWords.notes.count])
    }

    private static func ending(_ act: DemoAct) -> EndCase.Ending? {
        switch act.kind {
        case .closed: .closing
        case .discharged(let reason):
            DischargeReason(rawValue: reason).map { .discharge($0, on: act.at.day) }
        default: nil
        }
    }
}
