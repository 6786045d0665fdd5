/// The whole session: request line, fields, framing, chunks, router. Whatever the bytes and the cut, it must not
/// crash, must not use more than it was given, and must say the same cut as whole.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRequest(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let whole = converse([bytes])
    let cut = count == 0 ? 0 : Int(bytes[count / 2]) * count / 256
    let halves = converse([Array(bytes[..<cut]), Array(bytes[cut...])])
    precondition(withoutInterim(whole) == withoutInterim(halves), "the cut changed the answer")
    return 0
}

private let router = Router<Int>(
    routes: [
        Route(.get, "/") { _, _, _ in .now(.text("root")) },
        Route(.get, "/sti/{navn}") { request, parameters, _ in
            let name = parameters["navn"] ?? ""
            precondition(
                !name.utf8.contains(0) && !name.utf8.contains(0x2F), "a separator came through")
            let texts = [parameters.text("navn"), request.cookieText("c"), request.query.text("q")]
            precondition(
                !texts.contains { $0?.containsCombiningRun() == true }, "marks came through")
            return .now(
                .text(request.query.urlencoded + (request.cookieText("c")?.unlimitedString ?? "")))
        },
        Route(.post, "/") { request, _, _ in
            precondition(request.body.count <= 4_096, "more content than the limit")
            precondition(request.form.fault == nil, "a form that is refused came through")
            return .now(.text(request.form.urlencoded))
        },
    ],
    files: StaticFiles([StaticFile(name: "fil.txt", bytes: Array("0123456789".utf8), modified: 1)]))

private func converse(_ pieces: [[UInt8]]) -> [UInt8] {
    var limits = Limits()
    limits.bodyBytesMax = 4_096
    let environment = SessionEnvironment(
        limits: limits, defaults: .none, trust: .unixSocket)
    environment.contentPolicy = { router.contentPolicy(for: $0, context: 0) }
    environment.errorPage = router.errorPage
    var session = HTTP1Session(peer: .localSocket, now: 0)
    var output = OutputBuffer()
    var kept: [UInt8] = []
    for piece in pieces {
        let input = kept + piece
        let used = session.receive(input.span, now: 0, environment, to: &output) { request in
            guard case .now(let response) = router.answer(request, context: 0) else { return nil }
            return response
        }
        precondition((0...input.count).contains(used), "used what was not there")
        kept = Array(input[used...])
        if session.isStalled { break }
    }
    return output.tail
}

/// A client that waits for it is told to go on; one that does not is not.
private func withoutInterim(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).replacing("HTTP/1.1 100 Continue\r\n\r\n", with: "")
}
