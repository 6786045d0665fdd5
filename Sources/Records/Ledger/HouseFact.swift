package import Domain

/// A fact of the house's own in a case's ledger: no event of the case history, and no rule reads it. Whoever owns it
/// declares its type, its plain keys, and what is sealed with it.
package protocol HouseFact: Hashable, Sendable {
    /// As it stands in the ledger. Never the name of an event of the case history.
    static var type: String { get }

    /// What is personal of it.
    associatedtype Body: FactBody = Words

    /// - Throws: ``StoredValueError`` for keys no program of ours has written.
    init(keys: JSONObject) throws(StoredValueError)

    /// What is not personal, in plain columns.
    var keys: JSONObject { get }
}

/// Who the person is. The latest counts.
package struct PersonKnown: HouseFact {
    package static let type = "person"
    package typealias Body = PersonDetails

    /// She has chosen to be anonymous.
    ///
    /// - Law: Sundhedsloven § 141, stk. 7.
    package var isAnonymous: Bool
    /// She is somebody's relative: the case is about her own talks.
    package var isRelative: Bool

    package init(isAnonymous: Bool, isRelative: Bool = false) {
        self.isAnonymous = isAnonymous
        self.isRelative = isRelative
    }

    package init(keys: JSONObject) {
        isAnonymous = keys["anonymous"]?.bool ?? true
        isRelative = keys["relative"]?.bool ?? false
    }

    package var keys: JSONObject {
        var keys = JSONObject()
        keys.append("anonymous", .bool(isAnonymous))
        if isRelative { keys.append("relative", true) }
        return keys
    }
}

/// Somebody took the case, or was given it (ansvarlig).
package struct ResponsibleChosen: HouseFact {
    package static let type = "responsible"

    /// Nil where nobody has it any more.
    package var staff: StaffID?

    package init(_ staff: StaffID?) {
        self.staff = staff
    }

    package init(keys: JSONObject) {
        staff = keys["staff"]?.string.flatMap { Int64($0) }.map { StaffID($0) }
    }

    package var keys: JSONObject {
        var keys = JSONObject()
        keys.append("staff", staff.map { .string(String($0.rawValue)) })
        return keys
    }
}

/// The case was closed without a discharge: advice was given, or the wish withdrawn.
package struct CaseClosed: HouseFact {
    package static let type = "case-closed"

    package init() {}
    package init(keys: JSONObject) {}
    package var keys: JSONObject { JSONObject() }
}

/// The entry it corrects was written by mistake, and counts no more.
package struct EntryTakenAway: HouseFact {
    package static let type = "void"

    package init() {}
    package init(keys: JSONObject) {}
    package var keys: JSONObject { JSONObject() }
}

/// The house facts of this floor; rooms have theirs.
package let ownHouseFacts: [any HouseFact.Type] = [
    PersonKnown.self, ResponsibleChosen.self, CaseClosed.self, EntryTakenAway.self,
]
