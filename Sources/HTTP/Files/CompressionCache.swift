/// Pages that are the same for everybody, compressed once and kept. Belongs to one loop.
///
/// A page with something secret in it is never compressed: its length would tell a guesser how close she came
/// (BREACH). So a page asks for it, see ``Response/allowingCompression()``.
final class CompressionCache {
    private struct Page {
        let plain: [UInt8]
        let compressed: [UInt8]
    }

    /// By path.
    private var entries: [String: Page] = [:]
    private static let pageCountMax = 64
    private static let bytesMin = 512

    /// The response as this client takes it.
    func response(_ response: Response, to request: Request) -> Response {
        guard response.mayBeCompressed, case .bytes(let plain) = response.body,
            plain.count >= Self.bytesMin, response.headers["Content-Encoding"] == nil
        else { return response }
        var response = response
        response.headers.add("Vary", "Accept-Encoding")
        guard AcceptEncoding.allowsGzip(request.headers.listBytes("accept-encoding")),
            let compressed = compressed(plain, at: request.path)
        else { return response }
        response.headers.add("Content-Encoding", "gzip")
        response.body = .bytes(compressed)
        return response
    }

    private func compressed(_ plain: [UInt8], at path: String) -> [UInt8]? {
        if let page = entries[path], page.plain.span.equals(plain.span) { return page.compressed }
        guard let compressed = Gzip.compress(plain) else { return nil }
        if entries.count >= Self.pageCountMax { entries = [:] }
        entries[path] = Page(plain: plain, compressed: compressed)
        return compressed
    }
}

extension Response {
    /// The page holds nothing that is one visitor's own, so it may be compressed.
    package func allowingCompression() -> Response {
        var response = self
        response.mayBeCompressed = true
        return response
    }
}
