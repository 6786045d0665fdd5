import Foundation
import Testing

@testable import Centre

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
    private static let analyze = "/usr/bin/systemd-analyze"

    private static func isThere(_ programs: String...) -> Bool {
        programs.allSatisfy(FileManager.default.isExecutableFile(atPath:))
    }

    @Test("nginx takes the site as it is printed", .enabled(if: isThere(nginx, openssl)))
    func nginxTest() throws {
        try withFolder { folder in
            let made = try run(
                Self.openssl,
                [
                    "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=test", "-days",
                    "1",
                    "-keyout", folder + "/site.key", "-out", folder + "/site.pem",
                ])
            #expect(made.code == 0, "\(made.said)")
            let site = files(folder).nginx.replacing("/var/log/nginx", with: folder)
            try """
            pid \(folder)/pid;
            error_log \(folder)/error.log;
            events {}
            http {
            \(site)
            }
            """.write(toFile: folder + "/nginx.conf", atomically: true, encoding: .utf8)
            let tested = try run(
                Self.nginx, ["-t", "-q", "-p", folder, "-c", folder + "/nginx.conf"])
            #expect(tested.code == 0, "\(tested.said)")
            #expect(tested.said == "")
        }
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
