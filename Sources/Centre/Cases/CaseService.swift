internal import Domain
internal import SQLite

/// Why the ledger refuses. Codes only: the words are made by the page.
enum CaseFailure: Error, Hashable {
    /// The rules do not know this fact; the path says where. A fault of ours, never of the user.
    case notAFact(path: String)
    /// The form was sent before: its entry is written already, in this case.
    case alreadyWritten(CaseID)
    case unknownCase
}

/// The ledger's service: opens cases, writes facts, reads them back. Every other room asks it.
struct CaseService: Sendable {
    let vault: Vault
    private let shelf = CaseShelf()
    /// Told, inside the transaction, of every case whose person may be another afterwards.
    private let personChanges: @Sendable (CaseID) -> Void

    init(vault: Vault, personChanges: @escaping @Sendable (CaseID) -> Void = { _ in }) {
        self.vault = vault
        self.personChanges = personChanges
    }

    /// Opens a case: its number, and a key of its own from the store.
    func openCase(
        under standard: StandardID?, at now: Instant, in db: borrowing Connection
    ) throws -> CaseRef {
        let year = now.day.year
        let slot = try vault.takeSlot()
        let serial =
            try db.firstRow(CaseSQL.nextSerial.rawValue, [.integer(Int64(year))]) {
                $0.integer(0)
            } ?? 1
        let ref = CaseRef(
            id: CaseID(RandomID.int64()), number: CaseNumber(year: year, serial: Int(serial)),
            slot: slot, standard: standard)
        let row: [SQLiteValue] = [
            .integer(ref.id.rawValue), .integer(Int64(year)), .integer(serial),
            .integer(slot.rawValue), SQLiteValue(standard?.rawValue), .text(now.rfc3339),
        ]
        try db.run(CaseSQL.open, row + [.blob(vault.proof(of: "care_case", row))])
        return ref
    }

    /// Writes facts at the end of a case's ledger, sealed where they are personal, and keeps the lists' projection.
    ///
    /// - Returns: the proof of the last of them, for the audit entry of the act.
    /// - Throws: ``CaseFailure/alreadyWritten(_:)`` when the first entry's id stands in a ledger already.
    func append(
        _ entries: [NewEntry], to ref: CaseRef, by staff: StaffID?, at now: Instant,
        in db: borrowing Connection
    ) throws -> WrittenRow {
        if let first = entries.first,
            let written = try db.firstRow(
                CaseSQL.entryExists.rawValue, [.integer(first.id.rawValue)], { $0.integer(0) })
        {
            throw CaseFailure.alreadyWritten(CaseID(written))
        }
        var (position, proof) = try end(of: ref, in: db)
        for entry in entries {
            position += 1
            proof = try write(
                entry, at: position, after: proof, to: ref, by: staff, at: now, in: db)
        }
        try project(ref, in: db)
        if entries.contains(where: { $0.type == HouseFact.person || $0.corrects != nil }) {
            personChanges(ref.id)
        }
        return WrittenRow(proof: proof)
    }

    /// Where a ledger ends; an empty one begins with the proof of its case.
    private func end(
        of ref: CaseRef, in db: borrowing Connection
    ) throws -> (position: Int64, proof: [UInt8]) {
        let id = SQLiteValue.integer(ref.id.rawValue)
        let last = try db.firstRow(CaseSQL.end, [id]) { ($0.integer(0), $0.blobOrNil(1) ?? []) }
        if let last { return last }
        return (0, try db.firstRow(CaseSQL.caseProof, [id]) { $0.blobOrNil(0) ?? [] } ?? [])
    }

    /// The rows of a case are going, in this transaction.
    func isForgetting(_ ref: CaseRef) {
        personChanges(ref.id)
    }

    /// Reads a case's ledger. Bodies stay sealed.
    func file(_ ref: CaseRef, in db: borrowing Connection) throws -> CaseFile {
        let entries = try db.rows(CaseSQL.ledger.rawValue, [.integer(ref.id.rawValue)]) { row in
            try Self.entry(row)
        }
        return CaseFile(ref: ref, entries: entries)
    }

    /// The highest key slot a case holds; 0 in a new house.
    static func highestSlot(in db: borrowing Connection) throws -> Int64 {
        try db.firstRow(CaseSQL.highestSlot, []) { $0.integer(0) } ?? 0
    }

