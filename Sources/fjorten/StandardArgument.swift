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
        do throws(FileBytes.ReadError) {
            return try FileBytes.read(name)
        } catch {
            if error == .tooLarge {
                Terminal.complain("fjorten: the file \(name) \(error)\n")
                throw ExitCode(66)
            }
        }
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
    ///
    /// - Throws: exit code 74 when not all of it could be written: the disk is full.
    static func say(_ text: String) throws(ExitCode) { try say(Array(text.utf8)) }
    /// Writes bytes to standard output, as ``say(_:)-(String)``.
    static func say(_ bytes: [UInt8]) throws(ExitCode) {
        guard write(bytes, to: STDOUT_FILENO) else {
            complain("fjorten: standard output cannot be written\n")
            throw ExitCode(74)
        }
    }
    /// Writes to standard error.
    static func complain(_ text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return false }
        }
        return true
    }
}

/// The bytes of a file.
enum FileBytes {
    /// Forty times a history of 10,000 events. A device that never ends is not read to its end.
    static let megabytesMax = 64

    /// Why a file was not read. ``description`` goes on after its name.
    enum ReadError: Error, CustomStringConvertible {
        case unreadable, tooLarge

        var description: String {
            switch self {
            case .unreadable: "cannot be read"
            case .tooLarge: "is larger than \(megabytesMax) MB"
            }
        }
    }

    /// All of a file; `-` is standard input.
    static func read(_ path: String) throws(ReadError) -> [UInt8] {
        if path == "-" { return try readAll(STDIN_FILENO) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable }
        defer { _ = close(descriptor) }
        return try readAll(descriptor)
    }

    /// Everything that can still be read from a descriptor.
    private static func readAll(_ descriptor: Int32) throws(ReadError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = chunk.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress, $0.count)
            }
            if count > 0 {
                bytes.append(contentsOf: chunk[..<count])
                guard bytes.count <= megabytesMax << 20 else { throw .tooLarge }
            } else if count == 0 {
                return bytes
            } else if errno != EINTR {
                throw .unreadable
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
