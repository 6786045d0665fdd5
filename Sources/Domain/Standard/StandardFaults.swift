/// A file that is no standard: every fault, by its path.
package struct StandardFaults: Error, Hashable, Sendable, CustomStringConvertible {
    /// The faults, in the order of the file; never empty. Their paths begin with `standard.`.
    package let faults: [JSONFault]

    /// One line for each fault.
    package var description: String {
        faults.map(\.description).joined(separator: "\n")
    }
}
