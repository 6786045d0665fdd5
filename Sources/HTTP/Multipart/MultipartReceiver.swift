internal import Synchronization

/// Reads a form while it comes in, so that only its parts are kept and not the whole a second time.
///
/// Given to a ``Route`` as its receiver.
package final class MultipartReceiver: ContentReceiver {
    private struct State {
        var reader: MultipartReader?
        var form = MultipartForm()
        var fault: MultipartFault?

        mutating func take(_ bytes: [UInt8]) {
            guard fault == nil else { return }
            do throws(MultipartFault) {
                try reader?.take(bytes) { (event) throws(MultipartFault) in try form.take(event) }
            } catch {
                fault = error
                form = MultipartForm()
            }
        }

        mutating func finish() -> Result<MultipartForm, MultipartFault> {
            do throws(MultipartFault) {
                if let fault { throw fault }
                try reader?.finish()
                return .success(form)
            } catch {
                return .failure(error)
            }
        }
    }

    private let state: Mutex<State>

    /// A receiver for the content that a request announces.
    package init(_ request: Request, limits: MultipartLimits = .init()) {
        let contentType = request.headers.line("content-type") ?? []
        var first = State()
        do throws(MultipartFault) {
            first.reader = try MultipartReader(contentType: contentType, limits: limits)
        } catch {
            first.fault = error
        }
        state = Mutex(first)
    }

    /// Takes the next bytes; after a fault they are dropped.
    package func take(_ bytes: [UInt8]) {
        state.withLock { $0.take(bytes) }
    }

    /// The content has all come.
    package func finish() -> Result<MultipartForm, MultipartFault> {
        state.withLock { $0.finish() }
    }
}

private let pieceBytesMax = 65_536

extension Request {
    /// The fields and files of a `multipart/form-data` form.
    package func multipart(limits: MultipartLimits = .init()) throws(MultipartFault)
        -> MultipartForm
    {
        if let receiver = receiver as? MultipartReceiver { return try receiver.finish().get() }
        let receiver = MultipartReceiver(self, limits: limits)
        // In pieces, as it would have come: what is left of a piece is moved with each part that ends.
        for start in stride(from: 0, to: body.count, by: pieceBytesMax) {
            receiver.take(Array(body[start..<min(start + pieceBytesMax, body.count)]))
        }
        return try receiver.finish().get()
    }
}
