private import Crypto
private import Foundation

/// Why a file or folder of ours could not be used.
package struct StorageError: Error, Hashable, Sendable, CustomStringConvertible {
    package let path: String
    /// What the operating system answered.
    package let errno: Int32

    package init(path: String, errno: Int32) {
        self.path = path
        self.errno = errno
    }

    /// One sentence for whoever typed the command.
    package var description: String {
        "\(path) could not be read or written: \(words(ofErrno: errno))."
    }
}

/// What is done with whole files and folders of ours. All are private to their owner.
package enum Files {
    /// Makes a folder, and those it lies in.
    package static func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
    }

    /// A new file that its owner alone may read, on disk with what is in it.
    package static func makePrivate(_ path: String, _ bytes: [UInt8] = []) throws(StorageError) {
        do throws(FileError) {
            let file = try PrivateFile(path, .new)
            try file.write(bytes, at: 0)
            try file.sync()
        } catch {
            throw StorageError(path: path, errno: error.number)
        }
    }

    /// Returns when a file is on disk.
    package static func sync(_ path: String) throws(StorageError) {
        do throws(FileError) {
            try PrivateFile(path, .read).sync()
        } catch {
            throw StorageError(path: path, errno: error.number)
        }
    }

    /// Gives a folder its name, once what is in it is on disk.
    package static func move(_ path: String, to other: String) throws(StorageError) {
        do throws(FileError) {
            try PrivateFile.syncFolder(of: path + "/.")
            try PrivateFile.move(path, over: other)
        } catch {
            throw StorageError(path: other, errno: error.number)
        }
    }

    /// Removes a database and what SQLite keeps beside it.
    package static func removeDatabase(_ path: String) throws(StorageError) {
        do throws(FileError) {
            for suffix in ["", "-wal", "-shm", "-journal"] {
                try PrivateFile.remove(path + suffix)
            }
        } catch {
            throw StorageError(path: path, errno: error.number)
        }
    }

    /// SHA-256 of a file of any size; nil where there is none.
    package static func digest(of path: String) throws -> String? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        var digest = SHA256()
        while let chunk = try file.read(upToCount: 1 << 20), !chunk.isEmpty {
            digest.update(data: chunk)
        }
        return Hex.text(digest.finalize())
    }

    /// The bytes of a file, or of everything in a folder.
    package static func byteCount(of path: String) throws -> Int {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return 0 }
        if isFolder.boolValue {
            return try FileManager.default.contentsOfDirectory(atPath: path)
                .reduce(0) { try $0 + byteCount(of: path + "/" + $1) }
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.size] as? NSNumber)?.intValue ?? 0
    }
}
