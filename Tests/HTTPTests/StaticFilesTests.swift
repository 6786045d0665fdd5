import Foundation
import Testing

@testable import HTTP

@Suite("Files")
struct StaticFilesTests {
    /// A folder of its own, gone afterwards.
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("files-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("ikoner"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }

    private func write(_ text: String, _ path: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    @Test("a folder is read once, folders in it too, hidden names not")
    func folder() throws {
        try withFolder { root in
            try write("body{}", root + "/stil.css")
            try write("<svg/>", root + "/ikoner/hus.svg")
            try write("hemmelig", root + "/.skjult")
            let files = try StaticFiles(root: root)
            let address = files.address(for: "stil.css")
            #expect(address.contains(/^\/stil\.[0-9a-f]{16}\.css$/))
            #expect(
                files.file(at: address)?.answer(Request(.get, address)).bodyBytes
                    == Array("body{}".utf8))
            #expect(files.address(for: "ikoner/hus.svg").hasPrefix("/ikoner/hus."))
            #expect(files.file(at: "/ikoner/hus.svg") != nil)
            #expect(files.file(at: "/.skjult") == nil)
            #expect(files.file(at: "/ikoner") == nil)
            #expect(files.address(for: "mangler.css") == "/mangler.css")
        }
    }

    @Test("a folder that is not there is said by name")
    func missing() {
        #expect(throws: ServerError.unreadable("/findes/ikke")) {
            try StaticFiles(root: "/findes/ikke")
        }
    }

    @Test("other content, another address and another tag")
    func digest() {
        let one = StaticFile(name: "a.css", bytes: [1])
        let other = StaticFile(name: "a.css", bytes: [2])
        #expect(one.hashedName != other.hashedName)
        #expect(
            one.answer(Request(.get, "/")).headers["ETag"]
                != other.answer(Request(.get, "/")).headers["ETag"])
    }

    @Test("a refusal is not kept for a year as the file is")
    func refusals() throws {
        let files = StaticFiles([StaticFile(name: "a.css", bytes: [1, 2])])
        let address = files.address(for: "a.css")
        let file = try #require(files.file(at: address))
        let fine = file.answer(Request(.get, address))
        #expect(fine.headers["Cache-Control"] == "private, max-age=31536000, immutable")
        for field in [("Range", "bytes=9-"), ("If-Match", "\"x\"")] {
            let refused = file.answer(Request(.get, address, headers: [field]))
            #expect(refused.status.code == (field.0 == "Range" ? 416 : 412))
            #expect(refused.headers.all("Cache-Control") == ["no-store"])
        }
    }

    @Test("a page that is the same for everybody is compressed where that is taken, others never")
    func pages() {
        let pages = CompressionCache()
        let page = Response.html(Array(String(repeating: "<p>hej</p>", count: 100).utf8))
        let taker = Request(.get, "/", headers: [("Accept-Encoding", "gzip, br")])
        let compressed = pages.response(page.allowingCompression(), to: taker)
        #expect(compressed.headers["Content-Encoding"] == "gzip")
        #expect(compressed.headers["Vary"] == "Accept-Encoding")
        #expect(compressed.bodyBytes.count < 200)
        #expect(
            pages.response(page.allowingCompression(), to: taker).bodyBytes == compressed.bodyBytes)
        let plain = pages.response(page.allowingCompression(), to: Request(.get, "/"))
        #expect(plain.headers["Content-Encoding"] == nil)
        #expect(plain.headers["Vary"] == "Accept-Encoding")
        #expect(pages.response(page, to: taker).headers["Content-Encoding"] == nil)
    }

    @Test(
        "what is written beforehand is what would be written each time, byte for byte",
        arguments: [
            [], [("Accept-Encoding", "gzip")], [("Range", "bytes=2-5")], [("Range", "bytes=9999-")],
            [("If-None-Match", "*")], [("If-Match", "\"x\"")], [("If-Range", "\"x\"")],
        ])
    func beforehand(headers: [(String, String)]) throws {
        let files = StaticFiles([
            StaticFile(
                name: "stil.css", bytes: Array(repeating: UInt8(ascii: "a"), count: 900),
                modified: 784_111_777)
        ])
        let defaults = DefaultHeaders.strict
        for path in ["/stil.css", files.address(for: "stil.css")] {
            for method in [HTTP.Method.get, .head] {
                let request = Request(method, path, headers: headers)
                let fresh = try #require(files.file(at: path)).answer(request)
                let ready = files.prepared(with: defaults)
                let written = try #require(ready.file(at: path)).answer(request)
                #expect(bytes(written, defaults, request) == bytes(fresh, defaults, request))
                #expect(!bytes(fresh, defaults, request).isEmpty)
            }
        }
    }

    @Test("a field that is set afterwards is sent, though the others were written beforehand")
    func setAfterwards() {
        let defaults = DefaultHeaders.strict
        let response = Response.text("hej").prepared(with: defaults).setting("Connection", "close")
        #expect(response.endsConnection)
        let text = String(decoding: bytes(response, defaults, Request(.get, "/")), as: UTF8.self)
        #expect(text.contains("\r\nConnection: close\r\n"))
        #expect(text.contains("\r\nContent-Type: text/plain; charset=utf-8\r\n"))
    }

    private func bytes(_ response: Response, _ defaults: DefaultHeaders, _ request: Request)
        -> [UInt8]
    {
        var output = OutputBuffer()
        let writer = ResponseWriter(defaults: defaults, dateLine: [])
        let context = ResponseWriter.Options(isHead: request.method == .head, isSecure: true)
        writer.write(response, context, to: &output)
        return output.tail
    }

    @Test(
        "gzip is taken where its weight is above nothing, by name before any",
        arguments: [
            (nil, false), ("", false), ("gzip", true), ("GZIP", true), ("x-gzip", true),
            ("gzip, deflate, br, zstd", true), ("br , gzip", true), ("br", false), ("*", true),
            ("gzip;q=0", false), ("gzip;q=0.000", false), ("gzip;q=0.001", true),
            ("gzip; q = 0", false), ("gzip;Q=0", false), ("gzip;x=1;q=0", false),
            ("*;q=0, gzip", true), ("*, gzip;q=0", false), ("*;q=0", false), ("gzipped", false),
            ("gzip;", true), (",,gzip", true), ("gzip;q=", false), (";q=1", false),
        ] as [(String?, Bool)])
    func acceptEncoding(field: String?, expected: Bool) {
        #expect(AcceptEncoding.allowsGzip(field.map { Array($0.utf8)[...] }) == expected)
    }

    @Test("what is compressed comes back by gunzip")
    func gunzip() throws {
        try withFolder { root in
            let bytes = (0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 5) }
            let compressed = try #require(Gzip.compress(bytes))
            try Data(compressed).write(to: URL(fileURLWithPath: root + "/a.gz"))
            let gunzip = Process()
            gunzip.executableURL = URL(fileURLWithPath: "/usr/bin/gunzip")
            gunzip.arguments = ["-c", root + "/a.gz"]
            let pipe = Pipe()
            gunzip.standardOutput = pipe
            try gunzip.run()
            let plain = pipe.fileHandleForReading.readDataToEndOfFile()
            gunzip.waitUntilExit()
            #expect([UInt8](plain) == bytes)
        }
    }
}
