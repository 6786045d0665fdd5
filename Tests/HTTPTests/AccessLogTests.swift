import Foundation
import Testing

@testable import HTTP

@Suite("The access log")
struct AccessLogTests {
    private struct Line: Decodable {
        let at: String?
        let id: String
        let method: String?
        let path: String?
        let status: Int
        let us: Int
    }

    /// What a log writes into a pipe.
    private func written(_ body: (AccessLog) -> Void) throws -> [Line] {
        let pipe = Pipe()
        let log = AccessLog(
            LogStream(descriptor: pipe.fileHandleForWriting.fileDescriptor),
            redactedPath: TestSite.router.redactedPath)
        log.setSecond(784_111_777)
        body(log)
        log.flush()
        try pipe.fileHandleForWriting.close()
        return try pipe.fileHandleForReading.readDataToEndOfFile().split(separator: 0x0A)
            .map { try JSONDecoder().decode(Line.self, from: $0) }
    }

    @Test("a line a request, as JSON, with nothing personal")
    func line() throws {
        let request = Request(
            .get, "/sti/Aase Madsen", query: Fields([("navn", "Aase")]),
            headers: [("User-Agent", "x"), ("Cookie", "s=1")])
        let lines = try written { $0.record(request, 7, .ok, 250) }
        #expect(lines.count == 1)
        #expect(lines[0].at == "1994-11-06T08:49:37Z")
        #expect(lines[0].id == "0000000000000007")
        #expect(lines[0].path == "/sti/{navn}")
        #expect(lines[0].method == "GET")
        #expect(lines[0].status == 200)
        #expect(lines[0].us == 250)
    }

    @Test("a path that the site does not have is not told, nor what was no request")
    func notFound() throws {
        let lines = try written { log in
            log.record(Request(.get, "/Aase-Madsen"), 1, .notFound, 1)
            log.record(nil, 2, .badRequest, 1)
            log.record(Request(.options, "*"), 3, .noContent, 1)
        }
        #expect(lines.map(\.path) == [nil, nil, nil])
        #expect(lines[1].method == nil)
    }

    @Test("a path is told as its route's pattern or its file's name, whatever was answered")
    func redacted() throws {
        let paths = ["/", "/sti/Bo Hansen 010170-1234", "/fil.txt", TestSite.hashedName, "/put"]
        let lines = try written { log in
            for path in paths { log.record(Request(.get, path), 1, .notFound, 1) }
        }
        #expect(lines.map(\.path) == ["/", "/sti/{navn}", "/fil.txt", TestSite.hashedName, "/put"])
    }

    @Test("many lines come whole and in order")
    func many() throws {
        let lines = try written { log in
            for number in 0..<400 { log.record(Request(.get, "/a"), UInt64(number), .ok, 1) }
        }
        #expect(lines.map(\.id) == (0..<400).map { Request.idText(UInt64($0)) })
    }

    @Test("lines of a busy moment are written many at a time, none of them in two")
    func batches() throws {
        let pipe = Pipe()
        let log = AccessLog(
            LogStream(descriptor: pipe.fileHandleForWriting.fileDescriptor),
            redactedPath: TestSite.router.redactedPath)
        for number in 0..<100 { log.record(Request(.get, "/a"), UInt64(number), .ok, 1) }
        // What has come so far was written before anybody said that there is nothing else to do.
        let early = pipe.fileHandleForReading.availableData
        #expect(early.last == 0x0A)
        #expect(early.split(separator: 0x0A).count > 20)
        #expect(log.hasLines)
        log.flush()
        #expect(!log.hasLines)
    }

    @Test("a served request's line is there without waiting for another, or for the end")
    func whileServing() throws {
        let pipe = Pipe()
        try withLoggedServer(into: pipe) { client in
            for _ in 0..<3 {
                client.get("/a")
                #expect(client.read(until: "a.").contains("a."))
                let line = try JSONDecoder().decode(
                    Line.self, from: pipe.fileHandleForReading.availableData)
                #expect(line.path == "/a")
            }
        }
    }
}
