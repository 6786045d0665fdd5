import Foundation
import Testing

/// What every visitor's telephone must fetch.
@Suite("What the public pages weigh and whom they call")
struct PublicTests {
    /// The page, its stylesheet and its script together; the page itself is weighed by the browser tests.
    static let kilobytesMax = 14

    @Test("stylesheets and scripts leave room for the page in 14 KB of gzip")
    func weight() throws {
        let files = House.paths(under: "Public/").filter {
            $0.hasSuffix(".css") || $0.hasSuffix(".js")
        }
        let sizes = try files.map { try gzipSize($0) }
        #expect(sizes.reduce(0, +) <= (Self.kilobytesMax - 4) * 1024, "\(files) weigh \(sizes)")
    }

    @Test("the script is one small file")
    func script() throws {
        let scripts = House.paths(under: "Public/", ending: ".js")
        #expect(scripts.count <= 1)
        for path in scripts {
            #expect(try House.bytes(path).count <= 10 * 1024, "\(path)")
        }
    }

    @Test("no page, stylesheet or script calls a stranger's machine")
    func strangers() throws {
        let call =
            /(?:src|action|srcset)\s*=\s*"?https?:|url\(\s*["']?https?:|@import|fetch\(\s*["']https?:|<link[^>]+href="https?:/
        #expect(places(of: call, in: \.literals, House.sources) == [])
        for path in House.paths(under: "Public/") {
            guard let text = try? House.text(path) else { continue }
            #expect(!text.contains(call), "\(path)")
        }
    }

    private func gzipSize(_ path: String) throws -> Int {
        let gzip = Process()
        gzip.executableURL = URL(filePath: "/usr/bin/env")
        gzip.arguments = ["gzip", "-9c", House.root.appending(path: path).path]
        let pipe = Pipe()
        gzip.standardOutput = pipe
        try gzip.run()
        let size = pipe.fileHandleForReading.readDataToEndOfFile().count
        gzip.waitUntilExit()
        return size
    }
}
