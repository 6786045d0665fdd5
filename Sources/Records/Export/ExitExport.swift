internal import Domain
internal import Foundation
internal import SQLite

/// Everything the house holds, in files that other programs read: nobody is locked in.
///
/// `tables/` has every table as JSON Lines and as CSV, as it lies in the database; `personal/`
/// what is sealed there, opened; `cases/` each case as a case history; `schema.json` says what
/// every column means; `SHA256SUMS` has the digest of every file. The folder is as private as the people in it.
package struct ExitExport: Sendable {
    /// What was written.
    package struct Report: Sendable {
        /// Rows of all tables.
        package var rowCount = 0
        /// Sealed values that were opened.
        package var openedCount = 0
        /// Case histories.
        package var caseCount = 0

        /// What was written in which file.
        package var sums = ExitSums()
    }

    private let house: House

    package init(_ house: House) {
        self.house = house
    }

    /// Writes the export into a new folder. The act is in the audit log before anything is opened.
    package func write(to folder: String) throws -> Report {
        guard !PrivateFile.exists(folder) else { throw BackupError.exists(path: folder) }
        try house.configuration.expectOutside(folder)
        let (audit, now) = (house.audit, house.clock.now)
        let token = try house.writer.perform { db in
            try audit.recordForEverything(.exported, by: .system, at: now, in: db)
        }
        let partial = folder + BackupFile.partialPrefix
        try? FileManager.default.removeItem(atPath: partial)
        do {
            for part in [ExitFile.tables, ExitFile.personal, ExitFile.cases] {
                try Files.makeFolder("\(partial)/\(part)")
            }
            let db = try house.reader()
            let report = try db.snapshot { try write(db, partial, token, at: now) }
            try Files.move(partial, to: folder)
            return report
        } catch {
            try? FileManager.default.removeItem(atPath: partial)
            throw error
        }
    }

    private func write(
        _ db: borrowing Connection, _ folder: String, _ token: AccessToken, at now: Instant
    ) throws -> Report {
        var report = Report()
        let dictionary = try DataDictionary(of: db)
        var tables: [JSONValue] = []
        for name in try db.tableNames() {
            let table = try ExitTable(name, of: db)
            let (count, digest) = try write(table, db, folder, &report.sums)
            report.rowCount += count
            tables.append(described(table, count, digest, dictionary))
        }
        for table in house.plan.tables {
            for column in table.sealed { try open(column, of: table, db, folder, token, &report) }
        }
        try writeCases(db, folder, token, &report)
        var schema = JSONObject()
        schema.append("format", .string(ExitFile.format))
        schema.append("madeAt", .string(now.wholeSecond.rfc3339))
        schema.append("auditHead", .string(try ChainAnchor.head(of: db)?.text ?? ""))
        schema.append("tables", .array(tables))
        let described = JSONWriter.write(.object(schema), indented: true)
        try Files.makePrivate(folder + "/" + ExitFile.schema, described)
        report.sums.keep(described, of: ExitFile.schema)
        try Files.makePrivate(folder + "/" + ExitFile.sums, Array(report.sums.text.utf8))
        return report
    }

    private func write(
        _ table: ExitTable, _ db: borrowing Connection, _ folder: String, _ sums: inout ExitSums
    ) throws -> (Int, String) {
        var lines = try GrowingFile("\(folder)/\(ExitFile.lines(table.name))")
        var digests = try GrowingFile("\(folder)/\(ExitFile.lineDigests(table.name))")
        var sheet = try GrowingFile("\(folder)/\(ExitFile.sheet(table.name))")
        try sheet.append(Self.sheetLine(table.columns.map { .text($0.name) }))
        var count = 0
        try db.forEachRow(ofTable: table.name) { row in
            let line = table.line(row)
            try lines.append(line)
            try digests.append(LineDigests.digest(line.dropLast()) + [UInt8(ascii: "\n")])
            try sheet.append(Self.sheetLine(table.columns.indices.map { row.value($0) }))
            count += 1
        }
        sums.keep(try sheet.finish(), of: ExitFile.sheet(table.name))
        sums.keep(try digests.finish(), of: ExitFile.lineDigests(table.name))
        let digest = try lines.finish()
        sums.keep(digest, of: ExitFile.lines(table.name))
        return (count, digest)
    }

    /// RFC 4180, for programs. What Danish Excel opens is the reports' own.
    private static func sheetLine(_ values: [SQLiteValue]) -> [UInt8] {
        let cells = values.map { value in
            switch value {
            case .null: ""
            case .integer(let number): String(number)
            case .real(let number): String(number)
            case .text(let text): "\"\(text.replacing("\"", with: "\"\""))\""
            case .blob(let bytes): Hex.text(bytes)
            }
        }
        return Array((cells.joined(separator: ",") + "\r\n").utf8)
    }

    private func described(
        _ table: ExitTable, _ count: Int, _ digest: String, _ dictionary: DataDictionary
    ) -> JSONValue {
        let columns: [JSONValue] = table.columns.map { column in
            let meaning = dictionary.meaning(of: column.name, in: table.name)
            return .object(
                JSONObject([
                    .init("name", .string(column.name)), .init("type", .string(column.type)),
                    .init("sensitivity", .string(meaning?.sensitivity ?? "")),
                    .init("meaning", .string(meaning?.words ?? "")),
                    .init("form", .string(meaning?.form ?? "")),
                    .init("source", .string(meaning?.source ?? "")),
                    .init("kept", .string(meaning?.kept ?? "")),
                ]))
        }
        return .object(
            JSONObject([
                .init("name", .string(table.name)), .init("rows", .integer(count)),
                .init("sha256", .string(digest)), .init("columns", .array(columns)),
            ]))
    }

    /// What is sealed in a column, opened.
    private func open(
        _ column: SealedColumn, of table: RecordTable, _ db: borrowing Connection,
        _ folder: String, _ token: AccessToken, _ report: inout Report
    ) throws {
        let path = ExitFile.opened(table, column)
        var file = try GrowingFile("\(folder)/\(path)")
        try db.forEachRow(TableSQL(table).sealed(column)) { row in
            let plain = try house.vault.open(
                row.blob(2), table: table.name, column: column.name, row: row.integer(0),
                slot: KeySlot(rawValue: row.integer(1)), token)
            let text = String(decoding: plain, as: UTF8.self)
            let object = JSONObject([
                .init("\(column.key)", .integer(row.int(0))),
                .init("\(column.name)", .string(text)),
            ])
            try file.append(JSONWriter.write(.object(object)) + [UInt8(ascii: "\n")])
            report.openedCount += 1
        }
        report.sums.keep(try file.finish(), of: path)
    }

    private func writeCases(
        _ db: borrowing Connection, _ folder: String, _ token: AccessToken,
        _ report: inout Report
    ) throws {
        let refs = try house.ledger.everyCase(in: db)
        for ref in refs {
            let file = try house.ledger.file(ref, in: db)
            var notes: [EntryID: String] = [:]
            for entry in file.current {
                notes[entry.id] = try house.ledger.body(of: entry, in: ref, token).text
            }
            let history = file.history(
                person: try house.ledger.person(of: file, token), notes: notes)
            let path = "\(ExitFile.cases)/\(ref.number).json"
            let words = JSONWriter.write(history.json, indented: true)
            try Files.makePrivate("\(folder)/\(path)", words)
            report.sums.keep(words, of: path)
        }
        report.caseCount = refs.count
    }
}
