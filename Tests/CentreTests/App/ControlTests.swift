import Domain
import Foundation
import Glibc
import Testing

@testable import Centre

extension Centre {
    fileprivate func ask(_ words: String...) throws -> Bool {
        try ControlSocket.ask(configuration.dataFolder, words)
    }
}

@Suite("A command that finds a server")
struct ControlTests {
    let house: SafeHouse

    init() throws {
        house = try SafeHouse()
    }

    /// A server without its doors, and the command beside it.
    func withServer(_ body: (_ server: Centre, _ command: Centre) throws -> Void) throws {
        try house.within { server in
            let lock = try Housekeeping.lock(house.configuration)
            let control = try #require(server.startControl())
            defer { control.stop() }
            try house.within { command in try body(server, command) }
            withExtendedLifetime(lock) {}
        }
    }

    @Test("hands its work over, and the sessions of whom it concerns end at once")
    func staff() throws {
        try withServer { server, command in
            try command.addStaff(
                login: "anne", name: "Anne Prøve", role: .leader, password: "fire ord som kode")
            let anne = try #require(try server.allStaff().first)
            let (key, _) = server.sessions.start(anne, at: server.clock.now)
            #expect(server.sessions.session(key, at: server.clock.now) != nil)
            try command.setStaffPassword("anne", to: "helt andre fire ord")
            #expect(server.sessions.session(key, at: server.clock.now) == nil)
            let (other, _) = server.sessions.start(anne, at: server.clock.now)
            try command.disableStaff("anne")
            #expect(server.sessions.session(other, at: server.clock.now) == nil)
        }
        #expect(try house.faults() == [])
    }

    @Test("a file that has the socket's name is somebody's, and stays")
    func file() throws {
        let path = "\(house.configuration.dataFolder)/\(ControlSocket.name)"
        try house.within { _ in }
        try Data("min".utf8).write(to: URL(filePath: path))
        try house.within { server in #expect(server.startControl() == nil) }
        #expect(try Data(contentsOf: URL(filePath: path)) == Data("min".utf8))
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
        try withServer { _, command in
            let silent = connect(to: house.configuration.dataFolder + "/control.sock")
            defer { close(silent) }
            try #require(silent >= 0)
            try command.addStaff(
                login: "anne", name: "Anne Prøve", role: .leader, password: "fire ord som kode")
        }
    }

    @Test("does nothing itself where a server has the folder and takes no requests")
    func noSocket() throws {
        let lock = try Housekeeping.lock(house.configuration)
        try house.within { command in
            #expect(throws: HousekeepingError.served(folder: house.configuration.dataFolder)) {
                try command.addStaff(
                    login: "anne", name: "Anne Prøve", role: .leader,
                    password: "fire ord som kode")
            }
            let staff = try command.allStaff()
            #expect(staff.isEmpty)
        }
        withExtendedLifetime(lock) {}
    }

    @Test("is told in words when the server says no")
    func refusals() throws {
        try withServer { _, command in
            let refusal = #expect(throws: ControlSocket.Refusal.self) {
                try command.disableStaff("nobody")
            }
            let words = try #require(refusal).description
            #expect(words.contains("Nobody has this login"))
            #expect(throws: ControlSocket.Refusal.self) { _ = try command.ask("dance") }
        }
    }

    @Test("adopts a standard in a house that is being served, which goes over to it at once")
    func adopt() throws {
        let json = try #require(ShippedStandards.file(id: "naestved"))
        try withServer { server, command in
            _ = try command.adopt(json)
            #expect(try server.standardToday().standard.id == "naestved")
            let refusal = #expect(throws: ControlSocket.Refusal.self) {
                try command.adopt(json)
            }
            #expect(try #require(refusal).description.contains("in force"))
        }
        #expect(try house.faults() == [])
    }

    @Test("rotates the key of a house that is being served, which goes on serving")
    func rotate() throws {
        let key = try house.folder.bytes(house.folder.key)
        try withServer { server, _ in
            try Housekeeping.rotateKey(
                house.configuration, clock: house.clock)
            let token = AccessToken(slots: nil)
            let sealed = try server.vault.seal(
                [1], table: "t", column: "c", row: 1, slot: KeySlot(rawValue: 1))
            let opened = try server.vault.open(
                sealed, table: "t", column: "c", row: 1, slot: KeySlot(rawValue: 1), token)
            #expect(opened == [1])
        }
        #expect(try house.folder.bytes(house.folder.key) != key)
        #expect(try house.faults() == [])
    }

    @Test("does the work itself when there is no server, or only what one left behind")
    func nobody() throws {
        try house.within { command in
            let isServed = try command.ask("key-rotate")
            #expect(!isServed)
        }
        let socket = house.configuration.dataFolder + "/control.sock"
        try house.folder.write([], socket)
        try house.within { command in
            let isServed = try command.ask("key-rotate")
            #expect(!isServed)
        }
    }

    @Test("the socket is its owner's alone, and gone when the server is")
    func privacy() throws {
        let socket = house.configuration.dataFolder + "/control.sock"
        try withServer { _, _ in
            let mode = try house.folder.mode(socket)
            #expect(mode == 0o600)
        }
    }
}
