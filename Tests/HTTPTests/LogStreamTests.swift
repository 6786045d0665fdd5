import Foundation
import Testing

@testable import HTTP

@Suite("Where log lines go")
struct LogStreamTests {
    private func line(_ number: Int) -> [UInt8] {
        Array("{\"number\":\(number)}\n".utf8)
    }

    private struct Line: Decodable {
        let number: Int?
        let count: Int?
        let message: String?
        let at: String?
    }

    private func lines(_ data: Data) throws -> [Line] {
        try data.split(separator: 0x0A).map { try JSONDecoder().decode(Line.self, from: $0) }
    }

    @Test(
        "a pipe that nobody empties holds nobody up; later it gets what was kept, and the number of the rest"
    )
    func fullPipe() throws {
        let pipe = Pipe()
        let stream = LogStream(descriptor: pipe.fileHandleForWriting.fileDescriptor) { 784_111_777 }
        let written = 60_000
        for number in 0..<written { stream.write(line(number)[...]) }
        var heard = Data()
        while true {
            heard += pipe.fileHandleForReading.availableData
            stream.flushBacklog()
            if heard.range(of: Data("dropped".utf8)) != nil { break }
        }
        stream.write(line(written)[...])
        try pipe.fileHandleForWriting.close()
        heard += pipe.fileHandleForReading.readDataToEndOfFile()
        let all = try lines(heard)
        let kept = all.prefix { $0.number != nil }
        #expect(kept.map(\.number) == Array(0..<kept.count))
        #expect(kept.count > 2_000)
        let notice = try #require(all.first { $0.message == "log lines dropped" })
        #expect(notice.at == "1994-11-06T08:49:37Z")
        #expect(notice.count == written - kept.count)
        #expect(all.last?.number == written)
        #expect(all.count == kept.count + 2)
    }

    @Test("what is longer than a pipe takes at once comes whole all the same")
    func longLine() throws {
        let pipe = Pipe()
        let stream = LogStream(descriptor: pipe.fileHandleForWriting.fileDescriptor)
        let long = Array(String(repeating: "x", count: 150_000).utf8) + [0x0A]
        stream.write(long[...])
        stream.write(line(1)[...])
        var heard = Data()
        while heard.count < long.count + line(1).count {
            heard += pipe.fileHandleForReading.availableData
            stream.flushBacklog()
        }
        #expect(Array(heard) == long + line(1))
    }

    @Test(
        "at the end a slow reader gets a moment for what still waits, and one who never reads no more than that"
    )
    func finish() throws {
        let pipe = Pipe()
        let stream = LogStream(descriptor: pipe.fileHandleForWriting.fileDescriptor)
        let written = 10_000
        for number in 0..<written { stream.write(line(number)[...]) }
        let took = ContinuousClock().measure { stream.finish(within: .milliseconds(100)) }
        #expect(took < .seconds(5))
        let ending = try HTTP.Thread(named: "finish") { stream.finish(within: .seconds(30)) }
        var heard = Data()
        while heard.count(where: { $0 == 0x0A }) < written {
            heard += pipe.fileHandleForReading.availableData
        }
        ending.join()
        #expect(try lines(heard).map(\.number) == Array(0..<written))
    }

    @Test("a disk that is full, or a reader who left, costs lines and nothing else")
    func full() {
        let file = open("/dev/full", O_WRONLY)
        defer { close(file) }
        let stream = LogStream(descriptor: file)
        for number in 0..<10 { stream.write(line(number)[...]) }
        stream.flushBacklog()
    }

    /// Its own program: what a file may hold is bounded for all of a program's files.
    @Test(
        "a disk that fills up in the middle of a line: that line is the first that is counted, and alone in its line"
    )
    func torn() async {
        await #expect(processExitsWith: .success) {
            _ = signal(SIGXFSZ, SIG_IGN)
            let path = NSTemporaryDirectory() + "log-\(UUID().uuidString)"
            let file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
            let stream = LogStream(descriptor: file)
            var limit = rlimit(rlim_cur: 1_003, rlim_max: .max)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            let line = Array("{\"number\":1}\n".utf8)
            let many = Array(repeating: line, count: 10).flatMap { $0 }
            for _ in 0..<20 { stream.write(many[...]) }
            limit.rlim_cur = .max
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            stream.write(line[...])
            close(file)
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try FileManager.default.removeItem(atPath: path)
            let lines = text.split(separator: "\n")
            let whole = 1_003 / line.count
            try #require(lines[whole] == "{\"number\":1}\n".prefix(1_003 % line.count))
            try #require(
                lines[whole + 1]
                    == "{\"level\":\"warning\",\"message\":\"log lines dropped\",\"count\":\(200 - whole)}"
            )
            try #require(lines.count == whole + 3 && lines.last == "{\"number\":1}")
        }
    }

    @Test("a reader of the log who goes away does not take the program along")
    func readerGone() async {
        await #expect(processExitsWith: .success) {
            StopSignal.block()
            let pipe = Pipe()
            let stream = LogStream(descriptor: pipe.fileHandleForWriting.fileDescriptor)
            try pipe.fileHandleForReading.close()
            stream.write(Array("linje\n".utf8)[...])
            exit(0)
        }
    }

    @Test("a log that nobody reads does not keep a citizen waiting")
    func unreadWhileServing() throws {
        let pipe = Pipe()
        try withLoggedServer(into: pipe) { client in
            for _ in 0..<2_000 {
                client.get("/a")
                try #require(client.read(until: "a.").contains("a."))
            }
        }
    }
}
