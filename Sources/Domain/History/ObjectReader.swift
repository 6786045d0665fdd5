/// One way a value may look in a history: how to read it, and what to call it in a fault line.
struct ValueForm<Value>: Sendable {
    /// Asked for only by a fault: most values have none, and a history has many values.
    let wanted: @Sendable () -> String
    /// Whether a faulty value may stand in the fault line; a person number may not.
    let showsValue: Bool
    /// Whether a text is right at all: where it is not, it stands in quotes, so that `"60" is not a whole number` is no riddle.
    let isText: Bool
    let read: @Sendable (JSONValue) -> Value?

    init(
        wanted: @autoclosure @escaping @Sendable () -> String, showsValue: Bool = true,
        isText: Bool = true, read: @escaping @Sendable (JSONValue) -> Value?
    ) {
        self.wanted = wanted
        self.showsValue = showsValue
        self.isText = isText
        self.read = read
    }

    func fault(for value: JSONValue) -> String {
        showsValue ? "\(shown(value)) is not \(wanted())" : "not \(wanted())"
    }

    private func shown(_ value: JSONValue) -> String {
        switch value {
        case .string(let text):
            // On one line and short, whatever stands in the file.
            let quoted = JSONWriter.quoted(String(text.prefix(60)))
            let isPlain = isText && quoted.utf8.count == text.utf8.count + 2 && !text.isEmpty
            return isPlain ? text : quoted
        case .array, .object: return value.kind
        default: return JSONWriter.text(value)
        }
    }
}

extension ValueForm where Value == CalendarDay {
    static var day: Self {
        Self(wanted: "a date") { $0.string.flatMap { CalendarDay(isoText: $0) } }
    }
}

extension ValueForm where Value == Instant {
    static var instant: Self {
        Self(wanted: "a moment as RFC 3339 writes it") {
            $0.string.flatMap { Instant(rfc3339: $0) }
        }
    }
}

extension ValueForm where Value == String {
    static var text: Self { Self(wanted: "a text") { $0.string } }

    static var municipality: Self {
        Self(wanted: "the code of a Danish municipality") { value in
            value.string.flatMap { Municipality.name(ofCode: $0) == nil ? nil : $0 }
        }
    }
}

extension ValueForm where Value == [String] {
    static var texts: Self {
        Self(wanted: "a list of texts", isText: false) { value in
            guard let elements = value.array else { return nil }
            let texts = elements.compactMap(\.string)
            return texts.count == elements.count ? texts : nil
        }
    }
}

extension ValueForm where Value == Bool {
    static var flag: Self { Self(wanted: "true or false", isText: false) { $0.bool } }
}

extension ValueForm where Value == Int {
    static var minutes: Self {
        Self(wanted: "a whole number from 0 to 1440", isText: false) {
            $0.wholeNumber(in: 0...1440)
        }
    }

    static var year: Self {
        Self(wanted: "a whole number from 1 to 9999", isText: false) {
            $0.wholeNumber(in: 1...9999)
        }
    }

    static var ciwaTotal: Self {
        Self(wanted: "a whole number from 0 to 67", isText: false) { $0.wholeNumber(in: 0...67) }
    }

    static var count: Self {
        Self(wanted: "a whole number, 0 or more", isText: false) { $0.wholeNumber(in: 0...Int.max) }
    }
}

extension JSONValue {
    fileprivate func wholeNumber(in range: ClosedRange<Int>) -> Int? {
        wholeNumber.flatMap { range.contains($0) ? $0 : nil }
    }
}

extension ValueForm where Value == Double {
    static var amount: Self {
        Self(wanted: "a number, 0 or more", isText: false) { value in
            value.number.flatMap { $0 >= 0 ? $0 : nil }
        }
    }
}

extension ValueForm where Value == CPRNumber {
    static var cpr: Self {
        Self(wanted: "a CPR or eCPR number with a real date", showsValue: false) {
            $0.string.flatMap { CPRNumber($0) }
        }
    }
}

extension ValueForm where Value: HistoryWord {
    static var word: Self {
        Self(wanted: oneOf(Array(Value.allCases))) { $0.string.flatMap { Value(rawValue: $0) } }
    }

    static func word(of allowed: [Value]) -> Self {
        Self(wanted: oneOf(allowed)) { value in
            value.string.flatMap { Value(rawValue: $0) }.flatMap { allowed.contains($0) ? $0 : nil }
        }
    }

    private static func oneOf(_ words: [Value]) -> String {
        let list = words.map(\.rawValue).joined(separator: ", ")
        return words.count == 1 ? list : "one of \(list)"
    }
}

/// Reads the keys of one object and collects every fault: what is missing, what is not of its
/// form, and, at the end, what nobody asked for.
struct ObjectReader {
    private let object: JSONObject
    private let place: Place
    private var asked: AskedFor
    private(set) var faults: [JSONFault] = []

    init(_ object: JSONObject, at place: Place) {
        self.object = object
        self.place = place
        asked = AskedFor(count: object.members.count)
    }

    func has(_ key: String) -> Bool { object.index(of: key) != nil }

    mutating func required<Value>(_ key: String, _ form: ValueForm<Value>) -> Value? {
        guard let value = raw(key) else {
            refuse(key, "missing key")
            return nil
        }
        return read(key, value, form)
    }

    mutating func optional<Value>(_ key: String, _ form: ValueForm<Value>) -> Value? {
        raw(key).flatMap { read(key, $0, form) }
    }

    private mutating func read<Value>(
        _ key: String, _ value: JSONValue, _ form: ValueForm<Value>
    ) -> Value? {
        guard let read = form.read(value) else {
            refuse(key, form.fault(for: value))
            return nil
        }
        return read
    }

    /// A key that another reading has judged already; only its absence is a fault here.
    mutating func requiredAgain<Value>(_ key: String, _ form: ValueForm<Value>) -> Value? {
        has(key) ? raw(key).flatMap(form.read) : required(key, form)
    }

    /// The value under a key, whatever it is; the key counts as asked for.
    mutating func raw(_ key: String) -> JSONValue? {
        guard let index = object.index(of: key) else { return nil }
        asked.insert(index)
        return object.members[index].value
    }

    mutating func refuse(_ key: String, _ message: String) {
        faults.append(JSONFault(place.path.key(key), message))
    }

    mutating func refuseUnknownKeys() {
        guard !asked.isAll else { return }
        for (index, member) in object.members.enumerated() where !asked.contains(index) {
            refuse(member.key, "unknown key")
        }
    }
}

extension ObjectReader {
    /// Where an object stands. Its path is put together only for a fault.
    enum Place {
        case root
        case member(String)
        case element(of: String, Int)

        var path: JSONPath {
            switch self {
            case .root: .root
            case .member(let key): .root.key(key)
            case .element(let list, let index): .root.key(list).index(index)
            }
        }
    }

    /// Which members were asked for, by their index. No object has more than 64 that mean anything,
    /// so the set behind is for files that are wrong anyway.
    private struct AskedFor {
        private let count: Int
        private var first: UInt64 = 0
        private var rest: Set<Int> = []

        init(count: Int) {
            self.count = count
        }

        mutating func insert(_ index: Int) {
            if index < 64 { first |= 1 << UInt64(index) } else { rest.insert(index) }
        }

        func contains(_ index: Int) -> Bool {
            index < 64 ? first & (1 << UInt64(index)) != 0 : rest.contains(index)
        }

        var isAll: Bool { first.nonzeroBitCount + rest.count == count }
    }
}
