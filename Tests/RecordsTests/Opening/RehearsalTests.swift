import Foundation
import SQLite
import Testing

@testable import Records
@testable import TestHouse

@Suite("A migration's rehearsal")
struct RehearsalTests {
    @Test("one that would fail on the data is found out on a copy, which is gone afterwards")
    func rehearsal() throws {
        let house = try HouseFiles.withThreeCases()
        let first = try KnownMigrations.migrator(folder: house.configuration.migrationsFolder)
        let sql = "CREATE UNIQUE INDEX one_year ON care_case (year)"
        let next = Migration(
            number: first.migrations.count + 1, name: "one-year.sql", sql: sql,
            digest: ContentDigest.hex(sql.utf8))
        let migrator = Migrator(migrations: first.migrations + [next])
        let db = try house.database(.readWrite)
        #expect(throws: MigrationRefusal.self) {
            try Opening.rehearse(
                migrator, db, beside: house.configuration.databaseFile, at: "2026-03-02T08:00:00Z")
        }
        #expect(try migrator.status(of: db).pending == [next])
        let names = try FileManager.default.contentsOfDirectory(
            atPath: house.configuration.dataFolder)
        #expect(!names.contains { $0.contains("rehearsal") })
    }
}
