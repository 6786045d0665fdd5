internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/se-din-aftale`: a citizen comes back with her code.
struct AppointmentRoutes: Sendable {
    let intake: IntakeService
    let door: CodeGuard
    let ledger: Ledger
    let standards: StandardBook
    let audit: AuditLog
    let times: OwnTimes

    var all: [CentreRoute] {
        [
            .open(.get, "/se-din-aftale", ask),
            .open(.post, "/se-din-aftale", enter),
            .open(.get, "/se-din-aftale/aftale", show),
        ]
    }

    private func ask(_ visit: Visit, _ loop: LoopContext) -> Answer {
        let key = visit.request.cookieWord(CodeGuard.cookieName)
        let refusal =
            visit.request.query.word("fejl") == "ja"
            ? door.refusal(key, at: visit.now) : nil
        let page = visit.frame.codePage(typed: refusal?.typed ?? "", fault: refusal?.fault)
        switch refusal?.fault {
        case nil: return .now(visit.page(page))
        case .tooManyTries(let minutes):
            return .now(
                visit.page(page, status: .tooManyRequests).retrying(afterSeconds: minutes * 60))
        case .missing, .wordMissing, .unknown:
            return .now(visit.page(page, status: .unprocessable))
        }
    }

    private func enter(_ visit: Visit, _ loop: LoopContext) throws -> Answer {
        // Where she comes from is counted in memory and written nowhere.
        let guest = visit.request.clientAddress
        let typed = visit.field("kode")
        if let seconds = door.secondsToWait(from: guest, at: visit.now) {
            visit.web.refusals.note(.turn, by: nil, at: visit.now)
            return refuse(visit, typed, .tooManyTries(minutes: (seconds + 59) / 60))
        }
        guard !typed.isEmpty else { return refuse(visit, typed, .missing) }
        guard let code = ReceiptCode(typed: typed),
            let caseID = try intake.caseID(behind: code, in: loop.db),
            try ledger.find(caseID, in: loop.db) != nil
        else {
            door.wrongCode(from: guest, at: visit.now)
            visit.web.refusals.note(.code, by: nil, at: visit.now)
            return refuse(visit, typed, ReceiptCode.lacksAWord(typed) ? .wordMissing : .unknown)
        }
        return goOn(to: "/se-din-aftale/aftale", with: door.beginSession(caseID, at: visit.now))
    }

    private func refuse(
        _ visit: Visit, _ typed: String, _ fault: CodeFault
    ) -> Answer {
        let key = door.refuse(typed, fault, at: visit.now)
        return goOn(to: "/se-din-aftale?fejl=ja", with: key)
    }

    /// Redirects either way, so that Back leads to pages and never to a form's answer.
    private func goOn(to address: Address, with key: String) -> Answer {
        .now(
            .seeOther(address.text).setting(
                Cookie(CodeGuard.cookieName, key, sameSite: .strict)))
    }

    private func show(_ visit: Visit, _ loop: LoopContext) throws -> Answer {
        let now = visit.now
        let key = visit.request.cookieWord(CodeGuard.cookieName)
        guard let caseID = door.caseID(key, at: now),
            let ref = try ledger.find(caseID, in: loop.db)
        else { return .now(.seeOther("/se-din-aftale")) }
        return visit.writing { [audit] db in
            try audit.record(.receiptRead, by: .citizen, cases: [ref], at: now, in: db)
        } then: { token, loop in
            let file = try ledger.file(ref, in: loop.db)
            let standard = standards.standard(ref.standard, on: now.day)
            var own = OwnAppointment(file, under: standard?.standard, at: now)
            let person = try ledger.person(of: file, token)
            own.comesSelf = person.contact == .comesSelf
            own.done = visit.request.query.word("gjort")
            let state = try CaseState(file, standards, by: nil, at: now)
            if state.mayBook {
                own.choice = OwnChoice(
                    free: try times.free(
                        state, moving: nil, age: person.age(on: now.day),
                        count: OwnTimes.offeredCount, in: loop.db),
                    names: CalendarNames(facts: standards.facts(on: now.day), staff: [:]),
                    lastDay: state.runningLastDay, fault: own.fault)
            }
            let page = visit.frame.appointmentPage(own)
            return visit.page(page, status: own.choice?.fault == nil ? .ok : .unprocessable)
        }
    }
}

extension OwnAppointment {
    /// What the ledger and the rules say, without anything that is sealed.
    init(_ file: CaseFile, under standard: QualityStandard?, at now: Instant) {
        let history = file.history()
        let clock = standard.flatMap {
            verdict(of: history, under: $0, on: now.day).guarantee.last
        }
        let enquiry = file.current.last { entry in
            if case .enquiry = entry.fact { true } else { false }
        }
        receivedOn = clock?.received ?? enquiry?.on ?? now.day
        guarantee = Progress(clock)
        let next = file.standing(from: now).first?.time.startsAt
        mayChange = next.map { $0 > now } ?? false
        bookedAt = next.map(BookedTime.moment) ?? Self.nextTime(file, at: now)
    }

    /// What went wrong with what she chose.
    var fault: String? {
        switch done {
        case "optaget": OwnChoice.takenWords
        case "ikke-valgt": OwnChoice.nothingWords
        default: nil
        }
    }

    /// The open offer, unless its day is past.
    private static func nextTime(_ file: CaseFile, at now: Instant) -> BookedTime? {
        guard let offer = file.openOffer, let day = offer.offer?.startsOn, day >= now.day else {
            return nil
        }
        return offer.startsAt.map(BookedTime.moment) ?? .day(day)
    }
}

extension OwnAppointment.Progress {
    init(_ clock: GuaranteeClock?) {
        guard let clock else {
            self = .none
            return
        }
        self =
            switch clock.status {
            case .running: .running(lastDay: clock.lastDay)
            case .overdue where clock.isOpen: .overdue(lastDay: clock.lastDay)
            case .met, .late: clock.startedOn.map { .begun($0) } ?? .none
            case .offeredNoShow, .ownChoice: .none
            case .overdue, .withdrawn, .notCovered: .closed
            }
    }
}
