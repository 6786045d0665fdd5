/// Reads a standard's file against the schema and collects every fault, not only the first.
///
/// What comes out is a table of leaves by path; ``QualityStandard`` is built from it and from
/// nothing else, so a leaf that passed here needs no second look.
struct StandardReader {
    /// A value and its saying.
    struct Leaf {
        let value: JSONValue?
        let saying: Saying
    }

    /// An element of a list: its own keys and its saying.
    struct Element {
        let members: [String: JSONValue]
        let saying: Saying
    }

    private(set) var faults: [JSONFault] = []
    /// What the file leaves out, and how it is read instead.
    private(set) var omissions: [StandardFinding] = []
    private(set) var leaves: [String: Leaf] = [:]
    private(set) var lists: [String: [Element]] = [:]
    private(set) var id = ""

    /// Far more than any standard has; elements are held against one another, two by two.
    private static let elementsMax = 200

    private static let sayingKeys = ["quote", "place", "mark", "note"]

    init(_ root: JSONValue) {
        guard let object = root.object else {
            fault(path: "$", "\(root.kind), an object was expected")
            return
        }
        readIdentity(object)
        for member in object.members where !StandardSchema.plainKeys.contains(member.key) {
            if let list = StandardSchema.lists.first(where: { $0.name == member.key }) {
                readList(list, member.value)
            } else {
                readSection(member.key, member.value)
            }
        }
        noteOmissions(in: object)
    }

    private mutating func noteOmissions(in object: JSONObject) {
        for path in StandardSchema.sectionsInOrder {
            // Of a section that is missing or empty, nobody asks for the parts.
            guard let (outer, key) = Self.place(of: path, in: object) else { continue }
            if outer[key] == nil {
                note(path, "the section is missing; each of its values is read as silent")
            } else if outer[key]?.object?.members.isEmpty == true {
                note(path, "the section is empty; each of its values is read as silent")
            }
        }
        for key in StandardSchema.keys where !key.isQuotedOnly {
            guard let (outer, name) = Self.place(of: key.path, in: object), outer[name] == nil
            else { continue }
            note(key.path, "left out; it is read as silent")
        }
        for list in StandardSchema.lists where object[list.name] == nil {
            note(list.name, "the list is missing; it is read as empty")
        }
    }

    /// The section that a path ends in, where it holds anything, and the last key of the path.
    private static func place(
        of path: String, in object: JSONObject
    ) -> (outer: JSONObject, key: String)? {
        let keys = path.utf8.split(separator: UInt8(ascii: ".")).compactMap(String.init)
        guard let key = keys.last,
            let outer = keys.dropLast().reduce(object, { $0?[$1]?.object }),
            !outer.members.isEmpty
        else { return nil }
        return (outer, key)
    }

    private mutating func note(_ path: String, _ message: String) {
        omissions.append(StandardFinding(.incomplete, path, message))
    }

    mutating func fault(path: String, _ message: String) {
        faults.append(JSONFault(path: "standard.\(path)", message))
    }

    // MARK: Identity

    private mutating func readIdentity(_ object: JSONObject) {
        switch object["format"] {
        case .string(StandardSchema.format): break
        case nil: fault(path: "format", "missing key")
        default: fault(path: "format", "\"\(StandardSchema.format)\" was expected")
        }
        requireText(object, "id") { id in
            id.isShortName ? nil : "small letters, digits and hyphens were expected"
        }
        id = object["id"]?.string ?? ""
        requireText(object, "name") { $0.isEmpty ? "empty" : nil }
        if let version = object["version"] {
            if (version.wholeNumber ?? 0) < 1 {
                fault(path: "version", "a whole number from 1 was expected")
            }
        } else {
            note("version", "missing; it is read as 1")
        }
        if object["municipality"] != nil {
            requireText(object, "municipality") { code in
                Municipality.name(ofCode: code) == nil ? "no municipality has this code" : nil
            }
        }
    }

    private mutating func requireText(
        _ object: JSONObject, _ key: String, refusal: (String) -> String?
    ) {
        guard let value = object[key] else { return fault(path: key, "missing key") }
        guard let text = value.string else {
            return fault(path: key, "\(value.kind), a string was expected")
        }
        if let words = refusal(text) { fault(path: key, words) }
    }

    // MARK: Sections

    private mutating func readSection(_ path: String, _ value: JSONValue) {
        if let key = StandardSchema.key(at: path) { return readLeaf(key, value) }
        guard StandardSchema.isSection(path) else { return fault(path: path, "unknown key") }
        guard let object = value.object else {
            return fault(path: path, "\(value.kind), an object was expected")
        }
        for member in object.members {
            readSection("\(path).\(member.key)", member.value)
        }
    }

    private mutating func readLeaf(_ key: StandardSchema.Key, _ value: JSONValue) {
        guard let object = value.object else {
            return fault(
                path: key.path, "\(value.kind), an object with value, quote and mark was expected")
        }
        refuseOthers(object, at: key.path, beside: ["value"])
        guard let saying = readSaying(object, at: key.path) else { return }
        let content = object["value"]
        if let content {
            if saying.mark == .missing {
                fault(path: "\(key.path).value", "a missing value has no value")
            }
            if let words = key.form.refusal(of: content) {
                fault(path: "\(key.path).value", words)
            }
            requireQuote(saying, at: key.path)
        } else if saying.mark != .missing {
            fault(path: "\(key.path).value", "missing key")
        }
        leaves[key.path] = Leaf(value: content, saying: saying)
    }

    /// What is marked as said must show where: only what is implied needs no words.
    private mutating func requireQuote(_ saying: Saying, at path: String) {
        if saying.quote == nil, saying.mark == .explicit || saying.mark == .stale {
            fault(path: "\(path).quote", "a value without a quote")
        }
    }

