internal import Synchronization

/// A `multipart/form-data` form: its fields, and its files.
public struct MultipartForm: Sendable {
    /// One file.
    public struct File: Sendable {
        /// Its head.
        public let part: MultipartReader.Part
        /// Its content.
        public internal(set) var bytes: [UInt8]
    }

    /// The fields that are no files.
    public private(set) var fields = Fields()
    /// The files; a file field that was left empty is not among them.
    public private(set) var files: [File] = []

    private var open: MultipartReader.Part?
    private var content: [UInt8] = []

    /// An empty form.
    init() {}

    /// Takes what a reader tells.
    mutating func take(_ event: MultipartReader.Event) {
        switch event {
        case .begins(let part):
            open = part
            content = []
        case .bytes(let bytes): content += bytes
        case .ends: close()
        }
    }

    private mutating func close() {
        guard let part = open else { return }
        if part.fileName == nil {
            let value = String(decoding: content, as: UTF8.self).replacing("\0", with: "\u{FFFD}")
            fields = fields.adding(part.name, value)
        } else if part.fileName != "" || !content.isEmpty {
            files.append(File(part: part, bytes: content))
        }
        open = nil
        content = []
    }
}

/// Reads a form while it comes in, so that only its parts are kept and not the whole a second time.
///
/// Given to a ``Route`` as its receiver.
public final class MultipartReceiver: ContentReceiver {
    private struct State {
        var reader: MultipartReader?
        var form = MultipartForm()
        var problem: MultipartReader.Problem?

        mutating func take(_ bytes: [UInt8]) {
            guard problem == nil else { return }
            var events: [MultipartReader.Event] = []
            do throws(MultipartReader.Problem) {
                try reader?.take(bytes) { events.append($0) }
                for event in events { form.take(event) }
            } catch {
                problem = error
                form = MultipartForm()
            }
        }

        mutating func finish() -> Result<MultipartForm, MultipartReader.Problem> {
            do throws(MultipartReader.Problem) {
                if let problem { throw problem }
                try reader?.finish()
                return .success(form)
            } catch {
                return .failure(error)
            }
        }
    }

    private let state: Mutex<State>

    /// A receiver for the content that a request announces.
    public init(_ request: Request, limits: MultipartReader.Limits = .init()) {
        let contentType = request.headers["Content-Type"] ?? ""
        var first = State()
        do throws(MultipartReader.Problem) {
            first.reader = try MultipartReader(contentType: contentType, limits: limits)
        } catch {
            first.problem = error
        }
        state = Mutex(first)
    }

    /// Takes the next bytes; after a problem they are dropped.
    public func take(_ bytes: [UInt8]) {
        state.withLock { $0.take(bytes) }
    }

    /// The content has all come.
    public func finish() -> Result<MultipartForm, MultipartReader.Problem> {
        state.withLock { $0.finish() }
    }
}

extension Request {
    /// The fields and files of a `multipart/form-data` form.
    public func multipart(limits: MultipartReader.Limits = .init()) throws(MultipartReader.Problem)
        -> MultipartForm
    {
        if let receiver = receiver as? MultipartReceiver { return try receiver.finish().get() }
        let receiver = MultipartReceiver(self, limits: limits)
        receiver.take(body)
        return try receiver.finish().get()
    }
}
