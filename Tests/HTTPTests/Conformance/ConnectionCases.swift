extension Case {
    static let connections: [Case] = [
        Case("9112 §9.3", "1.1 stays", "GET / HTTP/1.1¶Host: a¶¶", 200, lacks: ["Connection:"]),
        Case(
            "9112 §9.3", "1.1 closes when asked", get("Connection: close"), 200, then: .closed,
            says: ["Connection: close"]),
        Case("9110 §7.6.1", "close has no case", get("Connection: CLOSE"), 200, then: .closed),
        Case("9110 §7.6.1", "close in a list", get("Connection: x, close"), 200, then: .closed),
        Case(
            "9110 §7.6.1", "close in a second line", get("Connection: x¶Connection: close"), 200,
            then: .closed),
        Case(
            "9112 §9.3", "close wins over keep-alive", get("Connection: keep-alive, close"), 200,
            then: .closed),
        Case("9110 §7.6.1", "a word that only holds close", get("Connection: closed"), 200),
        Case(
            "9112 §9.3", "1.0 closes", "GET / HTTP/1.0¶Host: a¶¶", 200, then: .closed,
            says: ["Connection: close"]),
        Case(
            "9112 §9.3", "1.0 stays when asked", "GET / HTTP/1.0¶Connection: keep-alive¶¶", 200,
            says: ["Connection: keep-alive"]),
        Case(
            "9112 §9.3", "1.0 with keep-alive and close",
            "GET / HTTP/1.0¶Connection: keep-alive, close¶¶", 200, then: .closed),
        Case(
            "9112 §9.3.2", "three requests at once, in order",
            "GET / HTTP/1.1¶Host: a¶¶GET /q?a=2 HTTP/1.1¶Host: a¶¶GET /sti/3 HTTP/1.1¶Host: a¶¶",
            200, 200, 200, says: ["navn=3."]),
        Case(
            "9112 §9.6", "nothing after a close is answered",
            "GET / HTTP/1.1¶Host: a¶Connection: close¶¶GET /q HTTP/1.1¶Host: a¶¶", 200,
            then: .closed, lacks: ["q="]),
        Case(
            "9112 §9.3.2", "a refusal after a good request",
            "GET / HTTP/1.1¶Host: a¶¶GET / HTTP/1.1¶¶", 200, 400, then: .closed),
        Case(
            "9112 §9.6", "the handler may close", get("/luk", "X: 1"), 200, then: .closed,
            says: ["Connection: close"], lacks: ["Connection: close\r\nConnection"]),
        Case(
            "9112 §9.3", "a 404 keeps the connection",
            "GET /intet HTTP/1.1¶Host: a¶¶GET / HTTP/1.1¶Host: a¶¶", 404, 200),
        Case(
            "9110 §6.6.1", "a Date", "GET / HTTP/1.1¶Host: a¶¶", 200,
            says: ["Date: Sun, 06 Nov 1994 08:49:37 GMT"]),
        Case(
            "9110 §7.8", "an upgrade is not taken", get("Connection: upgrade¶Upgrade: h2c"), 200,
            lacks: ["101"]),
        Case(
            "9112 §9.3", "a refused 1.0 request closes", "GET / HTTP/1.0¶X Y: 1¶¶", 400,
            then: .closed, says: ["Connection: close"]),
        Case(
            "9112 §9.3.2", "POST behind POST",
            post("Content-Length: 1¶¶a") + post("Content-Length: 1¶¶b"), 200, 200,
            says: ["body=a.", "body=b."]),
        Case("9112 §2.1", "nothing yet", ""),
        Case("9112 §2.1", "half a request", "GET / HTTP/1.1¶Host:"),
    ]

    static let expect: [Case] = [
        Case(
            "9110 §10.1.1", "content that came with the expectation",
            post("Expect: 100-continue¶Content-Length: 3¶¶abc"), 200, says: ["body=abc."]),
        Case(
            "9110 §10.1.1", "the client waits and is told to go on",
            post("Expect: 100-continue¶Content-Length: 3¶¶"), 100),
        Case(
            "9110 §10.1.1", "the expectation has no case",
            post("Expect: 100-Continue¶Content-Length: 3¶¶"), 100),
        Case(
            "9110 §10.1.1", "chunked content is told to go on",
            post("Expect: 100-continue¶Transfer-Encoding: chunked¶¶"), 100),
        Case(
            "9110 §10.1.1", "too much is refused instead",
            post("Expect: 100-continue¶Content-Length: 101¶¶"), 413, then: .closed,
            lacks: ["100 Continue"]),
        Case(
            "9110 §10.1.1", "no content, nothing to go on with",
            post("Expect: 100-continue¶Content-Length: 0¶¶"), 200, lacks: ["100 Continue"]),
        Case(
            "9110 §10.1.1", "an expectation in 1.0 is not heard",
            "POST / HTTP/1.0¶Expect: 100-continue¶Content-Length: 3¶¶abc", 200, then: .closed,
            lacks: ["100 Continue"]),
        refused(
            "9110 §15.5.18", "another expectation", post("Expect: kage¶Content-Length: 0¶¶"), 417),
    ]

    static let methods: [Case] = [
        Case(
            "9110 §9.3.2", "HEAD has the head of GET and no content", "HEAD / HTTP/1.1¶Host: a¶¶",
            200, says: ["Content-Length: 5\r\n"], lacks: ["root."]),
        Case(
            "9110 §9.3.2", "HEAD between two GETs",
            "GET / HTTP/1.1¶Host: a¶¶HEAD / HTTP/1.1¶Host: a¶¶GET /q HTTP/1.1¶Host: a¶¶", 200, 200,
            200),
        Case(
            "9110 §9.3.2", "HEAD of what is not there", "HEAD /intet HTTP/1.1¶Host: a¶¶", 404,
            lacks: ["path="]),
        Case(
            "9110 §9.3.2", "a refused HEAD has no content", "HEAD / HTTP/1.1¶¶", 400, then: .closed,
            lacks: ["Bad Request\n"]),
        Case(
            "9110 §15.5.6", "405 says what is allowed", "DELETE / HTTP/1.1¶Host: a¶¶", 405,
            says: ["Allow: GET, HEAD, POST, OPTIONS\r\n"]),
        Case(
            "9110 §15.5.6", "405 of a POST", "POST /q HTTP/1.1¶Host: a¶Content-Length: 0¶¶", 405,
            says: ["Allow: GET, HEAD, OPTIONS\r\n"]),
        Case(
            "9110 §15.5.6", "405 of a GET", "GET /put HTTP/1.1¶Host: a¶¶", 405,
            says: ["Allow: PUT, DELETE, OPTIONS\r\n"]),
        Case(
            "9110 §15.5.6", "405 of a HEAD", "HEAD /form HTTP/1.1¶Host: a¶¶", 405,
            says: ["Allow: POST, OPTIONS\r\n"]),
        Case(
            "9110 §15.5.6", "405 of a file", "POST /fil.txt HTTP/1.1¶Host: a¶Content-Length: 0¶¶",
            405, says: ["Allow: GET, HEAD, OPTIONS\r\n"]),
        Case(
            "9110 §9.3.7", "OPTIONS of a path", "OPTIONS /q HTTP/1.1¶Host: a¶¶", 204,
            says: ["Allow: GET, HEAD, OPTIONS\r\n"], lacks: ["Content-Length"]),
        Case(
            "9110 §9.3.7", "OPTIONS of what is not there", "OPTIONS /intet HTTP/1.1¶Host: a¶¶", 404),
        Case(
            "9110 §9.3.4", "PUT where there is one",
            "PUT /put HTTP/1.1¶Host: a¶Content-Length: 1¶¶x", 204),
        Case("9110 §9.3.5", "DELETE where there is one", "DELETE /put HTTP/1.1¶Host: a¶¶", 204),
        Case(
            "5789 §2", "PATCH where there is none", "PATCH / HTTP/1.1¶Host: a¶Content-Length: 0¶¶",
            405),
        Case(
            "9110 §15.4.4", "303 after a POST", post("/videre", "Content-Length: 0¶¶"), 303,
            says: ["Location: /vis\r\n", "Content-Length: 0\r\n"]),
        Case(
            "9110 §15.3.5", "204 has no length", "PUT /put HTTP/1.1¶Host: a¶Content-Length: 0¶¶",
            204, lacks: ["Content-Length"]),
    ]

    static let limits: [Case] = [
        refused(
            "9110 §15.5.15", "a target that is too long",
            "GET /" + String(repeating: "a", count: 300) + " HTTP/1.1¶Host: a¶¶", 414),
        refused(
            "9110 §15.5.15", "a target without end", "GET /" + String(repeating: "a", count: 300),
            414),
        refused("9112 §3", "a method without end", String(repeating: "A", count: 300), 414),
        refused(
            "6585 §5", "a field that is too long",
            get("X: " + String(repeating: "a", count: 1_100)), 431),
        refused(
            "6585 §5", "a field without end",
            "GET / HTTP/1.1¶Host: a¶X: " + String(repeating: "a", count: 1_100), 431),
        refused(
            "6585 §5", "too many fields",
            "GET / HTTP/1.1¶Host: a¶" + String(repeating: "X: 1¶", count: 20) + "¶", 431),
        Case(
            "6585 §5", "as many fields as may be",
            "GET / HTTP/1.1¶Host: a¶" + String(repeating: "X: 1¶", count: 19) + "¶", 200),
        refused(
            "6585 §5", "fields that together are too much",
            "GET / HTTP/1.1¶Host: a¶"
                + String(repeating: "X: " + String(repeating: "a", count: 100) + "¶", count: 12)
                + "¶", 431),
    ]
}
