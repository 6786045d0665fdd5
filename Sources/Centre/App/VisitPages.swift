internal import HTML
internal import HTTP
internal import Logging
internal import SQLite

/// The pages every room answers with when it cannot answer with its own.
extension Visit {
    var frame: Frame { centre.frame }

    /// A page.
    func page(_ page: HTML, status: Status = .ok) -> Response {
        .html(page.bytes, status: status)
    }

    /// What is not there, and what may not be seen: the same words for both.
    func notFound() -> Response {
        page(frame.notFoundPage(isStaff: session != nil), status: .notFound)
    }

    /// A form that is not ours, or too old.
    func forbidden() -> Response {
        page(frame.forbiddenPage(), status: .forbidden)
    }

    /// Somebody who is not logged in, or no longer.
    func loginFirst() -> Response {
        .seeOther("/log-ind")
    }

    /// Something of ours failed. The log is told the kind of fault, the visitor a number to mention.
    func failure(_ error: any Error) -> Response {
        centre.log.error(
            "request failed",
            metadata: ["id": "\(request.id)", "fault": "\(type(of: error))"])
        if (error as? SQLiteError)?.isStorageTrouble == true || error is WriterFailure {
            return page(frame.closedPage(), status: .serviceUnavailable)
                .setting("Retry-After", "30")
        }
        return page(frame.failurePage(number: request.id), status: .internalServerError)
    }
}
