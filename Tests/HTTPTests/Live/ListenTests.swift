import Foundation
import Testing

@testable import HTTP

@Suite("Listening")
struct ListenTests {
    private func withPath(_ body: (String) throws -> Void) throws {
        let path = "/tmp/http-listen-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        defer { unlink(path) }
        try body(path)
    }

    private func server(_ addresses: ListenAddress...) -> Server<Int> {
        var configuration = ServerConfiguration(addresses: addresses)
        configuration.loopCount = 1
        let routes = [Route<Int>(.get, "/") { _, _, _ in .now(.text("her.")) }]
        return Server(configuration: configuration, router: Router(routes: routes)) { $0 }
    }

    @Test("a file, a folder and a link to a file are left where they are, and named")
    func ordinaryFile() throws {
        try withPath { path in
            try "nøglen".write(toFile: path, atomically: true, encoding: .utf8)
            let link = path + ".link"
            symlink(path, link)
            defer { unlink(link) }
            for taken in [path, link, "/tmp"] {
                let error = #expect(throws: ServerError.noSocket(taken)) {
                    try server(.unix(path: taken)).start()
                }
                #expect(error?.description == "\(taken) is there and is no socket")
                #expect(throws: ServerError.self) { try ListenAddress.unix(path: taken).tryOut() }
            }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "nøglen")
            #expect(access(link, F_OK) == 0)
        }
    }

    @Test("a socket that a killed run left behind is taken over")
    func leftOver() throws {
        try withPath { path in
            let left = try Listener.open(.unix(path: path))
            Glibc.close(left.descriptor)
            #expect(access(path, F_OK) == 0)
            let next = server(.unix(path: path))
            try next.start()
            defer { next.stop(drainLimit: .zero) }
            let client = try Client(path: path)
            client.get("/")
            #expect(client.read(until: "her.").contains("her."))
        }
    }

    @Test("a run that ends removes its own socket, not that of the run after it")
    func successor() throws {
        try withPath { path in
            let first = server(.unix(path: path))
            try first.start()
            unlink(path)
            let second = server(.unix(path: path))
            try second.start()
            defer { second.stop(drainLimit: .zero) }
            first.stop(drainLimit: .zero)
            let client = try Client(path: path)
            client.get("/")
            #expect(client.read(until: "her.").contains("her."))
        }
    }

    @Test("a server that cannot have its second address leaves nothing of the first")
    func secondTaken() throws {
        try withPath { path in
            let other = server(.tcp(host: "127.0.0.1", port: 0))
            try other.start()
            defer { other.stop(drainLimit: .zero) }
            let taken = ListenAddress.tcp(host: "127.0.0.1", port: try #require(other.port))
            #expect(throws: ServerError.self) {
                try server(.unix(path: path), taken).start()
            }
            #expect(access(path, F_OK) != 0)
            #expect(throws: ServerError.self) { try taken.tryOut() }
        }
    }

    @Test(
        "its owner and one group may use a socket, and nobody else; a group that is not there is said"
    )
    func group() throws {
        try withPath { path in
            let own = getgid()
            let name = String(cString: try #require(getgrgid(own)).pointee.gr_name)
            for address in [
                ListenAddress.unix(path: path), try ListenAddress("unix:\(path)").forGroup(name),
            ] {
                let server = server(address)
                try server.start()
                defer { server.stop(drainLimit: .zero) }
                var status = stat()
                #expect(lstat(path, &status) == 0)
                #expect(status.st_mode & 0o7777 == 0o660)
                #expect(status.st_gid == own)
                let client = try Client(path: path)
                client.get("/")
                #expect(client.read(until: "her.").contains("her."))
            }
            let nobody = ListenAddress.unix(path: path, group: "ingen-har-dette-navn")
            #expect(throws: ServerError.noGroup("ingen-har-dette-navn")) { try nobody.tryOut() }
            #expect(access(path, F_OK) != 0)
        }
    }

    @Test("a socket that may not be given to its group is not there afterwards")
    func otherGroup() throws {
        try withPath { path in
            let other = try #require(getgrnam("daemon")).pointee.gr_gid
            let server = server(.unix(path: path, group: "daemon"))
            guard getuid() == 0 else {
                #expect(throws: ServerError.self) { try server.start() }
                #expect(access(path, F_OK) != 0)
                return
            }
            try server.start()
            defer { server.stop(drainLimit: .zero) }
            var status = stat()
            #expect(lstat(path, &status) == 0 && status.st_gid == other)
        }
    }

    @Test("an address is tried out without a trace")
    func triedOut() throws {
        try withPath { path in
            try ListenAddress.unix(path: path).tryOut()
            #expect(access(path, F_OK) != 0)
            #expect(throws: ServerError.self) {
                try ListenAddress.unix(path: path + "/findes/ikke").tryOut()
            }
        }
    }

    @Test(
        "what this machine alone can reach is known",
        arguments: [
            ("127.0.0.1:1", true), ("127.9.9.9:1", true), ("localhost:1", true), ("[::1]:1", true),
            ("unix:/x", true), ("0.0.0.0:1", false), ("[::]:1", false), ("192.0.2.1:1", false),
            ("[::ffff:192.0.2.1]:1", false),
        ])
    func local(text: String, isLocal: Bool) throws {
        #expect(try ListenAddress(text).isLocal == isLocal)
    }
}
