internal import HTML
internal import Records
internal import SQLite

/// How the house is (drift): backups, disk, keys, the log's head; and what watches it.
enum OperationsRoom {
    static let description = RoomDescription(
        "Operations", menu: [MenuItem(id: "drift", label: "Drift", address: "/drift")],
        statements: [OperationsSQL.self], actions: [.practiceBegun],
        jobs: [
            // A few at a time: whoever saves something meanwhile waits for no more than those.
            Job("free pages", everySeconds: 3_600) { house in
                while try house.writer.perform({ db in
                    try db.giveBackFreePages(countMax: freePagesAtOnce)
                }) == freePagesAtOnce {}
            }
        ])

    private static let freePagesAtOnce = 500
}

extension AuditAction {
    /// The first entry of a centre for practice: every page of it says that its people are invented.
    static let practiceBegun = AuditAction("practice-begun", "lavede en øvelse")
}
