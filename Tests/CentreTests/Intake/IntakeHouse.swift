import Domain
import Foundation
import SQLite

@testable import Centre

/// A real database with the real migrations and keys of its own, for tests of the intake room.
final class IntakeHouse {
    let folder: URL
    let databaseFile: String
    let vault: Vault
    let writer: Writer
    let standard: AdoptedStandard

    var cases: Ledger { Ledger(vault: vault) }
    var intake: IntakeService {
        IntakeService(vault: vault, cases: cases, audit: AuditLog(vault: vault))
    }

    /// Monday 9 November 2026 at 23.40, by the Danish clock.
    static let evening = Instant(day: CitizenPages.monday, hour: 23, minute: 40)

    init(standard id: String = "lyngby-2024") throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "intake-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        databaseFile = folder.appending(path: "fjorten.sqlite").path
        vault = try Vault(
            keyFile: folder.appending(path: "master.key").path, createIfMissing: true)
        let connection = try Connection(path: databaseFile, .create)
        try KnownMigrations.migrator(folder: Self.migrationsFolder).apply(
            to: connection, at: Self.evening.rfc3339)
        guard let shipped = QualityStandard.shipped(id: id) else {
            throw StoredValueError(expected: "a shipped standard")
        }
        try connection.run(
            StandardSQL.adopt.rawValue,
            ["2020-01-01", "{}", nil, .text(Self.evening.rfc3339)])
        standard = AdoptedStandard(
            id: StandardID(1), inForceFrom: CitizenPages.monday, standard: shipped)
        writer = Writer(connection)
    }

    deinit {
        writer.stop()
        try? FileManager.default.removeItem(at: folder)
    }

    private static let migrationsFolder = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Migrations").path

    // MARK: What a browser does

    /// A draft kept under a new key.
    func keep(_ answers: EnquiryAnswers, at now: Instant = evening) throws -> DraftKey {
        var draft = EnquiryDraft()
        draft.answers = answers
        let (key, kept, intake) = (DraftKey.random(), draft, intake)
        try writer.perform { db in try intake.keep(kept, key, at: now, in: db) }
        return key
    }

    func draft(_ key: DraftKey, at now: Instant = evening) throws -> EnquiryDraft? {
        let intake = intake
        return try writer.perform { db in try intake.draft(key, at: now, in: db) }
    }

    @discardableResult
    func send(
        _ key: DraftKey, token: String? = nil, at now: Instant = evening
    ) throws -> IntakeService.Sending {
        let token = try token ?? draft(key, at: now)?.token ?? ""
        let (intake, standard) = (intake, standard)
        return try writer.perform { db in
            try intake.send(key, token: token, under: standard, at: now, in: db)
        }
    }

    /// The case behind a receipt.
    func file(_ receipt: Receipt) throws -> CaseFile? {
        let (intake, cases) = (intake, cases)
        let typed = receipt.code.joined(separator: " ")
        return try writer.perform { db in
            guard let code = ReceiptCode(typed: typed),
                let id = try intake.caseID(behind: code, in: db),
                let ref = try cases.find(id, in: db)
            else { return nil }
            return try cases.file(ref, in: db)
        }
    }

    func count(_ table: StaticString) throws -> Int {
        try writer.perform { db in
            Int(try db.firstRow("SELECT count(*) FROM \(table)", []) { $0.integer(0) } ?? 0)
        }
    }

    /// Every byte the house has on disk.
    var bytesOnDisk: [UInt8] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.allObjects ?? []).compactMap { $0 as? URL }
            .compactMap { try? Data(contentsOf: $0) }.flatMap { [UInt8]($0) }
    }
}
