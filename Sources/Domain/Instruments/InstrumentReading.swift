/// What is wrong in an instrument's file, all of it.
package struct InstrumentFaults: Error, Hashable, Sendable {
    /// A line each: where, and what.
    package let all: [JSONFault]
}

extension Instrument {
    /// How large a file may be.
    package static let fileBytesMax = 200_000

    /// Reads an instrument's file and judges it whole: every question can be answered, and every total there is means
    /// one thing in every edition.
    ///
    /// - Throws: ``InstrumentFaults`` with every fault there is, not only the first.
    package init(json bytes: [UInt8]) throws(InstrumentFaults) {
        guard bytes.count <= Self.fileBytesMax else {
            throw InstrumentFaults(all: [JSONFault(.root, "larger than \(Self.fileBytesMax) bytes")]
            )
        }
        let value: JSONValue
        do {
            value = try JSONReader.read(bytes)
        } catch {
            throw InstrumentFaults(all: [error])
        }
        var reader = InstrumentReader()
        guard let read = reader.instrument(value), reader.faults.isEmpty else {
            throw InstrumentFaults(all: reader.faults)
        }
        self = read
    }
}

/// Reads the file member by member. A member that is wrong is noted and read as something harmless, so that the rest is
/// judged too.
private struct InstrumentReader {
    var faults: [JSONFault] = []

    private static let textLengthMax = 1_000
    private static let itemsMax = 60
    private static let choicesMax = 30
    private static let numberMax = 10_000

    mutating func instrument(_ value: JSONValue) -> Instrument? {
        guard var object = open(value, .root) else { return nil }
        let format = text("format", &object)
        if format != Instrument.format {
            note(object.path.key("format"), "\"\(Instrument.format)\" was expected")
        }
        let code = word("code", &object)
        let version = number("version", 1...Self.numberMax, &object)
        let name = text("name", &object)
        let introduction = text("introduction", &object)
        let origin = InstrumentOrigin(
            source: text("source", &object), licence: text("licence", &object))
        let factor = optionalNumber("factor", 1...100, &object) ?? 1
        let items = list("items", 1...Self.itemsMax, &object) { $0.item($1, $2) }
        let editions = list("editions", 1...10, &object) { $0.edition($1, $2) }
        let use = use(&object)
        close(object)
        let instrument = Instrument(
            code, name, version: version, introduction: introduction, factor: factor, items: items,
            editions: editions, origin: origin, use: use)
        if faults.isEmpty { judge(instrument) }
        return instrument
    }

    // MARK: Parts

    private mutating func use(_ object: inout Members) -> InstrumentUse {
        InstrumentUse(
            filledBy: choice("filledBy", &object, .citizen),
            better: choice("better", &object, .lower),
            sureChange: optionalNumber("sureChange", 1...Self.numberMax, &object),
            decimals: optionalNumber("decimals", 0...1, &object) ?? 0,
            parts: list("parts", 0...20, &object) { reader, value, path in
                guard var part = reader.open(value, path) else { return nil }
                let read = InstrumentUse.Part(
                    reader.text("name", &part),
                    items: reader.list("items", 1...Self.itemsMax, &part) { $0.plainText($1, $2) },
                    sign: reader.optionalNumber("sign", 0...Self.numberMax, &part))
                reader.close(part)
                return read
            },
            alerts: list("alerts", 0...Self.itemsMax, &object) { reader, value, path in
                guard var alert = reader.open(value, path) else { return nil }
                let read = InstrumentUse.Alert(
                    item: reader.text("item", &alert), scores: reader.range("scores", &alert),
                    reader.text("words", &alert))
                reader.close(alert)
                return read
            },
            again: list("again", 0...12, &object) { reader, value, path in
                guard var again = reader.open(value, path) else { return nil }
                let read = InstrumentUse.Again(
                    band: reader.text("band", &again),
                    hours: reader.number("hours", 1...168, &again))
                reader.close(again)
                return read
            },
            againSource: object.has("againSource") ? text("againSource", &object) : nil)
    }

