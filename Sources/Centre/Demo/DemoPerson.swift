internal import Domain

/// Somebody who does not exist, and whom nobody can mistake for somebody who does.
///
/// The names are words for "test", the telephone numbers begin with 12 (no Danish one does), and the
/// CPR numbers are those of people born 1858–1899: valid in form, and nobody living has one.
struct DemoPerson: Hashable, Sendable {
    var name: String
    var phone: String
    var cpr: String
    var isAnonymous: Bool

    private static let givenNames = [
        "Prøve", "Test", "Opdigtet", "Fiktiva", "Eksempla", "Demo", "Modella", "Kladde", "Skitse",
        "Attrap", "Øvelsa", "Mønstra",
    ]
    private static let familyNames = [
        "Testesen", "Prøvesen", "Opdigtsen", "Eksempelsen", "Demosen", "Kladdesen", "Fiktivsen",
        "Modelsen", "Øvelsen", "Skitsesen",
    ]

    /// The `number`-th person of a year; no two have the same CPR number.
    init(number: Int, using random: inout DemoRandom) {
        name = "\(random.one(of: Self.givenNames)) \(random.one(of: Self.familyNames))"
        phone = "12" + Self.digits(random.number(0...999_999), 6)
        cpr = Self.cpr(number: number, using: &random)
        isAnonymous = random.chance(15)
    }

    /// Year of birth 58–99 and a seventh digit of 5–8 say 1858–1899.
    private static func cpr(number: Int, using random: inout DemoRandom) -> String {
        let born = "\(digits(random.number(1...28), 2))\(digits(random.number(1...12), 2))"
        let year = 58 + number / 4_000 % 42
        return "\(born)\(digits(year, 2))\(5 + number / 1_000 % 4)\(digits(number % 1_000, 3))"
    }

    private static func digits(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
