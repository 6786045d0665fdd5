internal import HTML
internal import Records

/// Complaints (klager): written down, sent the right way, answered, and learned from.
enum ComplaintsRoom {
    static let description = RoomDescription(
        "Complaints",
        menu: [MenuItem(id: "klager", label: "Klager", address: "/klager")],
        sections: [CaseSection(.story, on: [.tab(.complaints)], complaintSection)],
        acts: [RegisterComplaint.self, AssessComplaint.self, ConcludeComplaint.self],
        statements: [ComplaintSQL.self])
}