    private mutating func item(_ value: JSONValue, _ path: JSONPath) -> InstrumentItem? {
        guard var object = open(value, path) else { return nil }
        let number = number("number", 1...Self.numberMax, &object)
        let part = object.has("part") ? text("part", &object) : ""
        let text = text("text", &object)
        let item: InstrumentItem
        if object.has("marks") {
            item = InstrumentItem(number, part: part, text, marks: range("marks", &object))
        } else {
            item = InstrumentItem(
                number, part: part, text,
                list("choices", 2...Self.choicesMax, &object) { reader, value, path in
                    guard var choice = reader.open(value, path) else { return nil }
                    let read = InstrumentItem.AnswerChoice(
                        score: reader.number("score", 0...Self.numberMax, &choice),
                        text: choice.has("text") ? reader.text("text", &choice) : "")
                    reader.close(choice)
                    return read
                })
            if Set(item.choices.map(\.score)).count < item.choices.count {
                note(path.key("choices"), "two answers have the same score")
            }
        }
        close(object)
        return item
    }

    private mutating func edition(_ value: JSONValue, _ path: JSONPath) -> InstrumentEdition? {
        guard var object = open(value, path) else { return nil }
        let edition = InstrumentEdition(
            word("id", &object), source: text("source", &object),
            sex: object.has("sex") ? choice("sex", &object, Sex.female) : nil,
            ages: object.has("ages") ? range("ages", &object) : nil,
            list("bands", 1...20, &object) { reader, value, path in
                guard var band = reader.open(value, path) else { return nil }
                let read = InstrumentEdition.Band(
                    reader.range("range", &band), reader.word("code", &band),
                    reader.text("name", &band))
                reader.close(band)
                return read
            })
        close(object)
        return edition
    }

    // MARK: The whole

    private mutating func judge(_ instrument: Instrument) {
        let labels = instrument.items.map(\.label)
        if Set(labels).count < labels.count { note("items", "two items have the same label") }
        let ids = instrument.editions.map(\.id)
        if Set(ids).count < ids.count { note("editions", "two editions have the same id") }
        for (place, edition) in instrument.editions.enumerated() {
            judge(edition, instrument, "editions[\(place)].bands")
        }
        for (place, part) in instrument.use.parts.enumerated() {
            for item in part.items where !labels.contains(item) {
                note("parts[\(place)].items", "no item is called \(JSONWriter.quoted(item))")
            }
        }
        for (place, alert) in instrument.use.alerts.enumerated()
        where !labels.contains(alert.item) {
            note("alerts[\(place)].item", "no item is called \(JSONWriter.quoted(alert.item))")
        }
        let bands = Set(instrument.editions.flatMap(\.bands).map(\.code))
        for (place, again) in instrument.use.again.enumerated() where !bands.contains(again.band) {
            note("again[\(place)].band", "no band has the code \(JSONWriter.quoted(again.band))")
        }
    }

