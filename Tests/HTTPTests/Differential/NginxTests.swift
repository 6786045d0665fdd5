import Foundation
import Testing

@testable import HTTP

/// The same bytes to Debian's nginx. Where it judges otherwise than we do, ``Disagreement`` says who is right by
/// which section; a disagreement that is not in the table, or is there and is none, fails.
@Suite("The same bytes to nginx")
struct NginxTests {
    private static let program = "/usr/sbin/nginx"

    enum Verdict: String { case served, refused, silence }

    /// Rows about the request itself. What a file or a limit of ours has to say, nginx cannot know.
    private static let rows =
        Case.requestLine + Case.target + Case.fields + Case.host + Case.length + Case.chunked
        + Case.connections + Case.expect

    @Test(
        "every disagreement is known, and settled",
        .enabled(if: FileManager.default.isExecutableFile(atPath: program)))
    func disagreements() throws {
        try withNginx { path in
            let known = Disagreement.all.reduce(into: [:]) { $0["RFC " + $1.row] = $1.nginx }
            var found: [String: Verdict] = [:]
            for row in Self.rows {
                let client = try Client(path: path)
                // A client that ends its input is one that has gone, to nginx; so it waits.
                let expected = known[row.testDescription] ?? Self.verdict(of: row)
                client.wait(atMost: expected == .silence ? 300 : 10_000)
                client.send(row.bytes)
                let theirs = Self.verdict(of: Self.firstAnswer(client))
                if theirs != Self.verdict(of: row) { found[row.testDescription] = theirs }
            }
            for (row, theirs) in found.sorted(by: { $0.key < $1.key }) where known[row] != theirs {
                Issue.record("new: nginx: \(theirs): \(row)")
            }
            for (row, theirs) in known.sorted(by: { $0.key < $1.key }) where found[row] != theirs {
                Issue.record("gone: nginx: \(theirs): \(row)")
            }
        }
    }

    private static func firstAnswer(_ client: Client) -> String {
        var text = ""
        while verdict(of: text) == .silence {
            let next = client.read()
            if next.isEmpty { break }
            text += String(decoding: next, as: UTF8.self)
        }
        return text
    }

    /// The first final answer is what counts.
    private static func verdict(of text: String) -> Verdict {
        let statuses = text.matches(of: /HTTP\/1\.1 (\d{3}) [^\r\n]*\r\n/).compactMap { Int($0.1) }
        return verdict(statuses.first { $0 != 100 })
    }

    private static func verdict(of row: Case) -> Verdict {
        verdict(row.statuses.first { $0 != 100 })
    }

    private static func verdict(_ status: Int?) -> Verdict {
        guard let status else { return .silence }
        return [400, 408, 413, 414, 417, 431, 494, 501, 505].contains(status) ? .refused : .served
    }

    /// An nginx that reads every request whole and hands it on to another server of its own.
    private func withNginx(_ body: (String) throws -> Void) throws {
        let folder = "/tmp/nginx-\(UUID().uuidString.prefix(13))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try """
        daemon off; worker_processes 1; pid \(folder)/pid; error_log \(folder)/log crit; user root;
        events {}
        http {
            access_log off; client_max_body_size 100;
            client_body_temp_path \(folder)/body; proxy_temp_path \(folder)/proxy;
            fastcgi_temp_path \(folder)/f; uwsgi_temp_path \(folder)/u; scgi_temp_path \(folder)/s;
            upstream behind { server unix:\(folder)/behind; }
            server { listen unix:\(folder)/front; location / { proxy_pass http://behind; } }
            server { listen unix:\(folder)/behind; return 200 ok; }
        }
        """.write(toFile: folder + "/conf", atomically: true, encoding: .utf8)
        let nginx = Process()
        nginx.executableURL = URL(fileURLWithPath: Self.program)
        nginx.arguments = ["-p", folder, "-c", folder + "/conf"]
        nginx.standardError = FileHandle.nullDevice
        try nginx.run()
        defer {
            nginx.terminate()
            nginx.waitUntilExit()
        }
        for _ in 0..<100 where (try? Client(path: folder + "/front")) == nil { usleep(50_000) }
        try body(folder + "/front")
    }
}
