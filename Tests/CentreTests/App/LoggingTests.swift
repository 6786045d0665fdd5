import Domain
import Logging
import Synchronization
import Testing

@testable import Centre
@testable import TestHouse

@Suite("The log")
struct LoggingTests {
    @Test("is one line of JSON for each event, with values that are counts and codes")
    func lines() {
        let written = Lines()
        var log = Logger(label: "fjorten") { _ in
            JSONLinesLogHandler(
                level: .info, now: { Instant(seconds: 1_794_477_600) }, write: { written.take($0) })
        }
        log[metadataKey: "loop"] = "1"
        log.debug("too small to say")
        log.info("request", metadata: ["status": "200", "ms": "\(3)", "kind": "a \"quoted\" word"])
        #expect(
            written.all == [
                #"{"at":"2026-11-12T10:00:00Z","level":"info","message":"request","#
                    + #""kind":"a \"quoted\" word","loop":"1","ms":"3","status":"200"}"# + "\n"
            ])
    }

    @Test("tells of a number as a number")
    func numbers() {
        let written = Lines()
        let log = Logger(label: "fjorten") { _ in
            JSONLinesLogHandler(
                level: .info, now: { Instant(seconds: 0) }, write: { written.take($0) })
        }
        log.info("request", metadata: ["ms": .stringConvertible(12)])
        #expect(written.all.first?.contains(#""ms":12"#) == true)
    }
}

private final class Lines: Sendable {
    private let taken = Mutex<[String]>([])

    func take(_ line: [UInt8]) {
        taken.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
    }

    var all: [String] { taken.withLock { $0 } }
}
