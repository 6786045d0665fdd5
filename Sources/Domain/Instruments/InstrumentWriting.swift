extension Instrument {
    /// The format of an instrument's file.
    package static let format = "fjorten-instrument/1"

    /// The instrument as a file: what a centre copies, changes and adds again under a name of its own.
    package var json: JSONValue {
        var object = JSONObject()
        object.append("format", .string(Self.format))
        object.append("code", .string(code))
        object.append("version", .integer(version))
        object.append("name", .string(name))
        object.append("introduction", .string(introduction))
        object.append("source", .string(origin.source))
        object.append("licence", .string(origin.licence))
        object.append("filledBy", .string(use.filledBy.rawValue))
        object.append("better", .string(use.better.rawValue))
        if factor != 1 { object.append("factor", .integer(factor)) }
        if use.decimals != 0 { object.append("decimals", .integer(use.decimals)) }
        object.append("sureChange", use.sureChange.map { .integer($0) })
        object.append("items", .array(items.map(\.json)))
        object.append("editions", .array(editions.map(\.json)))
        if !use.parts.isEmpty { object.append("parts", .array(use.parts.map(\.json))) }
        if !use.alerts.isEmpty { object.append("alerts", .array(use.alerts.map(\.json))) }
        if !use.again.isEmpty { object.append("again", .array(use.again.map(\.json))) }
        object.append("againSource", use.againSource.map { .string($0) })
        return .object(object)
    }
}

extension InstrumentItem {
    fileprivate var json: JSONValue {
        var object = JSONObject()
        object.append("number", .integer(number))
        let part = String(label.dropFirst(String(number).count))
        if !part.utf8.isEmpty { object.append("part", .string(part)) }
        object.append("text", .string(text))
        if let marks {
            object.append("marks", marks.json)
        } else {
            object.append(
                "choices",
                .array(
                    choices.map { choice in
                        var object = JSONObject()
                        object.append("score", .integer(choice.score))
                        if !choice.text.utf8.isEmpty { object.append("text", .string(choice.text)) }
                        return .object(object)
                    }))
        }
        return .object(object)
    }
}

extension InstrumentEdition {
    fileprivate var json: JSONValue {
        var object = JSONObject()
        object.append("id", .string(id))
        object.append("source", .string(source))
        object.append("sex", sex.map { .string($0.rawValue) })
        object.append("ages", ages?.json)
        object.append(
            "bands",
            .array(
                bands.map { band in
                    .object(
                        JSONObject([
                            .init("range", band.range.json), .init("code", .string(band.code)),
                            .init("name", .string(band.name)),
                        ]))
                }))
        return .object(object)
    }
}

extension InstrumentUse.Part {
    fileprivate var json: JSONValue {
        var object = JSONObject()
        object.append("name", .string(name))
        object.append("items", .array(items.map { .string($0) }))
        object.append("sign", sign.map { .integer($0) })
        return .object(object)
    }
}

extension InstrumentUse.Alert {
    fileprivate var json: JSONValue {
        .object(
            JSONObject([
                .init("item", .string(item)), .init("scores", scores.json),
                .init("words", .string(words)),
            ]))
    }
}

extension InstrumentUse.Again {
    fileprivate var json: JSONValue {
        .object(JSONObject([.init("band", .string(band)), .init("hours", .integer(hours))]))
    }
}

extension ClosedRange<Int> {
    fileprivate var json: JSONValue { .array([.integer(lowerBound), .integer(upperBound)]) }
}
