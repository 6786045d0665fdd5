import Testing

@testable import HTTP

@Suite("Streamed responses, as bytes")
struct StreamTests {
    private func wire(_ request: String) -> Wire {
        let router = Router<Int>(routes: [
            Route(.get, "/") { _, _, _ in .now(.stream(contentType: "text/csv") { _ in }) }
        ])
        var wire = Wire(router)
        wire.send(request.utf8)
        return wire
    }

    @Test("a 1.1 client gets chunks and a last one")
    func chunks() {
        var wire = wire("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        wire.with { session, output in
            session.stream(session.number, Array("hej".utf8), now: 1, to: &output)
            session.stream(
                session.number, [UInt8](repeating: 0x61, count: 26), now: 1, to: &output)
            session.endStream(session.number, failed: false, now: 1, to: &output)
        }
        #expect(wire.text.contains("Transfer-Encoding: chunked\r\n"))
        #expect(
            wire.text.hasSuffix(
                "\r\n\r\n3\r\nhej\r\n1a\r\n\(String(repeating: "a", count: 26))\r\n0\r\n\r\n"))
        #expect(wire.isOpen)
    }

    @Test("a 1.0 client gets the bytes and the close")
    func plain() {
        var wire = wire("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        wire.with { session, output in
            session.stream(session.number, Array("hej".utf8), now: 1, to: &output)
            session.endStream(session.number, failed: false, now: 1, to: &output)
        }
        #expect(wire.text.contains("Connection: close\r\n"))
        #expect(!wire.text.contains("chunked"))
        #expect(wire.text.hasSuffix("\r\n\r\nhej"))
        #expect(!wire.isOpen)
    }

    @Test("a stream that fails ends without its last chunk")
    func failure() {
        var wire = wire("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        wire.with { session, output in
            session.stream(session.number, Array("hej".utf8), now: 1, to: &output)
            session.endStream(session.number, failed: true, now: 1, to: &output)
        }
        #expect(wire.text.hasSuffix("3\r\nhej\r\n"))
        #expect(!wire.isOpen)
    }

    @Test("HEAD starts no producer")
    func head() {
        let wire = wire("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(wire.session.producer == nil)
        #expect(wire.isOpen)
    }

    @Test("a piece of nothing does not end the stream")
    func emptyPiece() {
        var wire = wire("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        wire.with { session, output in
            session.stream(session.number, [], now: 1, to: &output)
        }
        #expect(wire.text.hasSuffix("\r\n\r\n"))
        #expect(!wire.text.hasSuffix("0\r\n\r\n"))
    }
}
