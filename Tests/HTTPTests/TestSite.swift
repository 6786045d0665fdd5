@testable import HTTP

/// The site the tests talk to: its answers show what reached the handler.
enum TestSite {
    static let limits: Limits = {
        var limits = Limits()
        limits.requestLineBytesMax = 256
        limits.headBytesMax = 1_024
        limits.fieldCountMax = 20
        limits.bodyBytesMax = 100
        limits.chunkOverheadBytesMax = 256
        return limits
    }()

    static let router = Router<Int>(
        routes: [
            Route(.get, "/") { _, _, _ in .now(.text("root.")) },
            Route(.post, "/") { request, _, _ in
                .now(.text("body=\(String(decoding: request.body, as: UTF8.self))."))
            },
            Route(.get, "/sti/{navn}") { _, parameters, _ in
                .now(.text("navn=\(parameters.text("navn")?.unlimitedString ?? "-")."))
            },
            Route(.get, "/q") { request, _, _ in
                .now(
                    .text(
                        "q=\(request.queryText). a=\(request.query.text("a")?.unlimitedString ?? "nil")."
                    ))
            },
            Route(.get, "/vis") { request, _, _ in
                .now(
                    .text(
                        "host=\(request.host?.unlimitedString ?? "nil"). client=\(request.clientAddress). "
                            + "secure=\(request.isSecure). x=\(request.headers.list("x")?.unlimitedString ?? "nil"). "
                            + "c=\(request.cookieText("c")?.unlimitedString ?? "nil")."))
            },
            Route(.post, "/form") { request, _, _ in
                .now(
                    .text(
                        request.form.pairs.map {
                            "[\($0.nameText.unlimitedString)=\($0.valueText.unlimitedString)]"
                        }.joined() + "."))
            },
            Route(.put, "/put") { _, _, _ in .now(.empty()) },
            Route(.delete, "/put") { _, _, _ in .now(.empty()) },
            Route(.post, "/lille", bodyLimit: .bytes(10)) { _, _, _ in .now(.text("lille.")) },
            Route(.post, "/stor", bodyLimit: .bytes(1_000)) { request, _, _ in
                .now(.text("stor=\(request.body.count)."))
            },
            Route(.get, "/luk") { _, _, _ in .now(.text("luk.").setting("Connection", "close")) },
            Route(.post, "/videre") { _, _, _ in .now(.seeOther("/vis")) },
        ],
        files: StaticFiles([
            StaticFile(name: "fil.txt", bytes: Array("0123456789".utf8), modified: 784_111_777),
            StaticFile(
                name: "stil.css",
                bytes: Array(String(repeating: "body{color:red}\n", count: 40).utf8),
                modified: 784_111_777),
        ]),
        errorPage: { status, request in
            .text("\(status.code) path=\(request.path).", status: status)
        })
}

extension TestSite {
    /// The address of `fil.txt` that changes with it.
    static let hashedName = "/fil.\(Digest.text(Array("0123456789".utf8))).txt"
}
