internal import Domain
internal import Records

// The invariants of the plan's room:
// - a version is written once and stays; the next one is a new entry, and no word is lost between them;
// - a version is a draft until it was agreed with the citizen, and that is a fact of the case history with its day;
// - no deadline is counted here: when the plan is seen again is asked of the rules.

/// A version of the treatment plan was written (behandlingsplan). A draft until it is agreed.
struct PlanWritten: HouseFact {
    static let type = "plan"
    typealias Body = PlanText

    /// 1, 2, 3 … within the case.
    var version: Int

    init(version: Int) { self.version = version }

    init(keys: JSONObject) throws(StoredValueError) {
        guard let version = keys["version"]?.wholeNumber else {
            throw StoredValueError(expected: "a version of a plan")
        }
        self.version = version
    }

    var keys: JSONObject { JSONObject([.init("version", .integer(version))]) }
}

/// What a plan says.
struct PlanText: FactBody {
    /// What is meant to become of the drinking, as the standards name it.
    enum GoalKind: String, CaseIterable, Sendable {
        case stop, less, control, stabilise, other

        var danishName: String {
            switch self {
            case .stop: "Ophør"
            case .less: "Mindre"
            case .control: "Kontrol"
            case .stabilise: "Stabilisering"
            case .other: "Andet end alkohol"
            }
        }

        /// As it is said to the citizen.
        var toCitizen: String {
            switch self {
            case .stop: "Du vil holde op med at drikke"
            case .less: "Du vil drikke mindre"
            case .control: "Du vil have styr på, hvornår og hvor meget du drikker"
            case .stabilise: "Du vil have mere ro på"
            case .other: "Du vil ændre noget andet"
            }
        }
    }

    /// A step on the way to a goal (delmål).
    struct SubGoal: Hashable, Sendable {
        var text = ""
        var who = ""
        var until: CalendarDay?

        var isEmpty: Bool { text.isEmpty && who.isEmpty && until == nil }
    }

    /// What is done for a goal (indsats).
    struct Effort: Hashable, Sendable {
        var what = ""
        var who = ""
        var howOften = ""
        var until: CalendarDay?

        var isEmpty: Bool { what.isEmpty && who.isEmpty && howOften.isEmpty && until == nil }
    }

    struct Goal: Hashable, Sendable {
        var text = ""
        var kind: GoalKind?
        var subGoals: [SubGoal] = []
        var efforts: [Effort] = []
        /// How we will know.
        var sign = ""

        var isEmpty: Bool {
            text.isEmpty && sign.isEmpty && subGoals.allSatisfy(\.isEmpty)
                && efforts.allSatisfy(\.isEmpty)
        }
    }

    /// What must be minded.
    enum Attention: String, CaseIterable, Sendable {
        case children = "boern"
        case pregnancy = "gravid"
        case driving = "bil"
        case medicine = "medicin"

        var danishName: String {
            switch self {
            case .children: "Børn under 18 år hjemme"
            case .pregnancy: "Gravid"
            case .driving: "Kører bil"
            case .medicine: "Medicin"
            }
        }
    }

    /// The offer of a social action plan.
    ///
    /// - Law: Serviceloven § 141.
    enum SocialPlan: String, CaseIterable, Sendable {
        case wanted = "vil-gerne"
        case declined = "nej-tak"
        case exists = "har-en"

        var danishName: String {
            switch self {
            case .wanted: "Tilbudt, borgeren vil gerne"
            case .declined: "Tilbudt, borgeren siger nej tak"
            case .exists: "Borgeren har allerede en"
            }
        }
    }

    /// The plan that several parts of the municipality share (fælles handleplan).
    struct Joint: Hashable, Sendable {
        /// The administration that leads it.
        var lead = ""
        var whoDoesWhat = ""
        /// When it is followed up and evaluated.
        var meetings = ""

        var isEmpty: Bool { lead.isEmpty && whoDoesWhat.isEmpty && meetings.isEmpty }
    }

    /// The citizen's own words.
    var wish = ""
    var goals: [Goal] = []
    var attention: Set<Attention> = []
    /// Relatives and others who take part, and until when there is consent.
    var others = ""
    var socialPlan: SocialPlan?
    var joint = Joint()
    /// When it is looked at again, as agreed; the standard's own last day is the rules'.
    var nextLook: CalendarDay?

    init() {}

