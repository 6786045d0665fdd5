import Glibc
import Testing

@testable import HTTP

/// No request may cost a loop much more than a harmless form of its size does: in an optimised build that costs 0.3 ms for
/// 64 KB, and 5 ms is what a loop has for them. What counts is processor time, of the best of several runs and as a ratio,
/// so that a busy machine does not decide. Quadratic reading, which this is to find, is a hundred times as dear.
@Suite("What a request costs, whatever is in it", .serialized)
struct CostTests {
    struct Hostile: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
    }

    private static let bodyBytes = 65_536
    private static let headBytes = 15_000
    private static let ratioMax = 12.0
    private static let runCount = 5

    @Test("is in proportion to its size", arguments: hostile)
    func cost(request: Hostile) {
        let ratio = nanosecondsPerByte(request.bytes) / harmless
        #expect(ratio < Self.ratioMax, "\(request.testDescription): \(ratio) times as dear")
    }

    private var harmless: Double { nanosecondsPerByte(Self.form(Self.plain(Self.bodyBytes))) }

    @Test("the measure finds what it is for: the same text compared as a String")
    func measure() {
        let form = Self.form("navn=a" + Self.repeated("\u{323}\u{301}", Self.bodyBytes - 10))
        let careless = nanosecondsPerByte(form, isCareless: true)
        #expect(careless / harmless > 2 * Self.ratioMax)
    }

    /// - Parameter isCareless: The site's handlers compare text as a `String`, and nothing is refused before.
    private func nanosecondsPerByte(_ bytes: [UInt8], isCareless: Bool = false) -> Double {
        let router = Self.router(isCareless: isCareless)
        var limits = Limits()
        limits.chunkOverheadBytesMax = 1_000_000
        let times = (0..<Self.runCount).map { _ in
            var wire = Wire(router, limits: limits)
            let start = Self.threadNanoseconds()
            for start in stride(from: 0, to: bytes.count, by: 65_536) {
                wire.send(bytes[start..<min(start + 65_536, bytes.count)])
            }
            let took = Self.threadNanoseconds() - start
            #expect(!wire.heard.isEmpty)
            return took
        }
        return Double(times.min() ?? 0) / Double(bytes.count)
    }

    private static func threadNanoseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// A site that asks of a request what a site asks.
    private static func router(isCareless: Bool) -> Router<Int> {
        let read: @Sendable (Request, PathParameters) -> Response = { request, path in
            let texts =
                request.form.pairs.flatMap { [$0.nameText, $0.valueText] }
                + request.query.pairs.map(\.valueText)
                + [path.text("navn"), request.cookieText("c"), request.headers.text("X")]
                .compactMap(\.self)
            let lengths = texts.map { text -> Int in
                _ = text == "selv"
                _ = text.hashValue
                _ = text.isLonger(than: 100)
                let trimmed = text.trimmed.lowercased.prefix(scalarCount: 100)
                let typed = (try? trimmed.string(atMost: 100)) ?? ""
                return typed == "anonym" ? 0 : typed.hashValue & 1
            }
            _ = request.form.text("kaldenavn")
            _ = request.form.texts("ja")
            return .text("\(lengths.count)")
        }
        let careless: @Sendable (Request) -> Response = { request in
            .text(
                "\(request.form.pairs.reduce(0) { $0 ^ $1.valueText.unlimitedString.hashValue } & 1)"
            )
        }
        let routes: [Route<Int>] = [
            Route(.get, "/{navn}") { request, path, _ in .now(read(request, path)) },
            Route(.post, "/", bodyLimit: .bytes(400_000)) { request, path, _ in
                .now(isCareless ? careless(request) : read(request, path))
            },
            Route(.post, "/bilag", receiver: { MultipartReceiver($0) }) { request, _, _ in
                .now(.text("\((try? request.multipart())?.fields.pairs.count ?? -1)"))
            },
        ]
        let files = StaticFiles([
            StaticFile(name: "fil.css", bytes: [UInt8](repeating: 0x61, count: 900), modified: 1)
        ])
        return Router(routes: routes, files: files) { status, request in
            isCareless ? careless(request) : .text("\(status.code)", status: status)
        }
    }

    // MARK: The requests

    static let hostile: [Hostile] = forms + heads + multiparts + chunked

    private static let forms: [Hostile] = [
        ("marks in a value", "navn=a" + repeated("%CC%A3%CC%81", bodyBytes - 10)),
        ("raw marks in a value", "navn=a" + repeated("\u{323}\u{301}", bodyBytes - 10)),
        ("marks in a name", "a" + repeated("\u{323}\u{301}", bodyBytes - 10) + "=1"),
        (
            "as many marks as are let through, again and again",
            "navn=" + repeated("a" + String(repeating: "\u{323}\u{301}", count: 15), bodyBytes - 10)
        ),
        (
            "names of as many marks as are let through",
            repeated("a" + String(repeating: "\u{323}\u{301}", count: 15) + "=1&", bodyBytes)
        ),
        ("jamo that compose", "navn=" + repeated("\u{1100}\u{1161}\u{11A8}", bodyBytes - 10)),
        ("flags", "navn=" + repeated("\u{1F1E9}\u{1F1F0}", bodyBytes - 10)),
        ("joined emoji", "navn=" + repeated("\u{1F468}\u{200D}", bodyBytes - 10)),
        ("white space", "navn=" + repeated("\u{2003} \u{3000}", bodyBytes - 10)),
        ("ampersands", repeated("&", bodyBytes)), ("equals signs", repeated("=", bodyBytes)),
        ("percent signs", "navn=" + repeated("%", bodyBytes - 10)),
        (
            "as many fields as are read",
            repeated("a=1&", 3_996) + "b=" + plainText(bodyBytes - 4_010)
        ),
        ("too many fields", repeated("a&", bodyBytes)),
        ("bytes that are not UTF-8", "navn=" + repeated("%FF", bodyBytes - 10)),
    ].map { Hostile(testDescription: $0, bytes: form($1)) }

    private static let heads: [Hostile] = {
        let marks = repeated("\u{323}\u{301}", headBytes - 100)
        let few = repeated("a" + String(repeating: "\u{323}\u{301}", count: 15), headBytes - 100)
        let fields = [
            ("marks in a field", "X: \(marks)"), ("some marks in a field", "X: \(few)"),
            ("marks in a cookie", "Cookie: c=\(marks)"),
            ("some marks in a cookie", "Cookie: c=\(few)"),
            ("cookies", "Cookie: " + repeated("a=1; ", headBytes - 100)),
            ("marks in who was forwarded", "X-Forwarded-For: \(few), 192.0.2.1"),
            ("commas in who was forwarded", "X-Forwarded-For: " + repeated(",", headBytes - 100)),
            ("a long host", "X-Forwarded-Proto: " + plainText(headBytes - 100)),
        ].map { Hostile(testDescription: $0, bytes: get("/a", $1)) }
        let ofFiles = [
            ("tags", "If-None-Match: " + repeated("\"a\",", headBytes - 100)),
            ("commas for tags", "If-Match: " + repeated(", ", headBytes - 100)),
            ("marks for a date", "If-Modified-Since: \(few)"),
            ("marks for a range", "Range: bytes=\(few)"),
            ("ranges", "Range: bytes=" + repeated("0-1,", headBytes - 100)),
            ("codings", "Accept-Encoding: " + repeated("a;q=0,", headBytes - 100)),
            ("parameters of a coding", "Accept-Encoding: gzip" + repeated(";a", headBytes - 100)),
        ].map { Hostile(testDescription: $0, bytes: get("/fil.css", $1)) }
        let targets = [
            ("marks in a path", "/" + repeated("%CC%A3%CC%81", 8_000)),
            (
                "some marks in a path",
                "/" + repeated("a" + String(repeating: "%CC%A3%CC%81", count: 15), 8_000)
            ),
            ("slashes", repeated("/", 8_000)), ("dots", repeated("/a/..", 8_000) + "/"),
            ("marks in a query", "/a?q=" + repeated("%CC%A3%CC%81", 8_000)),
            ("fields of a query", "/a?" + repeated("a&", 1_990) + plainText(6_000)),
        ].map { Hostile(testDescription: $0, bytes: get($1, "X: 1")) }
        return fields + ofFiles + targets
    }()

    private static let multiparts: [Hostile] = {
        func part(_ head: String, _ content: String) -> String {
            "--b\r\nContent-Disposition: form-data; \(head)\r\n\r\n\(content)\r\n"
        }
        let few = repeated("a" + String(repeating: "\u{323}\u{301}", count: 15), 3_500)
        let marks = repeated("\u{323}\u{301}", bodyBytes - 200)
        return [
            ("marks in a value", part("name=a", marks)),
            ("some marks in names", (0..<16).map { _ in part("name=\"\(few)\"", "x") }.joined()),
            (
                "names of quotes",
                (0..<16).map { _ in part("name=\"" + repeated("\\\"", 3_900), "x") }.joined()
            ),
            (
                "parameters",
                (0..<16).map { _ in part("name=a" + repeated(";a=b", 3_900), "x") }.joined()
            ),
            ("carriage returns", part("name=a; filename=f", repeated("\r", bodyBytes - 200))),
            ("half delimiters", part("name=a; filename=f", repeated("\r\n--", bodyBytes - 200))),
            (
                "parts",
                repeated(part("name=a", ""), 6_000) + part("name=b; filename=f", plainText(59_000))
            ),
            ("no part at all", repeated("\r\n--c", bodyBytes)),
        ].map { name, body in
            Hostile(testDescription: "multipart: " + name, bytes: upload(body + "--b--\r\n"))
        }
    }()

    /// The framing of tiny chunks is content to nobody: it is its bytes on the way that count.
    private static let chunked: [Hostile] = {
        let head =
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        let tiny =
            head + "Transfer-Encoding: chunked\r\n\r\n" + repeated("1\r\na\r\n", bodyBytes)
            + "0\r\n\r\n"
        return [
            Hostile(testDescription: "tiny chunks", bytes: Array(tiny.utf8))
        ]
    }()

    private static func get(_ target: String, _ field: String) -> [UInt8] {
        Array("GET \(target) HTTP/1.1\r\nHost: a\r\n\(field)\r\n\r\n".utf8)
    }

    private static func form(_ body: String) -> [UInt8] {
        post("/", "application/x-www-form-urlencoded", body)
    }

    private static func upload(_ body: String) -> [UInt8] {
        post("/bilag", "multipart/form-data; boundary=b", String(body.utf8.prefix(bodyBytes)) ?? "")
    }

    private static func post(_ path: String, _ contentType: String, _ body: String) -> [UInt8] {
        Array(
            ("POST \(path) HTTP/1.1\r\nHost: a\r\nContent-Type: \(contentType)\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)").utf8)
    }

    /// A form of a few ordinary fields.
    private static func plain(_ bytes: Int) -> String {
        "navn=Aase&besked=" + plainText(bytes - 17)
    }

    private static func plainText(_ bytes: Int) -> String {
        repeated("jeg vil gerne have hj%C3%A6lp ".replacing(" ", with: "+"), bytes)
    }

    /// A text over and over again, as often as it fits in so many bytes.
    private static func repeated(_ text: String, _ bytes: Int) -> String {
        String(repeating: text, count: max(0, bytes) / text.utf8.count)
    }
}
