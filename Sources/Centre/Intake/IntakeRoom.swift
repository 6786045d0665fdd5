internal import Domain
internal import HTML
internal import Records
internal import SQLite

/// The citizen's own door (få hjælp): the web form, its receipt, and coming back with a code.
enum IntakeRoom {
    static let description = RoomDescription(
        "Intake", statements: [IntakeSQL.self],
        tables: [
            RecordTable(
                "receipt_code", of: .ofCase(column: "case_id", label: "Borgerens koder"),
                slotColumn: "key_slot", grows: true, staysBehind: true),
            RecordTable("draft", of: .centre, grows: true),
            RecordTable("lookup_key", of: .centre, slotColumn: "key_slot"),
        ],
        actions: [
            .enquiryRegistered, .receiptRead, .ownTimeBooked, .ownTimeMoved, .ownTimeCancelled,
        ],
        hooks: [
            HouseHook(
                whenOpened: { vault, db, now in
                    try IntakeService.deleteExpiredDrafts(at: now, in: db)
                    try CodeKeys(vault: vault).finish(at: now, in: db)
                }, whenKeyRotated: CodeKeys.rotate)
        ],
        checks: [VerifyCheck("receipt codes", CodeKeys.check)],
        jobs: [
            Job("expired drafts", everySeconds: 300) { house in
                let now = house.clock.now
                try house.writer.perform { db in
                    try IntakeService.deleteExpiredDrafts(at: now, in: db)
                }
            }
        ],
        fieldLabels: [
            "alder": "Alder", "diskret": "Læg ikke besked", "hvornaar": "Hvornår",
            "kaldenavn": "Hvad skal vi kalde dig?", "kode": "Kode", "kontakt": "Kontakt",
            "mere": "Vil du skrive mere?", "mobil": "Mobilnummer", "own-tid": "Tid",
        ])
}

extension AuditAction {
    static let enquiryRegistered = AuditAction("enquiry-registered", "oprettede en henvendelse")
    static let receiptRead = AuditAction("receipt-read", "brugte sin kode")
}
