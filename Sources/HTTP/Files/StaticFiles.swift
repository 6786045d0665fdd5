internal import Glibc

/// The files of `Public/`, read and compressed once at the start and kept in memory.
///
/// Each answers under its own name, to be asked about again, and under a name with the digest of its
/// content, which never changes and is kept for a year: pages link to ``address(for:)``.
public struct StaticFiles: Sendable {
    private let byPath: [String: StaticFile]
    private let addresses: [String: String]

    /// The most a folder may hold: these files stay in memory.
    public static let totalBytesMax = 64 * 1_048_576

    /// No files.
    public static let none = StaticFiles([])

    /// Reads a folder and the folders in it; names that begin with a dot are left out.
    public init(root: String) throws(ServerError) {
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
            byPath[address] = file.kept
            addresses[file.name] = address
        }
        self.byPath = byPath
        self.addresses = addresses
    }

    /// The address with the digest in it; the plain one for a file that is not there.
    public func address(for name: String) -> String {
        addresses[name] ?? "/" + name
    }

    /// The file at a path.
    public func file(at path: String) -> StaticFile? { byPath[path] }
}

/// One file, plain and compressed.
public struct StaticFile: Sendable {
    fileprivate let name: String
    private let plain: [UInt8]
    private let compressed: [UInt8]?
    private let digest: String
    private let contentType: String
    private let modified: Int?
    private var plainHeaders: ResponseHeaders = []
    private var compressedHeaders: ResponseHeaders = []

    /// Smaller than this, compressing gains nothing.
    private static let compressedBytesMin = 256

    /// A file of these bytes; its name tells the media type.
    public init(name: String, bytes: [UInt8], modified: Int? = nil) {
        self.name = name
        self.modified = modified
        plain = bytes
        digest = Digest.text(bytes)
        contentType = MediaType.of(name)
        var compressed: [UInt8]?
        if bytes.count >= Self.compressedBytesMin, MediaType.isCompressible(contentType) {
            compressed = Gzip.compress(bytes)
        }
        self.compressed = compressed.flatMap { $0.count < bytes.count ? $0 : nil }
        setHeaders(cacheControl: "public, max-age=0, must-revalidate")
    }

    /// `style.css` as `style.<digest>.css`.
    var hashedName: String {
        guard let dot = name.lastIndex(of: ".") else { return name + "." + digest }
        return name[..<dot] + "." + digest + name[dot...]
    }

    /// The same file where its address changes with it.
    var kept: StaticFile {
        var file = self
        file.setHeaders(cacheControl: "public, max-age=31536000, immutable")
        return file
    }

    /// Makes what every answer carries, once.
    private mutating func setHeaders(cacheControl: String) {
        var headers: ResponseHeaders = [("ETag", "\"\(digest)\""), ("Cache-Control", cacheControl)]
        if compressed != nil { headers.add("Vary", "Accept-Encoding") }
        if let modified { headers.add("Last-Modified", HTTPDate.text(modified)) }
        plainHeaders = headers
        headers["ETag"] = "\"\(digest)-gz\""
        compressedHeaders = headers
    }

    /// 200, 206, 304, 412 or 416, plain or compressed.
    public func answer(_ request: Request) -> Response {
        let isCompressed =
            compressed != nil && request.headers["Range"] == nil
            && AcceptEncoding.allowsGzip(request.headers.combined("Accept-Encoding"))
        var headers = isCompressed ? compressedHeaders : plainHeaders
        let tag = isCompressed ? "\"\(digest)-gz\"" : "\"\(digest)\""
        if Conditional.isRefused(request, entityTag: tag, modified: modified) {
            return Response(status: 412, headers: headers)
        }
        if Conditional.isUnmodified(request, entityTag: tag, modified: modified) {
            return Response(status: .notModified, headers: headers)
        }
        headers.add("Accept-Ranges", "bytes")
        if isCompressed, let compressed {
            headers.add("Content-Encoding", "gzip")
            return Response(contentType: contentType, headers: headers, body: .bytes(compressed))
        }
        return part(request, tag, headers)
    }

    private func part(_ request: Request, _ tag: String, _ headers: ResponseHeaders) -> Response {
        var headers = headers
        // A range is asked of what the client has a part of; of anything else it gets the whole.
        let isOfThis = request.headers["If-Range"].map { isCurrent($0, tag) } ?? true
        let field = isOfThis && request.method == .get ? request.headers["Range"] : nil
        switch ByteRange(field, length: plain.count) {
        case .whole:
            return Response(contentType: contentType, headers: headers, body: .bytes(plain))
        case .part(let range):
            headers.add(
                "Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(plain.count)")
            return Response(
                status: .partialContent, contentType: contentType, headers: headers,
                body: .slice(plain, range))
        case .unsatisfiable:
            headers.add("Content-Range", "bytes */\(plain.count)")
            return Response(status: 416, headers: headers)
        }
    }

    /// If-Range: a strong tag or an exact date (RFC 9110 §13.1.5).
    private func isCurrent(_ field: String, _ tag: String) -> Bool {
        if field.utf8.first == Byte.quote { return field == tag }
        guard let modified else { return false }
        return field == HTTPDate.text(modified)
    }
}
