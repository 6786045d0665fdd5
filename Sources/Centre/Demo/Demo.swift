internal import Domain

/// Why no demo is made.
public enum DemoFailure: Error, Hashable, Sendable {
    /// There is something in the folder already.
    case folderInUse(String)
}
