import Foundation
import Records

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
            switch router.answer(request, local: loop) {
            case .now(let response): response
            case .slow(let make): make()
            case .later(let start): try wait(for: start)
            }
        var headers = response.headers.fields
        if let type = response.contentType { headers.append((name: "Content-Type", value: type)) }
        return TestAnswer(
            status: response.status.code, headers: headers, bytes: response.bodyBytes)
    }

    private func wait(
        for start: @Sendable (Responder<LoopContext>) -> Void
    ) throws -> HTTP.Response {
        let bell = try Semaphore()
        let mailbox = Mailbox<LoopContext>(bell: bell)
        start(Responder(mailbox: mailbox, ticket: Ticket(slot: 0, request: 1)))
        while true {
            bell.wait()
            for letter in mailbox.takeAll() {
                switch letter {
                case .response(_, let response): return response
                case .make(_, let make): return make(loop)
                default: continue
                }
            }
        }
    }
}
