/// A row of the conformance table that nginx 1.22 judges otherwise, and the reason for our judgement.
struct Disagreement: Sendable {
    let row: String
    let nginx: NginxTests.Verdict
    let why: String

    init(_ nginx: NginxTests.Verdict, _ row: String, _ why: String) {
        self.nginx = nginx
        self.row = row
        self.why = why
    }

    static let all: [Disagreement] = [
        .init(
            .refused, "9110 §15.5.14: a route may allow more",
            "§15.5.14: how much is too much is the server's own to say; the nginx of this test allows 100 bytes"
        ),
        .init(
            .silence, "9110 §15.5.14: a route may allow less",
            "§15.5.14: as above; nginx waits for the eleven bytes"),
        .init(
            .silence, "9110 §15.5.14: a size above the limit, before the chunk",
            "§15.5.14: we refuse as soon as the size is read, nginx when the bytes come"),
        .init(
            .silence, "9110 §15.5.14: chunks that together are too much",
            "§15.5.14: as above"),
        .init(
            .refused, "9110 §5.6.1: empty elements around the coding",
            "9110 §5.6.1.2: a recipient must parse and ignore a reasonable number of empty list elements"
        ),
        .init(
            .refused, "9110 §8.6: a list of lengths that agree",
            "9110 §8.6: equal values may be taken as one or refused; both are right"),
        .init(
            .refused, "9110 §8.6: two lengths that agree",
            "9110 §8.6: equal values may be taken as one or refused; both are right"),
        .init(
            .refused, "9112 §3.2.4: asterisk-form of OPTIONS",
            "9110 §9.3.7: OPTIONS with an asterisk asks the server as a whole"),
        .init(
            .served, "3629 §3: a surrogate",
            "RFC 3629 §3 forbids the bytes; a path that is no text must not reach a handler"),
        .init(
            .served, "3629 §3: an overlong slash",
            "RFC 3629 §3, §10: overlong forms have been used to pass checks"),
        .init(
            .served, "3629 §3: bytes that are not UTF-8",
            "RFC 3986 §2.5: text in a path is UTF-8"),
        .init(
            .served, "3986 §2.2: an encoded backslash",
            "RFC 3986 §2.2: decoded it would separate; nginx decodes it into the path"),
        .init(
            .served, "3986 §2.2: an encoded slash",
            "RFC 3986 §2.2: an encoded reserved character is not the character; nginx decodes it into the path"
        ),
        .init(
            .served, "3986 §2.2: an encoded slash in lower case",
            "RFC 3986 §2.2: as above"),
        .init(
            .served, "3986 §2.4: an encoded DEL",
            "RFC 3986 §7.3: control characters in a decoded path are a danger and have no use here"),
        .init(
            .served, "3986 §2.4: an encoded line feed",
            "RFC 3986 §7.3: as above"),
        .init(
            .served, "3986 §2: a backslash",
            "RFC 3986 §3.3: not a character of a path"),
        .init(
            .served, "3986 §2: a raw byte above ASCII",
            "RFC 3986 §2: a URI is ASCII"),
        .init(
            .served, "3986 §2: a raw letter above ASCII",
            "RFC 3986 §2: a URI is ASCII"),
        .init(
            .served, "3986 §2: a raw quote",
            "RFC 3986 §3.3: not a character of a path"),
        .init(
            .served, "3986 §2: angle brackets",
            "RFC 3986 §3.3: not characters of a path"),
        .init(
            .served, "3986 §3.2.2: a Host with a broken escape",
            "9112 §3.2: an invalid Host must be answered 400"),
        .init(
            .served, "3986 §3.2.2: an IPv6 address that is none",
            "9112 §3.2: an invalid Host must be answered 400"),
        .init(
            .served, "3986 §3.2.2: an IPv6 address without its end",
            "9112 §3.2: an invalid Host must be answered 400"),
        .init(
            .served, "3986 §3.2.3: a port of letters",
            "9112 §3.2: an invalid Host must be answered 400"),
        .init(
            .served, "3986 §3.2.3: a port of six digits",
            "9112 §3.2: no port has six digits"),
        .init(
            .served, "3986 §3.5: a fragment",
            "9112 §3.2: no form of a request target has a fragment"),
        .init(
            .served, "9110 §15.5.18: another expectation",
            "9110 §10.1.1: a server may answer 417 to what it does not know; both are right"),
        .init(
            .served, "9110 §15.6.2: a method nobody knows",
            "9110 §9.1: an unrecognised method should be answered 501; nginx hands it on"),
        .init(
            .served, "9110 §5.1: a name in quotes",
            "9110 §5.1: a field name is a token"),
        .init(
            .served, "9110 §5.1: a name with a bracket",
            "9110 §5.1: a field name is a token"),
        .init(
            .served, "9110 §5.1: a name with a byte above ASCII",
            "9110 §5.1: a field name is a token"),
        .init(
            .served, "9110 §5.5: DEL in a value",
            "9110 §5.5: field values with control characters are invalid"),
        .init(
            .served, "9110 §5.5: a control byte in a value",
            "9110 §5.5: field values with control characters are invalid"),
        .init(
            .served, "9110 §5.5: an escape byte in a value",
            "9110 §5.5: field values with control characters are invalid"),
        .init(
            .served, "9110 §7.2: a Host with a name and password",
            "9110 §7.2: Host has no userinfo; 9112 §3.2: 400"),
        .init(
            .served, "9110 §9.3.8: TRACE is not done here",
            "9110 §9.1: GET and HEAD are all a server must do; nginx answers 405 where we answer 501"
        ),
        .init(
            .served, "9112 §2.2: LF alone at the end of the head",
            "9112 §2.2: a recipient may take LF for a line end; we need not, and smuggling lives on it"
        ),
        .init(
            .served, "9112 §2.2: a bare LF in a value",
            "9112 §2.2: as above: nginx reads two fields"),
        .init(
            .served, "9112 §2.2: a line that ends in LF alone",
            "9112 §2.2: as above"),
        .init(
            .served, "9112 §2.2: endless empty lines",
            "9112 §2.2: at least one empty line should be ignored; we ignore four"),
        .init(
            .served, "9112 §2.3: a version of three digits",
            "9112 §2.3: DIGIT \".\" DIGIT"),
        .init(
            .served, "9112 §3.2.2: another scheme",
            "9110 §4.2: we are the origin of http and https alone; nginx strips any scheme"),
        .init(
            .served, "9112 §3: a space after the version",
            "9112 §3: leniency is allowed to those who split at whitespace; we do not"),
        .init(
            .served, "9112 §3: two spaces after the method",
            "9112 §3: exactly one SP; leniency is allowed, not asked"),
        .init(
            .served, "9112 §3: two spaces before the version",
            "9112 §3: exactly one SP; leniency is allowed, not asked"),
        .init(
            .silence, "9112 §3: no version (HTTP/0.9)",
            "9112 §3: a request line has a version; nginx answers HTTP/0.9 without a status line"),
        .init(
            .served, "9112 §5: a line without a colon",
            "9112 §5: a field line has a colon; nginx drops it silently"),
        .init(
            .served, "9112 §7.1.1: a NUL in an extension",
            "9112 §7.1.1: an extension's value is a token or a quoted string; nginx skips to the line end"
        ),
        .init(
            .served, "9112 §7.1.1: a quote that does not end",
            "9112 §7.1.1: as above"),
        .init(
            .served, "9112 §7.1.1: an extension without a name",
            "9112 §7.1.1: as above"),
        .init(
            .served, "9112 §7.1.1: extensions without end",
            "9112 §7.1.1: a server ought to limit the total length of extensions"),
        .init(
            .served, "9112 §7.1.2: a trailer that is no field",
            "9112 §7.1.2: the trailer section is field lines; nginx skips it"),
        .init(
            .served, "9112 §7.1.2: trailers without end",
            "6585 §5: too large fields are 431; nginx skips them"),
        .init(
            .served, "9112 §7.1: a chunk that ends in LF alone",
            "9112 §7.1: chunk data ends in CRLF"),
        .init(
            .served, "9112 §7.1: a size line that ends in LF alone",
            "9112 §7.1: a chunk line ends in CRLF"),
        .init(
            .served, "9112 §7.1: a space after a size",
            "9112 §7.1: whitespace only before an extension's semicolon"),
    ]
}