    /// Finds a case by the number people use.
    func find(_ number: CaseNumber, in db: borrowing Connection) throws -> CaseRef? {
        try db.firstRow(
            CaseSQL.byNumber.rawValue,
            [.integer(Int64(number.year)), .integer(Int64(number.serial))]
        ) { Self.ref($0) }
    }

    /// The last day of a case that is closed; nil for one that is open.
    func closedOn(_ ref: CaseRef, in db: borrowing Connection) throws -> CalendarDay? {
        try db.firstRow(CaseSQL.closedOn.rawValue, [.integer(ref.id.rawValue)]) {
            try CalendarDay(stored: $0.text(0))
        }
    }

    /// Finds a case by its id.
    func find(_ id: CaseID, in db: borrowing Connection) throws -> CaseRef? {
        try db.firstRow(CaseSQL.byID.rawValue, [.integer(id.rawValue)]) { Self.ref($0) }
    }

    /// The case in whose ledger an entry stands already; nil when it is still to be written.
    func writtenCase(_ id: EntryID, in db: borrowing Connection) throws -> CaseRef? {
        guard
            let caseID = try db.firstRow(
                CaseSQL.entryExists.rawValue, [.integer(id.rawValue)], { CaseID($0.integer(0)) })
        else { return nil }
        return try find(caseID, in: db)
    }

    /// Every open case with its ledger, oldest enquiry first: what the lists are made of.
    ///
    /// One statement, and one more for each case that was written in since the last time.
    func openFiles(
        in db: borrowing Connection
    ) throws -> [(file: CaseFile, responsible: StaffID?)] {
        let open = try db.rows(CaseSQL.openCases.rawValue, []) { row in
            (Self.ref(row), row.integerOrNil(5).map { StaffID($0) }, Int(row.integer(6)))
        }
        let kept = shelf.files
        var files: [CaseID: CaseFile] = [:]
        for (ref, _, position) in open {
            if let known = kept[ref.id], known.ref == ref,
                known.entries.last?.position == position
            {
                files[ref.id] = known
            } else {
                var read = try file(ref, in: db)
                read.keptHistory = try read.history()
                files[ref.id] = read
            }
        }
        shelf.files = files
        return open.compactMap { ref, responsible, _ in files[ref.id].map { ($0, responsible) } }
    }

    /// Every case that received an enquiry in the period, both days included.
    func files(
        receivedFrom first: CalendarDay, through last: CalendarDay, in db: borrowing Connection
    ) throws -> [CaseFile] {
        let refs = try db.rows(
            CaseSQL.receivedBetween.rawValue, [.text(first.isoText), .text(last.isoText)]
        ) { Self.ref($0) }
        var files: [CaseFile] = []
        for ref in refs {
            files.append(try file(ref, in: db))
        }
        return files
    }

    /// Every case that is not erased.
    func everyCase(in db: borrowing Connection) throws -> [CaseRef] {
        try db.rows(CaseSQL.everyCase.rawValue, []) { Self.ref($0) }
    }

    /// Opens the sealed part of an entry; the token proves that the access was logged.
    func body(
        of entry: LedgerEntry, in ref: CaseRef, _ token: AccessToken
    ) throws -> EntryBody? {
        guard let sealed = entry.sealedBody else { return nil }
        let bytes = try vault.open(
            sealed, table: "ledger_entry", column: "body", row: entry.id.rawValue, slot: ref.slot,
            token)
        return try EntryBody(bytes: bytes)
    }

    /// Who the person is, read without the rest of her ledger; nil where nobody was written down.
    func person(
        of ref: CaseRef, _ token: AccessToken, in db: borrowing Connection
    ) throws -> (isAnonymous: Bool, body: EntryBody)? {
        let entry = try db.firstRow(CaseSQL.person, [.integer(ref.id.rawValue)]) { row in
            try Self.entry(row)
        }
        guard let entry else { return nil }
        let body = try body(of: entry, in: ref, token) ?? EntryBody()
        return (entry.facts["anonymous"]?.bool ?? true, body)
    }

    /// How many cases there are, erased ones too.
    func count(in db: borrowing Connection) throws -> Int {
        try db.firstRow(CaseSQL.count) { $0.int(0) } ?? 0
    }

