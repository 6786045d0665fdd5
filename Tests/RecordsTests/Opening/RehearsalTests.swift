import Foundation
import SQLite
import Testing

@testable import Records
@testable import TestHouse

@Suite("A migration's rehearsal")
struct RehearsalTests {
    @Test("a file that the program was not built with is refused before anything is opened")
    func changedFile() throws {
        let folder = try TestFolder()
        try FileManager.default.copyItem(
            atPath: TestFolder.projectRoot + "/Migrations", toPath: folder.path + "/Migrations")
        let second = folder.path + "/Migrations/" + KnownMigrations.digests[1].name
        try (String(contentsOfFile: second, encoding: .utf8) + "\n-- a word more")
            .write(toFile: second, atomically: true, encoding: .utf8)
        let error = MigrationError.fileChanged(number: 2, name: KnownMigrations.digests[1].name)
        #expect(throws: error) {
            try KnownMigrations.migrator(folder: folder.path + "/Migrations")
        }
    }

    @Test("one that would fail on the data is found out on a copy, which is gone afterwards")
    func rehearsal() throws {
        let house = try HouseFiles.withThreeCases()
        let first = try KnownMigrations.migrator(folder: house.configuration.migrationsFolder)
        let sql = "CREATE UNIQUE INDEX one_year ON care_case (year)"
        let next = Migration(
            number: first.migrations.count + 1, name: "one-year.sql", sql: sql,
            digest: "of a test")
        let migrator = Migrator(migrations: first.migrations + [next])
        let db = try house.database(.readWrite)
        #expect(throws: MigrationError.self) {
            try Opening.rehearse(
                migrator, db, beside: house.configuration.databaseFile, at: "2026-03-02T08:00:00Z")
        }
        #expect(try migrator.status(of: db).pending == [next])
        let names = try FileManager.default.contentsOfDirectory(
            atPath: house.configuration.dataFolder)
        #expect(!names.contains { $0.contains("rehearsal") })
    }
}
