internal import Domain
internal import Records

/// A period's clocks, one by one and summed up. Pure: the same ledgers, standards and day give the same figures.
struct GuaranteeReport: Sendable {
    /// One clock of one case.
    struct Row: Sendable {
        let ref: CaseRef
        let clock: GuaranteeClock

        var number: CaseNumber { ref.number }
    }

    let period: Period
    /// The day the clocks are judged on.
    let asOf: CalendarDay
    /// The clocks that began in the period, by the day they began.
    let rows: [Row]
    /// What cannot have happened in the order it is written; every one stands in the list.
    let impossible: [ImpossibleDate]

    init(
        _ files: [CaseFile], in period: Period, on day: CalendarDay,
        standard: (CaseFile) throws -> QualityStandard
    ) throws {
        var rows: [Row] = []
        for file in files {
            let clocks = guaranteeClocks(
                of: file.history(), under: try standard(file), on: day)
            rows += clocks.filter { period.contains($0.received) }
                .map { Row(ref: file.ref, clock: $0) }
        }
        self.period = period
        asOf = day
        self.rows = rows.sorted { $0.order < $1.order }
        impossible = files.flatMap { ImpossibleDate.all(in: $0, on: day) }
    }

    /// Every case the list tells of.
    var refs: [CaseRef] { Array(Set(rows.map(\.ref)).union(impossible.map(\.ref))) }

    /// How many clocks had an outcome. All eight are told, also those nobody had.
    func count(_ status: GuaranteeStatus) -> Int {
        rows.count { $0.clock.status == status }
    }

    /// The key figures of the clocks that count, or with those of own choice and of no-shows beside them.
    func figures(withSeparate: Bool) -> Figures {
        let separate: Set<GuaranteeStatus> = [.ownChoice, .offeredNoShow]
        let judged = rows.map(\.clock).filter {
            $0.counted || (withSeparate && separate.contains($0.status))
        }
        return Figures(
            judgedCount: judged.count, metCount: judged.count { $0.status == .met },
            waits: judged.compactMap(\.daysWaited).sorted())
    }

    /// How many of how many, and how long they waited.
    struct Figures: Hashable, Sendable {
        /// n: the clocks that are kept or not kept.
        let judgedCount: Int
        let metCount: Int
        /// The days waited by those whose treatment began, the shortest first.
        let waits: [Int]

        /// Nil of nobody.
        var metPercent: Double? {
            judgedCount == 0 ? nil : Double(metCount) * 100 / Double(judgedCount)
        }

        /// The middle one; between two, half way.
        var medianDays: Double? {
            guard !waits.isEmpty else { return nil }
            let middle = waits.count / 2
            return waits.count.isMultiple(of: 2)
                ? Double(waits[middle - 1] + waits[middle]) / 2 : Double(waits[middle])
        }

        /// Nine of ten waited no longer: the nearest rank.
        var ninetiethPercentileDays: Int? {
            waits.isEmpty ? nil : waits[(waits.count * 9 + 9) / 10 - 1]
        }
    }
}

extension GuaranteeReport.Row {
    fileprivate var order: (CalendarDay, Int, Int) { (clock.received, number.year, number.serial) }
}

/// Two dates of a case that cannot both be right.
struct ImpossibleDate: Hashable, Sendable {
    enum Kind: String, CaseIterable, Sendable {
        case serviceBeforeEnquiry, offerBeforeEnquiry, answerBeforeEnquiry, dischargeBeforeEnquiry
        case inTheFuture
    }

    let ref: CaseRef
    let kind: Kind
    /// The day that cannot be right.
    let day: CalendarDay
    /// The day it is held against: the first enquiry, or today.
    let against: CalendarDay

    var number: CaseNumber { ref.number }

    /// Looks at what is written, not at what the rules make of it: they have no use for such a fact.
    static func all(in file: CaseFile, on today: CalendarDay) -> [ImpossibleDate] {
        let entries = file.chronological
        let beginning = entries.first(where: \.isWish)?.on
        return entries.flatMap { entry -> [ImpossibleDate] in
            guard entry.fact != nil else { return [] }
            var found: [ImpossibleDate] = []
            if entry.on > today {
                found.append(
                    ImpossibleDate(
                        ref: file.ref, kind: .inTheFuture, day: entry.on, against: today))
            }
            guard let beginning, let (kind, day) = held(entry), day < beginning else {
                return found
            }
            return found + [
                ImpossibleDate(ref: file.ref, kind: kind, day: day, against: beginning)
            ]
        }
    }

    /// Which day of an entry must not lie before the enquiry.
    private static func held(_ entry: LedgerEntry) -> (Kind, CalendarDay)? {
        switch entry.fact {
        case .service: (.serviceBeforeEnquiry, entry.on)
        case .offer(let offer): (.offerBeforeEnquiry, offer.startsOn)
        case .offerDeclined, .noShow, .withdrawal: (.answerBeforeEnquiry, entry.on)
        case .discharge: (.dischargeBeforeEnquiry, entry.on)
        default: nil
        }
    }
}
