import Foundation
import Testing

@testable import Centre
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
        let site = changing(files(folder).nginx.replacing("/var/log/nginx", with: folder))
        try """
        daemon off;
        pid \(folder)/pid;
        error_log \(folder)/error.log;
        events {}
        http {
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

    @Test(
        "a visitor over TLS reaches the house through the printed site and the Unix socket",
        .enabled(if: isThere(nginx, openssl, curl)))
    func live() throws {
        try withFolder { folder in
            // Nobody may take the real ports in a test; all else is as it is printed.
            try prepare(folder) { site in
                site.replacing("listen 443 ssl", with: "listen unix:\(folder)/https ssl")
                    .replacing("listen [::]:443 ssl http2;", with: "")
                    .replacing("listen 80;", with: "listen unix:\(folder)/http;")
                    .replacing("listen [::]:80;", with: "")
            }
            let house = try TestHouse()
            let databaseFile = house.databaseFile
            let server = Server(
                configuration: ServerConfiguration(addresses: [.unix(path: folder + "/socket")]),
                router: house.router
            ) { _ in try Loop(databaseFile: databaseFile) }
            try server.start()
            defer { server.stop(drainLimit: .seconds(1)) }
            let nginx = Process()
            nginx.executableURL = URL(fileURLWithPath: Self.nginx)
            nginx.arguments = ["-p", folder, "-c", folder + "/nginx.conf"]
            try nginx.run()
            defer {
                nginx.terminate()
                nginx.waitUntilExit()
            }
            let front = try visit("https", folder)
            #expect(front.hasPrefix("HTTP/2 200"))
            #expect(front.contains("strict-transport-security: max-age=63072000"))
            #expect(front.contains("content-encoding: gzip"))
            let plain = try visit("http", folder)
            #expect(plain.hasPrefix("HTTP/1.1 301"))
            #expect(plain.contains("Location: https://alkohol.example.dk/"))
        }
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

    @Test(
        "a setting that would mean something in the file is refused",
        arguments: ["", "a b", "a;b", "a{", "$host", "a\nb", "%i", "a\"b", "å"])
    func unsuitable(setting: String) {
        var files = files("/x")
        #expect(files.unsuitable == nil)
        files.serverName = setting
        #expect(files.unsuitable == setting)
    }
}
