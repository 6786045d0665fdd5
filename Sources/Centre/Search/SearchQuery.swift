internal import Domain
internal import Records

/// What somebody typed into the one search box, and what it can be.
enum SearchQuery: Sendable {
    case caseNumber(CaseNumber)
    /// The end of a case's number, as it is said: `0148`.
    case serial(Int)
    case cpr(CPRNumber)
    case phone(String)
    /// Words of a name, which may also be the four words of a receipt.
    case words(FoldedWords, typed: String)
    /// Nothing that could be looked for.
    case nothing

    static let lengthMax = 100

    init(_ typed: String) {
        let typed = String(typed.prefix(Self.lengthMax)).trimmed
        if let number = Self.caseNumber(typed) {
            self = .caseNumber(number)
        } else if let serial = Self.serial(typed) {
            self = .serial(serial)
        } else if let cpr = CPRNumber(typed) {
            self = .cpr(cpr)
        } else if Self.looksLikeNumber(typed), case .number(let phone) = PhoneNumber.read(typed) {
            self = .phone(phone)
        } else {
            let words = FoldedWords(typed)
            self = words.words.isEmpty ? .nothing : .words(words, typed: typed)
        }
    }

    /// `2026-0407`, and `2026-407` as it is spoken.
    private static func caseNumber(_ typed: String) -> CaseNumber? {
        let parts = typed.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, (1...7).contains(parts[1].count),
            typed.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (48...57).contains($0) }),
            let year = Int(parts[0]), let serial = Int(parts[1]), year > 0, serial > 0
        else { return nil }
        return CaseNumber(year: year, serial: serial)
    }

    /// Fewer figures than a telephone number has.
    private static func serial(_ typed: String) -> Int? {
        guard (1...7).contains(typed.utf8.count),
            typed.utf8.allSatisfy({ (48...57).contains($0) }), let serial = Int(typed), serial > 0
        else { return nil }
        return serial
    }

    private static func looksLikeNumber(_ typed: String) -> Bool {
        typed.unicodeScalars.allSatisfy { "0123456789 +()-./".unicodeScalars.contains($0) }
    }
}
