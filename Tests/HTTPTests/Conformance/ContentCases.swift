extension Case {
    static let length: [Case] = [
        Case(
            "9112 §6.2", "content of a length", post("Content-Length: 3¶¶abc"), 200,
            says: ["body=abc."]),
        Case(
            "9112 §6.2", "a length of nothing", post("Content-Length: 0¶¶"), 200, says: ["body=."]),
        Case(
            "9112 §6.3", "neither length nor coding is no content", post("¶"), 200, says: ["body=."]
        ),
        Case(
            "9110 §8.6", "zeros before the number", post("Content-Length: 003¶¶abc"), 200,
            says: ["body=abc."]),
        Case(
            "9110 §8.6", "two lengths that agree", post("Content-Length: 3¶Content-Length: 3¶¶abc"),
            200, says: ["body=abc."]),
        Case(
            "9110 §8.6", "a list of lengths that agree", post("Content-Length: 3, 3¶¶abc"), 200,
            says: ["body=abc."]),
        refused(
            "9112 §6.3", "two lengths that differ",
            post("Content-Length: 3¶Content-Length: 4¶¶abc"), 400),
        refused(
            "9112 §6.3", "a list of lengths that differ", post("Content-Length: 3, 4¶¶abc"), 400),
        refused("9110 §8.6", "a list with an empty element", post("Content-Length: 3,¶¶abc"), 400),
        refused("9110 §8.6", "an empty length", post("Content-Length:¶¶"), 400),
        refused("9110 §8.6", "a length below nothing", post("Content-Length: -1¶¶"), 400),
        refused("9110 §8.6", "a length with a plus", post("Content-Length: +3¶¶abc"), 400),
        refused("9110 §8.6", "a length with a point", post("Content-Length: 3.0¶¶abc"), 400),
        refused("9110 §8.6", "a length in hexadecimal", post("Content-Length: 0x3¶¶abc"), 400),
        refused("9110 §8.6", "a length of letters", post("Content-Length: tre¶¶abc"), 400),
        refused("9110 §8.6", "a length with a space inside", post("Content-Length: 1 2¶¶abc"), 400),
        refused("9110 §8.6", "a length in other digits", post("Content-Length: ٣¶¶abc"), 400),
        refused(
            "9110 §15.5.14", "a length no number holds",
            post("Content-Length: 99999999999999999999¶¶"), 413),
        refused(
            "9110 §15.5.14", "a length above the limit, before the content",
            post("Content-Length: 101¶¶"), 413),
        Case(
            "9110 §15.5.14", "a length at the limit",
            post("Content-Length: 100¶¶" + String(repeating: "x", count: 100)), 200),
        refused(
            "9110 §15.5.14", "a route may allow less", post("/lille", "Content-Length: 11¶¶"), 413),
        Case(
            "9110 §15.5.14", "a route may allow more",
            post("/stor", "Content-Length: 200¶¶" + String(repeating: "x", count: 200)), 200,
            says: ["stor=200."]),
        Case(
            "9110 §9.3.1", "content with a GET is read past",
            "GET / HTTP/1.1¶Host: a¶Content-Length: 3¶¶abcGET /q HTTP/1.1¶Host: a¶¶", 200, 200,
            says: ["q=."]),
        Case(
            "9112 §6.3", "what follows the content is the next request",
            post("Content-Length: 3¶¶abcGET / HTTP/1.1¶Host: a¶¶"), 200, 200,
            says: ["body=abc.", "root."]),
        Case(
            "9112 §8", "content that has not all come is waited for", post("Content-Length: 4¶¶abc")
        ),
        Case(
            "9110 §8.6", "binary content", post("/stor", "Content-Length: 4¶¶␀☒\r\n"), 200,
            says: ["stor=4."]),
    ]

    static let chunked: [Case] = [
        Case("9112 §7.1", "one chunk", chunks("3¶abc¶0¶¶"), 200, says: ["body=abc."]),
        Case("9112 §7.1", "several chunks", chunks("3¶abc¶2¶de¶0¶¶"), 200, says: ["body=abcde."]),
        Case("9112 §7.1", "no chunk but the last", chunks("0¶¶"), 200, says: ["body=."]),
        Case(
            "9112 §7.1", "a last chunk of several zeros", chunks("3¶abc¶000¶¶"), 200,
            says: ["body=abc."]),
        Case(
            "9112 §7.1", "sizes in either case", chunks("A¶0123456789¶a¶0123456789¶0¶¶"), 200,
            says: ["body=01234567890123456789."]),
        Case("9112 §7.1", "zeros before a size", chunks("0003¶abc¶0¶¶"), 200, says: ["body=abc."]),
        Case(
            "9112 §7.1", "CRLF inside a chunk is content", chunks("4¶a¶b¶0¶¶"), 200,
            says: ["body=a\r\nb."]),
        Case(
            "9112 §7.1.1", "an extension",
            chunks("3;navn=værdi".replacing("æ", with: "a") + "¶abc¶0¶¶"), 200, says: ["body=abc."]),
        Case(
            "9112 §7.1.1", "an extension in quotes", chunks("3;a=\"b;c\\\"\"¶abc¶0¶¶"), 200,
            says: ["body=abc."]),
        Case(
            "9112 §7.1.1", "an extension without a value", chunks("3;a¶abc¶0;b¶¶"), 200,
            says: ["body=abc."]),
        Case(
            "9112 §7.1.1", "spaces around an extension's parts", chunks("3 ; a = b¶abc¶0¶¶"), 200,
            says: ["body=abc."]),
        Case(
            "9112 §7.1.2", "trailers are read past",
            chunks("3¶abc¶0¶X: 1¶Y: 2¶¶GET / HTTP/1.1¶Host: a¶¶"), 200, 200,
            says: ["body=abc.", "root."]),
        Case(
            "9112 §7.1.2", "a trailer cannot frame",
            chunks("3¶abc¶0¶Content-Length: 9¶¶GET / HTTP/1.1¶Host: a¶¶"), 200, 200),
        Case(
            "9112 §7", "the coding's name has no case",
            post("Transfer-Encoding: CHUNKED¶¶3¶abc¶0¶¶"), 200, says: ["body=abc."]),
        Case(
            "9110 §5.6.1", "empty elements around the coding",
            post("Transfer-Encoding: , chunked ,¶¶3¶abc¶0¶¶"), 200),
        refused("9112 §7.1", "no size", chunks("¶abc¶0¶¶"), 400),
        refused("9112 §7.1", "a size that is no number", chunks("x¶abc¶0¶¶"), 400),
        refused("9112 §7.1", "a size below nothing", chunks("-3¶abc¶0¶¶"), 400),
        refused("9112 §7.1", "a size with 0x", chunks("0x3¶abc¶0¶¶"), 400),
        refused("9112 §7.1", "a space before a size", chunks(" 3¶abc¶0¶¶"), 400),
        refused("9112 §7.1", "a space after a size", chunks("3 ¶abc¶0¶¶"), 400),
        refused("9112 §7.1", "a size line that ends in LF alone", chunks("3\nabc¶0¶¶"), 400),
        refused("9112 §7.1", "a chunk longer than its size", chunks("3¶abcd¶0¶¶"), 400),
        refused("9112 §7.1", "a chunk that ends in LF alone", chunks("3¶abc\n0¶¶"), 400),
        refused("9112 §7.1", "a bare CR in a size line", chunks("3\rx¶abc¶0¶¶"), 400),
        refused("9112 §7.1.1", "an extension without a name", chunks("3;=b¶abc¶0¶¶"), 400),
        refused("9112 §7.1.1", "a quote that does not end", chunks("3;a=\"b¶abc¶0¶¶"), 400),
        refused("9112 §7.1.1", "a NUL in an extension", chunks("3;a=\"␀\"¶abc¶0¶¶"), 400),
        refused(
            "9112 §7.1.1", "extensions without end",
            chunks("3;" + String(repeating: "a", count: 300) + "¶abc¶0¶¶"), 400),
        refused("9112 §7.1.2", "a trailer that is no field", chunks("3¶abc¶0¶X Y: 1¶¶"), 400),
        refused(
            "9112 §7.1.2", "trailers without end",
            chunks("3¶abc¶0¶X: " + String(repeating: "a", count: 300) + "¶¶"), 431),
        refused("9110 §15.5.14", "a size above the limit, before the chunk", chunks("65¶"), 413),
        refused(
            "9110 §15.5.14", "chunks that together are too much",
            chunks("40¶" + String(repeating: "x", count: 64) + "¶40¶"), 413),
        refused("9112 §7.1", "a size no number holds", chunks("fffffffffffffffff¶"), 413),
        refused(
            "9112 §6.1", "length and coding together",
            post("Content-Length: 3¶Transfer-Encoding: chunked¶¶3¶abc¶0¶¶"), 400),
        refused(
            "9112 §6.1", "coding and length together",
            post("Transfer-Encoding: chunked¶Content-Length: 3¶¶3¶abc¶0¶¶"), 400),
        refused(
            "9112 §6.1", "a coding in 1.0",
            "POST / HTTP/1.0¶Host: a¶Transfer-Encoding: chunked¶¶3¶abc¶0¶¶", 400),
        refused("9112 §6.1", "a coding nobody here knows", post("Transfer-Encoding: gzip¶¶"), 501),
        refused(
            "9112 §6.1", "a coding before chunked", post("Transfer-Encoding: gzip, chunked¶¶"), 501),
        refused(
            "9112 §6.1", "identity is no coding any more", post("Transfer-Encoding: identity¶¶"),
            501),
        refused(
            "9112 §6.1", "chunked twice", post("Transfer-Encoding: chunked, chunked¶¶0¶¶"), 400),
        refused(
            "9112 §6.1", "chunked twice in two lines",
            post("Transfer-Encoding: chunked¶Transfer-Encoding: chunked¶¶0¶¶"), 400),
        refused(
            "9112 §6.3", "chunked before another coding",
            post("Transfer-Encoding: chunked, gzip¶¶0¶¶"), 400),
        refused("9112 §6.1", "an empty coding", post("Transfer-Encoding:¶¶"), 400),
        refused("9112 §7", "chunked in quotes", post("Transfer-Encoding: \"chunked\"¶¶0¶¶"), 501),
        refused(
            "9112 §7", "chunked with a parameter", post("Transfer-Encoding: chunked;a=b¶¶0¶¶"), 501),
        refused(
            "9112 §6.1", "chunked with a vertical tab",
            post("Transfer-Encoding: \u{0B}chunked¶¶0¶¶"), 400),
    ]

    private static func chunks(_ content: String) -> String {
        post("Transfer-Encoding: chunked¶¶" + content)
    }

    static let content: [Case] = [
        Case("URL §5.1", "a form", form("a=1&b=2"), 200, says: ["[a=1][b=2]."]),
        Case(
            "URL §5.1", "plus and percent in a form", form("a=1+2&b=%2B%C3%B8"), 200,
            says: ["[a=1 2][b=+ø]."]),
        Case("URL §5.1", "a field without a value", form("a&b="), 200, says: ["[a=][b=]."]),
        Case("URL §5.1", "a field of one name twice", form("a=1&a=2"), 200, says: ["[a=1][a=2]."]),
        Case("URL §5.1", "empty pairs are left out", form("&&a=1&"), 200, says: ["[a=1]."]),
        Case(
            "URL §5.1", "a broken escape stays as it is", form("a=%zz%4"), 200, says: ["[a=%zz%4]."]
        ),
        Case("URL §5.1", "an equals sign in a value", form("a=b=c"), 200, says: ["[a=b=c]."]),
        Case(
            "URL §5.1", "a NUL becomes the replacement character", form("a=%00"), 200,
            says: ["[a=\u{FFFD}]."]),
        Case(
            "URL §5.1", "what is not UTF-8 becomes the replacement character", form("a=%ff"), 200,
            says: ["[a=\u{FFFD}]."]),
        Case(
            "9110 §8.3", "a form's media type has no case and may have parameters",
            form("a=1", type: "Application/X-WWW-form-urlencoded ; charset=UTF-8"), 200,
            says: ["[a=1]."]),
        Case(
            "9110 §8.3", "other content is no form", form("a=1", type: "text/plain"), 200,
            lacks: ["[a=1]"]),
    ]

    private static func form(
        _ text: String, type: String = "application/x-www-form-urlencoded"
    ) -> String {
        post("/form", "Content-Type: \(type)¶Content-Length: \(text.utf8.count)¶¶\(text)")
    }
}
