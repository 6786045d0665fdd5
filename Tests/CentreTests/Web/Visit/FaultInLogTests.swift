import Foundation
import Records
import SQLite
import Testing

@testable import Centre
@testable import TestHouse

@Suite("What the log is told of a fault")
struct FaultInLogTests {
    @Test("a fault of the database is told with its code and its statement, without the values")
    func database() throws {
        let house = try TestHouse()
        let error = try #require(
            #expect(throws: SQLiteError.self) {
                try house.perform { db in
                    try db.run("INSERT INTO staff (name) VALUES (?1)", [.text("Grethe Gran")])
                }
            })
        let told = faultInLog(error)
        #expect(told.contains("SQLite 1299") && told.contains("INSERT INTO staff (name)"))
        #expect(!told.contains("Grethe"))
    }

    @Test("a file that cannot be written is named, and of an error of unknown words only the kind")
    func others() {
        struct Typed: Error, CustomStringConvertible { let description = "Grethe Gran" }
        let full = CocoaError(
            .fileWriteNoPermission, userInfo: [NSFilePathErrorKey: "/srv/backup"])
        #expect(faultInLog(full).contains("/srv/backup"))
        #expect(faultInLog(Typed()) == "Typed")
    }
}
