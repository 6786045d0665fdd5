import Foundation
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("What belongs to an event loop")
struct LoopContextTests {
    @Test(
        "has its files open before the first visitor, so that none is missing when descriptors run out"
    )
    func files() throws {
        let house = try TestHouse()
        let databaseFile = house.configuration.databaseFile
        let before = try openCount(of: databaseFile + "-wal")
        let loop = try LoopContext(databaseFile: databaseFile)
        #expect(try openCount(of: databaseFile + "-wal") == before + 1)
        withExtendedLifetime((house, loop)) {}
    }

    private func openCount(of file: String) throws -> Int {
        let folder = "/proc/self/fd"
        return try FileManager.default.contentsOfDirectory(atPath: folder).count {
            (try? FileManager.default.destinationOfSymbolicLink(atPath: folder + "/" + $0)) == file
        }
    }
}
