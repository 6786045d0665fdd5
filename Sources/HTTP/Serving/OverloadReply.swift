internal import CLinux
internal import Glibc

/// Answers a connection that gets no place, and closes it.
enum OverloadReply {
    static func answer(_ descriptor: Int32, _ page: [UInt8]) {
        _ = unsafe page.withUnsafeBytes { bytes in
            unsafe send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        }
        // What the client has already sent is read, or the kernel would answer it with a reset
        // and the page would be lost.
        shutdown(descriptor, Int32(SHUT_WR))
        var scrap = [UInt8](repeating: 0, count: 4_096)
        for _ in 0..<4 {
            let count = unsafe recv(descriptor, &scrap, scrap.count, 0)
            if count <= 0 { break }
        }
        close(descriptor)
    }
}

/// A descriptor kept back for the moment when there are no more.
struct SpareDescriptor {
    private var descriptor = SpareDescriptor.open()

    private static func open() -> Int32 {
        unsafe Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC)
    }

    /// Takes connections off the queue with the spare, answers them one after the other, and gets the spare back.
    mutating func refuseOverloaded(_ listener: Listener, countMax: Int, _ page: [UInt8]) {
        if descriptor >= 0 { close(descriptor) }
        for _ in 0..<countMax {
            let client = accept4(
                listener.descriptor, nil, nil,
                Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue))
            guard client >= 0 else { break }
            OverloadReply.answer(client, page)
        }
        descriptor = Self.open()
    }
}
