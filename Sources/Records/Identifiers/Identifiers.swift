/// One case (sag), by its random id. The number people use is ``CaseNumber``.
package struct CaseID: Hashable, Sendable {
    /// Random and positive: chosen before the row is written, so that it can be bound into seals.
    package let rawValue: Int64

    /// Wraps an id that came from the database or from ``RandomID``.
    package init(_ rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// A new one.
    package static func random() -> CaseID { CaseID(RandomID.int64()) }
}

/// One entry of the ledger, by its random id. A form carries the id it will write, so a double submit meets itself.
package struct EntryID: Hashable, Sendable {
    /// Random and positive.
    package let rawValue: Int64

    /// Wraps an id that came from the database, from a form or from ``RandomID``.
    package init(_ rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// A new one.
    package static func random() -> EntryID { EntryID(RandomID.int64()) }

    /// As it stands in a form's hidden field.
    package var formText: String { String(rawValue, radix: 36) }

    /// Reads ``formText``; nil for anything else.
    package init?(formText: String) {
        guard let value = Int64(formText, radix: 36), value > 0 else { return nil }
        self.init(value)
    }
}

/// A row whose id its form has chosen beforehand, so that a double submit meets itself: a wish that cases be erased, a
/// sample of the log.
package struct FormID: Hashable, Sendable {
    /// Random and positive.
    package let rawValue: Int64

    package init(_ rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// One that no other form has.
    package static func random() -> FormID { FormID(RandomID.int64()) }

    /// As it stands in a form and in an address.
    package var formText: String { EntryID(rawValue).formText }

    /// Reads ``formText``; nil for anything else.
    package init?(formText: String) {
        guard let id = EntryID(formText: formText) else { return nil }
        self.init(id.rawValue)
    }
}

/// One member of staff (medarbejder).
package struct StaffID: Hashable, Sendable {
    /// Random and positive.
    package let rawValue: Int64

    /// Wraps an id that came from the database or from ``RandomID``.
    package init(_ rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// A new one.
    package static func random() -> StaffID { StaffID(RandomID.int64()) }
}

/// One adopted standard: a profile in force from a day.
package struct StandardID: Hashable, Sendable {
    /// Counted from 1.
    package let rawValue: Int64

    /// Wraps an id that came from the database.
    package init(_ rawValue: Int64) {
        self.rawValue = rawValue
    }
}

/// The number people use of a case (sagsnummer): the year it was opened and a serial, `2026-0407`.
package struct CaseNumber: Hashable, Sendable, CustomStringConvertible {
    /// The year the case was opened.
    package let year: Int
    /// 1, 2, 3 … within the year.
    package let serial: Int

    package init(year: Int, serial: Int) {
        self.year = year
        self.serial = serial
    }

    /// Reads `2026-0407`; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, (4...7).contains(parts[1].count),
            let year = Int(parts[0]), let serial = Int(parts[1]), year > 0, serial > 0
        else { return nil }
        self.init(year: year, serial: serial)
    }

    /// `2026-0407`: four digits at least.
    package var description: String {
        let digits = String(serial)
        return "\(year)-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
