internal import Glibc

/// The files of `Public/`, read and compressed once at the start and immutable in memory.
///
/// Each answers under its own name, to be asked about again, and under a name with the digest of its
/// content, which never changes and is immutable for a year: pages link to ``address(for:)``.
package struct StaticFiles: Sendable {
    private var byPath: [String: StaticFile]
    private let addresses: [String: String]

    /// The most a folder may hold: these files stay in memory.
    package static let totalBytesMax = 64 * 1_048_576

    /// No files.
    package static let none = StaticFiles([])

    /// Reads a folder and the folders in it; names that begin with a dot are left out.
    package init(root: String) throws(ServerError) {
        var files: [StaticFile] = []
        var total = 0
        for name in try Folder.files(root, "") {
            let (bytes, modified) = try Folder.read(root + "/" + name)
            total += bytes.count
            guard total <= Self.totalBytesMax else { throw .unreadable(root) }
            files.append(StaticFile(name: name, bytes: bytes, modified: modified))
        }
        self.init(files)
    }

    init(_ files: [StaticFile]) {
        var byPath: [String: StaticFile] = [:]
        var addresses: [String: String] = [:]
        for file in files {
            let address = "/" + file.hashedName
            byPath["/" + file.name] = file
            byPath[address] = file.immutable
            addresses[file.name] = address
        }
        self.byPath = byPath
        self.addresses = addresses
    }

    /// The address with the digest in it; the plain one for a file that is not there.
    package func address(for name: String) -> String {
        addresses[name] ?? "/" + name
    }

    /// The files whose paths are wanted.
    func filter(_ isWanted: (String) -> Bool) -> StaticFiles {
        var files = self
        files.byPath = byPath.filter { isWanted($0.key) }
        return files
    }

    /// The same files for a server with these default headers: what each answers most is prepared once.
    func prepared(with defaults: DefaultHeaders) -> StaticFiles {
        var files = self
        files.byPath = byPath.mapValues { $0.prepared(with: defaults) }
        return files
    }

    /// The file at a path.
    package func file(at path: String) -> StaticFile? { byPath[path] }
}

/// How long a browser may keep a file (RFC 9111 §5.2.2, RFC 8246). `private`: a cache that many share has no part in
/// this site, so that nobody need think about which of its answers one may hold.
private enum CacheControl {
    /// Under a name that stays: asked about at each use, and sent again only when it has changed.
    static let revalidated = "private, no-cache"
    /// Under a name that changes with the content: a year, without asking.
    static let immutable = "private, max-age=31536000, immutable"
}

