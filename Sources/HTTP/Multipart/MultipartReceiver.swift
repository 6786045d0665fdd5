internal import Synchronization

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
