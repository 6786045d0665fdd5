internal import Domain
internal import Records

/// A time of a case, and what has become of it. Nothing of it is stored: it follows from the ledger.
struct Appointment: Sendable {
    enum State: Hashable, Sendable {
        /// It stands, ahead or not answered yet.
        case booked
        /// Another time took its place.
        case moved(to: EntryID)
        case cancelled(by: TimeChanger)
        /// The citizen said no to it, or the case ended before it came.
        case lapsed
        /// She came: a service was written that day.
        case held
        /// She did not come.
        case missed
    }

    let entry: LedgerEntry
    let time: AgreedTime
    let state: State
    /// Whether it is the offer of a first time.
    var isOffer: Bool { entry.offer != nil }

    /// Whether it takes its hour from others: also when it was held, or nobody came.
    var takesItsHour: Bool {
        switch state {
        case .booked, .held, .missed: true
        case .moved, .cancelled, .lapsed: false
        }
    }
}

extension CaseFile {
    /// Every time with an hour that the case has had, in the order they were agreed.
    var appointments: [Appointment] {
        let agreed = current.compactMap { entry in entry.agreedTime.map { (entry, $0) } }
        guard !agreed.isEmpty else { return [] }
        let names = EntryNames(entries)
        var moved: [EntryID: EntryID] = [:]
        var cancelled: [EntryID: TimeChanger] = [:]
        for entry in current {
            if let old = entry.movedFrom { moved[names.latest(old)] = entry.id }
            if let cancelling = entry.own(AppointmentCancelled.self) {
                cancelled[names.latest(cancelling.appointment)] = cancelling.by
            }
        }
        return agreed.map { entry, time in
            let state: Appointment.State =
                if let changer = cancelled[entry.id] {
                    .cancelled(by: changer)
                } else if let next = moved[entry.id] {
                    .moved(to: next)
                } else {
                    outcome(of: entry, on: time.day)
                }
            return Appointment(entry: entry, time: time, state: state)
        }
    }

    /// What was written after it says.
    private func outcome(of entry: LedgerEntry, on day: CalendarDay) -> Appointment.State {
        guard let place = current.firstIndex(where: { $0.id == entry.id }) else { return .booked }
        for later in current[(place + 1)...] {
            switch later.fact {
            case .service(let service) where later.on == day:
                return service.attended ? .held : .missed
            case .noShow where later.on >= day:
                return .missed
            // A new offer that did not say so took its place all the same: nobody has two first times.
            case .offer where entry.offer != nil && later.on <= day:
                return .lapsed
            case .offerDeclined where entry.offer != nil && later.on <= day:
                return .lapsed
            case .withdrawal where later.on <= day, .outsideDuty where later.on <= day:
                if entry.offer != nil { return .lapsed }
            case .discharge where later.on <= day:
                return .lapsed
            case nil where later.isOwn(CaseClosed.self) && later.on <= day:
                return .lapsed
            default: continue
            }
        }
        return .booked
    }

    /// The times that stand, the nearest first.
    func standing(from moment: Instant) -> [Appointment] {
        appointments.filter { $0.state == .booked && $0.time.endsAt > moment }
            .sorted { $0.time.startsAt < $1.time.startsAt }
    }

    /// The day of the next time that stands: the offer nobody has answered, else a talk that is agreed.
    func nextTimeOn(from day: CalendarDay) -> CalendarDay? {
        if let offer = openOffer?.offer { return offer.startsOn }
        // Most cases on a list have none, and a list has many cases.
        guard current.contains(where: { $0.isOwn(AppointmentBooked.self) }) else { return nil }
        return standing(from: Instant(day: day, hour: 0, minute: 0)).first?.time.day
    }

    /// The appointment of an entry.
    func appointment(_ id: EntryID) -> Appointment? {
        appointments.first { $0.entry.id == id }
    }

    /// The latest offer that nothing after it has answered.
    var openOffer: LedgerEntry? {
        guard let place = current.lastIndex(where: { $0.offer != nil }) else { return nil }
        let offer = current[place]
        let names = EntryNames(entries)
        let isAnswered = current[(place + 1)...].contains { $0.answers(offer, names) }
        return isAnswered ? nil : offer
    }
}

/// Which entry counts today in the place of another.
private struct EntryNames {
    private var next: [EntryID: EntryID] = [:]

    init(_ entries: [LedgerEntry]) {
        for entry in entries { if let old = entry.corrects { next[old] = entry.id } }
    }

    func latest(_ id: EntryID) -> EntryID {
        var id = id
        // A correction stands after what it corrects, so this ends.
        while let newer = next[id] { id = newer }
        return id
    }
}

extension LedgerEntry {
    /// A first time that was offered.
    var offer: Offer? {
        guard case .offer(let offer) = fact else { return nil }
        return offer
    }

    /// The moment an offer or an appointment names, where the hour was said.
    var startsAt: Instant? { agreedTime?.startsAt }

    /// What is agreed in it, where it is a time with an hour.
    var agreedTime: AgreedTime? {
        offer != nil ? AgreedTime(details) : own(AppointmentBooked.self)?.time
    }

    /// The time it took the place of.
    var movedFrom: EntryID? {
        offer != nil ? details.movedFrom : own(AppointmentBooked.self)?.movedFrom
    }

    fileprivate func answers(_ offer: LedgerEntry, _ names: EntryNames) -> Bool {
        switch fact {
        case .offerDeclined, .noShow, .withdrawal, .outsideDuty, .discharge: true
        case .service: on >= (offer.offer?.startsOn ?? offer.on)
        case nil:
            isOwn(CaseClosed.self)
                || own(AppointmentCancelled.self)
                    .map { names.latest($0.appointment) == offer.id } == true
        default: false
        }
    }
}
