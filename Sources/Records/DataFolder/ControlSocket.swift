internal import Domain
private import Foundation
private import Glibc
private import Synchronization

/// How a command asks the server that has the data folder to do its work: a socket in the folder,
/// for its owner alone. One list of words in, one answer out, each a line of JSON.
package enum ControlSocket {
    package static let name = "control.sock"
    /// A standard with all its quotes takes some 20 KB; a long one is let in too.
    package static let requestByteCountMax = 1 << 20
    /// How long a command waits for the server's work.
    package static let answerSeconds = 60
    /// How long the server waits for a command's words.
    package static let requestSeconds = 5

    /// What the server answered.
    package struct Refusal: Error, CustomStringConvertible {
        package let description: String

        package init(description: String) { self.description = description }
    }

    /// Asks the server of a data folder.
    ///
    /// - Returns: false when nobody serves it, so that the command does the work itself.
    /// - Throws: ``Refusal`` with the server's own words.
    package static func ask(_ folder: String, _ words: [String]) throws -> Bool {
        guard let socket = SocketFile(folder), socket.connectToServer() else { return false }
        let request = JSONWriter.write(.array(words.map(JSONValue.string)))
        guard socket.send(request + [UInt8(ascii: "\n")]), let line = socket.readLine() else {
            throw Refusal(description: "The server did not answer.")
        }
        let answer = try JSONReader.read(line).object
        if answer?["ok"]?.bool == true { return true }
        throw Refusal(description: answer?["words"]?.string ?? "The server refused.")
    }
}

/// The server's end: each command is heard on a thread of its own, and one request is carried out after the other.
package final class ControlServer: Sendable {
    private let listener: SocketFile
    private let stopping = Mutex(false)
    private let atWork = Mutex(())

    /// Begins to listen. The caller holds the folder's lock, so a socket that is there is nobody's.
    ///
    /// - Parameter carryOut: does the work, or throws; `words` makes the sentence of what it throws.
    package init?(
        _ folder: String, words: @escaping @Sendable (any Error) -> String,
        carryOut: @escaping @Sendable ([String]) throws -> Void
    ) {
        guard let listener = SocketFile(folder), listener.listen() else { return nil }
        self.listener = listener
        let thread = Thread { [self] in
            while let client = listener.accept() {
                if stopping.withLock({ $0 }) { break }
                let hearing = Thread { [self] in
                    guard let line = client.readLine() else { return }
                    atWork.withLock { _ in Self.answer(client, line, words, carryOut) }
                }
                hearing.name = "control"
                hearing.start()
            }
        }
        thread.name = "control"
        thread.start()
    }

    /// Takes no more requests.
    package func stop() {
        stopping.withLock { $0 = true }
        listener.shutDown()
    }

    private static func answer(
        _ client: SocketFile, _ line: [UInt8], _ sentence: (any Error) -> String,
        _ carryOut: ([String]) throws -> Void
    ) {
        var answer = JSONObject()
        do {
            let words = try JSONReader.read(line).array?.compactMap(\.string) ?? []
            try carryOut(words)
            answer.append("ok", .bool(true))
        } catch {
            answer.append("ok", .bool(false))
            answer.append("words", .string(sentence(error)))
        }
        _ = client.send(JSONWriter.write(.object(answer)) + [UInt8(ascii: "\n")])
    }
}

/// A Unix socket as a file descriptor that closes itself.
private final class SocketFile: Sendable {
    private let descriptor: Int32
    /// Held open, because the socket is reached through it: its own path may be too long for one.
    private let folder: Int32
    private let isListener = Mutex(false)

    init?(_ path: String) {
        folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return nil }
        descriptor = socket(
            AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else {
            close(folder)
            return nil
        }
    }

    private init(accepted descriptor: Int32) {
        self.descriptor = descriptor
        folder = -1
    }

    deinit {
        if isListener.withLock({ $0 }) { removeSocket() }
        close(descriptor)
        if folder >= 0 { close(folder) }
    }

    /// Removes what a server left behind, and nothing else that has its name.
    private func removeSocket() {
        var status = stat()
        guard fstatat(folder, ControlSocket.name, &status, AT_SYMLINK_NOFOLLOW) == 0,
            status.st_mode & S_IFMT == S_IFSOCK
        else { return }
        unlinkat(folder, ControlSocket.name, 0)
    }

    func connectToServer() -> Bool {
        withAddress { Glibc.connect(descriptor, $0, $1) } == 0
            && setPatience(ControlSocket.answerSeconds)
    }

    func listen() -> Bool {
        removeSocket()
        guard withAddress({ bind(descriptor, $0, $1) }) == 0,
            fchmodat(folder, ControlSocket.name, 0o600, 0) == 0,
            Glibc.listen(descriptor, 8) == 0
        else { return false }
        isListener.withLock { $0 = true }
        return true
    }

    func accept() -> SocketFile? {
        while true {
            let client = Glibc.accept(descriptor, nil, nil)
            if client < 0, errno == EINTR || errno == ECONNABORTED { continue }
            guard client >= 0 else { return nil }
            let file = SocketFile(accepted: client)
            if file.setPatience(ControlSocket.requestSeconds) { return file }
        }
    }

    func shutDown() {
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(
                    descriptor, $0.baseAddress?.advanced(by: sent), bytes.count - sent,
                    Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Everything before the first line break; nil when it does not come, or is too long.
    func readLine() -> [UInt8]? {
        var line: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4_096)
        while line.count < ControlSocket.requestByteCountMax {
            let count = recv(descriptor, &piece, piece.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            line += piece.prefix(count)
            if let end = line.firstIndex(of: UInt8(ascii: "\n")) { return Array(line[..<end]) }
        }
        return nil
    }

    private func setPatience(_ seconds: Int) -> Bool {
        var time = timeval(tv_sec: seconds, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        return setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, size) == 0
    }

    private func withAddress(
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = Array("/proc/self/fd/\(folder)/\(ControlSocket.name)".utf8)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
