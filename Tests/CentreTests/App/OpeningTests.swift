import Foundation
import Testing

@testable import Centre

@Suite("Opening the house")
struct OpeningTests {
    @Test("a standard that does not exist is refused, in a new house and in one that has its own")
    func unknownStandard() throws {
        let house = try TestHouse()
        let there = house.centre.configuration
        let mistyped = Configuration(
            dataFolder: there.dataFolder, keyFile: there.keyFile, root: there.root,
            firstStandard: "lyngby-2042")
        var new = mistyped
        new.dataFolder += ".new"
        let clock = CalendarClock { TestHouse.thursday }
        for configuration in [mistyped, new] {
            #expect(throws: OpeningFailure.unknownStandard("lyngby-2042")) {
                try Opening.prepare(configuration, clock: clock)
            }
        }
        #expect(throws: OpeningFailure.unknownStandard("lyngby-2042")) {
            try Centre.open(forCommand: mistyped, clock: clock).close()
        }
        #expect(!FileManager.default.fileExists(atPath: new.dataFolder))
    }
}
