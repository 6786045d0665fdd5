internal import Domain
internal import Records

/// Why cases are to be erased. From a list: the receipt stays for good, and nobody types a name into it.
enum ErasureReason: String, CaseIterable, Sendable {
    /// The time is over and the material may be thrown away (kasseres).
    case expired
    /// The time is over and the archive has its copy.
    ///
    /// - Law: arkivloven § 8.
    case archived
    /// The time is over and the citizen has asked for it.
    ///
    /// - Law: databeskyttelsesforordningen art. 17.
    case asked
}

/// What came of a wish that cases be erased.
enum ErasureAnswer: String, Sendable {
    case erased, declined, withdrawn
}

/// A wish that cases be erased: who asked, for what, and what came of it. Once it is answered it is the receipt.
struct ErasureRequest: Sendable {
    /// A case of it, and the last day of keeping as it was when somebody asked.
    struct Candidate: Sendable {
        let ref: CaseRef
        let due: CalendarDay
        let isErased: Bool
    }

    let id: FormID
    let reason: ErasureReason
    let askedBy: StaffID
    let askedAt: Instant
    let answer: ErasureAnswer?
    let answeredBy: StaffID?
    let answeredAt: Instant?
    let cases: [Candidate]
    /// What went, or what would go.
    let counts: RowCounts
}

/// A case whose time is over.
struct DueCase: Sendable {
    let ref: CaseRef
    /// The day of the last fact.
    let lastOn: CalendarDay
    let due: CalendarDay
    let because: [Reason]
    let counts: RowCounts
}

/// Why nothing is asked for, or nothing erased. Codes; the page makes the words.
enum ErasureRefusal: Error, Hashable, Sendable {
    case reasonMissing
    case nothingChosen
    /// These are not due, or not any more.
    case notDue([CaseNumber])
    /// Somebody has asked for these already.
    case askedAlready([CaseNumber])
    /// Whoever asked cannot say yes herself.
    case ownRequest
    /// It was answered before.
    case answered
    /// These are kept longer, or for another time, than when it was asked for.
    case changed([CaseNumber])
}
