internal import Domain
package import SQLite

/// The form a column's values have, as the data dictionary says it: what does not fit is named before it is written.
package enum ColumnForm: Sendable {
    /// A local day.
    case day
    /// A moment in UTC; some columns are empty until there is one.
    case instant(mayBeEmpty: Bool)
    /// One word of a closed list.
    case words([String])
    /// An event of a case history, or one of the house's own.
    case fact(own: Set<String>)
    /// Nothing that can be told from a single value.
    case any

    package init(_ meaning: DataDictionary.Meaning?, _ plan: HousePlan) {
        let form = meaning?.form ?? ""
        if form.hasPrefix("local day") {
            self = .day
        } else if form.hasPrefix("instant") {
            self = .instant(mayBeEmpty: meaning?.words.contains("empty") ?? false)
        } else if form.hasPrefix("one of the event types") {
            self = .fact(own: Set(plan.facts.map { $0.type }))
        } else if form.hasPrefix("one of ") {
            let list = form.dropFirst("one of ".count).prefix { $0 != ";" }
            self = .words(list.split(separator: ",").map { String($0).trimmed })
        } else {
            self = .any
        }
    }

    /// What is wrong with a value, without the value; nil where nothing is.
    package func fault(in value: SQLiteValue) -> String? {
        guard case .text(let text) = value else { return nil }
        switch self {
        case .day: return CalendarDay(isoText: text) == nil ? "is no day" : nil
        case .instant(let mayBeEmpty):
            if mayBeEmpty, text.isEmpty { return nil }
            return Instant(rfc3339: text) == nil ? "is no instant" : nil
        case .words(let words):
            return words.contains(text) ? nil : "is none of \(words.joined(separator: ", "))"
        case .fact(let own):
            let isKnown = Fact.types.contains(text) || own.contains(text)
            return isKnown ? nil : "is no event of a case history"
        case .any: return nil
        }
    }
}
