package import Domain

/// Who the pages speak for: the municipality, its centre, and how to reach it.
package struct CentreProfile: Sendable {
    package var municipality: String
    package var unit: String
    /// Written as it is read aloud: `12 34 56 78`.
    package var phone: String
    package var email: String
    package var street: String
    package var town: String
    /// When anybody may come without an appointment.
    package var hours: OpeningHours
    /// When the telephone is answered, where that is known.
    package var openHours = OpeningHours([:])
    /// What stands on the front page for a while.
    package var notice = ""
    /// How to find the door.
    package var directions = ""
    /// Within how many days after asking treatment begins: what the standard promises, the law's fourteen at the most.
    package var guaranteeDays = GuaranteeClock.limitDays
    /// The municipality's accessibility statement (tilgængelighedserklæring); `/was` leads there.
    package var accessibilityStatement: String
    /// Where "Forlad siden nu" leads: a page on which nobody looks twice.
    package var neutralPage: String

    /// An invented centre. 12 34 56 78 is nobody's number.
    package static let demonstration = CentreProfile(
        municipality: "Eksempel Kommune",
        unit: "Alkoholrådgivningen",
        phone: "12 34 56 78",
        email: "alkoholraadgivningen@eksempel.invalid",
        street: "Eksempelvej 14, 1. sal",
        town: "0999 Eksempelby",
        hours: OpeningHours([
            .monday: .init(ClockTime(8, 30), ClockTime(10)),
            .tuesday: .init(ClockTime(8, 30), ClockTime(10)),
            .thursday: .init(ClockTime(8, 30), ClockTime(10)),
            .friday: .init(ClockTime(8, 30), ClockTime(10)),
        ]),
        accessibilityStatement: "https://www.was.digst.dk/",
        neutralPage: "https://www.dmi.dk/")

    /// `14 dage`.
    package var guaranteeDaysInWords: String {
        "\(guaranteeDays) \(guaranteeDays == 1 ? "dag" : "dage")"
    }

    /// The number as a telephone dials it.
    package var phoneLink: String {
        "tel:+45" + phone.filter { $0.isASCII && $0.isNumber }
    }
}

extension CentreProfile {
    /// The centre whose standard this is, as far as the standard says; the rest is invented, but
    /// for the hours: a door that is said to be open must be open.
    package init(_ standard: QualityStandard) {
        self = .demonstration
        hours = OpeningHours([:])
        guaranteeDays = standard.promisedDays ?? GuaranteeClock.limitDays
        municipality = standard.municipality.flatMap(Self.municipality) ?? municipality
        func contact(_ key: String) -> String? {
            standard.entries.first { $0.path == "contact.\(key)" }?.value.string
        }
        unit = contact("name") ?? unit
        phone = contact("phone") ?? phone
        email = contact("email") ?? email
        if let address = contact("address") {
            let parts = address.split(separator: ", ")
            town = parts.last.map(String.init) ?? ""
            street = parts.dropLast().joined(separator: ", ")
        }
    }

    /// As the municipality calls itself.
    private static func municipality(ofCode code: String) -> String? {
        switch code {
        case "0101": "Københavns Kommune"
        case "0400": "Bornholms Regionskommune"
        default: Municipality.name(ofCode: code).map { "\($0) Kommune" }
        }
    }
}
