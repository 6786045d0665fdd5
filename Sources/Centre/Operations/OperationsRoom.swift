internal import HTML
internal import Records

/// How the house is (drift): backups, disk, keys, the log's head; and what watches it.
enum OperationsRoom {
    static let description = RoomDescription(
        "Operations", menu: [MenuItem(id: "drift", label: "Drift", address: "/drift")],
        statements: [OperationsSQL.self], actions: [.practiceBegun])
}

extension AuditAction {
    /// The first entry of a centre for practice: every page of it says that its people are invented.
    static let practiceBegun = AuditAction("practice-begun", "lavede en øvelse")
}
