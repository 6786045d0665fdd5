internal import HTML
internal import Records

/// Who saw what (adgangslog): looked through by filter, by rules that ask, and by samples.
enum AccessLogRoom {
    static let description = RoomDescription(
        "AccessLog",
        menu: [MenuItem(id: "adgangslog", label: "Adgangslog", address: "/adgangslog")],
        statements: [LogReviewSQL.self],
        tables: [
            RecordTable("log_sample", of: .centre), RecordTable("log_sample_entry", of: .centre),
        ],
        actions: [.logRead, .logSampled, .logSampleSigned, .cprShown],
        fieldLabels: [
            "bruger": "Bruger", "handling": "Handling", "regel": "Udløst regel",
            "sag": "Sag",
        ])
}

extension AuditAction {
    /// Somebody looked through the log itself.
    static let logRead = AuditAction("log-read", "så adgangsloggen")
    static let logSampled = AuditAction("log-sampled", "trak en stikprøve")
    static let logSampleSigned = AuditAction("log-sample-signed", "underskrev en stikprøve")
    static let cprShown = AuditAction("cpr-shown", "så et cpr-nummer")
}
