internal import Domain
internal import SQLite

/// Why an act that could be read is not written: what the case says at that moment, not what it said when the form was
/// shown. Nothing is lost by it: the page comes back with what was typed.
enum ActRefusal: Error, Hashable, Sendable {
    /// The form was sent before with something else in it: Back, and typed over.
    case sentBefore(in: CaseNumber)
    /// The case was closed meanwhile.
    case closed
    /// A colleague took the case first.
    case taken(by: StaffID)
    /// The note was corrected or taken away meanwhile.
    case replaced(by: StaffID?, at: Instant)
    /// The day lies before anybody had asked.
    case beforeEnquiry(CalendarDay)
    /// Something was written of a day before this one, which then lay before anybody had asked.
    case afterFirstAct(CalendarDay)
    /// It was not noted by hand: the house itself knows when it came.
    case notCorrectable
    /// Nothing was offered that could be answered.
    case noOffer
    /// The answer lies before the offer, or the no-show before the time.
    case beforeOffer(CalendarDay)
    /// Treatment began after that day.
    case beforeStart(CalendarDay)
    /// The days run already, or treatment does.
    case clockRuns(CalendarDay)
    /// The guarantee still runs: closed so, nobody would see it run out.
    case stillWaiting
    /// Treatment has begun: closed so, nothing would say that it ended, or why.
    case inTreatment(since: CalendarDay)
}

/// What a case says at the moment something is about to be written in it. Read inside the writer's transaction, so that
/// of two colleagues the second meets what the first has done.
struct CaseStanding: Sendable {
    let file: CaseFile
    let clock: GuaranteeClock?
    private let projection: CaseProjection?

    init(_ file: CaseFile, clock: GuaranteeClock?) {
        self.file = file
        self.clock = clock
        projection = CaseProjection(file)
    }

    func requireOpen() throws(ActRefusal) {
        guard projection?.isOpen == true else { throw .closed }
    }

    /// Nobody else has taken the case.
    func requireUntaken(by staff: StaffID?) throws(ActRefusal) {
        try requireOpen()
        guard let holder = projection?.responsible, holder != staff else { return }
        throw .taken(by: holder)
    }

    /// Nothing is done for somebody who has not asked yet.
    func requireAsked(on day: CalendarDay) throws(ActRefusal) {
        let asked = file.current.filter { ["enquiry", "treatment-wish"].contains($0.type) }
        guard let first = asked.map(\.on).min(), day < first else { return }
        throw .beforeEnquiry(first)
    }

    /// What has been done already does not come before the wish.
    func requireNothingDone(before day: CalendarDay, but wish: EntryID) throws(ActRefusal) {
        let place = file.current.firstIndex { $0.id == wish } ?? 0
        let acts = file.current.dropFirst(place + 1).filter {
            !HouseFact.all.contains($0.type) && !$0.isWish
        }
        guard let first = acts.map(\.on).min(), first < day else { return }
        throw .afterFirstAct(first)
    }

    /// The guarantee runs no more, and no treatment does: a new wish begins new days.
    func requireNoClock() throws(ActRefusal) {
        guard let clock, clock.isOpen || clock.isInCourse else { return }
        throw .clockRuns(clock.received)
    }

    /// An answer follows its offer, and nobody fails to come before the time.
    func requireAnswerable(_ outcome: OfferOutcome, on day: CalendarDay) throws(ActRefusal) {
        try requireOpen()
        try requireAsked(on: day)
        let offer = file.current.last { $0.type == "offer" }
        switch outcome {
        case .didNotCome:
            guard let offer else { throw .noOffer }
            let time = offer.startsOn ?? offer.on
            guard day >= time else { throw .beforeOffer(time) }
        case .declined:
            guard let offer else { throw .noOffer }
            guard day >= offer.on else { throw .beforeOffer(offer.on) }
        case .withdrew, .outsideDuty:
            guard let clock, day < clock.received else { return }
            throw .beforeEnquiry(clock.received)
        }
    }

    /// A discharge ends what began; before that there is nothing to end.
    func requireEndable(on day: CalendarDay) throws(ActRefusal) {
        try requireOpen()
        try requireAsked(on: day)
        guard let clock else { return }
        if let start = clock.startedOn, clock.courseEndedOn == nil, day < start {
            throw .beforeStart(start)
        }
        if day < clock.received { throw .beforeEnquiry(clock.received) }
    }

    /// Closing without a discharge stops no clock and ends no treatment: a clock that runs would run out unseen, a
    /// treatment that began would go on for good.
    func requireNobodyWaits() throws(ActRefusal) {
        try requireOpen()
        guard clock?.isOpen != true else { throw .stillWaiting }
        if let start = clock?.startedOn, clock?.courseEndedOn == nil {
            throw .inTreatment(since: start)
        }
    }

    /// The note is still the one that was shown.
    func requireUnreplaced(_ entry: EntryID) throws(ActRefusal) {
        guard let by = file.entries.last(where: { $0.corrects == entry }) else { return }
        throw .replaced(by: by.recordedBy, at: by.recordedAt)
    }
}

extension CaseActs {
    /// Whether an act was written before: nil when it is still to be, the case when the same was sent twice.
    ///
    /// - Throws: ``ActRefusal/sentBefore(in:)`` when the same form came with something else in it. A second press
    ///   a moment later may carry another minute, so the hour is not compared.
    func alreadyWritten(
        _ entries: [NewEntry], as act: Act, in db: borrowing Connection
    ) throws -> CaseRef? {
        guard let first = entries.first, let ref = try cases.writtenCase(first.id, in: db) else {
            return nil
        }
        let token = try audit.record(
            .caseRead, by: act.actor, cases: [ref], at: act.now, in: db)
        let written = try cases.file(ref, in: db).entries
        guard let place = written.firstIndex(where: { $0.id == first.id }),
            written.count - place >= entries.count
        else { throw ActRefusal.sentBefore(in: ref.number) }
        for (new, old) in zip(entries, written[place...]) {
            let body = try cases.body(of: old, in: ref, token) ?? EntryBody()
            guard new.type == old.type, new.on == old.on, new.corrects == old.corrects,
                JSONWriter.text(.object(new.facts)) == JSONWriter.text(.object(old.facts)),
                JSONWriter.text(.object(new.details)) == JSONWriter.text(.object(old.details)),
                new.body ?? EntryBody() == body
            else { throw ActRefusal.sentBefore(in: ref.number) }
        }
        return ref
    }
}

extension LedgerEntry {
    /// Somebody turned to us, or wants treatment now.
    var isWish: Bool { ["enquiry", "treatment-wish"].contains(type) }

    /// Noted by one of the staff: its day was typed, and may be wrong.
    var isWishByHand: Bool { isWish && recordedBy != nil }
}

extension GuaranteeClock {
    /// Treatment has begun and not ended.
    var isInCourse: Bool { startedOn != nil && courseEndedOn == nil }
}
