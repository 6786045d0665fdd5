/// A status code with the reason phrase of RFC 9110 §15, for the codes that this server answers with.
package struct Status: Sendable, Hashable, ExpressibleByIntegerLiteral {
    /// The three digits.
    package let code: Int

    /// Makes a status of any code.
    package init(_ code: Int) { self.code = code }
    /// Makes a status of a literal code.
    package init(integerLiteral value: Int) { code = value }

    /// 200
    package static let ok: Status = 200
    /// 204
    package static let noContent: Status = 204
    /// 206
    package static let partialContent: Status = 206
    /// 303
    package static let seeOther: Status = 303
    /// 304
    package static let notModified: Status = 304
    /// 400
    package static let badRequest: Status = 400
    /// 401
    package static let unauthorized: Status = 401
    /// 403
    package static let forbidden: Status = 403
    /// 404
    package static let notFound: Status = 404
    /// 405
    package static let methodNotAllowed: Status = 405
    /// 413
    package static let contentTooLarge: Status = 413
    /// 422
    package static let unprocessable: Status = 422
    /// 429
    package static let tooManyRequests: Status = 429
    /// 500
    package static let internalServerError: Status = 500
    /// 503
    package static let serviceUnavailable: Status = 503

    /// The words after the code; empty for a code without a registered phrase.
    package var reason: StaticString {
        switch code {
        case 100: "Continue"
        case 200: "OK"
        case 201: "Created"
        case 204: "No Content"
        case 206: "Partial Content"
        case 301: "Moved Permanently"
        case 303: "See Other"
        case 304: "Not Modified"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 408: "Request Timeout"
        case 409: "Conflict"
        case 410: "Gone"
        case 412: "Precondition Failed"
        case 413: "Content Too Large"
        case 414: "URI Too Long"
        case 415: "Unsupported Media Type"
        case 416: "Range Not Satisfiable"
        case 417: "Expectation Failed"
        case 422: "Unprocessable Content"
        case 429: "Too Many Requests"
        case 431: "Request Header Fields Too Large"
        case 500: "Internal Server Error"
        case 501: "Not Implemented"
        case 503: "Service Unavailable"
        case 505: "HTTP Version Not Supported"
        default: ""
        }
    }

    /// A message with this status never carries content (RFC 9110 §6.4.1).
    var forbidsContent: Bool { code < 200 || code == 204 || code == 304 }

    /// The code and its phrase.
    package var codeAndReason: String { "\(code) \(reason)" }
}
