internal import CLinux
internal import Glibc

/// A thread that can be waited for.
struct Thread: Sendable {
    private let handle: pthread_t

    private final class Work {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Starts a thread; its name is what `top -H` shows.
    init(named name: String, _ run: @escaping @Sendable () -> Void) throws(ServerError) {
        var handle = pthread_t()
        let work = unsafe Unmanaged.passRetained(Work(run))
        let code = unsafe pthread_create(
            &handle, nil,
            { argument in
                if let argument = unsafe argument {
                    unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
                }
                return nil
            }, work.toOpaque())
        guard code == 0 else {
            unsafe work.release()
            throw .system(call: "pthread_create", code: code)
        }
        _ = unsafe pthread_setname_np(handle, name)
        self.handle = handle
    }

    func join() {
        _ = pthread_join(handle, nil)
    }
}
