internal import HTML
internal import Records

/// Follow-up (opfølgning): what is late in every case, and the citizens whose course has ended.
enum FollowUpRoom {
    static let description = RoomDescription(
        "FollowUp",
        menu: [MenuItem(id: "opfoelgning", label: "Opfølgning", address: "/opfoelgning")],
        sections: [
            CaseSection(.act, on: [.journal], followUpSection),
            CaseSection(.ending, on: [.journal], closingSection),
        ],
        acts: [RecordFollowUp.self], statements: [FollowUpSQL.self])
}
