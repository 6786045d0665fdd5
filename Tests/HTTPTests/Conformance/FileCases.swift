@testable import HTTP

extension Case {
    private static let tag = "\"" + Digest.text(Array("0123456789".utf8)) + "\""
    private static let date = "Sun, 06 Nov 1994 08:49:37 GMT"

    static let files: [Case] = [
        Case(
            "9110 §8.8.3", "a file with its tag and date", file("X: 1"), 200,
            says: ["ETag: \(tag)", "Last-Modified: \(date)", "0123456789"]),
        Case(
            "9110 §13.1.2", "the client has it", file("If-None-Match: \(tag)"), 304,
            says: ["ETag: \(tag)"], lacks: ["0123456789", "Content-Length"]),
        Case("9110 §13.1.2", "compared weakly", file("If-None-Match: W/\(tag)"), 304),
        Case("9110 §13.1.2", "one of several", file("If-None-Match: \"x\", W/\"y\" ,\(tag)"), 304),
        Case(
            "9110 §13.1.2", "one of several lines",
            file("If-None-Match: \"x\"¶If-None-Match: \(tag)"), 304),
        Case("9110 §13.1.2", "any", file("If-None-Match: *"), 304),
        Case("9110 §13.1.2", "another", file("If-None-Match: \"x\""), 200),
        Case(
            "9110 §13.1.2", "a comma inside a tag",
            file("If-None-Match: \"a,\(tag.dropFirst().dropLast())\""), 200),
        Case(
            "9110 §13.1.2", "a tag without quotes is none",
            file("If-None-Match: \(tag.dropFirst().dropLast())"), 200),
        Case("9110 §13.1.3", "not changed since", file("If-Modified-Since: \(date)"), 304),
        Case(
            "9110 §13.1.3", "not changed since a later day",
            file("If-Modified-Since: Mon, 07 Nov 1994 08:49:37 GMT"), 304),
        Case(
            "9110 §13.1.3", "changed since",
            file("If-Modified-Since: Sat, 05 Nov 1994 08:49:37 GMT"), 200),
        Case(
            "9110 §13.1.3", "a date that is none",
            file("If-Modified-Since: i går".replacing("å", with: "a")), 200),
        Case(
            "9110 §13.1.3", "the tag wins over the date",
            file("If-None-Match: \"x\"¶If-Modified-Since: \(date)"), 200),
        Case("9110 §13.1.1", "only if it is this one", file("If-Match: \(tag)"), 200),
        Case("9110 §13.1.1", "only if it is another", file("If-Match: \"x\""), 412),
        Case("9110 §13.1.1", "compared strongly", file("If-Match: W/\(tag)"), 412),
        Case("9110 §13.1.1", "only if there is one", file("If-Match: *"), 200),
        Case(
            "9110 §13.1.4", "only if not changed since then", file("If-Unmodified-Since: \(date)"),
            200),
        Case(
            "9110 §13.1.4", "only if not changed since before",
            file("If-Unmodified-Since: Sat, 05 Nov 1994 08:49:37 GMT"), 412),
        Case(
            "9110 §14.2", "the first bytes", file("Range: bytes=0-3"), 206,
            says: ["Content-Range: bytes 0-3/10\r\n", "Content-Length: 4\r\n", "\r\n\r\n0123"],
            lacks: ["01234"]),
        Case("9110 §14.1.2", "the unit has no case", file("Range: Bytes=0-3"), 206),
        Case(
            "9110 §14.1.2", "from a place on", file("Range: bytes=7-"), 206,
            says: ["bytes 7-9/10", "789"]),
        Case(
            "9110 §14.1.2", "the last bytes", file("Range: bytes=-2"), 206,
            says: ["bytes 8-9/10", "89"]),
        Case(
            "9110 §14.1.2", "more last bytes than there are", file("Range: bytes=-99"), 206,
            says: ["bytes 0-9/10"]),
        Case(
            "9110 §14.1.2", "an end behind the end", file("Range: bytes=5-99"), 206,
            says: ["bytes 5-9/10"]),
        Case(
            "9110 §14.1.2", "an end no number holds", file("Range: bytes=5-99999999999999999999"),
            206, says: ["bytes 5-9/10"]),
        Case("9110 §14.1.2", "one byte", file("Range: bytes=9-9"), 206, says: ["bytes 9-9/10"]),
        Case(
            "9110 §15.5.17", "a start behind the end", file("Range: bytes=10-"), 416,
            says: ["Content-Range: bytes */10"]),
        Case("9110 §15.5.17", "the last none", file("Range: bytes=-0"), 416),
        Case("9110 §14.2", "an end before the start is no range", file("Range: bytes=5-3"), 200),
        Case("9110 §14.2", "another unit is not heard", file("Range: lines=0-1"), 200),
        Case("9110 §14.2", "letters are not heard", file("Range: bytes=a-b"), 200),
        Case("9110 §14.2", "neither start nor end", file("Range: bytes=-"), 200),
        Case(
            "9110 §14.2", "several ranges are answered with the whole",
            file("Range: bytes=0-1,3-4"), 200, says: ["0123456789"]),
        Case(
            "9110 §14.2", "two fields contradict each other",
            file("Range: bytes=0-3¶Range: bytes=5-6"), 200, says: ["0123456789"]),
        Case(
            "9110 §13.1.5", "a range of this version", file("Range: bytes=0-3¶If-Range: \(tag)"),
            206),
        Case(
            "9110 §13.1.5", "a range of another version", file("Range: bytes=0-3¶If-Range: \"x\""),
            200),
        Case(
            "9110 §13.1.5", "a range of this date", file("Range: bytes=0-3¶If-Range: \(date)"), 206),
        Case(
            "9110 §13.1.5", "a weak tag never makes a range",
            file("Range: bytes=0-3¶If-Range: W/\(tag)"), 200),
        Case(
            "9110 §14.2", "a range of HEAD is not heard",
            "HEAD /fil.txt HTTP/1.1¶Host: a¶Range: bytes=0-3¶¶", 200,
            says: ["Content-Length: 10\r\n"]),
        Case(
            "9110 §13.2.2", "a condition comes before the range",
            file("Range: bytes=0-3¶If-None-Match: \(tag)"), 304),
        Case(
            "9110 §12.5.3", "gzip where it is taken", style("gzip"), 200,
            says: ["Content-Encoding: gzip", "Vary: Accept-Encoding"]),
        Case(
            "9110 §12.5.3", "gzip among others", style("br, gzip;q=0.5, deflate"), 200,
            says: ["Content-Encoding: gzip"]),
        Case("9110 §12.5.3", "gzip by the star", style("*"), 200, says: ["Content-Encoding: gzip"]),
        Case(
            "9110 §12.4.2", "gzip refused by weight", style("gzip;q=0"), 200,
            says: ["Vary: Accept-Encoding"], lacks: ["Content-Encoding"]),
        Case(
            "9110 §12.4.2", "gzip refused by a weight with zeros", style("gzip; q=0.000"), 200,
            lacks: ["Content-Encoding"]),
        Case(
            "9110 §12.5.3", "gzip refused although the star allows", style("*, gzip;q=0"), 200,
            lacks: ["Content-Encoding"]),
        Case("9110 §12.5.3", "an empty list is plain", style(""), 200, lacks: ["Content-Encoding"]),
        Case(
            "9110 §12.5.3", "codings have no case", style("GZIP"), 200,
            says: ["Content-Encoding: gzip"]),
        Case(
            "9110 §12.5.3", "nothing said is plain", "GET /stil.css HTTP/1.1¶Host: a¶¶", 200,
            says: ["body{color:red}"], lacks: ["Content-Encoding"]),
        Case(
            "9110 §8.8.3.3", "the compressed form has its own tag", style("gzip"), 200,
            says: ["-gz\""]),
        Case(
            "9111 §5.2.2", "a name without a digest is asked about again", file("X: 1"), 200,
            says: ["Cache-Control: private, no-cache\r\n"]),
        Case(
            "8246 §2", "a name with the digest never changes",
            "GET \(TestSite.hashedName) HTTP/1.1¶Host: a¶¶", 200,
            says: ["Cache-Control: private, max-age=31536000, immutable\r\n"]),
        Case(
            "9110 §8.3", "the media type by the name", style("gzip"), 200,
            says: ["Content-Type: text/css; charset=utf-8"]),
        Case(
            "3986 §6.2.2.3", "a file by a detour of dots", "GET /x/../fil.txt HTTP/1.1¶Host: a¶¶",
            200, says: ["0123456789"]),
        refused("3986 §5.2.4", "a file outside", "GET /../fil.txt HTTP/1.1¶Host: a¶¶", 400),
    ]

    private static func file(_ field: String) -> String { get("/fil.txt", field) }
    private static func style(_ accept: String) -> String {
        get("/stil.css", "Accept-Encoding: \(accept)")
    }
}
