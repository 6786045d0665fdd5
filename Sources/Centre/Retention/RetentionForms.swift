internal import Domain
internal import HTTP
internal import Records

/// Which cases, and why, as chosen.
struct RetentionForm: Sendable {
    var numbers: [CaseNumber] = []
    var reason: ErasureReason?
    var id = FormID.random()

    /// Nothing is chosen: what is erased is gone for good, so each case is picked by hand.
    init() {}

    init(_ fields: Fields) {
        numbers = fields.all("sag").compactMap { CaseNumber($0) }
        reason = fields["grund"].flatMap { ErasureReason(rawValue: $0) }
        id = fields["id"].flatMap { FormID(formText: $0) } ?? id
    }

    func holds(_ number: CaseNumber) -> Bool { numbers.contains(number) }
}

/// What `/sletning` shows.
struct RetentionOverview: Sendable {
    var due: [DueCase]
    /// There are more than the page shows.
    var hasMore: Bool
    var waiting: [ErasureRequest]
    var receipts: [ErasureRequest]
    var names: [StaffID: String]
    /// Whether the standard in force says how long social notes are kept.
    var isStandardSilent: Bool
}
