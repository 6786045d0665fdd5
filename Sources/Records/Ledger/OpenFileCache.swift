internal import Synchronization

/// The files of the open cases as they were last read, so that a list does not read again what nobody has written in.
///
/// The ledger is only appended to, so a file whose last position has not moved is the same file. Bodies lie here as
/// they lie in the database: sealed. A case that is closed or erased goes with the next list.
final class OpenFileCache: Sendable {
    private let kept = Mutex<[CaseID: CaseFile]>([:])

    /// All of them at once; whoever lists puts back what is open now.
    var files: [CaseID: CaseFile] {
        get { kept.withLock { $0 } }
        set { kept.withLock { $0 = newValue } }
    }
}
