/// One case (sag), by its random id. The number people use is ``CaseNumber``.
public struct CaseID: Hashable, Sendable {
    /// Random and positive: chosen before the row is written, so that it can be bound into seals.
    public let rawValue: Int64

    /// Wraps an id that came from the database or from ``RandomID``.
    public init(_ rawValue: Int64) {
        self.rawValue = rawValue
    }
}

/// One entry of the ledger, by its random id. A form carries the id it will write, so a double submit meets itself.
public struct EntryID: Hashable, Sendable {
    /// Random and positive.
    public let rawValue: Int64

    /// Wraps an id that came from the database, from a form or from ``RandomID``.
    public init(_ rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// As it stands in a form's hidden field.
    var formText: String { String(rawValue, radix: 36) }

    /// Reads ``formText``; nil for anything else.
    init?(formText: String) {
        guard let value = Int64(formText, radix: 36), value > 0 else { return nil }
        self.init(value)
    }
}

/// A row whose id its form has chosen beforehand, so that a double submit meets itself: a wish that cases be forgotten, a
/// sample of the log.
struct FormID: Hashable, Sendable {
    /// Random and positive.
    let rawValue: Int64

    init(_ rawValue: Int64) {
        self.rawValue = rawValue
    }

    static func random() -> FormID { FormID(RandomID.int64()) }

    /// As it stands in a form and in an address.
    var formText: String { EntryID(rawValue).formText }

    /// Reads ``formText``; nil for anything else.
    init?(formText: String) {
        guard let id = EntryID(formText: formText) else { return nil }
        self.init(id.rawValue)
    }
}

/// One member of staff (medarbejder).
public struct StaffID: Hashable, Sendable {
    /// Random and positive.
    public let rawValue: Int64

    /// Wraps an id that came from the database or from ``RandomID``.
    public init(_ rawValue: Int64) {
        self.rawValue = rawValue
    }
}

/// One adopted standard: a profile in force from a day.
public struct StandardID: Hashable, Sendable {
    /// Counted from 1.
    public let rawValue: Int64

    /// Wraps an id that came from the database.
    public init(_ rawValue: Int64) {
        self.rawValue = rawValue
    }
}

/// The number people use of a case (sagsnummer): the year it was opened and a serial, `2026-0407`.
public struct CaseNumber: Hashable, Sendable, CustomStringConvertible {
    /// The year the case was opened.
    public let year: Int
    /// 1, 2, 3 … within the year.
    public let serial: Int

    init(year: Int, serial: Int) {
        self.year = year
        self.serial = serial
    }

    /// Reads `2026-0407`; nil for anything else.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, (4...7).contains(parts[1].count),
            let year = Int(parts[0]), let serial = Int(parts[1]), year > 0, serial > 0
        else { return nil }
        self.init(year: year, serial: serial)
    }

    /// `2026-0407`: four digits at least.
    public var description: String {
        let digits = String(serial)
        return "\(year)-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
