internal import Domain
internal import Records

/// The letters that acts go out with. The ledger keeps the raw value: never changed, old entries name it.
enum ActLetter: String, CaseIterable, Sendable {
    case hearing
    case granted = "decision-granted"
    case otherGranted = "decision-other"
    case refused = "decision-refused"
    case postponed = "decision-postponed"
    case withdrawn = "decision-withdrawn"
    case reopened = "decision-reopened"
    case late = "guarantee-late"

    /// Raised whenever a word of one of them changes; a letter keeps the text it was made with.
    static let version = 1

    /// As a list of letters names it.
    var title: String {
        switch self {
        case .hearing: "Vil du sige noget, før vi afgør din ansøgning?"
        case .granted: "Afgørelse: bevilling"
        case .otherGranted: "Afgørelse: et andet tilbud"
        case .refused: "Afgørelse: afslag"
        case .postponed: "Din ansøgning er udsat"
        case .withdrawn: "Afgørelsen er trukket tilbage"
        case .reopened: "Vi ser på din ansøgning igen"
        case .late: "Vi er forsinkede"
        }
    }

    /// The plain keys with which an act says that it carries one.
    static let key = "letter"
    static let versionKey = "letterVersion"

    /// The keys for an entry that carries this letter.
    func keys(_ more: [JSONObject.Member] = []) -> JSONObject {
        JSONObject(
            more + [
                .init(Self.key, .string(rawValue)), .init(Self.versionKey, .integer(Self.version)),
            ])
    }
}

extension LedgerEntry {
    /// The letter an act went out with; nil for what has none.
    var actLetter: ActLetter? {
        (keys[ActLetter.key] ?? details[ActLetter.key])?.string
            .flatMap { ActLetter(rawValue: $0) }
    }

    /// What its letter is called in a list; nil where it is none and has none.
    var letterTitle: String? {
        if let made = own(LetterMade.self) { return LetterKinds.kind(made.kind)?.title ?? "Brev" }
        return actLetter?.title
    }
}

extension CaseReading {
    /// The letter that an entry is, or went out with.
    func letter(of entry: LedgerEntry) throws -> LetterText? {
        if entry.isOwn(LetterMade.self) { return try body(of: entry).read(LetterText.self) }
        guard entry.actLetter != nil else { return nil }
        return try body(of: entry).read(CarriedLetter.self).letter
    }
}
