/// Something questionable in a standard that can be read: no fault, but worth knowing before it
/// is adopted.
package struct StandardFinding: Hashable, Sendable, CustomStringConvertible {
    /// What kind of thing was found.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// An age that no unit takes.
        case ageGap = "age-gap"
        /// An age that two units take at the same place.
        case ageOverlap = "age-overlap"
        /// A law reference that does not hold on the standard's date.
        case law
        /// A body that has another name now, or is gone.
        case body
        /// A promise narrower than the law. It is shown, but the law is what counts.
        case belowLaw = "below-law"
        /// A value whose words the editor marked as overtaken.
        case stale
        /// The standard does not hold on the day, or is due for revision.
        case validity
        /// A value without a place in the text.
        case place
        /// Something that every standard should have and this file leaves out.
        case incomplete
    }

    /// What kind of thing was found.
    package let kind: Kind
    /// Where: `units`, `guarantee.scope`.
    package let path: String
    /// What it is, in words.
    package let message: String

    init(_ kind: Kind, _ path: String, _ message: String) {
        self.kind = kind
        self.path = path
        self.message = message
    }

    /// One line: `standard.units: age 25 is in no unit (age-gap)`.
    package var description: String { "standard.\(path): \(message) (\(kind.rawValue))" }
}