    /// The next cases by id: for whoever reads them all and keeps nobody waiting.
    func cases(
        after id: CaseID, limit: Int, in db: borrowing Connection
    ) throws -> [CaseRef] {
        try db.rows(CaseSQL.casesAfter, [.integer(id.rawValue), .integer(Int64(limit))]) {
            Self.ref($0)
        }
    }

    /// Who the person is, as far as she has said.
    func person(of file: CaseFile, _ token: AccessToken) throws -> EntryBody {
        guard let entry = file.personEntry else { return EntryBody() }
        return try body(of: entry, in: file.ref, token) ?? EntryBody()
    }

    /// Writes the projections anew from the ledger: a case stands among the open ones or among those that are over.
    func project(_ ref: CaseRef, in db: borrowing Connection) throws {
        let file = try file(ref, in: db)
        let id = SQLiteValue.integer(ref.id.rawValue)
        if let projection = CaseProjection(file), projection.isOpen {
            try db.run(
                CaseSQL.openCase.rawValue,
                [
                    id, projection.responsible.map { .integer($0.rawValue) } ?? .null,
                    .text(projection.receivedOn.isoText),
                ])
            try db.run(CaseSQL.reopenCase, [id])
        } else {
            try db.run(CaseSQL.closeCase.rawValue, [id])
            guard let lastOn = file.lastOn else { return }
            try db.run(CaseSQL.keepClosed, [id, .text(lastOn.isoText)])
        }
    }

    private func write(
        _ entry: NewEntry, at position: Int64, after previous: [UInt8], to ref: CaseRef,
        by staff: StaffID?, at now: Instant, in db: borrowing Connection
    ) throws -> [UInt8] {
        let sealed = try entry.body.flatMap { $0.isEmpty ? nil : $0 }.map { body in
            try vault.seal(
                body.bytes, table: "ledger_entry", column: "body", row: entry.id.rawValue,
                slot: ref.slot)
        }
        let written = LedgerEntry(
            id: entry.id, caseID: ref.id, position: Int(position), type: entry.type, on: entry.on,
            at: entry.at, facts: entry.facts, details: entry.details, recordedAt: now,
            recordedBy: staff, corrects: entry.corrects, sealedBody: sealed)
        try Self.check(written)
        let row: [SQLiteValue] = [
            .integer(entry.id.rawValue), .integer(ref.id.rawValue), .integer(position),
            .text(entry.type), .text(entry.on.isoText), SQLiteValue(entry.at?.rfc3339),
            .text(JSONWriter.text(.object(entry.facts))),
            .text(JSONWriter.text(.object(entry.details))), .text(now.rfc3339),
            SQLiteValue(staff?.rawValue), SQLiteValue(entry.corrects?.rawValue),
            SQLiteValue(sealed),
        ]
        let proof = vault.proof(of: "ledger_entry", row, after: previous)
        try db.run(CaseSQL.append, row + [.blob(proof)])
        return proof
    }

    /// Nothing enters the ledger that the case history could not read.
    private static func check(_ entry: LedgerEntry) throws {
        guard let event = entry.event else { return }
        do {
            _ = try Event(json: event)
        } catch {
            throw CaseFailure.notAFact(path: entry.type)
        }
    }

    static func ref(_ row: borrowing Row) -> CaseRef {
        CaseRef(
            id: CaseID(row.integer(0)),
            number: CaseNumber(year: Int(row.integer(1)), serial: Int(row.integer(2))),
            slot: KeySlot(rawValue: row.integer(3)),
            standard: row.integerOrNil(4).map { StandardID($0) })
    }

    private static func entry(_ row: borrowing Row) throws -> LedgerEntry {
        LedgerEntry(
            id: EntryID(row.integer(0)), caseID: CaseID(row.integer(11)),
            position: Int(row.integer(1)), type: row.text(2),
            on: try CalendarDay(stored: row.text(3)),
            at: try row.textOrNil(4).map { try Instant(stored: $0) },
            facts: try JSONReader.read(row.text(5)).object ?? JSONObject(),
            details: try JSONReader.read(row.text(6)).object ?? JSONObject(),
            recordedAt: try Instant(stored: row.text(7)),
            recordedBy: row.integerOrNil(8).map { StaffID($0) },
            corrects: row.integerOrNil(9).map { EntryID($0) }, sealedBody: row.blobOrNil(10))
    }
}
