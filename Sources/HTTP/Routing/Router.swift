/// Finds the route of a request; answers 404, 405 with `Allow`, and OPTIONS by itself.
public struct Router<Local>: Sendable {
    /// The routes, as they were given.
    public let routes: [Route<Local>]
    private let table: RouteTable
    private var files: StaticFiles?
    private let problem: @Sendable (Status, Request) -> Response

    /// A router.
    ///
    /// - Parameters:
    ///   - files: Answer the paths no route has.
    ///   - problem: The page for 404 and 405.
    public init(
        routes: [Route<Local>], files: StaticFiles? = nil,
        problem: @escaping @Sendable (Status, Request) -> Response = { status, _ in
            .text(status.plainWords, status: status)
        }
    ) {
        self.routes = routes
        self.problem = problem
        let table = RouteTable(routes.map { ($0.method, $0.pattern) })
        self.table = table
        self.files = files?.filter { !table.hasPlain($0) }
    }

    /// The same router, its files ready for a server with these default headers.
    func ready(with defaults: DefaultHeaders) -> Router {
        var router = self
        router.files = files?.written(with: defaults)
        return router
    }

    /// The answer to a request.
    public func answer(_ request: Request, local: Local) -> Answer<Local> {
        // A file is as literal as a path can be: it comes before a pattern with a name in it.
        if let file = files?.file(at: request.path) {
            return .now(answer(request, with: file))
        }
        switch table.find(request.path, request.method) {
        case .route(let index, let parameters):
            return routes[index].handle(request, parameters, local)
        case .otherMethods(let methods):
            return .now(refuseMethod(request, methods))
        case .none:
            return .now(answerWithoutRoute(request))
        }
    }

    /// What the route of a request with this head says about its content.
    func contentPlan(_ path: String, _ method: Method) -> ContentPlan {
        guard case .route(let index, _) = table.find(path, method) else { return ContentPlan() }
        return ContentPlan(
            bodyLimit: routes[index].bodyLimit, makeReceiver: routes[index].makeReceiver)
    }

    private func answerWithoutRoute(_ request: Request) -> Response {
        // The server as a whole (RFC 9110 §9.3.7).
        if request.path == "*" {
            return refuseMethod(request, [.get, .head, .post])
        }
        return problem(.notFound, request)
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
            request.method == .options ? .empty() : problem(.methodNotAllowed, request)
        return response.setting("Allow", allow)
    }
}