    private mutating func judge(
        _ edition: InstrumentEdition, _ instrument: Instrument, _ path: String
    ) {
        var next = instrument.totalMin
        for band in edition.bands.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            guard band.range.lowerBound <= next else { return note(path, "no band holds \(next)") }
            // The lowest may begin below the lowest total; the others begin where one ends.
            if band.range.lowerBound < next, next > instrument.totalMin {
                return note(path, "two bands hold \(band.range.lowerBound)")
            }
            next = band.range.upperBound + 1
        }
        if next <= instrument.totalMax { note(path, "no band holds \(next)") }
    }

    // MARK: Members

    private struct Members {
        let object: JSONObject
        let path: JSONPath
        var asked: Set<String> = []

        func has(_ key: String) -> Bool { object[key] != nil }
    }

    private mutating func note(_ path: JSONPath, _ message: String) {
        faults.append(JSONFault(path, message))
    }

    private mutating func note(_ path: String, _ message: String) {
        faults.append(JSONFault(path: path, message))
    }

    private mutating func open(_ value: JSONValue, _ path: JSONPath) -> Members? {
        guard let object = value.object else {
            note(path, "\(value.kind), an object was expected")
            return nil
        }
        return Members(object: object, path: path)
    }

    private mutating func close(_ members: Members) {
        for member in members.object.members where !members.asked.contains(member.key) {
            note(members.path.key(member.key), "unknown key")
        }
    }

    private mutating func member(_ key: String, _ members: inout Members) -> JSONValue? {
        members.asked.insert(key)
        guard let value = members.object[key] else {
            note(members.path.key(key), "missing key")
            return nil
        }
        return value
    }

    private mutating func plainText(_ value: JSONValue, _ path: JSONPath) -> String? {
        guard let text = value.string, !text.unicodeScalars.allSatisfy(\.properties.isWhitespace),
            text.unicodeScalars.count <= Self.textLengthMax
        else {
            note(path, "a text of 1 to \(Self.textLengthMax) characters was expected")
            return nil
        }
        return text
    }

    private mutating func text(_ key: String, _ members: inout Members) -> String {
        let path = members.path.key(key)
        return member(key, &members).flatMap { plainText($0, path) } ?? ""
    }

    /// Small letters, digits and hyphens: it stands in addresses and in the ledger.
    private mutating func word(_ key: String, _ members: inout Members) -> String {
        let text = text(key, &members)
        if !text.utf8.isEmpty, !text.isShortName {
            note(members.path.key(key), "small letters, digits and hyphens were expected")
        }
        return text
    }

    private mutating func choice<Word: RawRepresentable<String> & CaseIterable>(
        _ key: String, _ members: inout Members, _ otherwise: Word
    ) -> Word {
        let path = members.path.key(key)
        guard let value = member(key, &members) else { return otherwise }
        if let word = value.string.flatMap({ Word(rawValue: $0) }) { return word }
        let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
        note(path, "one of \(words) was expected")
        return otherwise
    }

    private mutating func whole(
        _ value: JSONValue, in range: ClosedRange<Int>, _ path: JSONPath
    ) -> Int? {
        if let number = value.wholeNumber, range.contains(number) { return number }
        note(path, "a whole number from \(range.lowerBound) to \(range.upperBound) was expected")
        return nil
    }

    private mutating func number(
        _ key: String, _ range: ClosedRange<Int>, _ members: inout Members
    ) -> Int {
        let path = members.path.key(key)
        return member(key, &members).flatMap { whole($0, in: range, path) } ?? range.lowerBound
    }

    private mutating func optionalNumber(
        _ key: String, _ range: ClosedRange<Int>, _ members: inout Members
    ) -> Int? {
        members.has(key) ? number(key, range, &members) : nil
    }

    /// Two whole numbers, the lower first.
    private mutating func range(_ key: String, _ members: inout Members) -> ClosedRange<Int> {
        let path = members.path.key(key)
        guard let value = member(key, &members) else { return 0...0 }
        let ends = value.array?.compactMap(\.wholeNumber) ?? []
        guard ends.count == 2, value.array?.count == 2, ends[0] <= ends[1], ends[0] >= 0,
            ends[1] <= Self.numberMax
        else {
            note(path, "two whole numbers were expected, the lower first")
            return 0...0
        }
        return ends[0]...ends[1]
    }

    private mutating func list<Element>(
        _ key: String, _ count: ClosedRange<Int>, _ members: inout Members,
        _ read: (inout InstrumentReader, JSONValue, JSONPath) -> Element?
    ) -> [Element] {
        let path = members.path.key(key)
        guard count.lowerBound > 0 || members.has(key) else { return [] }
        guard let value = member(key, &members) else { return [] }
        guard let elements = value.array, count.contains(elements.count) else {
            note(path, "a list of \(count.lowerBound) to \(count.upperBound) was expected")
            return []
        }
        var all: [Element] = []
        for (place, element) in elements.enumerated() {
            if let one = read(&self, element, path.index(place)) { all.append(one) }
        }
        return all
    }
}
