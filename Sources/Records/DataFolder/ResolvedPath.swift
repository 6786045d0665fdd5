private import Glibc

/// A path as the system sees it: absolute, without dots and links, also where its end is not there
/// yet. However a folder is written, this is one and the same.
package func resolvedPath(_ path: String) -> String {
    if let whole = realpath(path, nil) {
        defer { free(whole) }
        return String(cString: whole)
    }
    guard let last = path.split(separator: "/").last, last != "." else { return path }
    let trimmed = path.reversed().drop { $0 == "/" }.dropFirst(last.count).reversed()
    let folder = resolvedPath(trimmed.isEmpty ? "." : String(trimmed))
    return folder.hasSuffix("/") ? folder + last : "\(folder)/\(last)"
}

/// Whether a path lies in a folder, or is it, however the two are written.
package func isInside(_ path: String, folder: String) -> Bool {
    let (path, folder) = (resolvedPath(path), resolvedPath(folder))
    return path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
}
