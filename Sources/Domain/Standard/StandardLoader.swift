extension QualityStandard {
    /// Reads a standard's file.
    ///
    /// - Throws: every fault of the file by its path, `standard.plan.reviewMaxMonths.value: …`.
    ///   What is questionable but readable is no fault; ``findings(on:)`` names it.
    package init(json bytes: [UInt8]) throws(StandardFaults) {
        let root: JSONValue
        do {
            root = try JSONReader.read(bytes)
        } catch {
            let fault = JSONFault(path: "standard.\(error.path)", error.message)
            throw StandardFaults(faults: [fault])
        }
        try self.init(root)
    }

    init(_ root: JSONValue) throws(StandardFaults) {
        var reader = StandardReader(root)
        if reader.faults.isEmpty { reader.checkTogether() }
        guard reader.faults.isEmpty, let object = root.object else {
            throw StandardFaults(faults: reader.faults)
        }
        self.init(object, StandardLeaves(reader), reader.omissions)
    }

    private init(
        _ object: JSONObject, _ leaves: StandardLeaves, _ omissions: [StandardFinding]
    ) {
        id = object["id"]?.string ?? ""
        name = object["name"]?.string ?? ""
        version = object["version"]?.wholeNumber ?? 1
        municipality = object["municipality"]?.string
        adoption = Adoption(leaves)
        legalReferences = leaves.elements("legalReferences", LegalReference.init)
        target = TargetGroup(leaves)
        guarantee = Guarantee(leaves)
        intake = Intake(leaves)
        visitation = Visitation(leaves)
        decidingBodies = leaves.elements("decidingBodies", DecidingBody.init)
        milestones = leaves.elements("milestones", Milestone.init)
        freeChoice = FreeChoice(leaves)
        anonymity = Anonymity(leaves)
        plan = Plan(leaves)
        course = Course(leaves)
        discharge = Discharge(leaves)
        grants = Grants(leaves)
        payment = Payment(leaves)
        complaint = Complaint(leaves)
        records = Records(closedDays: leaves.words("records.closedDays"))
        retention = Retention(socialYears: leaves.number("retention.socialYears"))
        children = Children(homeNotice: leaves.flag("children.homeNotice"))
        notifications = Notifications(leaves)
        medicine = Medicine(nadaNeedsEnrolment: leaves.flag("medicine.nadaNeedsEnrolment"))
        units = leaves.elements("units", Unit.init)
        entries = leaves.entries
        self.omissions = omissions
    }
}

/// The leaves of a file that has passed the reader, by path and in their Swift types.
struct StandardLeaves {
    private let id: String
    private let leaves: [String: StandardReader.Leaf]
    private let lists: [String: [StandardReader.Element]]

    init(_ reader: StandardReader) {
        id = reader.id
        leaves = reader.leaves
        lists = reader.lists
    }

    private func valued<Value>(_ path: String, _ read: (JSONValue) -> Value?) -> Valued<Value> {
        guard let leaf = leaves[path] else { return Valued(nil, silence) }
        return Valued(leaf.value.flatMap(read), leaf.saying)
    }

    private var silence: Saying {
        Saying(standard: id, quote: nil, place: nil, mark: .missing)
    }

    func flag(_ path: String) -> Valued<Bool> { valued(path, \.bool) }
    func number(_ path: String) -> Valued<Int> { valued(path, \.wholeNumber) }
    func text(_ path: String) -> Valued<String> { valued(path, \.string) }

    func day(_ path: String) -> Valued<CalendarDay> {
        valued(path) { $0.string.flatMap { CalendarDay(isoText: $0) } }
    }

    func numbers(_ path: String) -> Valued<[Int]> {
        valued(path) { $0.array?.compactMap(\.wholeNumber) }
    }

    func word<Word: RawRepresentable<String>>(_ path: String) -> Valued<Word> {
        valued(path) { $0.string.flatMap(Word.init(rawValue:)) }
    }

    func words<Word: RawRepresentable<String>>(_ path: String) -> Valued<[Word]> {
        valued(path) { $0.array?.compactMap { $0.string.flatMap(Word.init(rawValue:)) } }
    }

    func elements<Element>(
        _ list: String, _ read: ([String: JSONValue], Saying) -> Element?
    ) -> [Element] {
        (lists[list] ?? []).compactMap { read($0.members, $0.saying) }
    }

    /// Everything that stands in the file, in the order of the schema.
    var entries: [StandardEntry] {
        let values = StandardSchema.keys.compactMap { key in
            leaves[key.path].map {
                StandardEntry(
                    path: key.path, value: $0.value ?? .null, saying: $0.saying,
                    isQuotedOnly: key.isQuotedOnly)
            }
        }
        let elements = StandardSchema.lists.flatMap { list in
            (lists[list.name] ?? []).enumerated().map { index, element in
                StandardEntry(
                    path: "\(list.name)[\(index)]",
                    value: .object(
                        JSONObject(
                            element.members.sorted { $0.key < $1.key }
                                .map { JSONObject.Member($0.key, $0.value) })),
                    saying: element.saying, isQuotedOnly: list.isQuotedOnly)
            }
        }
        return values + elements
    }
}
