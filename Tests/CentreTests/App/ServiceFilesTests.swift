import Foundation
import Records
import Testing

@testable import Centre
@testable import TestHouse
@testable import HTTP

@Suite("Files for nginx and systemd")
struct ServiceFilesTests {
    private func files(_ folder: String) -> ServiceFiles {
        ServiceFiles(
            serverName: "alkohol.example.dk", certificateFile: folder + "/site.pem",
            certificateKeyFile: folder + "/site.key", socketPath: folder + "/socket",
            program: "/usr/bin/true", root: folder)
    }

    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/service-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    /// What a program says, and how it ends.
    private func run(_ program: String, _ arguments: [String]) throws -> (said: String, code: Int32)
    {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (said, process.terminationStatus)
    }

    private static let nginx = "/usr/sbin/nginx"
    private static let openssl = "/usr/bin/openssl"
    private static let curl = "/usr/bin/curl"
    private static let analyze = "/usr/bin/systemd-analyze"

    /// nginx started by root works as a user of its own, and otherwise as whoever tests.
    private static let proxyGroup = getuid() == 0 ? "www-data" : nil

    private static func isThere(_ programs: String...) -> Bool {
        programs.allSatisfy(FileManager.default.isExecutableFile(atPath:))
    }

    /// A certificate, and a configuration of nginx around the printed site.
    private func prepare(_ folder: String, changing: (String) -> String = { $0 }) throws {
        let made = try run(
            Self.openssl,
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=test", "-days", "1",
                "-keyout", folder + "/site.key", "-out", folder + "/site.pem",
            ])
        #expect(made.code == 0, "\(made.said)")
        let site = changing(files(folder).nginx)
        try """
        daemon off;
        \(Self.proxyGroup.map { "user \($0);" } ?? "")
        pid \(folder)/pid;
        error_log \(folder)/error.log;
        events {}
        http {
        client_body_temp_path \(folder)/body;
        \(site)
        }
        """.write(toFile: folder + "/nginx.conf", atomically: true, encoding: .utf8)
    }

    @Test("nginx takes the site as it is printed", .enabled(if: isThere(nginx, openssl)))
    func nginxTest() throws {
        try withFolder { folder in
            try prepare(folder)
            let tested = try run(
                Self.nginx, ["-t", "-q", "-p", folder, "-c", folder + "/nginx.conf"])
            #expect(tested.code == 0, "\(tested.said)")
            #expect(tested.said == "")
        }
    }

    /// Runs nginx with the printed site. Nobody may take the real ports in a test; all else is as it is printed.
    private func withNginx(_ folder: String, _ body: () throws -> Void) throws {
        try prepare(folder) { site in
            site.replacing("listen 443 ssl", with: "listen unix:\(folder)/https ssl")
                .replacing("listen [::]:443 ssl http2;", with: "")
                .replacing("listen 80;", with: "listen unix:\(folder)/http;")
                .replacing("listen [::]:80;", with: "")
        }
        let nginx = Process()
        nginx.executableURL = URL(fileURLWithPath: Self.nginx)
        nginx.arguments = ["-p", folder, "-c", folder + "/nginx.conf"]
        try nginx.run()
        defer {
            nginx.terminate()
            nginx.waitUntilExit()
        }
        // Both listen by then.
        _ = try visit("http", folder)
        try body()
    }

    private func withHouse(_ folder: String, _ body: () throws -> Void) throws {
        let house = try TestHouse()
        let databaseFile = house.configuration.databaseFile
        let address = ListenAddress.unix(path: folder + "/socket", group: Self.proxyGroup)
        let server = Server(
            configuration: ServerConfiguration(addresses: [address]),
            router: house.router
        ) { _ in try LoopContext(databaseFile: databaseFile) }
        try server.start()
        defer { server.stop(drainLimit: .seconds(1)) }
        try body()
    }

    @Test(
        "a visitor over TLS reaches the house through the printed site and the Unix socket",
        .enabled(if: isThere(nginx, openssl, curl)))
    func live() throws {
        try withFolder { folder in
            try withHouse(folder) {
                try withNginx(folder) {
                    let front = try visit("https", folder)
                    #expect(front.hasPrefix("HTTP/2 200"))
                    #expect(front.contains("strict-transport-security: max-age=63072000"))
                    #expect(front.contains("content-encoding: gzip"))
                    let plain = try visit("http", folder)
                    #expect(plain.hasPrefix("HTTP/1.1 301"))
                    #expect(plain.contains("Location: https://alkohol.example.dk/\r\n"))
                }
            }
        }
    }

    @Test(
        "what a citizen sends lies in no file of nginx's",
        .enabled(if: isThere(nginx, openssl, curl)))
    func noBodyFile() throws {
        try withFolder { folder in
            try withHouse(folder) {
                try withNginx(folder) {
                    // nginx removes the name of such a file as soon as it has it: without the folder it has none.
                    try FileManager.default.removeItem(atPath: folder + "/body")
                    let body = folder + "/form"
                    try String(repeating: "besked=x&", count: 5_000)
                        .write(toFile: body, atomically: true, encoding: .utf8)
                    let sent = try ask(
                        "https", folder, "alkohol.example.dk", "/faa-hjaelp/situation",
                        ["--data-binary", "@" + body])
                    #expect(sent.hasPrefix("HTTP/2 4") || sent.hasPrefix("HTTP/2 303"), "\(sent)")
                }
            }
        }
    }

    @Test(
        "another name leads nowhere, least of all to itself",
        .enabled(if: isThere(nginx, openssl, curl)))
    func otherName() throws {
        try withFolder { folder in
            try withHouse(folder) {
                try withNginx(folder) {
                    for scheme in ["http", "https"] {
                        let other = try ask(scheme, folder, "evil.example.com", "/x")
                        #expect(other == "")
                    }
                    let own = try ask("http", folder, "ALKOHOL.example.dk", "/x?y=1")
                    #expect(own.contains("Location: https://alkohol.example.dk/x?y=1\r\n"))
                }
            }
        }
    }

    @Test(
        "what goes wrong behind nginx tells no log who asked for what",
        .enabled(if: isThere(nginx, openssl, curl)))
    func quietErrors() throws {
        try withFolder { folder in
            try withNginx(folder) {
                let answer = try ask(
                    "https", folder, "alkohol.example.dk", "/se-din-aftale?x=1")
                #expect(answer.hasPrefix("HTTP/2 502"))
            }
            for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
                let held = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
                #expect(held.range(of: Data("se-din-aftale".utf8)) == nil, "\(name)")
                #expect(held.range(of: Data("client:".utf8)) == nil, "\(name)")
            }
        }
    }

    /// The head of an answer, asked for once.
    private func ask(
        _ scheme: String, _ folder: String, _ host: String, _ path: String,
        _ more: [String] = []
    ) throws -> String {
        let arguments = [
            "-sk", "-m", "20", "-o", folder + "/page", "-D", "-", "--unix-socket",
            "\(folder)/\(scheme)", "-H", "Host: \(host)", "\(scheme)://alkohol.example.dk\(path)",
        ]
        return try run(Self.curl, arguments + more).said
    }

    /// The head of the front page, asked for as soon as nginx listens.
    private func visit(_ scheme: String, _ folder: String) throws -> String {
        let arguments = [
            "-sk", "-o", folder + "/page", "-D", "-", "-H", "Accept-Encoding: gzip",
            "--retry", "100", "--retry-all-errors", "--retry-delay", "0", "--retry-max-time", "60",
            "--unix-socket", "\(folder)/\(scheme)", "\(scheme)://alkohol.example.dk/",
        ]
        return try run(Self.curl, arguments).said
    }

    @Test("systemd rates the service's exposure at 1.5 or less", .enabled(if: isThere(analyze)))
    func exposure() throws {
        try withFolder { folder in
            let unit = folder + "/fjorten.service"
            try files(folder).systemdService.write(toFile: unit, atomically: true, encoding: .utf8)
            let rated = try run(
                Self.analyze, ["security", "--offline=true", "--threshold=15", "--no-pager", unit])
            #expect(rated.code == 0, "\(rated.said)")
            #expect(rated.said.contains("Overall exposure level"))
        }
    }

    @Test("the site never logs who came, and drops what a client says of its own address")
    func privacy() {
        let site = files("/x").nginx
        #expect(site.contains("access_log off;"))
        #expect(site.contains("proxy_set_header X-Forwarded-For $remote_addr;"))
        #expect(!site.contains("$proxy_add_x_forwarded_for"))
    }

    /// Settings as the command's own are.
    private var usual: ServiceFiles {
        ServiceFiles(
            serverName: "alkohol.example.dk", certificateFile: "/etc/ssl/site.pem",
            certificateKeyFile: "/etc/ssl/site.key", socketPath: "/run/fjorten.sock",
            program: "/usr/local/bin/fjorten", root: "/usr/local/share/fjorten")
    }

    @Test(
        "a setting that would mean something in the file is refused",
        arguments: ["", "a b", "a;b", "a{", "$host", "a\nb", "%i", "a\"b", "å"])
    func unsuitable(setting: String) throws {
        var files = usual
        try files.check()
        files.serverName = setting
        #expect(throws: ServiceFileFault.unsuitable(setting)) { try files.check() }
    }

    @Test("what systemd or the service would refuse is refused here, in a sentence")
    func unworkable() {
        let long = "/run/" + String(repeating: "x", count: 103)
        let cases: [(ServiceFileFault, (inout ServiceFiles) -> Void)] = [
            (.noHost("a/b"), { $0.serverName = "a/b" }),
            (.relative("run/x.sock"), { $0.socketPath = "run/x.sock" }),
            (.relative("bin/fjorten"), { $0.program = "bin/fjorten" }),
            (.relative("share"), { $0.root = "share" }),
            (.relative("backup"), { $0.backups = .init(every: "24h", folder: "backup") }),
            (.socketPathTooLong(byteCount: 108), { $0.socketPath = long }),
            (.hidden("/home/anne/fjorten"), { $0.program = "/home/anne/fjorten" }),
            (.hidden("/root"), { $0.root = "/root" }),
            (.hidden("/tmp/b"), { $0.backups = .init(every: "24h", folder: "/tmp/b") }),
            (.metricsElsewhere("/srv/m"), { $0.metricsSocket = "/srv/m" }),
            (.metricsElsewhere("/run/../etc/m"), { $0.metricsSocket = "/run/../etc/m" }),
            (
                .metricsElsewhere("/run/fjorten/m"),
                {
                    $0.socketPath = "/run/fjorten/socket"
                    $0.metricsSocket = "/run/fjorten/m"
                }
            ),
        ]
        for (failure, change) in cases {
            var files = usual
            change(&files)
            #expect(throws: failure) { try files.check() }
            #expect(failure.description.hasSuffix("."))
        }
        #expect(throws: ServiceFileFault.metricsElsewhere("127.0.0.1:1")) {
            try ServiceFiles.metricsSocket("127.0.0.1:1")
        }
        var longest = usual
        longest.socketPath = String(long.dropLast())
        #expect(throws: Never.self) { try longest.check() }
    }

    @Test("the service backs up and tells its figures where that is wished, and may write there")
    func wishes() throws {
        #expect(!usual.systemdService.contains("backup"))
        var files = usual
        files.metricsSocket = try ServiceFiles.metricsSocket("unix:/run/fjorten/metrics")
        files.backups = .init(every: "24h", folder: "/srv/backup")
        try files.check()
        let lines = files.systemdService.split(separator: "\n")
        let command = try #require(lines.first { $0.hasPrefix("ExecStart=") })
        #expect(command.contains(" --metrics unix:/run/fjorten/metrics"))
        #expect(command.hasSuffix(" --backup-every 24h --backup-to /srv/backup"))
        #expect(lines.contains("ReadWritePaths=/srv/backup"))
        #expect(lines.contains("RuntimeDirectory=fjorten"))
    }

    @Test("systemd takes the units as they are printed", .enabled(if: isThere(analyze)))
    func verified() throws {
        try withFolder { folder in
            var files = usual
            files.program = "/usr/bin/true"
            files.metricsSocket = "/run/fjorten/metrics"
            files.backups = .init(every: "24h", folder: "/srv/backup")
            let units = [
                "fjorten.service": files.systemdService, "fjorten.socket": files.systemdSocket,
            ]
            for (name, text) in units {
                try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
            }
            let verified = try run(
                Self.analyze, ["verify", "--man=no"] + units.keys.map { folder + "/" + $0 })
            #expect(verified.said == "")
            #expect(verified.code == 0)
        }
    }
}
