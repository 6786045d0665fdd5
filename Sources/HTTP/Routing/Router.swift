/// Finds the route of a request; answers 404, 405 with `Allow`, and OPTIONS by itself.
package struct Router<Context>: Sendable {
    /// The routes, as they were given.
    package let routes: [Route<Context>]
    private let table: RouteTable
    private var files: StaticFiles?
    private let errorPage: @Sendable (Status, Request) -> Response

    /// A router.
    ///
    /// - Parameters:
    ///   - files: Answer the paths no route has.
    ///   - errorPage: The page for 404, 405, and 422 where a form has a ``Fields/Fault``.
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
            if request.form.fault != nil { return .now(errorPage(.unprocessable, request)) }
            return routes[index].handle(request, parameters, context)
        case .otherMethods(let methods):
            return .now(refuseMethod(request, methods))
        case .none:
            return .now(answerWithoutRoute(request))
        }
    }

    /// What the route of a request with this head says about its content.
    func contentPolicy(_ path: String, _ method: Method) -> ContentPolicy {
        guard case .route(let index, _) = table.find(path, method) else { return ContentPolicy() }
        return ContentPolicy(
            bodyLimit: routes[index].bodyLimit, makeReceiver: routes[index].makeReceiver)
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
