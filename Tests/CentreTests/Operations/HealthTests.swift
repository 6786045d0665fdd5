import Foundation
import HTTP
import Records
import SQLite
import Testing

@testable import Centre
@testable import TestHouse

@Suite("/sundhed")
struct HealthTests {
    @Test("a house that can be read says so")
    func well() throws {
        let house = try TestHouse()
        let answer = try Visitor(house).get("/sundhed")
        #expect(answer.status == 200)
        #expect(answer.text == "i orden\n")
    }

    @Test("what is wrong is said in one line, and with 503")
    func ill() {
        struct Odd: Error {}
        let response = HealthRoutes.answer(nil) {
            throw OpeningError.wrongKey(file: "hemmelig.key")
        }
        #expect(response.status == .serviceUnavailable)
        #expect(response.headers["Retry-After"] != nil)
        let words = String(decoding: response.bodyBytes, as: UTF8.self)
        #expect(words == "nøglen passer ikke til databasen\n")
        #expect(HealthRoutes.answer(nil) { throw Odd() }.status == .serviceUnavailable)
    }

    /// What `/sundhed` answers, without the line's end.
    private func said(_ visitor: Visitor) throws -> String {
        let answer = try visitor.get("/sundhed")
        let words = answer.text.trimmed
        #expect((answer.status == 200) == (words == "i orden"))
        return words
    }

    @Test("a database that lies elsewhere, or is another's, is not well")
    func moved() throws {
        let house = try TestHouse()
        let visitor = try Visitor(house)
        let file = house.configuration.databaseFile
        let manager = FileManager.default
        try manager.moveItem(atPath: file, toPath: file + ".away")
        #expect(try said(visitor) == "databasefilen er flyttet eller skiftet ud")
        try manager.copyItem(atPath: file + ".away", toPath: file)
        #expect(try said(visitor) == "databasefilen er flyttet eller skiftet ud")
        try manager.removeItem(atPath: file)
        try manager.moveItem(atPath: file + ".away", toPath: file)
        #expect(try said(visitor) == "i orden")
    }

    @Test("a key file that is gone is named")
    func keyGone() throws {
        let house = try TestHouse()
        let visitor = try Visitor(house)
        let store = Vault.storePath(house.configuration.keyFile)
        try FileManager.default.moveItem(atPath: store, toPath: store + ".away")
        #expect(try said(visitor) == "en nøglefil mangler")
        try FileManager.default.moveItem(atPath: store + ".away", toPath: store)
        #expect(try said(visitor) == "i orden")
    }

    @Test("a change that did not reach the disk is told until one does")
    func cannotWrite() throws {
        let house = try TestHouse()
        let visitor = try Visitor(house)
        let writer = house.records.writer
        try writer.performAlone { db in try db.run("PRAGMA max_page_count = 1") }
        #expect(throws: SQLiteError.self) {
            try writer.perform { db in
                try db.run("CREATE TABLE large AS SELECT randomblob(1000000) AS bytes")
            }
        }
        #expect(try said(visitor) == "der kan ikke skrives (SQLite 13)")
        try writer.performAlone { db in try db.run("PRAGMA max_page_count = 1000000") }
        try house.enquiry()
        #expect(try said(visitor) == "i orden")
    }
}
