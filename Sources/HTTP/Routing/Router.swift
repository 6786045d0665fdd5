/// Finds the route of a request; answers 404, 405 with `Allow`, and OPTIONS by itself.
package struct Router<Context>: Sendable {
    /// The routes, as they were given.
    package let routes: [Route<Context>]
    private let table: RouteTable
    private var files: StaticFiles?
    /// The page for a status that no handler answers with.
    let errorPage: @Sendable (Status, Request) -> Response

    /// A router.
    ///
    /// - Parameters:
    ///   - files: Answer the paths no route has.
    ///   - errorPage: The page for what no handler answers: 404, 405, 413 for too much content, 422 for a form with a
    ///     ``Fields/Fault``, 408 and 503 for a time that is up.
    package init(
        routes: [Route<Context>], files: StaticFiles? = nil,
        errorPage: @escaping @Sendable (Status, Request) -> Response = { status, _ in
            .text(status.codeAndReason, status: status)
        }
    ) {
        self.routes = routes
        self.errorPage = errorPage
        let table = RouteTable(routes.map { ($0.method, $0.pattern) })
        self.table = table
        self.files = files?.filter { !table.hasPlain($0) }
    }

    /// The same router, its files prepared for a server with these default headers.
    func prepared(with defaults: DefaultHeaders) -> Router {
        var router = self
        router.files = files?.prepared(with: defaults)
        return router
    }

    /// The answer to a request.
    package func answer(_ request: Request, context: Context) -> Answer<Context> {
        // A file is as literal as a path can be: it comes before a pattern with a name in it.
        if let file = files?.file(at: request.path) {
            return .now(answer(request, with: file))
        }
        switch table.find(request.path, request.method) {
        case .route(let index, let parameters):
            if request.formFault != nil { return .now(errorPage(.unprocessable, request)) }
            return routes[index].handle(request, parameters, context)
        case .otherMethods(let methods):
            return .now(refuseMethod(request, methods))
        case .none:
            return .now(answerWithoutRoute(request))
        }
    }

    /// What becomes of the content that the head of a request announces.
    func contentPolicy(for request: Request, context: Context) -> ContentPolicy {
        guard case .route(let index, let parameters) = table.find(request.path, request.method)
        else { return .accept() }
        let route = routes[index]
        switch route.bodyLimit {
        case nil: return .accept(makeReceiver: route.makeReceiver)
        case .bytes(let bytesMax):
            return .accept(bytesMax: bytesMax, makeReceiver: route.makeReceiver)
        case .decided(let decide):
            switch decide(request, parameters, context) {
            case .accept(let bytesMax):
                return .accept(bytesMax: bytesMax, makeReceiver: route.makeReceiver)
            case .refuse(let response): return .refuse(response)
            }
        }
    }

    /// A path as a log may have it: a file's own, or the pattern with names in the place of values. Nil for a path that
    /// the site does not have, which may hold anything.
    @Sendable func redactedPath(_ path: String) -> String? {
        files?.file(at: path) != nil ? path : table.pattern(of: path)
    }

    private func answerWithoutRoute(_ request: Request) -> Response {
        // The server as a whole (RFC 9110 §9.3.7).
        if request.path == "*" {
            return refuseMethod(request, [.get, .head, .post])
        }
        return errorPage(.notFound, request)
    }

    private func answer(_ request: Request, with file: StaticFile) -> Response {
        guard request.method == .get || request.method == .head else {
            return refuseMethod(request, [.get, .head])
        }
        return file.answer(request)
    }

    private func refuseMethod(_ request: Request, _ methods: [Method]) -> Response {
        let allow = (methods + [.options]).map(\.rawValue).joined(separator: ", ")
        let response =
            request.method == .options ? .empty() : errorPage(.methodNotAllowed, request)
        return response.setting("Allow", allow)
    }
}
