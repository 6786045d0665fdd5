internal import HTML
internal import Records

/// Visitation: what is applied for, the meeting, the decision, and what follows from it.
enum VisitationRoom {
    static let description = RoomDescription(
        "Visitation",
        menu: [MenuItem(id: "visitation", label: "Visitation", address: "/visitation")],
        sections: [CaseSection(.act, on: [.tab(.decisions)], decisionSection)],
        acts: [
            Propose.self, SendHearing.self, AnswerHearing.self, Decide.self, PostponeDecision.self,
            ReopenDecision.self, WithdrawDecision.self, DeclareConflict.self,
        ],
        statements: [MeetingSQL.self],
        tables: [RecordTable("visitation_meeting", of: .centre)],
        actions: [Meetings.called, Meetings.begun, Meetings.closed],
        fieldLabels: [
            "moede-udvalg": "Hvem mødes?", "moede-dato": "Dato", "moede-tid": "Klokken",
            "moede-til-stede": "Til stede", "moede-raadgiver": "Myndighedsrådgiver",
            "moede-habil": "Ingen inhabile deltager", "moede-sag": "Punkter på dagsordenen",
        ])
}
