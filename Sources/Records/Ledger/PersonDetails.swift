package import Domain

/// Who the person is and how she may be reached, as far as she has said (stamoplysninger).
package struct PersonDetails: FactBody {
    /// Her name, or what she wishes to be called.
    package var name: String?
    /// Digits as they can be dialled.
    package var phone: String?
    package var contact: ContactWay?
    /// When a call suits her, in words.
    package var contactTimes: String?
    /// No message on the machine, and no word of where we call from.
    package var isDiscreet = false
    /// Where and how she must not be reached.
    package var avoid: String?
    package var ageGroup: AgeGroup?
    package var isPregnant = false
    package var hasChildrenAtHome = false
    /// Somebody saw signs of danger when she turned to us.
    package var isAcute = false
    package var cpr: CPRNumber?
    package var born: CalendarDay?
    /// The year she was born, where the day is not known.
    package var bornYear: Int?
    package var sex: Sex?
    /// The municipality's code.
    package var municipality: String?

    package init() {}

    package init(_ json: JSONObject) {
        func text(_ key: String) -> String? {
            json[key]?.string.flatMap { $0.isEmpty ? nil : $0 }
        }
        name = text("name")
        phone = text("phone")
        contact = text("contactBy").flatMap { ContactWay(rawValue: $0) }
        contactTimes = text("contactTimes")
        isDiscreet = text("noMessage") != nil
        avoid = text("avoid")
        ageGroup = text("ageGroup").flatMap { AgeGroup(rawValue: $0) }
        isPregnant = text("pregnant") != nil
        hasChildrenAtHome = text("children") != nil
        isAcute = text("acute") != nil
        cpr = text("cpr").flatMap { CPRNumber($0) }
        born = text("born").flatMap { CalendarDay(isoText: $0) }
        bornYear = text("bornYear").flatMap { Int($0) }
        sex = text("sex").flatMap { Sex(rawValue: $0) }
        municipality = text("municipality")
    }

    package var json: JSONObject {
        var json = JSONObject()
        func append(_ key: String, _ text: String?) {
            guard let text, !text.isEmpty else { return }
            json.append(key, .string(text))
        }
        append("name", name)
        append("phone", phone)
        append("contactBy", contact?.rawValue)
        append("contactTimes", contactTimes)
        append("noMessage", isDiscreet ? Self.yes : nil)
        append("avoid", avoid)
        append("ageGroup", ageGroup?.rawValue)
        append("pregnant", isPregnant ? Self.yes : nil)
        append("children", hasChildrenAtHome ? Self.yes : nil)
        append("acute", isAcute ? Self.yes : nil)
        append("cpr", cpr?.compact)
        append("born", born?.isoText)
        append("bornYear", bornYear.map(String.init))
        append("sex", sex?.rawValue)
        append("municipality", municipality)
        return json
    }

    private static let yes = "ja"
}

/// How somebody wishes to be reached. The raw value is what her form sends and the ledger keeps.
package enum ContactWay: String, CaseIterable, Sendable {
    case call = "ring"
    case text = "sms"
    /// She comes to us, with her code.
    case comesSelf = "selv"
}

/// How old somebody says she is. The raw value is what her form sends and the ledger keeps.
package enum AgeGroup: String, CaseIterable, Sendable {
    case adult = "18"
    case youth = "15-17"
    case child = "under-15"
    case untold = "siger-ikke"

    /// Not of age: parents and another law have a say.
    package var isMinor: Bool { self == .youth || self == .child }
}
