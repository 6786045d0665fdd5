import Domain
import Foundation
import Glibc
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("A command that finds a server")
struct ControlTests {
    let house: HouseFiles

    init() throws {
        house = try HouseFiles.withThreeCases()
    }

    private var folder: String { house.configuration.dataFolder }
    private var socketFile: String { folder + "/" + ControlSocket.name }

    /// Whether anybody who serves the folder has taken these words.
    private func ask(_ words: String...) throws -> Bool { try ControlSocket.ask(folder, words) }

    private func shipped(_ id: String) throws -> [UInt8] {
        try #require(ShippedStandards.file(id: id))
    }

    private func adopt(_ json: [UInt8]) throws {
        _ = try Commands.adopt(json, from: nil, house.configuration, clock: house.clock)
    }

    /// A server without its doors.
    private func withServer(_ body: (_ server: House) throws -> Void) throws {
        try house.within { server in
            let lock = try house.configuration.lock()
            let control = try #require(server.startControl())
            defer { control.stop() }
            try body(server)
            withExtendedLifetime(lock) {}
        }
    }

    @Test("writes of staff beside it, and those it concerns are out at their next click")
    func staff() throws {
        let served = try TestHouse()
        let lock = try served.configuration.lock()
        let control = try #require(served.records.startControl())
        defer { control.stop() }
        func command(_ work: (House) throws -> Void) throws { try served.files.within(nil, work) }
        try command { house in
            try house.addStaff(
                login: "anne", name: "Anne Prøve", role: .leader, password: "fire ord som kode")
        }
        let anne = try Visitor(served)
        #expect(try anne.logIn("anne", password: "fire ord som kode").status == 303)
        #expect(try anne.get("/overblik").status == 200)
        try command { try $0.setStaffPassword("anne", to: "helt andre fire ord") }
        #expect(try anne.get("/overblik").status == 303)
        #expect(try anne.logIn("anne", password: "helt andre fire ord").status == 303)
        try command { try $0.disableStaff("anne") }
        #expect(try anne.get("/overblik").status == 303)
        #expect(throws: StaffRefusal.unknownLogin) {
            try command { try $0.disableStaff("nobody") }
        }
        #expect(try served.records.faults() == [])
        withExtendedLifetime(lock) {}
    }

    @Test("a file that has the socket's name is somebody's, and stays")
    func file() throws {
        try Data("min".utf8).write(to: URL(filePath: socketFile))
        try house.within { server in #expect(server.startControl() == nil) }
        #expect(try Data(contentsOf: URL(filePath: socketFile)) == Data("min".utf8))
    }

    /// Somebody who connects and says nothing; negative when nobody listens.
    private func connect(to path: String) -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        return status == 0 ? descriptor : -1
    }

    @Test("is heard although another says nothing")
    func silentNeighbour() throws {
        try withServer { server in
            let silent = connect(to: socketFile)
            defer { close(silent) }
            try #require(silent >= 0)
            try adopt(shipped("naestved"))
            let inForce = try server.standardToday().standard.id
            #expect(inForce == "naestved")
        }
    }

    @Test("does nothing itself where a server has the folder and takes no requests")
    func noSocket() throws {
        let lock = try house.configuration.lock()
        let served = HousekeepingError.served(folder: folder)
        #expect(throws: served) { try adopt(shipped("naestved")) }
        #expect(throws: served) {
            try Commands.rotateKey(house.configuration, clock: house.clock)
        }
        withExtendedLifetime(lock) {}
        try house.within { house in
            let inForce = try house.standardToday().standard.id
            #expect(inForce != "naestved")
        }
    }

    @Test("is told in words when the server says no")
    func refusals() throws {
        try withServer { _ in
            let refusal = #expect(throws: ControlSocket.Refusal.self) {
                try adopt(Array("{}".utf8))
            }
            #expect(refusal?.description.isEmpty == false)
            let unknown = #expect(throws: ControlSocket.Refusal.self) { _ = try ask("dance") }
            #expect(unknown?.description.contains("does not know this request") == true)
        }
    }

    @Test("adopts a standard in a house that is being served, which goes over to it at once")
    func adoptWhileServed() throws {
        try withServer { server in
            try adopt(shipped("naestved"))
            let inForce = try server.standardToday().standard.id
            #expect(inForce == "naestved")
            let refusal = #expect(throws: ControlSocket.Refusal.self) {
                try adopt(shipped("naestved"))
            }
            #expect(refusal?.description.contains("in force") == true)
        }
        #expect(try house.faults() == [])
    }

    @Test("rotates the key of a house that is being served, which goes on serving")
    func rotate() throws {
        let key = try house.folder.bytes(house.folder.key)
        try withServer { server in
            try Commands.rotateKey(house.configuration, clock: house.clock)
            let token = AccessToken(slots: nil)
            let slot = KeySlot(rawValue: 1)
            let sealed = try server.vault.seal([1], table: "t", column: "c", row: 1, slot: slot)
            let opened = try server.vault.open(
                sealed, table: "t", column: "c", row: 1, slot: slot, token)
            #expect(opened == [1])
        }
        #expect(try house.folder.bytes(house.folder.key) != key)
        #expect(try house.faults() == [])
    }

    @Test("does the work itself when there is no server, or only what one left behind")
    func nobody() throws {
        #expect(try !ask("key-rotate"))
        try house.folder.write([], socketFile)
        #expect(try !ask("key-rotate"))
        let key = try house.folder.bytes(house.folder.key)
        try Commands.rotateKey(house.configuration, clock: house.clock)
        #expect(try house.folder.bytes(house.folder.key) != key)
        #expect(try house.faults() == [])
    }

    @Test("the socket is its owner's alone, and gone when the server is")
    func privacy() throws {
        try withServer { _ in
            let mode = try house.folder.mode(socketFile)
            #expect(mode == 0o600)
        }
        // Its own thread takes it away, when it has heard that nobody is served any more.
        for _ in 1...500 where FileManager.default.fileExists(atPath: socketFile) { usleep(10_000) }
        #expect(!FileManager.default.fileExists(atPath: socketFile))
    }

    @Test("leaves a folder without a centre as it was")
    func noCentre() throws {
        let other = house.configuration(inFolder: "other")
        var new = other
        new.keyFile = house.folder.path + "/new.key"
        #expect(throws: OpeningError.noDatabase(folder: new.dataFolder)) {
            try Commands.rotateKey(new, clock: house.clock)
        }
        #expect(!FileManager.default.fileExists(atPath: new.dataFolder))
    }
}
