/// A file that is no standard: every fault, by its path.
public struct StandardFaults: Error, Hashable, Sendable, CustomStringConvertible {
    /// The faults, in the order of the file; never empty. Their paths begin with `standard.`.
    public let faults: [JSONFault]

    /// One line for each fault.
    public var description: String {
        faults.map(\.description).joined(separator: "\n")
    }
}
