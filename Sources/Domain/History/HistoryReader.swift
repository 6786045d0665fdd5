/// All that is wrong with a history, each fault with its path.
package struct HistoryFaults: Error, Hashable, Sendable, CustomStringConvertible {
    /// The faults, at least one.
    package let faults: [JSONFault]

    /// The faults, a line each.
    package var description: String {
        faults.map(\.description).joined(separator: "\n")
    }

    init(_ faults: [JSONFault]) {
        self.faults = faults
    }
}

extension CaseHistory {
    /// Reads a history from the bytes of its file.
    ///
    /// - Throws: every fault of the file at once.
    package init(json bytes: [UInt8]) throws(HistoryFaults) {
        let value: JSONValue
        do {
            value = try JSONReader.read(bytes)
        } catch {
            throw HistoryFaults([error])
        }
        try self.init(json: value)
    }

    /// Reads a history from a JSON value.
    ///
    /// - Throws: every fault at once.
    package init(json value: JSONValue) throws(HistoryFaults) {
        var reader = HistoryReader()
        self = try reader.history(value)
    }
}

extension Event {
    /// Reads one event, as it stands in a history's `events`.
    ///
    /// - Throws: every fault at once; paths begin at the event.
    package init(json value: JSONValue) throws(HistoryFaults) {
        var reader = HistoryReader()
        guard let event = reader.event(value, at: .root), reader.faults.isEmpty else {
            throw HistoryFaults(reader.faults)
        }
        self = event
    }
}

extension Fact {
    /// Reads a fact from its type and its own keys.
    ///
    /// - Throws: every fault at once.
    package init(type: String, keys: JSONObject) throws(HistoryFaults) {
        guard let kind = Kind(rawValue: type) else {
            throw HistoryFaults([JSONFault(path: "type", "unknown event type")])
        }
        var reader = ObjectReader(keys, at: .root)
        // Their own `id` is read as an event's, and only its absence judged by them.
        if kind == .consent || kind == .consentRevoked { _ = reader.optional("id", .text) }
        let fact = Self.read(kind, &reader)
        reader.refuseUnknownKeys()
        guard let fact, reader.faults.isEmpty else { throw HistoryFaults(reader.faults) }
        self = fact
    }
}

/// Reads the parts of a history and collects their faults, in the order of the file.
private struct HistoryReader {
    private(set) var faults: [JSONFault] = []

    mutating func history(_ value: JSONValue) throws(HistoryFaults) -> CaseHistory {
        guard let object = value.object else {
            throw HistoryFaults([JSONFault(.root, "a history is an object, not \(value.kind)")])
        }
        var keys = ObjectReader(object, at: .root)
        _ = keys.required("format", Self.format)
        let person = keys.raw("person")
        let events = keys.raw("events")
        let questions = keys.raw("questions")
        if events == nil { keys.refuse("events", "missing key") }
        keys.refuseUnknownKeys()
        faults += keys.faults
        let history = CaseHistory(
            person: person.flatMap { self.person($0) } ?? Person(),
            events: list(events, "events") { $0.event($1, at: $2) },
            questions: list(questions, "questions") { $0.question($1, at: $2) })
        refuseLongDetentions(history, eventCount: events?.array?.count ?? 0)
        guard faults.isEmpty else { throw HistoryFaults(faults) }
        return history
    }

    private static let format = ValueForm<String>(wanted: CaseHistory.format) { value in
        value.string.flatMap { $0 == CaseHistory.format ? $0 : nil }
    }

    private mutating func list<Element>(
        _ value: JSONValue?, _ key: String,
        _ read: (inout Self, JSONValue, ObjectReader.Place) -> Element?
    ) -> [Element] {
        guard let value else { return [] }
        guard let elements = value.array else {
            faults.append(JSONFault(.root.key(key), "not a list, but \(value.kind)"))
            return []
        }
        return elements.enumerated().compactMap { read(&self, $1, .element(of: key, $0)) }
    }

    private mutating func object(
        _ value: JSONValue, at place: ObjectReader.Place
    ) -> ObjectReader? {
        guard let object = value.object else {
            faults.append(JSONFault(place.path, "not an object, but \(value.kind)"))
            return nil
        }
        return ObjectReader(object, at: place)
    }

    // MARK: Person

    private mutating func person(_ value: JSONValue) -> Person? {
        guard var keys = object(value, at: .member("person")) else { return nil }
        let isAnonymous = keys.optional("anonymous", .flag) ?? false
        var person = Person().identified(by: Identity(&keys))
        person.anonymous = isAnonymous
        if isAnonymous && keys.has("cpr") {
            keys.refuse("cpr", "a CPR number cannot stand together with anonymous: true")
        }
        keys.refuseUnknownKeys()
        faults += keys.faults
        return person
    }

    // MARK: Events

    mutating func event(_ value: JSONValue, at place: ObjectReader.Place) -> Event? {
        guard var keys = object(value, at: place) else { return nil }
        defer { faults += keys.faults }
        let date = date(&keys)
        let note = keys.optional("note", .text)
        guard let type = keys.required("type", .text) else { return nil }
        guard let kind = Fact.Kind(rawValue: type) else {
            // Without a type no other key can be judged.
            keys.refuse("type", "\(JSONWriter.quoted(String(type.prefix(60)))) is no event type")
            return nil
        }
        let faultsBefore = keys.faults.count
        let id = keys.optional("id", .text)
        let fact = Fact.read(kind, &keys)
        keys.refuseUnknownKeys()
        guard let date, let fact, keys.faults.count == faultsBefore else { return nil }
        return switch date {
        case .day(let day): Event(on: day, id: id, note: note, fact)
        case .moment(let instant): Event(at: instant, id: id, note: note, fact)
        }
    }

    private enum EventDate {
        case day(CalendarDay)
        case moment(Instant)
    }

    private func date(_ keys: inout ObjectReader) -> EventDate? {
        switch (keys.has("on"), keys.has("at")) {
        case (false, false):
            keys.refuse("on", "missing key: an event has on or at")
            return nil
        case (true, true):
            _ = (keys.optional("on", .day), keys.raw("at"))
            keys.refuse("at", "an event has on or at, not both")
            return nil
        case (true, false): return keys.optional("on", .day).map { .day($0) }
        case (false, true): return keys.optional("at", .instant).map { .moment($0) }
        }
    }

    /// - Law: Sundhedsloven § 141 c: at most 21 days each, three months within one contract.
    private mutating func refuseLongDetentions(_ history: CaseHistory, eventCount: Int) {
        // Indices are those of the file only when every event could be read.
        guard history.events.count == eventCount else { return }
        for fault in Detention.faults(in: history.events) {
            let path = JSONPath.root.key("events").index(fault.index).key("until")
            faults.append(JSONFault(path, fault.message))
        }
    }

    // MARK: Questions

    private mutating func question(
        _ value: JSONValue, at place: ObjectReader.Place
    ) -> Question? {
        guard var keys = object(value, at: place) else { return nil }
        defer { faults += keys.faults }
        let on = keys.required("on", .day)
        guard let name = keys.required("ask", .text) else { return nil }
        guard let kind = Ask.Kind(rawValue: name) else {
            keys.refuse("ask", "\(JSONWriter.quoted(String(name.prefix(60)))) cannot be asked")
            return nil
        }
        let ask = Ask.read(kind, &keys)
        keys.refuseUnknownKeys()
        guard let on, let ask else { return nil }
        return Question(on: on, ask)
    }
}
