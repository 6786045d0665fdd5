/// Where in a JSON text something stands: `events[3].on`. The whole text is `$`.
package struct JSONPath: Hashable, Sendable, CustomStringConvertible {
    private enum Step: Hashable, Sendable {
        case key(String)
        case index(Int)
    }

    private let steps: [Step]

    /// The whole text.
    package static let root = JSONPath(steps: [])

    private init(steps: [Step]) {
        self.steps = steps
    }

    /// The member under a key.
    package func key(_ key: String) -> JSONPath {
        JSONPath(steps: steps + [.key(key)])
    }

    /// The element at an index, counted from 0.
    package func index(_ index: Int) -> JSONPath {
        JSONPath(steps: steps + [.index(index)])
    }

    /// `events[3].on`; a key that is not a plain word is quoted: `["to be"]`.
    package var description: String {
        guard !steps.isEmpty else { return "$" }
        var text = ""
        for step in steps {
            switch step {
            case .index(let index): text += "[\(index)]"
            case .key(let key) where Self.isPlain(key): text += text.isEmpty ? key : ".\(key)"
            case .key(let key): text += "[\(JSONWriter.quoted(key))]"
            }
        }
        return text
    }

    private static func isPlain(_ key: String) -> Bool {
        !key.isEmpty
            && key.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "-"
            }
    }
}

/// A fault in a JSON text: where, and what is wrong, in words for the one who wrote the file.
package struct JSONFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The place, `events[3].on` or `$`.
    package let path: String
    /// What is wrong there. Never a value that could be personal beyond the faulty one itself.
    package let message: String

    /// A fault at a path.
    package init(_ path: JSONPath, _ message: String) {
        self.path = path.description
        self.message = message
    }

    /// A fault at a path given as text, for faults whose paths begin with a word of their own.
    package init(path: String, _ message: String) {
        self.path = path
        self.message = message
    }

    /// One line: `events[3].on: 2023-02-29 is not a date`.
    package var description: String { "\(path): \(message)" }
}
