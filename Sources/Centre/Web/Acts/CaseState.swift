internal import Domain
internal import Records

/// What a case says at the moment something is about to be written in it. Read inside the writer's transaction, so that
/// of two colleagues the second meets what the first has done.
struct CaseState: Sendable {
    let file: CaseFile
    let standard: AdoptedStandard
    let now: Instant
    /// The clock that counts: the latest.
    let clock: GuaranteeClock?
    let projection: CaseProjection?
    /// Who asks.
    let staff: StaffID?

    init(_ file: CaseFile, _ standards: StandardBook, by staff: StaffID?, at now: Instant) throws {
        self.file = file
        self.now = now
        self.staff = staff
        standard = try standards.required(for: file.ref, on: now.day)
        clock = try standards.clocks(of: file, on: now.day).last
        projection = CaseProjection(file)
    }

    /// Of a case that does not exist.
    static func ofNobody(_ standards: StandardBook, at now: Instant) throws -> CaseState {
        let ref = CaseRef(
            id: CaseID(0), number: CaseNumber(year: now.day.year, serial: 0), slot: .centre,
            standard: nil)
        return try CaseState(CaseFile(ref: ref, entries: []), standards, by: nil, at: now)
    }

    var ref: CaseRef { file.ref }
    var today: CalendarDay { now.day }
    var isOpen: Bool { projection?.isOpen == true }

    /// The last day of a clock that runs.
    var runningLastDay: CalendarDay? {
        clock.flatMap { $0.status == .running ? $0.lastDay : nil }
    }

    func requireOpen() throws(ActRefusal) {
        guard isOpen else { throw .closed }
    }

    /// Nobody else has taken the case.
    func requireUntaken() throws(ActRefusal) {
        try requireOpen()
        guard let holder = projection?.responsible, holder != staff else { return }
        throw .taken(by: holder)
    }

    /// Nothing is done for somebody who has not asked yet.
    func requireAsked(on day: CalendarDay) throws(ActRefusal) {
        guard let first = file.current.filter(\.isWish).map(\.on).min(), day < first else { return }
        throw .beforeEnquiry(first)
    }

    /// What has been done already does not come before the wish.
    func requireNothingDone(before day: CalendarDay, but wish: EntryID) throws(ActRefusal) {
        let place = file.current.firstIndex { $0.id == wish } ?? 0
        let acts = file.current.dropFirst(place + 1).filter { $0.fact != nil && !$0.isWish }
        guard let first = acts.map(\.on).min(), first < day else { return }
        throw .afterFirstAct(first)
    }

    /// The guarantee runs no more, and no treatment does: a new wish begins new days.
    func requireNoClock() throws(ActRefusal) {
        guard let clock, clock.isOpen || clock.isInCourse else { return }
        throw .clockRuns(clock.received)
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

    /// The entry is still the one that was shown.
    func requireUnreplaced(_ entry: EntryID) throws(ActRefusal) {
        guard let by = file.entries.last(where: { $0.corrects == entry }) else { return }
        throw .replaced(by: by.recordedBy, at: by.recordedAt)
    }
}

extension GuaranteeClock {
    /// Treatment has begun and not ended.
    var isInCourse: Bool { startedOn != nil && courseEndedOn == nil }
}
