extension RecordTable {
    /// The tables of this floor. Rooms have theirs; the floor's own come last, since rooms' rows point at them.
    package static let own: [RecordTable] = [
        RecordTable(
            "open_case", of: .ofCase(column: "case_id", label: "Linjer i listen over åbne sager")),
        RecordTable(
            "closed_case",
            of: .ofCase(column: "case_id", label: "Linjer i listen over lukkede sager"),
            grows: true),
        RecordTable(
            "ledger_entry", of: .ofCase(column: "case_id", label: "Hændelser og notater"),
            sealed: [SealedColumn("body")], isProven: true, grows: true),
        RecordTable(
            "care_case", of: .remainsOfCase, slotColumn: "key_slot", isProven: true, grows: true),
        RecordTable("staff", of: .centre, isProven: true),
        RecordTable("adopted_standard", of: .centre, isProven: true),
        RecordTable("centre_facts", of: .centre),
        RecordTable(
            "audit_entry", of: .remainsOfCase,
            sealed: [SealedColumn("reason", key: "seq", .ofTheCaseOfAnEntry)], grows: true),
        RecordTable("audit_subject", of: .remainsOfCase, grows: true),
        RecordTable("audit_subject_case", of: .remainsOfCase, grows: true),
        RecordTable("vault_check", of: .centre),
        RecordTable("data_dictionary", of: .centre),
        RecordTable("migration_receipt", of: .centre),
    ]
}