/// One file, plain and compressed.
package final class StaticFile: Sendable {
    fileprivate let name: String
    private let content: Content
    /// What is answered to a request without conditions.
    private let plainAnswer: Response
    private let compressedAnswer: Response?

    private struct Content {
        let plain: [UInt8]
        let compressed: [UInt8]?
        let digest: String
        let contentType: String
        let modified: Int?
        let plainTag: String
        let compressedTag: String
    }

    /// Smaller than this, compressing gains nothing.
    private static let compressedBytesMin = 256

    /// A file of these bytes; its name tells the media type.
    package convenience init(name: String, bytes: [UInt8], modified: Int? = nil) {
        let contentType = MediaType.of(name)
        var compressed: [UInt8]?
        if bytes.count >= Self.compressedBytesMin, MediaType.isCompressible(contentType) {
            compressed = Gzip.compress(bytes)
        }
        let digest = Digest.text(bytes)
        self.init(
            name,
            Content(
                plain: bytes, compressed: compressed.flatMap { $0.count < bytes.count ? $0 : nil },
                digest: digest, contentType: contentType, modified: modified,
                plainTag: "\"\(digest)\"", compressedTag: "\"\(digest)-gz\""),
            cacheControl: CacheControl.revalidated)
    }

    private convenience init(_ name: String, _ content: Content, cacheControl: String) {
        let plain = Self.answer(content, content.plain, content.plainTag, cacheControl)
        let compressed = content.compressed.map { bytes in
            Self.answer(content, bytes, content.compressedTag, cacheControl)
                .setting("Content-Encoding", "gzip")
        }
        self.init(name, content, plain, compressed)
    }

    private init(_ name: String, _ content: Content, _ plain: Response, _ compressed: Response?) {
        self.name = name
        self.content = content
        plainAnswer = plain
        compressedAnswer = compressed
    }

    private static func answer(
        _ content: Content, _ bytes: [UInt8], _ tag: String, _ cacheControl: String
    ) -> Response {
        var headers: ResponseHeaders = [("ETag", tag), ("Cache-Control", cacheControl)]
        if content.compressed != nil { headers.add("Vary", "Accept-Encoding") }
        if let modified = content.modified {
            headers.add("Last-Modified", HTTPDate.text(modified))
        }
        headers.add("Accept-Ranges", "bytes")
        return Response(contentType: content.contentType, headers: headers, body: .bytes(bytes))
    }

    /// `style.css` as `style.<digest>.css`.
    var hashedName: String {
        guard let dot = name.lastIndex(of: ".") else { return name + "." + content.digest }
        return name[..<dot] + "." + content.digest + name[dot...]
    }

    /// The same file where its address changes with it.
    var immutable: StaticFile {
        StaticFile(name, content, cacheControl: CacheControl.immutable)
    }

    fileprivate func prepared(with defaults: DefaultHeaders) -> StaticFile {
        StaticFile(
            name, content, plainAnswer.prepared(with: defaults),
            compressedAnswer?.prepared(with: defaults))
    }

    /// 200, 206, 304, 412 or 416, plain or compressed.
    package func answer(_ request: Request) -> Response {
        // Two fields of a kind that is no list contradict each other; the whole is always right.
        let ranges = request.headers.lines("range")
        let range = ranges.count == 1 ? ranges.first : nil
        let takesGzip =
            compressedAnswer != nil && range == nil
            && AcceptEncoding.allowsGzip(request.headers.listBytes("accept-encoding"))
        let whole = (takesGzip ? compressedAnswer : nil) ?? plainAnswer
        let tag = takesGzip ? content.compressedTag : content.plainTag
        if Conditional.isRefused(request, entityTag: tag, modified: content.modified) {
            return Response(status: 412, headers: refusal(of: whole))
        }
        if Conditional.isUnmodified(request, entityTag: tag, modified: content.modified) {
            return Response(status: .notModified, headers: validators(of: whole))
        }
        guard let range, request.method == .get else { return whole }
        // A range is asked of what the client has a part of; of anything else it gets the whole.
        if let condition = request.headers.line("if-range"), !isCurrent(condition, tag) {
            return whole
        }
        return part(range, of: whole)
    }

    /// The fields of an answer without the file.
    private func validators(of whole: Response) -> ResponseHeaders {
        var headers = whole.headers
        headers["Accept-Ranges"] = nil
        headers["Content-Encoding"] = nil
        return headers
    }

    /// The fields of a refusal, which must not be cached for as long as the file.
    private func refusal(of whole: Response) -> ResponseHeaders {
        var headers = validators(of: whole)
        headers["Cache-Control"] = "no-store"
        return headers
    }

    private func part(_ range: ArraySlice<UInt8>, of whole: Response) -> Response {
        var response = whole
        switch ByteRange(range, length: content.plain.count) {
        case .whole: break
        case .part(let range):
            response.status = .partialContent
            response.headers.add(
                "Content-Range",
                "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(content.plain.count)")
            response.body = .slice(content.plain, range)
        case .unsatisfiable:
            response = Response(status: 416, headers: refusal(of: whole))
            response.headers.add("Content-Range", "bytes */\(content.plain.count)")
        }
        return response
    }

    /// If-Range: a strong tag or an exact date (RFC 9110 §13.1.5).
    private func isCurrent(_ field: ArraySlice<UInt8>, _ tag: String) -> Bool {
        if field.first == Byte.quote { return field.elementsEqual(tag.utf8) }
        guard let modified = content.modified else { return false }
        return field.elementsEqual(HTTPDate.text(modified).utf8)
    }
}
