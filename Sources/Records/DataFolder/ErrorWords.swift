internal import SQLite
private import Foundation

/// One clear sentence, in English, for whoever runs a command: what is wrong and what to do about it.
package enum ErrorWords {
    /// The sentence. Nothing from a citizen is ever in it.
    package static func sentence(for error: any Error) -> String {
        switch error {
        case let error as SQLiteError: words(error)
        case let error as CocoaError: words(error)
        case let error as any CustomStringConvertible: "\(error)"
        default: "Something went wrong that nobody foresaw (\(type(of: error)))."
        }
    }

    private static func words(_ error: SQLiteError) -> String {
        if error.isFull { return "The disk is full." }
        if error.isCannotOpen { return "The database cannot be opened." }
        if error.isCorrupt { return "The database file is damaged, or is not a database." }
        if error.isBusy { return "Another program holds the database." }
        if error.isReadOnly { return "The database or its folder may not be written." }
        return "The database answered with code \(error.code)."
    }

    private static func words(_ error: CocoaError) -> String {
        let path = error.filePath ?? "a file or folder"
        return switch error.code {
        case .fileWriteNoPermission, .fileReadNoPermission: "No permission for \(path)."
        case .fileNoSuchFile, .fileReadNoSuchFile: "\(path) does not exist."
        case .fileWriteFileExists: "\(path) is not a folder."
        default: "\(path) could not be read or written (\(error.code.rawValue))."
        }
    }
}
