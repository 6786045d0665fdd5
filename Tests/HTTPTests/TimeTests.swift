import Testing

@testable import HTTP

@Suite("Time")
struct TimeTests {
    let head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"

    @Test("an idle connection is closed without a word")
    func idle() {
        var wire = Wire()
        wire.wait(milliseconds: 59_999)
        #expect(wire.isOpen)
        wire.wait(milliseconds: 1)
        #expect(!wire.isOpen)
        #expect(wire.heard.isEmpty)
    }

    @Test("the idle time begins anew with each answer")
    func idleAfterAnswer() {
        var wire = Wire()
        wire.wait(milliseconds: 50_000)
        wire.send(head.utf8)
        wire.wait(milliseconds: 59_000)
        #expect(wire.isOpen)
        wire.send(head.utf8)
        #expect(wire.statuses == [200, 200])
    }

    @Test("a client that drips its head is cut off however often it drips")
    func drippedHead() {
        var wire = Wire()
        for byte in "GET / HTTP/1.1\r\n".utf8 {
            wire.send([byte])
            wire.wait(milliseconds: 650)
        }
        #expect(wire.statuses == [408])
        #expect(!wire.isOpen)
        #expect(wire.text.contains("Connection: close"))
    }

    @Test("content slower than the least rate is cut off")
    func drippedBody() {
        var wire = Wire()
        wire.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n".utf8)
        for _ in 0..<50 {
            wire.send([0x61])
            wire.wait(milliseconds: 250)
        }
        #expect(wire.statuses == [408])
    }

    @Test("slow content above the least rate is taken")
    func slowBody() {
        var limits = TestSite.limits
        limits.bodyBytesMax = 100_000
        var wire = Wire(limits: limits)
        wire.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n".utf8)
        for _ in 0..<60 {
            wire.send([UInt8](repeating: 0x61, count: 1_000))
            wire.wait(milliseconds: 1_500)
        }
        #expect(wire.statuses == [200])
    }

    @Test("a handler that never answers is answered for")
    func lostAnswer() {
        let router = Router<Int>(routes: [Route(.get, "/") { _, _, _ in .later { _ in } }])
        var wire = Wire(router)
        wire.send(head.utf8)
        wire.wait(milliseconds: 119_000)
        #expect(wire.heard.isEmpty)
        wire.wait(milliseconds: 1_000)
        #expect(wire.statuses == [503])
        #expect(wire.text.contains("Retry-After"))
    }

    @Test("an answer that comes after its time is dropped")
    func lateAnswer() {
        let router = Router<Int>(routes: [Route(.get, "/") { _, _, _ in .later { _ in } }])
        var wire = Wire(router)
        wire.send(head.utf8)
        wire.wait(milliseconds: 120_000)
        wire.answer(.text("for sent"))
        #expect(wire.statuses == [503])
    }

    @Test("requests behind one that is answered later wait their turn")
    func pipelineWaits() {
        let router = Router<Int>(routes: [
            Route(.get, "/") { _, _, _ in .later { _ in } },
            Route(.get, "/b") { _, _, _ in .now(.text("anden")) },
        ])
        var wire = Wire(router)
        wire.send((head + "GET /b HTTP/1.1\r\nHost: a\r\n\r\n").utf8)
        #expect(wire.heard.isEmpty)
        wire.answer(.text("første"))
        #expect(wire.statuses == [200, 200])
        #expect(wire.text.contains(/første(?s:.)*anden/))
    }

    @Test("an answer to another request is dropped")
    func wrongNumber() {
        let router = Router<Int>(routes: [Route(.get, "/") { _, _, _ in .later { _ in } }])
        var wire = Wire(router)
        wire.send(head.utf8)
        wire.with { session, output in
            let environment = SessionEnvironment(limits: Limits(), defaults: .none, trust: .nobody)
            session.answer(
                session.number &+ 1, .text("nej"), now: 1_000, environment, to: &output)
        }
        #expect(wire.heard.isEmpty)
    }

    @Test("when the server stops, the answer under way is the last")
    func lastAnswer() {
        let router = Router<Int>(routes: [Route(.get, "/") { _, _, _ in .later { _ in } }])
        var wire = Wire(router)
        wire.send(head.utf8)
        wire.with { session, _ in session.closeAfterResponse() }
        wire.answer(.text("sidste"))
        #expect(wire.text.contains("Connection: close"))
        #expect(!wire.isOpen)
    }
}
