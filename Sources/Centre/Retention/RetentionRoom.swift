internal import HTML
internal import Records

/// Erasing cases whose time is over (sletning): one asks, another says yes, a receipt stays.
enum RetentionRoom {
    static let description = RoomDescription(
        "Retention",
        menu: [MenuItem(id: "sletning", label: "Sletning", address: "/sletning")],
        statements: [RetentionSQL.self],
        tables: [
            RecordTable("erasure_request", of: .remainsOfCase, grows: true),
            RecordTable("erasure_request_case", of: .remainsOfCase, grows: true),
            RecordTable("erasure_receipt", of: .remainsOfCase, grows: true),
        ],
        actions: [.erasureAsked, .erasureRefused, .erasureDeclined])
}

extension AuditAction {
    /// Somebody asked that cases be erased.
    static let erasureAsked = AuditAction("erasure-asked", "bad om sletning")
    /// Somebody said yes who may not, or to cases that are kept longer than it was asked.
    static let erasureRefused = AuditAction("erasure-refused", "fik nej til at slette")
    /// A second person said no, or the first took it back.
    static let erasureDeclined = AuditAction("erasure-declined", "afviste en sletning")
}