    init(_ json: JSONObject) {
        func text(_ key: String, in object: JSONObject? = nil) -> String {
            (object ?? json)[key]?.string ?? ""
        }
        func day(_ value: JSONValue?) -> CalendarDay? {
            value?.string.flatMap { CalendarDay(isoText: $0) }
        }
        wish = text("wish")
        goals = (json["goals"]?.array ?? []).compactMap(\.object).map { goal in
            Goal(
                text: text("text", in: goal),
                kind: goal["kind"]?.string.flatMap { GoalKind(rawValue: $0) },
                subGoals: (goal["subGoals"]?.array ?? []).compactMap(\.object).map {
                    SubGoal(
                        text: text("text", in: $0), who: text("who", in: $0),
                        until: day($0["until"])
                    )
                },
                efforts: (goal["efforts"]?.array ?? []).compactMap(\.object).map {
                    Effort(
                        what: text("what", in: $0), who: text("who", in: $0),
                        howOften: text("howOften", in: $0), until: day($0["until"]))
                },
                sign: text("sign", in: goal))
        }
        attention = Set(
            (json["attention"]?.array ?? []).compactMap(\.string).compactMap {
                Attention(rawValue: $0)
            })
        others = text("others")
        socialPlan = json["socialPlan"]?.string.flatMap { SocialPlan(rawValue: $0) }
        if let joint = json["joint"]?.object {
            self.joint = Joint(
                lead: text("lead", in: joint), whoDoesWhat: text("whoDoesWhat", in: joint),
                meetings: text("meetings", in: joint))
        }
        nextLook = day(json["nextLook"])
    }

    var json: JSONObject {
        var json = JSONObject()
        json.appendText("wish", wish)
        json.append("goals", .array(goals.map { .object($0.json) }))
        if !attention.isEmpty {
            json.append(
                "attention",
                .array(
                    Attention.allCases.filter(attention.contains).map { .string($0.rawValue) }))
        }
        json.appendText("others", others)
        json.append("socialPlan", socialPlan.map { .string($0.rawValue) })
        if !joint.isEmpty {
            var own = JSONObject()
            own.appendText("lead", joint.lead)
            own.appendText("whoDoesWhat", joint.whoDoesWhat)
            own.appendText("meetings", joint.meetings)
            json.append("joint", .object(own))
        }
        json.append("nextLook", nextLook.map { .string($0.isoText) })
        return json
    }
}

extension PlanText.Goal {
    fileprivate var json: JSONObject {
        var json = JSONObject()
        json.appendText("text", text)
        json.append("kind", kind.map { .string($0.rawValue) })
        json.append(
            "subGoals",
            .array(
                subGoals.map { goal in
                    var json = JSONObject()
                    json.appendText("text", goal.text)
                    json.appendText("who", goal.who)
                    json.append("until", goal.until.map { .string($0.isoText) })
                    return .object(json)
                }))
        json.append(
            "efforts",
            .array(
                efforts.map { effort in
                    var json = JSONObject()
                    json.appendText("what", effort.what)
                    json.appendText("who", effort.who)
                    json.appendText("howOften", effort.howOften)
                    json.append("until", effort.until.map { .string($0.isoText) })
                    return .object(json)
                }))
        json.appendText("sign", sign)
        return json
    }
}

extension JSONObject {
    fileprivate mutating func appendText(_ key: String, _ text: String) {
        if !text.isEmpty { append(key, .string(text)) }
    }
}

extension PlanText {
    /// The whole plan as plain lines: two versions are compared by it, and no word of the plan is missing from it.
    var lines: String {
        var lines: [String] = []
        func add(_ label: String, _ words: String) {
            if !words.isEmpty { lines.append("\(label): \(words)") }
        }
        add("Borgerens egne ord", wish)
        for (number, goal) in goals.enumerated() {
            let kind = goal.kind.map { " (\($0.danishName.lowercased()))" } ?? ""
            lines.append("Mål \(number + 1)\(kind): \(goal.text)")
            for step in goal.subGoals {
                add("  Delmål", Self.joined(step.text, step.who, until: step.until))
            }
            for effort in goal.efforts {
                add(
                    "  Indsats",
                    Self.joined(
                        effort.what, effort.who, effort.howOften, until: effort.until))
            }
            add("  Sådan ved vi det", goal.sign)
        }
        add(
            "Vær opmærksom på",
            Attention.allCases.filter(attention.contains).map(\.danishName).joined(separator: ", "))
        add("Andre, der er med", others)
        add("Social handleplan", socialPlan?.danishName ?? "")
        add("Fælles plan ledes af", joint.lead)
        add("Hvem gør hvad", joint.whoDoesWhat)
        add("Møder", joint.meetings)
        add("Planen ses igen", nextLook?.danishDigits ?? "")
        return lines.joined(separator: "\n")
    }

    private static func joined(_ words: String..., until: CalendarDay?) -> String {
        (words + [until.map { "indtil \($0.danishDigits)" } ?? ""]).filter { !$0.isEmpty }
            .joined(separator: ", ")
    }
}
