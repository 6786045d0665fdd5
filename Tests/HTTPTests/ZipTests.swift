import Foundation
import Testing

@testable import HTTP

@Suite("A zip file, written while it is sent")
struct ZipTests {
    private static let moment = ZipWriter.Moment(
        year: 2026, month: 11, day: 12, hour: 10, minute: 30)

    /// Reads a zip with Python's reader, which checks every sum: its members' names, sizes and first bytes.
    private func read(_ path: String) throws -> String {
        let reader = Process()
        let output = Pipe()
        reader.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        reader.arguments = [
            "python3", "-c",
            """
            import sys, zipfile
            z = zipfile.ZipFile(sys.argv[1])
            assert z.testzip() is None
            for i in z.infolist():
                print(i.filename, i.file_size, i.date_time[:5], z.open(i).read(3))
            """, path,
        ]
        reader.standardOutput = output
        try reader.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        reader.waitUntilExit()
        #expect(reader.terminationStatus == 0)
        return String(decoding: said, as: UTF8.self)
    }

    private func write(_ fill: (ZipWriter) throws -> Void) throws -> (said: String, most: Int) {
        let path = NSTemporaryDirectory() + "zip-\(UUID().uuidString).zip"
        defer { try? FileManager.default.removeItem(atPath: path) }
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        let file = try #require(FileHandle(forWritingAtPath: path))
        var most = 0
        let zip = try ZipWriter(at: Self.moment) { bytes in
            most = max(most, bytes.count)
            try file.write(contentsOf: bytes)
        }
        try fill(zip)
        try zip.finish()
        try file.close()
        return (try read(path), most)
    }

    @Test("is read by others: names with æøå, an empty member, many pieces")
    func readByOthers() throws {
        let said = try write { zip in
            try zip.begin("sagen.html")
            for _ in 1...100 { try zip.write(Array("rødgrød med fløde".utf8)) }
            try zip.begin("breve/1-påske.html")
            try zip.begin("tom")
            try zip.write([])
            try zip.begin("sidst")
            try zip.write([1, 2, 3])
        }.said
        #expect(
            said == """
                sagen.html 2000 (2026, 11, 12, 10, 30) b'r\\xc3\\xb8'
                breve/1-påske.html 0 (2026, 11, 12, 10, 30) b''
                tom 0 (2026, 11, 12, 10, 30) b''
                sidst 3 (2026, 11, 12, 10, 30) b'\\x01\\x02\\x03'\n
                """)
    }

    @Test("a hundred megabytes pass in pieces of 64 kilobytes at the most")
    func hundredMegabytes() throws {
        // What cannot be packed well: the worst for what is held back.
        var state: UInt32 = 14
        let piece = (0..<1_048_576).map { _ -> UInt8 in
            state = state &* 1_664_525 &+ 1_013_904_223
            return UInt8(truncatingIfNeeded: state >> 24)
        }
        let (said, most) = try write { zip in
            try zip.begin("stor")
            for _ in 1...100 { try zip.write(piece) }
        }
        #expect(said.hasPrefix("stor 104857600 "))
        #expect(most <= 65_536)
    }

    @Test("nothing is written before a member has begun, and who is gone ends the writing")
    func refusals() throws {
        struct Gone: Error {}
        let zip = try ZipWriter(at: Self.moment) { _ in }
        #expect(throws: ZipWriter.Trouble.noMember) { try zip.write([1]) }
        let ended = try ZipWriter(at: Self.moment) { _ in throw Gone() }
        #expect(throws: Gone.self) { try ended.begin("sagen.html") }
    }
}
