internal import Domain

/// A value in the database that is not what the program writes there. A fault of ours or a damaged file; never a user's.
struct StoredValueFault: Error {
    /// What it should have been. Never the value itself.
    let expected: StaticString
}

extension CalendarDay {
    /// Reads a day this program has stored.
    init(stored text: String) throws(StoredValueFault) {
        guard let day = CalendarDay(isoText: text) else {
            throw StoredValueFault(expected: "a local day")
        }
        self = day
    }
}

extension Instant {
    /// Reads an instant this program has stored.
    init(stored text: String) throws(StoredValueFault) {
        guard let instant = Instant(rfc3339: text) else {
            throw StoredValueFault(expected: "an instant")
        }
        self = instant
    }

    /// Whole seconds from this moment to a later one.
    func age(at now: Instant) -> Int { now.seconds - seconds }
}

extension String {
    /// Without blanks and line breaks at its ends.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
