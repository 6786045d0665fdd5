internal import Foundation
internal import Records
internal import SQLite

/// What the log is told of a fault: enough to find its cause, and nothing from a citizen. Of an error whose words may
/// be made of what somebody typed, the kind alone.
func faultInLog(_ error: any Error) -> String {
    switch error {
    case let error as SQLiteError: error.description
    case is VaultError, is CocoaError, is OpeningError: ErrorWords.sentence(for: error)
    default: "\(type(of: error))"
    }
}
