/// The fields of a response, in the order they are sent.
package struct ResponseHeaders: Sendable, ExpressibleByArrayLiteral {
    /// The fields.
    package private(set) var fields: [(name: String, value: String)]

    /// Fields in the order given.
    package init(arrayLiteral elements: (String, String)...) {
        fields = elements.map { (name: $0.0, value: $0.1) }
    }

    /// The first value of a name; setting replaces every field of that name, nil removes them.
    package subscript(name: String) -> String? {
        get { fields.first { Self.same($0.name, name) }?.value }
        set {
            fields.removeAll { Self.same($0.name, name) }
            if let newValue { fields.append((name: name, value: newValue)) }
        }
    }

    /// There is a field of that name.
    func has(_ name: String) -> Bool {
        fields.contains { Self.same($0.name, name) }
    }

    /// Every value of a name.
    package func all(_ name: String) -> [String] {
        fields.filter { Self.same($0.name, name) }.map(\.value)
    }

    /// Adds a field and keeps those that are there.
    package mutating func add(_ name: String, _ value: String) {
        fields.append((name: name, value: value))
    }

    static func same(_ one: String, _ other: String) -> Bool {
        guard one.utf8.count == other.utf8.count else { return false }
        if one == other { return true }
        guard let first = one.utf8.first, let second = other.utf8.first else { return true }
        return Byte.lowercased(first) == Byte.lowercased(second)
            && zip(one.utf8, other.utf8).allSatisfy {
                Byte.lowercased($0) == Byte.lowercased($1)
            }
    }
}
