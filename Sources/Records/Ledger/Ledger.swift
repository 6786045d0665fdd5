package import Domain
package import SQLite

/// Why the ledger refuses. Codes only: the words are made by the page.
package enum LedgerError: Error, Hashable {
    /// The rules do not know this fact. A fault of ours, never of the user.
    case notAFact(String)
    /// The form was sent before: its entry is written already, in this case.
    case alreadyWritten(CaseID)
}

/// Opens cases, writes facts, reads them back. Every room asks it.
package struct Ledger: Sendable {
    package let vault: Vault
    private let openFiles = OpenFileCache()
    /// Told, inside the transaction, of every case whose person may be another afterwards.
    private let personChanges: @Sendable (CaseID) -> Void

    /// What rooms keep of a ledger follows it, inside the transaction.
    private let projections: @Sendable (CaseFile, borrowing Connection) throws -> Void

    package init(
        vault: Vault, personChanges: @escaping @Sendable (CaseID) -> Void = { _ in },
        projections: @escaping @Sendable (CaseFile, borrowing Connection) throws -> Void = { _, _ in
        }
    ) {
        self.vault = vault
        self.personChanges = personChanges
        self.projections = projections
    }

    /// Opens a case: its number, and a key of its own from the store.
    package func openCase(
        under standard: StandardID?, at now: Instant, in db: borrowing Connection
    ) throws -> CaseRef {
        let year = now.day.year
        let slot = try vault.takeSlot()
        let serial =
            try db.firstRow(LedgerSQL.nextSerial.rawValue, [.integer(Int64(year))]) {
                $0.integer(0)
            } ?? 1
        let ref = CaseRef(
            id: CaseID(RandomID.int64()), number: CaseNumber(year: year, serial: Int(serial)),
            slot: slot, standard: standard)
        let row: [SQLiteValue] = [
            .integer(ref.id.rawValue), .integer(Int64(year)), .integer(serial),
            .integer(slot.rawValue), SQLiteValue(standard?.rawValue), .text(now.rfc3339),
        ]
        try db.run(LedgerSQL.open, row + [.blob(vault.proof(of: "care_case", row))])
        return ref
    }

    /// Writes facts at the end of a case's ledger, sealed where they are personal, and keeps the lists' projection.
    ///
    /// - Returns: the proof of the last of them, for the audit entry of the act.
    /// - Throws: ``LedgerError/alreadyWritten(_:)`` when the first entry's id stands in a ledger already.
    package func append(
        _ facts: [NewFact], to ref: CaseRef, by staff: StaffID?, at now: Instant,
        in db: borrowing Connection
    ) throws -> WrittenRow {
        if let first = facts.first,
            let written = try db.firstRow(
                LedgerSQL.entryExists.rawValue, [.integer(first.id.rawValue)], { $0.integer(0) })
        {
            throw LedgerError.alreadyWritten(CaseID(written))
        }
        var (position, proof) = try end(of: ref, in: db)
        for fact in facts {
            position += 1
            proof = try write(
                fact, at: position, after: proof, to: ref, by: staff, at: now, in: db)
        }
        try project(ref, in: db)
        if facts.contains(where: { $0.type == PersonKnown.type || $0.corrects != nil }) {
            personChanges(ref.id)
        }
        return WrittenRow(proof: proof)
    }

    /// Where a ledger ends; an empty one begins with the proof of its case.
    private func end(
        of ref: CaseRef, in db: borrowing Connection
    ) throws -> (position: Int64, proof: [UInt8]) {
        let id = SQLiteValue.integer(ref.id.rawValue)
        let last = try db.firstRow(LedgerSQL.end, [id]) { ($0.integer(0), $0.blobOrNil(1) ?? []) }
        if let last { return last }
        return (0, try db.firstRow(LedgerSQL.caseProof, [id]) { $0.blobOrNil(0) ?? [] } ?? [])
    }

    /// The rows of a case are going, in this transaction.
    package func willErase(_ ref: CaseRef) {
        personChanges(ref.id)
    }

    /// Reads a case's ledger. Bodies stay sealed.
    package func file(_ ref: CaseRef, in db: borrowing Connection) throws -> CaseFile {
        let entries = try db.rows(LedgerSQL.ledger.rawValue, [.integer(ref.id.rawValue)]) { row in
            try Self.entry(row)
        }
        return CaseFile(ref: ref, entries: entries)
    }

    /// Finds a case by the number people use.
    package func find(_ number: CaseNumber, in db: borrowing Connection) throws -> CaseRef? {
        try db.firstRow(
            LedgerSQL.byNumber.rawValue,
            [.integer(Int64(number.year)), .integer(Int64(number.serial))]
        ) { Self.ref($0) }
    }

    /// The last day of a case that is closed; nil for one that is open.
    package func closedOn(_ ref: CaseRef, in db: borrowing Connection) throws -> CalendarDay? {
        try db.firstRow(LedgerSQL.closedOn.rawValue, [.integer(ref.id.rawValue)]) {
            try CalendarDay(stored: $0.text(0))
        }
    }

    /// Finds a case by its id.
    package func find(_ id: CaseID, in db: borrowing Connection) throws -> CaseRef? {
        try db.firstRow(LedgerSQL.byID.rawValue, [.integer(id.rawValue)]) { Self.ref($0) }
    }

    /// The case in whose ledger an entry stands already; nil when it is still to be written.
    package func writtenCase(_ id: EntryID, in db: borrowing Connection) throws -> CaseRef? {
        guard
            let caseID = try db.firstRow(
                LedgerSQL.entryExists.rawValue, [.integer(id.rawValue)], { CaseID($0.integer(0)) })
        else { return nil }
        return try find(caseID, in: db)
    }

    /// Every open case with its ledger, oldest enquiry first: what the lists are made of.
    ///
    /// One statement, and one more for each case that was written in since the last time.
    package func openFiles(
        in db: borrowing Connection
    ) throws -> [(file: CaseFile, responsible: StaffID?)] {
        let open = try db.rows(LedgerSQL.openCases.rawValue, []) { row in
            (Self.ref(row), row.integerOrNil(5).map { StaffID($0) }, Int(row.integer(6)))
        }
        let kept = openFiles.files
        var files: [CaseID: CaseFile] = [:]
        for (ref, _, position) in open {
            if let known = kept[ref.id], known.ref == ref,
                known.entries.last?.position == position
            {
                files[ref.id] = known
            } else {
                var read = try file(ref, in: db)
                read.keptHistory = read.history()
                files[ref.id] = read
            }
        }
        openFiles.files = files
        return open.compactMap { ref, responsible, _ in files[ref.id].map { ($0, responsible) } }
    }

    /// How many open cases nobody has taken.
    package func untakenCount(in db: borrowing Connection) throws -> Int {
        try db.firstRow(LedgerSQL.untaken) { $0.int(0) } ?? 0
    }

    /// Every case that received an enquiry in the period, both days included.
    package func files(
        receivedFrom first: CalendarDay, through last: CalendarDay, in db: borrowing Connection
    ) throws -> [CaseFile] {
        let refs = try db.rows(
            LedgerSQL.receivedBetween.rawValue, [.text(first.isoText), .text(last.isoText)]
        ) { Self.ref($0) }
        var files: [CaseFile] = []
        for ref in refs {
            files.append(try file(ref, in: db))
        }
        return files
    }

    /// Every case that is not erased.
    package func everyCase(in db: borrowing Connection) throws -> [CaseRef] {
        try db.rows(LedgerSQL.everyCase.rawValue, []) { Self.ref($0) }
    }

    /// Opens the sealed part of an entry; the token proves that the access was logged.
    package func body(
        of entry: LedgerEntry, in ref: CaseRef, _ token: AccessToken
    ) throws -> OpenedBody {
        guard let sealed = entry.sealedBody else { return OpenedBody() }
        let bytes = try vault.open(
            sealed, table: "ledger_entry", column: "body", row: entry.id.rawValue, slot: ref.slot,
            token)
        return try OpenedBody(bytes: bytes)
    }

    /// Who the person is, read without the rest of her ledger; nil where nobody was written down.
    package func person(
        of ref: CaseRef, _ token: AccessToken, in db: borrowing Connection
    ) throws -> (known: PersonKnown, details: PersonDetails)? {
        let entry = try db.firstRow(LedgerSQL.person, [.integer(ref.id.rawValue)]) { row in
            try Self.entry(row)
        }
        guard let entry, let known = entry.own(PersonKnown.self) else { return nil }
        return (known, try body(of: entry, in: ref, token).read(PersonDetails.self))
    }

    /// How many cases there are, erased ones too.
    package func count(in db: borrowing Connection) throws -> Int {
        try db.firstRow(LedgerSQL.count) { $0.int(0) } ?? 0
    }

    /// The next cases by id: for whoever reads them all and keeps nobody waiting.
    package func cases(
        after id: CaseID, limit: Int, in db: borrowing Connection
    ) throws -> [CaseRef] {
        try db.rows(LedgerSQL.casesAfter, [.integer(id.rawValue), .integer(Int64(limit))]) {
            Self.ref($0)
        }
    }

    /// Who the person is, as far as she has said.
    package func person(of file: CaseFile, _ token: AccessToken) throws -> PersonDetails {
        guard let entry = file.personEntry else { return PersonDetails() }
        return try body(of: entry, in: file.ref, token).read(PersonDetails.self)
    }

    /// Writes the projections anew from the ledger: a case stands among the open ones or among those that are over.
    package func project(_ ref: CaseRef, in db: borrowing Connection) throws {
        let file = try file(ref, in: db)
        try projections(file, db)
        let id = SQLiteValue.integer(ref.id.rawValue)
        if let projection = CaseProjection(file), projection.isOpen {
            try db.run(
                LedgerSQL.openCase.rawValue,
                [
                    id, projection.responsible.map { .integer($0.rawValue) } ?? .null,
                    .text(projection.receivedOn.isoText),
                ])
            try db.run(LedgerSQL.reopenCase, [id])
        } else {
            try db.run(LedgerSQL.closeCase.rawValue, [id])
            guard let lastOn = file.lastOn else { return }
            try db.run(LedgerSQL.keepClosed, [id, .text(lastOn.isoText)])
        }
    }

    private func write(
        _ fact: NewFact, at position: Int64, after previous: [UInt8], to ref: CaseRef,
        by staff: StaffID?, at now: Instant, in db: borrowing Connection
    ) throws -> [UInt8] {
        let opened = fact.opened
        let sealed =
            opened.isEmpty
            ? nil
            : try vault.seal(
                opened.bytes, table: "ledger_entry", column: "body", row: fact.id.rawValue,
                slot: ref.slot)
        // Nothing enters the ledger that the case history could not read.
        let entry = try LedgerEntry(
            fact, in: ref.id, position: Int(position), at: now, by: staff, sealed: sealed)
        let row: [SQLiteValue] = [
            .integer(entry.id.rawValue), .integer(ref.id.rawValue), .integer(position),
            .text(entry.type), .text(entry.on.isoText), SQLiteValue(entry.at?.rfc3339),
            .text(JSONWriter.text(.object(entry.keys))),
            .text(JSONWriter.text(.object(entry.details))), .text(now.rfc3339),
            SQLiteValue(staff?.rawValue), SQLiteValue(entry.corrects?.rawValue),
            SQLiteValue(sealed),
        ]
        let proof = vault.proof(of: "ledger_entry", row, after: previous)
        try db.run(LedgerSQL.append, row + [.blob(proof)])
        return proof
    }

    /// Reads a case from the first five columns of a row: id, year, serial, slot, standard.
    package static func ref(_ row: borrowing Row) -> CaseRef {
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
            keys: try JSONReader.read(row.text(5)).object ?? JSONObject(),
            details: try JSONReader.read(row.text(6)).object ?? JSONObject(),
            recordedAt: try Instant(stored: row.text(7)),
            recordedBy: row.integerOrNil(8).map { StaffID($0) },
            corrects: row.integerOrNil(9).map { EntryID($0) }, sealedBody: row.blobOrNil(10))
    }
}
