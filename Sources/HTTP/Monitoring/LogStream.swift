internal import Glibc
internal import Synchronization

/// Where the lines of a log go: a file, a pipe, a terminal, the journal's socket.
///
/// Nobody who writes a line waits for whoever reads it. Lines that find no room are kept up to a bound; beyond it
/// they are dropped and counted, and a line in their place tells how many there were.
package final class LogStream: Sendable {
    private struct State {
        /// Not written yet. The beginning of the first line may be.
        var backlog: [UInt8] = []
        var droppedCount = 0
        /// Of those, what a line in the backlog tells.
        var reportedCount = 0
        /// The last line that was written is there in part.
        var isMidLine = false
    }

    private let state = Mutex(State())
    private let descriptor: Int32
    private let ownsDescriptor: Bool
    private let wallClock: (@Sendable () -> Int)?

    /// Lines of a busy moment come together until there are so many bytes, and are then written at once.
    let writeBytesMax: Int
    static let backlogBytesMax = 262_144

    /// - Parameter wallClock: Seconds since 1970, for the line about lines that were dropped.
    package init(descriptor: Int32, wallClock: (@Sendable () -> Int)? = nil) {
        let own = Self.terminal(descriptor)
        self.descriptor = own ?? descriptor
        ownsDescriptor = own != nil
        writeBytesMax = Self.isFile(descriptor) ? 32_768 : Self.pipeBytesMax
        self.wallClock = wallClock
    }

    deinit {
        if ownsDescriptor { close(descriptor) }
    }

    /// A terminal that has room for a byte may wait with the next one, so it is opened anew in a way that does not;
    /// its other users are not to notice.
    private static func terminal(_ descriptor: Int32) -> Int32? {
        guard isatty(descriptor) == 1 else { return nil }
        let own = unsafe open(
            "/proc/self/fd/\(descriptor)", O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        return own >= 0 ? own : nil
    }

    /// A pipe that can be written at all takes as much at once (PIPE_BUF).
    private static let pipeBytesMax = 4_096

    private static func isFile(_ descriptor: Int32) -> Bool {
        var status = stat()
        return unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Writes whole lines, each with its newline, or keeps them until they can be written.
    package func write(_ lines: ArraySlice<UInt8>) {
        state.withLock { state in
            writeBacklog(&state)
            guard state.droppedCount == 0 else {
                state.droppedCount += Self.lineCount(lines)
                return
            }
            var rest = lines
            if state.backlog.isEmpty {
                if state.isMidLine { rest = ([Byte.lineFeed] + lines)[...] }
                let isBroken = send(&rest, &state)
                if isBroken {
                    state.droppedCount = Self.lostCount(rest)
                    return
                }
            }
            if state.backlog.count + rest.count <= Self.backlogBytesMax {
                state.backlog.append(contentsOf: rest)
            } else {
                state.droppedCount = Self.lineCount(rest)
            }
        }
    }

    /// Writes what had to wait, as far as there is room now.
    package func flushBacklog() {
        state.withLock { writeBacklog(&$0) }
    }

    /// The program ends: whoever reads gets a moment to take what still waits.
    package func finish(within patience: Duration = .seconds(1)) {
        let until = ContinuousClock.now + patience
        while ContinuousClock.now < until {
            flushBacklog()
            if state.withLock({ $0.backlog.isEmpty }) { return }
            _ = isWritable(within: 50)
        }
    }

    private func writeBacklog(_ state: inout State) {
        reportDropped(&state)
        guard !state.backlog.isEmpty else { return }
        var rest = state.backlog[...]
        let isBroken = send(&rest, &state)
        if isBroken {
            state.droppedCount += Self.lostCount(rest) + max(0, state.reportedCount - 1)
            state.backlog = []
        } else {
            state.backlog = Array(rest)
        }
        if state.backlog.isEmpty { state.reportedCount = 0 }
    }

    /// Half the room must be free again, or every other line would be about dropped ones.
    private func reportDropped(_ state: inout State) {
        guard state.droppedCount > 0, state.backlog.count <= Self.backlogBytesMax / 2, isWritable
        else { return }
        let moment = wallClock.map { "\"at\":\"\(HTTPDate.isoText($0()))\"," } ?? ""
        // What was lost began with the rest of a line.
        let newLine = state.isMidLine && state.backlog.isEmpty ? "\n" : ""
        let line =
            "\(newLine){\(moment)\"level\":\"warning\",\"message\":\"log lines dropped\","
            + "\"count\":\(state.droppedCount)}\n"
        state.backlog.append(contentsOf: line.utf8)
        state.reportedCount = state.droppedCount
        state.droppedCount = 0
    }

    /// Writes what there is room for.
    ///
    /// - Returns: Nobody reads any more, or the disk is full: the rest cannot be written.
    private func send(_ rest: inout ArraySlice<UInt8>, _ state: inout State) -> Bool {
        while !rest.isEmpty, isWritable {
            let piece = piece(of: rest)
            let sent = unsafe piece.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if sent > 0 {
                state.isMidLine = piece[piece.startIndex + sent - 1] != Byte.lineFeed
                rest = rest.dropFirst(sent)
            } else if errno == EAGAIN {
                break
            } else if errno != EINTR {
                return true
            }
        }
        return false
    }

    /// As many whole lines as are written at once, so that those of other programs do not come between.
    private func piece(of rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let piece = rest.prefix(writeBytesMax)
        guard piece.count < rest.count, let end = piece.lastIndex(of: Byte.lineFeed) else {
            return piece
        }
        return piece[...end]
    }

    /// How many lines are lost with what was not sent; of a line that lacks only its end nothing is.
    private static func lostCount(_ rest: ArraySlice<UInt8>) -> Int {
        lineCount(rest) - (rest.first == Byte.lineFeed ? 1 : 0)
    }

    private static func lineCount(_ lines: ArraySlice<UInt8>) -> Int {
        lines.count { $0 == Byte.lineFeed }
    }

    private var isWritable: Bool { isWritable(within: 0) }

    private func isWritable(within milliseconds: Int32) -> Bool {
        var asked = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return unsafe poll(&asked, 1, milliseconds) > 0
    }
}
