internal import ArgumentParser
internal import Domain
internal import Glibc

/// What `--standard` takes: the id of a standard that is compiled in, or the path of a file.
struct StandardArgument: ExpressibleByArgument {
    /// As it was typed.
    let name: String

    init?(argument: String) {
        guard !argument.isEmpty else { return nil }
        name = argument
    }

    /// The file's bytes.
    ///
    /// - Throws: exit code 66 when there is neither such a standard nor such a file; the known
    ///   ones are then listed on standard error.
    func bytes() throws(ExitCode) -> [UInt8] {
        if let shipped = ShippedStandards.file(id: name) { return shipped }
        if let file = FileBytes.read(name) { return file }
        let known = ShippedStandards.ids.map { "  \($0)\n" }.joined()
        Terminal.complain(
            "fjorten: no standard and no file is called \(name). Known standards:\n\(known)")
        throw ExitCode(66)
    }

    /// The standard.
    ///
    /// - Throws: exit code 65 when the file is no valid standard; every fault then stands on
    ///   standard error by its path. Exit code 66 as ``bytes()``.
    func standard() throws(ExitCode) -> QualityStandard {
        let bytes = try bytes()
        do {
            return try QualityStandard(json: bytes)
        } catch {
            Terminal.complain("\(error)\n")
            throw ExitCode(65)
        }
    }
}

/// A date as it is typed: `2024-02-29`.
struct DayArgument: ExpressibleByArgument {
    /// The day.
    let day: CalendarDay

    init?(argument: String) {
        guard let day = CalendarDay(isoText: argument) else { return nil }
        self.day = day
    }
}

/// Standard output and standard error, written whole.
enum Terminal {
    /// Writes to standard output.
    static func say(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }
    /// Writes bytes to standard output.
    static func say(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }
    /// Writes to standard error.
    static func complain(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return }
        }
    }
}

/// The bytes of a file.
enum FileBytes {
    /// All of a file, or `nil` when it cannot be read.
    static func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { _ = close(descriptor) }
        return readAll(descriptor)
    }

    /// Everything that can still be read from a descriptor.
    static func readAll(_ descriptor: Int32) -> [UInt8]? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = chunk.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress, $0.count)
            }
            if count > 0 {
                bytes.append(contentsOf: chunk[..<count])
            } else if count == 0 {
                return bytes
            } else if errno != EINTR {
                return nil
            }
        }
    }
}

/// The calendar clock. It is read here and handed down.
enum Clock {
    /// This moment.
    static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(seconds: time.tv_sec, nanoseconds: time.tv_nsec)
    }

    /// Today's date in Denmark.
    static var today: CalendarDay { now.day }
}
