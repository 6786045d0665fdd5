extension Case {
    static let fields: [Case] = [
        Case("9112 §5", "no space after the colon", get("/vis", "X:1"), 200, says: ["x=1."]),
        Case(
            "9112 §5", "spaces and tabs around the value", get("/vis", "X: \t 1 \t "), 200,
            says: ["x=1."]),
        Case("9110 §5.1", "names have no case", get("/vis", "x: 1"), 200, says: ["x=1."]),
        Case("9110 §5.5", "an empty value", get("/vis", "X:"), 200, says: ["x=."]),
        Case("9110 §5.5", "a value of spaces is empty", get("/vis", "X:   "), 200, says: ["x=."]),
        Case("9110 §5.5", "a tab inside a value", get("/vis", "X: a\tb"), 200, says: ["x=a\tb."]),
        Case("9110 §5.5", "colons in a value", get("/vis", "X: a:b:c"), 200, says: ["x=a:b:c."]),
        Case("9110 §5.5", "obs-text in a value", get("/vis", "X: ø"), 200, says: ["x=ø."]),
        Case(
            "9110 §5.3", "lines of one name are one list", get("/vis", "X: 1¶Y: 2¶X: 3"), 200,
            says: ["x=1, 3."]),
        Case(
            "9110 §5.6.2", "every token character in a name", get("!#$%&'*+-.^_`|~09azAZ: 1"), 200),
        refused("9112 §5.1", "a space before the colon", get("X : 1"), 400),
        refused("9112 §5.1", "a tab before the colon", get("X\t: 1"), 400),
        refused("9112 §5.1", "a space inside a name", get("X Y: 1"), 400),
        refused("9112 §5", "a line without a colon", get("X"), 400),
        refused("9112 §5", "a line without a name", get(": 1"), 400),
        refused("9110 §5.1", "a name with a bracket", get("X(Y): 1"), 400),
        refused("9110 §5.1", "a name with a byte above ASCII", get("Xø: 1"), 400),
        refused("9110 §5.1", "a name in quotes", get("\"X\": 1"), 400),
        refused("9112 §5.2", "a folded line", get("X: 1¶ 2"), 400),
        refused("9112 §5.2", "a line folded with a tab", get("X: 1¶\t2"), 400),
        refused(
            "9112 §2.2", "a first line that begins with space", "GET / HTTP/1.1¶ Host: a¶¶", 400),
        refused("9110 §5.5", "a NUL in a value", get("X: a␀b"), 400),
        refused("9110 §5.5", "a bare CR in a value", get("X: a\rb"), 400),
        refused("9112 §2.2", "a bare LF in a value", get("X: a\nb: c"), 400),
        refused("9110 §5.5", "a control byte in a value", get("X: a\u{01}b"), 400),
        refused("9110 §5.5", "an escape byte in a value", get("X: a\u{1B}[2J"), 400),
        refused("9110 §5.5", "DEL in a value", get("X: a\u{7F}b"), 400),
        refused("9112 §2.2", "LF alone at the end of the head", "GET / HTTP/1.1¶Host: a¶\n", 400),
        Case("6265 §5.4", "a cookie", get("/vis", "Cookie: a=1; c=2; d=3"), 200, says: ["c=2."]),
        Case(
            "6265 §5.4", "the first cookie of a name", get("/vis", "Cookie: c=2; c=3"), 200,
            says: ["c=2."]),
        Case(
            "6265 §4.1.1", "a cookie in quotes", get("/vis", "Cookie: c=\"2\""), 200, says: ["c=2."]
        ),
        Case(
            "6265 §5.4", "a cookie without a value", get("/vis", "Cookie: c="), 200, says: ["c=."]),
        Case(
            "6265 §5.4", "a name that only ends the same", get("/vis", "Cookie: cc=1; xc=2"), 200,
            says: ["c=nil."]),
        Case(
            "6265 §5.4", "an equals sign in a cookie", get("/vis", "Cookie: c=a=b"), 200,
            says: ["c=a=b."]),
        Case(
            "7239 §4", "the client a trusted proxy names",
            get("/vis", "X-Forwarded-For: 192.0.2.7"), 200, says: ["client=192.0.2.7."]),
        Case(
            "7239 §5.2", "the last of several clients",
            get("/vis", "X-Forwarded-For: 10.0.0.1, 192.0.2.7"), 200, says: ["client=192.0.2.7."]),
        Case(
            "7239 §6", "an IPv6 client", get("/vis", "X-Forwarded-For: 2001:db8::1"), 200,
            says: ["client=2001:db8::1."]),
        Case(
            "7239 §6", "a client that is no address", get("/vis", "X-Forwarded-For: nogen"), 200,
            says: ["client=unix."]),
        Case(
            "7239 §5.4", "TLS as a trusted proxy says", get("/vis", "X-Forwarded-Proto: https"),
            200, says: ["secure=true."]),
        Case(
            "7239 §5.4", "no TLS as a trusted proxy says", get("/vis", "X-Forwarded-Proto: http"),
            200, says: ["secure=false."]),
    ]

    static let host: [Case] = [
        refused("9112 §3.2", "1.1 without Host", "GET / HTTP/1.1¶¶", 400),
        refused("9112 §3.2", "two Hosts", "GET / HTTP/1.1¶Host: a¶Host: b¶¶", 400),
        refused("9112 §3.2", "the same Host twice", "GET / HTTP/1.1¶Host: a¶Host: a¶¶", 400),
        refused("9112 §3.2", "two Hosts in one line", "GET / HTTP/1.1¶Host: a, b¶¶", 400),
        refused("9110 §4.2.1", "an empty Host", "GET / HTTP/1.1¶Host:¶¶", 400),
        refused("9112 §3.2", "two Hosts in 1.0", "GET / HTTP/1.0¶Host: a¶Host: b¶¶", 400),
        refused("9112 §3.2", "absolute-form without Host", "GET http://a/ HTTP/1.1¶¶", 400),
        refused("3986 §3.2.2", "a Host with a slash", "GET / HTTP/1.1¶Host: a/b¶¶", 400),
        refused("9110 §7.2", "a Host with a name and password", "GET / HTTP/1.1¶Host: u@a¶¶", 400),
        refused("3986 §3.2.2", "a Host with a space", "GET / HTTP/1.1¶Host: a b¶¶", 400),
        refused("3986 §3.2.2", "a Host with a broken escape", "GET / HTTP/1.1¶Host: a%¶¶", 400),
        refused("3986 §3.2.3", "a port of letters", "GET / HTTP/1.1¶Host: a:x¶¶", 400),
        refused("3986 §3.2.3", "a port of six digits", "GET / HTTP/1.1¶Host: a:123456¶¶", 400),
        refused(
            "3986 §3.2.2", "an IPv6 address without its end", "GET / HTTP/1.1¶Host: [::1¶¶", 400),
        refused("3986 §3.2.2", "an IPv6 address that is none", "GET / HTTP/1.1¶Host: [1:2]¶¶", 400),
        refused(
            "3986 §3.2.2", "an IPv6 address without brackets", "GET / HTTP/1.1¶Host: ::1¶¶", 400),
        refused("3986 §3.2.2", "a port without a host", "GET / HTTP/1.1¶Host: :80¶¶", 400),
        Case(
            "9110 §7.2", "a Host with a port", "GET /vis HTTP/1.1¶Host: a:8014¶¶", 200,
            says: ["host=a:8014."]),
        Case("3986 §3.2.3", "an empty port", "GET / HTTP/1.1¶Host: a:¶¶", 200),
        Case("3986 §3.2.2", "an IPv6 address", "GET / HTTP/1.1¶Host: [::1]:8014¶¶", 200),
        Case("3986 §3.2.2", "an IPv4 address", "GET / HTTP/1.1¶Host: 127.0.0.1¶¶", 200),
        Case("3986 §3.2.2", "an underscore", "GET / HTTP/1.1¶Host: a_b.dk¶¶", 200),
        Case("9112 §3.2", "1.0 without Host", "GET / HTTP/1.0¶¶", 200, then: .closed),
    ]
}
