extension Case {
    /// A GET for a target.
    private static func target(_ target: String) -> String { "GET \(target) HTTP/1.1¶Host: a¶¶" }

    static let target: [Case] = [
        Case("9112 §3.2.1", "a query", target("/q?a=1&b=2"), 200, says: ["q=a=1&b=2.", "a=1."]),
        Case("9112 §3.2.1", "an empty query", target("/q?"), 200, says: ["q=."]),
        Case("3986 §3.4", "a query may hold ? and /", target("/q?a=/?x"), 200, says: ["a=/?x."]),
        Case("3986 §2.1", "a percent-encoded letter", target("/sti/%61"), 200, says: ["navn=a."]),
        Case(
            "3986 §2.1", "percent digits in either case", target("/sti/%c3%B8"), 200,
            says: ["navn=ø."]),
        Case(
            "3986 §2.1", "decoded once, not twice", target("/sti/%2561"), 200, says: ["navn=%61."]),
        Case(
            "3986 §2.1", "an encoded slash twice over stays text", target("/sti/%252f"), 200,
            says: ["navn=%2f."]),
        Case(
            "3986 §3.3", "a plus is a plus in a path", target("/sti/a+b"), 200, says: ["navn=a+b."]),
        Case("3986 §3.3", "an encoded space", target("/sti/a%20b"), 200, says: ["navn=a b."]),
        Case(
            "3986 §3.3", "sub-delims, colon and at", target("/sti/!$&'()*+,;=:@-._~"), 200,
            says: ["navn=!$&'()*+,;=:@-._~."]),
        Case(
            "3986 §3.3", "an encoded question mark is part of the path", target("/sti/a%3Fb"), 200,
            says: ["navn=a?b."]),
        Case(
            "3986 §3.3", "an encoded hash is part of the path", target("/sti/a%23b"), 200,
            says: ["navn=a#b."]),
        refused("3986 §2.1", "a percent sign alone", target("/sti/%"), 400),
        refused("3986 §2.1", "a percent sign with one digit", target("/sti/%4"), 400),
        refused("3986 §2.1", "a percent sign with letters", target("/sti/%zz"), 400),
        refused("3986 §2.2", "an encoded slash", target("/sti/a%2Fb"), 400),
        refused("3986 §2.2", "an encoded slash in lower case", target("/sti/a%2fb"), 400),
        refused("3986 §2.2", "an encoded backslash", target("/sti/a%5Cb"), 400),
        refused("3986 §2.4", "an encoded NUL", target("/sti/%00"), 400),
        refused("3986 §2.4", "an encoded line feed", target("/sti/%0a"), 400),
        refused("3986 §2.4", "an encoded DEL", target("/sti/%7f"), 400),
        refused("3629 §3", "bytes that are not UTF-8", target("/sti/%ff"), 400),
        refused("3629 §3", "an overlong slash", target("/sti/%c0%af"), 400),
        refused("3629 §3", "a surrogate", target("/sti/%ed%a0%80"), 400),
        refused("3986 §2", "a raw byte above ASCII", target("/sti/☒"), 400),
        refused("3986 §2", "a raw letter above ASCII", target("/sti/ø"), 400),
        refused("3986 §2", "a raw quote", target("/\""), 400),
        refused("3986 §2", "angle brackets", target("/<b>"), 400),
        refused("3986 §2", "a backslash", target("/a\\b"), 400),
        refused("3986 §3.5", "a fragment", target("/#a"), 400),
        Case("3986 §2", "a bar, as browsers send it", target("/sti/a|b"), 200, says: ["navn=a|b."]),
        Case("3986 §6.2.2.3", "a dot segment", target("/./q"), 200),
        Case(
            "3986 §6.2.2.3", "two dots take back a segment", target("/sti/../q"), 200, says: ["q=."]
        ),
        Case("3986 §6.2.2.3", "encoded dots are dots", target("/sti/%2e%2E/q"), 200, says: ["q=."]),
        Case(
            "3986 §6.2.2.3", "dots at the end leave the slash", target("/sti/x/.."), 404,
            says: ["path=/sti/."]),
        Case("3986 §5.2.4", "three dots are a name", target("/sti/..."), 200, says: ["navn=...."]),
        refused("3986 §5.2.4", "above the root", target("/../etc/passwd"), 400),
        refused("3986 §5.2.4", "above the root, encoded", target("/%2e%2e/etc/passwd"), 400),
        refused("3986 §5.2.4", "above the root on a detour", target("/sti/../../x"), 400),
        Case(
            "3986 §3.3", "two slashes are an empty segment, not one slash", target("//q"), 404,
            says: ["path=//q."]),
        Case("9110 §15.5.5", "a path nobody has", target("/intet"), 404, says: ["path=/intet."]),
        Case("9112 §3.2.2", "absolute-form", target("http://b/q?a=1"), 200, says: ["a=1."]),
        Case(
            "9112 §3.2.2", "absolute-form wins over Host", target("http://b:81/vis"), 200,
            says: ["host=b:81."]),
        Case(
            "9112 §3.2.2", "absolute-form without a path", target("http://b"), 200, says: ["root."]),
        Case(
            "9112 §3.2.2", "absolute-form with a query and no path", target("http://b?a=1"), 200,
            says: ["root."]),
        Case("9110 §4.2.3", "the scheme has no case", target("HTTP://b/q"), 200),
        Case("9110 §4.2.2", "https in absolute-form", target("https://b/q"), 200),
        refused("9110 §4.2.1", "absolute-form without a host", target("http:///q"), 400),
        refused(
            "9110 §4.2.4", "a name and password in the authority", target("http://u:p@b/q"), 400),
        refused("9112 §3.2.2", "another scheme", target("ftp://b/q"), 400),
        refused("9112 §3.2.3", "authority-form outside CONNECT", target("a:80"), 400),
        refused("9112 §3.2.4", "asterisk-form outside OPTIONS", target("*"), 400),
        refused("9112 §3.2", "a relative path", target("q"), 400),
        Case(
            "9112 §3.2.4", "asterisk-form of OPTIONS", "OPTIONS * HTTP/1.1¶Host: a¶¶", 204,
            says: ["Allow: GET, HEAD, POST, OPTIONS"]),
        refused("9112 §3.2.4", "more than the asterisk", "OPTIONS *a HTTP/1.1¶Host: a¶¶", 400),
    ]
}
