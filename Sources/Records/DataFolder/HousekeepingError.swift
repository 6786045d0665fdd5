/// Why housekeeping is not done.
package enum HousekeepingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The head is not a number, a colon and hexadecimal digits.
    case headMalformed
    /// A server has the data folder.
    case served(folder: String)
    /// The audit chain of a backup is broken.
    case chainBroken(String)

    /// One sentence for whoever typed the command.
    package var description: String {
        switch self {
        case .headMalformed:
            "A head is what a report prints: a number, a colon and hexadecimal digits."
        case .served(let folder): "A server has \(folder) open; stop it first."
        case .chainBroken(let what): "The backup's audit log is broken: \(what)."
        }
    }
}
