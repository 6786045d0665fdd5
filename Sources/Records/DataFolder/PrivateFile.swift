private import Glibc

/// A file that its owner alone may read: keys and what lies beside them.
///
/// Plain positioned reads and writes, since the vault must know when something is on disk.
package struct PrivateFile: ~Copyable {
    private let descriptor: Int32
    package let path: String

    /// How the file is used.
    package enum Mode {
        case read, readWrite
        /// Made now, 0600; it must not exist.
        case new
    }

    package init(_ path: String, _ mode: Mode) throws(FileError) {
        let flags: Int32 =
            switch mode {
            case .read: O_RDONLY
            case .readWrite: O_RDWR
            case .new: O_RDWR | O_CREAT | O_EXCL
            }
        let descriptor = Glibc.open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .latest }
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        close(descriptor)
    }

    /// Whether group or others may do anything with it.
    package var isOpenToOthers: Bool {
        var status = stat()
        return fstat(descriptor, &status) != 0 || status.st_mode & 0o077 != 0
    }

    package var byteCount: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Exactly `count` bytes from `offset`.
    package func read(_ count: Int, at offset: Int) throws(FileError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = bytes.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress?.advanced(by: done), count - done, offset + done)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw .latest }
            guard got > 0 else { throw .shortRead }
            done += got
        }
        return bytes
    }

    /// Writes all of it; on disk only after ``sync()``.
    package func write(_ bytes: [UInt8], at offset: Int) throws(FileError) {
        var done = 0
        while done < bytes.count {
            let put = bytes.withUnsafeBytes {
                pwrite(
                    descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done,
                    offset + done)
            }
            if put < 0, errno == EINTR { continue }
            guard put >= 0 else { throw .latest }
            done += put
        }
    }

    /// Returns when what was written is on disk.
    package func sync() throws(FileError) {
        guard fsync(descriptor) == 0 else { throw .latest }
    }

    /// Nothing of what was in it can be read any more. Not zeros: they would say that every key
    /// had been erased on purpose, to whoever has the old file open still.
    package func wipe() throws(FileError) {
        try write([UInt8](repeating: 0xff, count: byteCount), at: 0)
        try sync()
    }

    /// Puts `path` in the place of `other` at once; both lie in one folder.
    package static func move(_ path: String, over other: String) throws(FileError) {
        guard rename(path, other) == 0 else { throw .latest }
        try syncFolder(of: other)
    }

    /// Removes a file; one that is not there is removed already.
    package static func remove(_ path: String) throws(FileError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw .latest }
    }

    /// Removes a folder with nothing in it, and lets any other be.
    package static func removeEmptyFolder(_ path: String) {
        rmdir(path)
    }

    /// Whether there is something of that name that this user can see.
    package static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    /// Whether there is a file with something in it.
    package static func holdsSomething(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_size > 0
    }

    /// Refuses what this user may not read and write, before anything is begun.
    package static func expectWritable(_ path: String) throws(FileError) {
        guard access(path, R_OK | W_OK) == 0 || errno == ENOENT else { throw .latest }
    }

    /// Takes from everybody but the owner the right to write in a folder: whoever has it can put
    /// another file in the place of one that only its owner may open.
    ///
    /// - Returns: the mode it had, when that was so.
    package static func closeToOtherWriters(_ folder: String) -> UInt32? {
        var status = stat()
        guard stat(folder, &status) == 0, status.st_mode & 0o022 != 0 else { return nil }
        return chmod(folder, status.st_mode & 0o7755) == 0 ? status.st_mode & 0o7777 : nil
    }

    /// A new name in a folder is on disk when the folder is.
    package static func syncFolder(of path: String) throws(FileError) {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .latest }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .latest }
    }
}

/// What the operating system answered, as `errno`.
package struct FileError: Error, Sendable, Hashable {
    package let number: Int32
    package var isMissing: Bool { number == ENOENT }
    /// What opening a symbolic link answers.
    package static let linkNumber = ELOOP
    package static var shortRead: FileError { FileError(number: EIO) }
    fileprivate static var latest: FileError { FileError(number: errno) }
}

extension FileError: CustomStringConvertible {
    /// What the operating system says of it.
    package var description: String { "A file could not be read or written: \(reason)." }

    package var reason: String { words(ofErrno: number) }
}

/// The operating system's words for a number.
package func words(ofErrno number: Int32) -> String {
    String(cString: strerror(number))
}