    private mutating func readSaying(_ object: JSONObject, at path: String) -> Saying? {
        let before = faults.count
        var texts: [String: String] = [:]
        for key in ["quote", "place", "note"] {
            guard let value = object[key] else { continue }
            guard let text = value.string else {
                fault(path: "\(path).\(key)", "\(value.kind), a string was expected")
                continue
            }
            if text.allSatisfy(\.isWhitespace) { fault(path: "\(path).\(key)", "empty") }
            texts[key] = text
        }
        if object["mark"] == nil {
            note(path, "a value without its mark; it is read as explicit")
        }
        let mark = object["mark"].map { $0.string.flatMap(Mark.init(rawValue:)) } ?? .explicit
        if mark == nil {
            let known = Mark.allCases.map(\.rawValue).joined(separator: ", ")
            fault(path: "\(path).mark", "unknown word; one of: \(known)")
        }
        guard faults.count == before, let mark else { return nil }
        return Saying(
            standard: id, quote: texts["quote"], place: texts["place"], mark: mark,
            note: texts["note"])
    }

    private mutating func refuseOthers(_ object: JSONObject, at path: String, beside: [String]) {
        for member in object.members
        where !beside.contains(member.key) && !Self.sayingKeys.contains(member.key) {
            fault(path: "\(path).\(member.key)", "unknown key")
        }
    }

    // MARK: Lists

    private mutating func readList(_ list: StandardSchema.List, _ value: JSONValue) {
        guard let elements = value.array else {
            return fault(path: list.name, "\(value.kind), a list was expected")
        }
        guard elements.count <= Self.elementsMax else {
            return fault(path: list.name, "more than \(Self.elementsMax) elements")
        }
        var read: [Element] = []
        for (index, element) in elements.enumerated() {
            let path = "\(list.name)[\(index)]"
            guard let object = element.object else {
                fault(path: path, "\(element.kind), an object was expected")
                continue
            }
            if let element = readElement(list, object, at: path) { read.append(element) }
        }
        lists[list.name] = read
    }

    private mutating func readElement(
        _ list: StandardSchema.List, _ object: JSONObject, at path: String
    ) -> Element? {
        let before = faults.count
        let forms = list.required.merging(list.optional) { required, _ in required }
        refuseOthers(object, at: path, beside: Array(forms.keys))
        for key in list.required.keys.sorted() where object[key] == nil {
            fault(path: "\(path).\(key)", "missing key")
        }
        var members: [String: JSONValue] = [:]
        for member in object.members {
            guard let form = forms[member.key] else { continue }
            if let words = form.refusal(of: member.value) {
                fault(path: "\(path).\(member.key)", words)
            }
            members[member.key] = member.value
        }
        guard let saying = readSaying(object, at: path) else { return nil }
        if saying.mark == .missing { fault(path: "\(path).mark", "an element cannot be missing") }
        requireQuote(saying, at: path)
        return faults.count == before ? Element(members: members, saying: saying) : nil
    }
}

extension StandardSchema.Form {
    /// Why a value does not have this form; `nil` when it has.
    func refusal(of value: JSONValue) -> String? {
        switch self {
        case .flag:
            return value.bool == nil ? "\(value.kind), true or false was expected" : nil
        case .number(let range):
            return Self.refusal(of: value, in: range)
        case .numbers(let range):
            return Self.refusal(ofList: value) { Self.refusal(of: $0, in: range) }
        case .day:
            guard let text = value.string else { return "\(value.kind), a date was expected" }
            return CalendarDay(isoText: text) == nil ? "\(text) is not a date" : nil
        case .text:
            guard let text = value.string else { return "\(value.kind), a string was expected" }
            return text.isEmpty ? "empty" : nil
        case .texts:
            return Self.refusal(ofList: value) { Self.text.refusal(of: $0) }
        case .word(let known):
            return Self.refusal(of: value, among: known)
        case .words(let known):
            return Self.refusal(ofList: value) { Self.refusal(of: $0, among: known) }
        }
    }

    private static func refusal(of value: JSONValue, in range: ClosedRange<Int>) -> String? {
        guard let number = value.wholeNumber, range.contains(number) else {
            return "a whole number \(range.lowerBound)–\(range.upperBound) was expected"
        }
        return nil
    }

    private static func refusal(of value: JSONValue, among known: [String]) -> String? {
        guard let word = value.string else { return "\(value.kind), a string was expected" }
        guard known.contains(word) else {
            return "unknown word \"\(word)\"; one of: \(known.joined(separator: ", "))"
        }
        return nil
    }

    private static func refusal(
        ofList value: JSONValue, element refusal: (JSONValue) -> String?
    ) -> String? {
        guard let elements = value.array else { return "\(value.kind), a list was expected" }
        guard Set(elements).count == elements.count else { return "an element stands twice" }
        return elements.lazy.compactMap(refusal).first
    }
}

extension StandardSchema {
    private static let keysByPath = Dictionary(
        uniqueKeysWithValues: keys.map { ($0.path, $0) })

    /// Every path that has keys below it: `freeChoice`, `freeChoice.day`.
    static let sectionsInOrder: [String] = {
        var found: [String] = []
        for key in keys {
            for dot in key.path.utf8.indices where key.path.utf8[dot] == UInt8(ascii: ".") {
                let path = String(key.path[..<dot])
                if !found.contains(path) { found.append(path) }
            }
        }
        return found
    }()
    private static let sections = Set(sectionsInOrder)

    static func key(at path: String) -> Key? { keysByPath[path] }
    static func isSection(_ path: String) -> Bool { sections.contains(path) }
}
