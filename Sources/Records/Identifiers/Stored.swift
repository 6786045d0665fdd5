package import Domain

/// A value in the database that is not what the program writes there. A fault of ours or a damaged file; never a user's.
package struct StoredValueError: Error {
    /// What it should have been. Never the value itself.
    package let expected: StaticString

    package init(expected: StaticString) { self.expected = expected }
}

extension CalendarDay {
    /// Reads a day this program has stored.
    package init(stored text: String) throws(StoredValueError) {
        guard let day = CalendarDay(isoText: text) else {
            throw StoredValueError(expected: "a local day")
        }
        self = day
    }
}

extension Instant {
    /// Reads an instant this program has stored.
    package init(stored text: String) throws(StoredValueError) {
        guard let instant = Instant(rfc3339: text) else {
            throw StoredValueError(expected: "an instant")
        }
        self = instant
    }
}

extension String {
    /// Without blanks and line breaks at its ends.
    package var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
