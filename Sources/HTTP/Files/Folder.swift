internal import Glibc

/// Reading whole files and the names in a folder.
enum Folder {
    /// The names of the files in a folder and the folders in it, by byte order.
    static func files(_ root: String, _ prefix: String) throws(ServerError) -> [String] {
        let path = prefix.isEmpty ? root : root + "/" + prefix
        guard let folder = unsafe opendir(path) else { throw .unreadable(path) }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe String(
                    cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
            }
            if !name.hasPrefix(".") { names.append(prefix.isEmpty ? name : prefix + "/" + name) }
        }
        unsafe closedir(folder)
        var files: [String] = []
        for name in names.sorted() {
            if try isFolder(root + "/" + name) {
                files += try Self.files(root, name)
            } else {
                files.append(name)
            }
        }
        return files
    }

    private static func isFolder(_ path: String) throws(ServerError) -> Bool {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw .unreadable(path) }
        return status.st_mode & S_IFMT == S_IFDIR
    }

    /// A file's bytes and when it was last changed.
    static func read(_ path: String) throws(ServerError) -> ([UInt8], Int) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .unreadable(path) }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var position = 0
        while position < bytes.count {
            let count = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(
                    descriptor, buffer.baseAddress.map { unsafe $0 + position },
                    buffer.count - position)
            }
            guard count > 0 else { throw .unreadable(path) }
            position += count
        }
        return (bytes, Int(status.st_mtim.tv_sec))
    }
}
