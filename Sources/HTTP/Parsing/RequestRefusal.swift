/// Why a request is refused before any handler sees it. After each of them the connection closes:
/// where the next request begins is no longer known, or the client is not worth waiting for.
enum RequestRefusal: Int, Error, Sendable, Hashable {
    case badRequest = 400
    case requestTimeout = 408
    case contentTooLarge = 413
    case targetTooLong = 414
    case expectationFailed = 417
    case headTooLarge = 431
    case notImplemented = 501
    case unavailable = 503
    case versionNotSupported = 505

    var status: Status { Status(rawValue) }
}
