internal import Domain
internal import Records

/// How long a case is kept: what the verdict's `retention:…` deadlines say together. The longest wins.
enum RetentionPeriod: Hashable, Sendable {
    /// Every deadline has passed; the last of them on this day.
    case over(due: CalendarDay, because: [Reason])
    /// It is kept: until and with a day, or for as long as something is open or the standard is silent.
    case kept(until: CalendarDay?)

    /// The one place where it is decided whether a case may be erased. Nothing of it is stored.
    ///
    /// What was written down of the course is a record (optegnelse), of a physician where one of the medical staff wrote
    /// it, else of a social worker: the rules count from the last.
    ///
    /// - Parameter isMedical: whether somebody is of the medical staff.
    /// - Law: autorisationsloven § 25; journalføringsbekendtgørelsen § 15; databeskyttelsesforordningen art. 5, stk. 1,
    ///   litra e.
    static func of(
        _ file: CaseFile, under standard: QualityStandard, on day: CalendarDay,
        isMedical: (StaffID) -> Bool
    ) -> RetentionPeriod {
        if CaseProjection(file)?.isOpen == true { return .kept(until: nil) }
        var history = file.history()
        history.questions = []
        for record in file.records where !record.isJournalEntry {
            let isByMedical = record.recordedBy.map(isMedical) ?? false
            history.events.append(
                Event(on: record.on, .entry(by: isByMedical ? .physician : .social)))
        }
        let deadlines = verdict(of: history, under: standard, on: day).deadlines.filter {
            if case .retention = $0.kind { true } else { false }
        }
        let dues = deadlines.compactMap(\.due)
        guard let last = dues.max(), dues.count == deadlines.count else {
            return .kept(until: nil)
        }
        guard deadlines.allSatisfy({ $0.state == .passed }) else { return .kept(until: last) }
        return .over(due: last, because: deadlines.flatMap(\.because))
    }

    /// The last day of keeping, once it is over.
    var overSince: CalendarDay? {
        guard case .over(let due, _) = self else { return nil }
        return due
    }
}

extension LedgerEntry {
    fileprivate var isJournalEntry: Bool {
        if case .entry = fact { true } else { false }
    }
}

extension StandardBook {
    /// The shortest time any record is kept under any standard of this house: no younger case can be due.
    var shortestKeepingYears: Int {
        let authorised = Self.shortestKeepingByLawYears
        return every.compactMap(\.standard.retention.socialYears.value).reduce(authorised, min)
    }

    /// - Law: journalføringsbekendtgørelsen § 15: nurses and others.
    private static let shortestKeepingByLawYears = 5
}
