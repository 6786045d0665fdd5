import Foundation
import Records
import Synchronization

@testable import Centre
@testable import HTTP

/// How a request gets to the house.
protocol Way {
    func send(_ request: HTTP.Request) throws -> TestAnswer
}

/// Straight to the router, on the test's own thread.
struct RouterWay: Way {
    let router: Router<LoopContext>
    let loop: LoopContext

    init(_ house: TestHouse) throws {
        router = house.router
        loop = try LoopContext(databaseFile: house.configuration.databaseFile)
    }

    func send(_ request: HTTP.Request) throws -> TestAnswer {
        let response =
            switch router.answer(request, context: loop) {
            case .now(let response): response
            case .slow(_, let make): make()
            case .later(let start): try wait(for: start)
            }
        var headers = response.headers.fields
        if let type = response.contentType { headers.append((name: "Content-Type", value: type)) }
        return TestAnswer(
            status: response.status.code, headers: headers, bytes: try bytes(of: response))
    }

    /// Everything a response says; what is made while it is sent is made to its end.
    private func bytes(of response: HTTP.Response) throws -> [UInt8] {
        guard case .stream(let produce) = response.body else { return response.bodyBytes }
        let sent = Mutex<[UInt8]>([])
        let known = Mutex<StreamWriter?>(nil)
        let writer = try StreamWriter { bytes in
            sent.withLock { $0 += bytes }
            known.withLock(\.self)?.didSend(bytes.count)
        }
        known.withLock { $0 = writer }
        defer { known.withLock { $0 = nil } }
        try produce(writer)
        return sent.withLock(\.self)
    }

    private func wait(
        for start: @Sendable (Responder<LoopContext>) -> Void
    ) throws -> HTTP.Response {
        let answered = DispatchSemaphore(value: 0)
        let reply = Mutex<Responder<LoopContext>.Reply?>(nil)
        start(
            Responder { given in
                reply.withLock { $0 = given }
                answered.signal()
            })
        answered.wait()
        switch reply.withLock({ $0 }) {
        case .response(let response): return response
        case .make(let make): return make(loop)
        case nil: throw SocketWay.Failure.noAnswer
        }
    }
}
