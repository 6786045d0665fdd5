internal import Domain

/// How a plan is printed: a document's headings and fields, and what of the plan stands in each. Data: the same plan fills
/// every template.
struct PlanTemplate: Hashable, Sendable {
    struct Row: Hashable, Sendable {
        let label: String
        /// What stands there; nil for a line that is filled in by hand.
        let field: PlanField?
    }

    struct Section: Hashable, Sendable {
        let heading: String
        /// What is meant, in small letters under the heading.
        let hint: String?
        let rows: [Row]
        /// What fills the section where it has no rows.
        let field: PlanField?
    }

    /// As it stands in an address.
    let id: String
    let title: String
    /// Whose document it is, and where it was printed.
    let source: String
    let sections: [Section]
    /// Who signs; a line each.
    let signatures: [String]
    /// Said to the citizen, or about her.
    let isForCitizen: Bool

    static let format = "fjorten-plan-template/1"
}

/// What a template may ask of a case and its plan.
enum PlanField: Hashable, Sendable {
    case caseNumber, enquiredOn, name, cpr, phone, writtenBy, date, agreedOn
    case wish, goals, subGoals, efforts, signs, timeframe, nextLook, attention, others
    case socialPlan, jointLead, jointRoles, jointMeetings, severities
    /// What the latest assessment says of an area of life.
    case area(LifeArea)

    private static let plain: [String: PlanField] = [
        "case-number": .caseNumber, "enquired-on": .enquiredOn, "name": .name, "cpr": .cpr,
        "phone": .phone, "written-by": .writtenBy, "date": .date, "agreed-on": .agreedOn,
        "wish": .wish, "goals": .goals, "sub-goals": .subGoals, "efforts": .efforts,
        "signs": .signs, "timeframe": .timeframe, "next-look": .nextLook,
        "attention": .attention, "others": .others, "social-plan": .socialPlan,
        "joint-lead": .jointLead, "joint-roles": .jointRoles, "joint-meetings": .jointMeetings,
        "severities": .severities,
    ]

    /// Reads its word in a template: `goals`, `area:alkohol`.
    init?(_ word: String) {
        if let plain = Self.plain[word] {
            self = plain
        } else if word.hasPrefix("area:"), let area = LifeArea(rawValue: String(word.dropFirst(5)))
        {
            self = .area(area)
        } else {
            return nil
        }
    }
}

extension PlanTemplate {
    /// Reads a template's file.
    ///
    /// - Throws: the first fault, with its place.
    init(json bytes: [UInt8]) throws(JSONFault) {
        let object = try Self.object(try JSONReader.read(bytes), .root)
        guard object["format"]?.string == Self.format else {
            throw JSONFault(.root.key("format"), "\"\(Self.format)\" was expected")
        }
        id = try Self.text(object, "id", .root)
        title = try Self.text(object, "title", .root)
        source = try Self.text(object, "source", .root)
        isForCitizen = object["forCitizen"]?.bool ?? false
        signatures = object["signatures"]?.array?.compactMap(\.string) ?? []
        var sections: [Section] = []
        for (place, value) in (object["sections"]?.array ?? []).enumerated() {
            sections.append(try Self.section(value, .root.key("sections").index(place)))
        }
        guard !sections.isEmpty else {
            throw JSONFault(.root.key("sections"), "a list with something in it was expected")
        }
        self.sections = sections
    }

    private static func section(
        _ value: JSONValue, _ path: JSONPath
    ) throws(JSONFault) -> Section {
        let object = try object(value, path)
        var rows: [Row] = []
        for (place, value) in (object["rows"]?.array ?? []).enumerated() {
            let path = path.key("rows").index(place)
            let row = try Self.object(value, path)
            rows.append(
                Row(label: try text(row, "label", path), field: try field(row, path)))
        }
        return Section(
            heading: try text(object, "heading", path), hint: object["hint"]?.string, rows: rows,
            field: try field(object, path))
    }

    private static func field(
        _ object: JSONObject, _ path: JSONPath
    ) throws(JSONFault) -> PlanField? {
        guard let value = object["from"] else { return nil }
        guard let field = value.string.flatMap({ PlanField($0) }) else {
            throw JSONFault(path.key("from"), "no field of a plan is called so")
        }
        return field
    }

    private static func object(
        _ value: JSONValue, _ path: JSONPath
    ) throws(JSONFault) -> JSONObject {
        guard let object = value.object else {
            throw JSONFault(path, "\(value.kind), an object was expected")
        }
        return object
    }

    private static func text(
        _ object: JSONObject, _ key: String, _ path: JSONPath
    ) throws(JSONFault) -> String {
        guard let text = object[key]?.string, !text.isEmpty else {
            throw JSONFault(path.key(key), "a text was expected")
        }
        return text
    }
}
