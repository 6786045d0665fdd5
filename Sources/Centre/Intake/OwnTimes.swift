internal import Domain
internal import Records
internal import SQLite

/// A citizen with her code takes a free time, moves hers, or gives it up. What she may choose is looked up again in the
/// transaction that writes it: two people never get one time.
struct OwnTimes: Sendable {
    let calendar: CalendarBook
    let writer: CaseWriter
    let ledger: Ledger
    let standards: StandardBook
    let audit: AuditLog

    /// What became of what she pressed.
    enum Outcome: Hashable, Sendable {
        case done
        /// Somebody else has the time, or it is no more.
        case taken
        /// Nothing was chosen.
        case nothingChosen
        /// There is nothing to book, move or give up any more.
        case over
    }

    static let offeredCount = 9

    /// What she may choose from: a first time, or another than hers.
    func free(
        _ state: CaseState, moving old: Appointment?, age: ClosedRange<Int>?, count: Int,
        in db: borrowing Connection
    ) throws -> [FreeTime] {
        guard let old, !old.isOffer else {
            let form = old?.time.form ?? .inPerson
            let times = try calendar.firstTalks(
                for: age, until: state.runningLastDay, form: form, count: count, at: state.now,
                in: db)
            // A late one is only offered where none is in time.
            guard let lastDay = state.runningLastDay, old == nil else { return times }
            let inTime = times.filter { $0.day <= lastDay }
            return inTime.isEmpty ? times : inTime
        }
        // A later talk is with the same colleague.
        let last = state.today.adding(days: CalendarBook.daysAhead)
        let picture = try calendar.picture(from: state.today, through: last, in: db)
        var wish = CalendarPicture.Wish(minutes: old.time.minutes, form: old.time.form)
        wish.staff = old.time.staff.map { [$0] } ?? []
        let soonest = Instant(seconds: state.now.seconds + CalendarBook.noticeMinutes * 60)
        return Array(picture.free(wish, from: soonest, through: last).prefix(count))
    }

    /// She chooses a time: her first, or another in the place of the one she has.
    func choose(
        _ text: String, moving old: EntryID?, in ref: CaseRef, as id: EntryID, at now: Instant,
        in db: borrowing Connection
    ) throws -> Outcome {
        let context = WriteContext(by: .citizen, at: now, id: id)
        guard try !writer.isWritten(context, in: db) else { return .done }
        let file = try ledger.file(ref, in: db)
        let state = try CaseState(file, standards, by: nil, at: now)
        let known = old.flatMap { file.appointment($0) }
        guard state.mayBook || known?.state == .booked else { return .over }
        guard let slot = ChosenSlot(formText: text) else { return .nothingChosen }
        let token = try audit.record(.receiptRead, by: .citizen, cases: [ref], at: now, in: db)
        let age = try ledger.person(of: file, token).age(on: now.day)
        // More than were shown: hers may have moved down the list meanwhile.
        let free = try free(state, moving: known, age: age, count: Self.lookedThrough, in: db)
        guard let time = free.first(where: { ChosenSlot($0) == slot }) else { return .taken }
        let facts =
            known.map {
                MoveTalk.facts(
                    moving: $0, to: slot.startsAt, slot, by: .citizen, why: "", state,
                    as: id, isInWriting: true)
            } ?? [
                NewFact(
                    AgreedTime(
                        startsAt: time.startsAt, kind: .first, staff: time.staff, room: time.room),
                    offering: .outpatient, by: .own, on: now.day, why: "")
            ]
        do {
            try db.savepoint {
                try writer.write(
                    facts, to: ref, known == nil ? .ownTimeBooked : .ownTimeMoved, context, in: db)
            }
            return .done
        } catch ActRefusal.timeTaken {
            return .taken
        }
    }

    private static let lookedThrough = 200

    /// She cannot come: the time is somebody else's.
    func giveUp(
        _ entry: EntryID, in ref: CaseRef, as id: EntryID, at now: Instant,
        in db: borrowing Connection
    ) throws -> Outcome {
        let context = WriteContext(by: .citizen, at: now, id: id)
        guard try !writer.isWritten(context, in: db) else { return .done }
        let file = try ledger.file(ref, in: db)
        guard let known = file.appointment(entry), known.state == .booked,
            known.time.startsAt > now
        else { return .over }
        try writer.write(
            [NewFact(AppointmentCancelled(entry, by: .citizen), on: now.day)], to: ref,
            .ownTimeCancelled, context, in: db)
        return .done
    }
}

extension CaseState {
    /// She waits for treatment and has no time.
    var mayBook: Bool { isOpen && clock?.isOpen == true && file.openOffer == nil }
}

extension AuditAction {
    static let ownTimeBooked = AuditAction("own-time-booked", "bookede selv en tid")
    static let ownTimeMoved = AuditAction("own-time-moved", "flyttede selv sin tid")
    static let ownTimeCancelled = AuditAction("own-time-cancelled", "aflyste selv sin tid")
}
