internal import Domain
internal import SQLite

/// Lives an invented year through the services of the house: what the staff's pages and the citizen's form call.
struct DemoWriter {
    let centre: Centre
    let time: MovingClock

    private static let staff: [(login: String, name: String, role: Role)] = [
        ("karin", "Karin Konsulent", .consultant), ("kasper", "Kasper Konsulent", .consultant),
        ("rikke", "Rikke Reception", .reception), ("mette", "Mette Medicin", .medical),
        ("viggo", "Viggo Visitator", .visitator), ("leif", "Leif Leder", .leader),
        ("adam", "Adam Administrator", .administrator), ("vera", "Vera Revisor", .auditor),
    ]

    /// Who does what in the invented centre.
    private struct Team: Sendable {
        let reception: Actor
        let consultants: [Actor]

        func consultant(of story: Int) -> Actor { consultants[story % consultants.count] }
    }

    func live(_ year: DemoYear, _ acts: [(story: Int, act: DemoAct)]) throws {
        let team = try hire()
        var cases: [Int: CaseRef] = [:]
        var rest = acts[...]
        // A day's acts share a commit: nobody waits for the acknowledgement of an invented one.
        while let day = rest.first?.act.at.day {
            let today = rest.prefix { $0.act.at.day == day }
            rest = rest.dropFirst(today.count)
            time.move(to: Instant(day: day, hour: 23, minute: 59))
            let (standard, known, doings) = (try centre.standardToday(), cases, Array(today))
            cases = try centre.writer.perform { [centre] db in
                var cases = known
                for (story, act) in doings {
                    let writer = ActWriter(
                        centre: centre, standard: standard, story: year.stories[story],
                        receptionist: team.reception, consultant: team.consultant(of: story))
                    cases[story] = try writer.write(act, in: cases[story], db)
                }
                return cases
            }
        }
    }

    /// Nobody can log in as them until a password is given: this one is thrown away.
    private func hire() throws -> Team {
        let hash = try StaffAccounts.hash(RandomID.token())
        let (service, now) = (centre.staff, centre.clock.now)
        let actors = try centre.writer.perform { db in
            try Self.staff.map { member in
                let id = try service.add(
                    login: member.login, name: member.name, role: member.role,
                    passwordHash: hash, by: .system, at: now, in: db)
                return Actor(staff: id, role: member.role.rawValue, session: "demo")
            }
        }
        return Team(
            reception: actors.first { $0.role == Role.reception.rawValue } ?? .system,
            consultants: actors.filter { $0.role == Role.consultant.rawValue })
    }
}

/// Writes the acts of one story.
private struct ActWriter {
    let centre: Centre
    let standard: AdoptedStandard
    let story: DemoStory
    let receptionist: Actor
    let consultant: Actor

    /// - Returns: The case it was written in; nil where nobody has asked yet.
    func write(
        _ act: DemoAct, in ref: CaseRef?, _ db: borrowing Connection
    ) throws -> CaseRef? {
        if case .enquiry(let asked) = act.kind {
            return try asked.isOnWeb
                ? askOnWeb(asked, at: act.at, db) : ring(asked, at: act.at, db)
        }
        guard let ref else { return nil }
        try write(act.kind, at: act.at, in: ref, db)
        return ref
    }

    private func write(
        _ kind: DemoAct.Kind, at time: Instant, in ref: CaseRef, _ db: borrowing Connection
    ) throws {
        let acts = centre.acts
        let act = CaseActs.Act(actor: consultant, now: time)
        switch kind {
        case .enquiry: break
        case .taken: try acts.take(ref, as: act, in: db)
        case .offer(let day):
            try acts.offer(ref, startsAt: Instant(day: day, hour: 10, minute: 0), as: act, in: db)
        case .declined: try record(.declined(byOwnChoice: true, inWriting: true))
        case .noShow: try record(.didNotCome)
        case .withdrawn: try record(.withdrew)
        case .outsideDuty: try record(.outsideDuty(.admitted, regionReceivedOn: nil))
        case .informationTalk: try deliver(.informationTalk, 30)
        case .assessment: try deliver(.assessment, 60)
        case .session(let minutes): try deliver(.individualSession, minutes)
        case .closed: try acts.close(ref, as: act, in: db)
        case .discharged(let reason):
            guard let reason = DischargeReason(rawValue: reason) else { return }
            try acts.discharge(reason, on: time.day, of: ref, as: act, in: db)
        }

        func record(_ outcome: OfferOutcome) throws {
            try acts.record(outcome, on: time.day, of: ref, as: act, in: db)
        }

        func deliver(_ code: ServiceCode, _ minutes: Int) throws {
            let note = DemoWords.notes[time.day.number % DemoWords.notes.count]
            try acts.deliver(
                Service(code, minutes: minutes), at: time, text: note, to: ref, as: act, in: db)
        }
    }

    private func ring(
        _ asked: DemoAct.Asked, at time: Instant, _ db: borrowing Connection
    ) throws -> CaseRef {
        let person = story.person
        let enquiry = ReceivedEnquiry(
            receivedAt: time, wish: Wish(rawValue: asked.wish.rawValue) ?? .undecided,
            by: asked.isRelative ? .relative : .`self`, channel: .phone,
            isAnonymous: person.isAnonymous,
            person: EntryBody([
                .name: person.isAnonymous ? nil : person.name, .phone: person.phone,
                .cpr: person.isAnonymous || asked.isRelative ? nil : person.cpr,
            ]), text: asked.words)
        return try centre.acts.register(
            enquiry, under: standard.id, as: CaseActs.Act(actor: receptionist, now: time), in: db)
    }

    /// Fills in the citizen's form and sends it.
    private func askOnWeb(
        _ asked: DemoAct.Asked, at time: Instant, _ db: borrowing Connection
    ) throws -> CaseRef? {
        var draft = EnquiryDraft()
        draft.answers.concern = asked.isRelative ? .another : .myself
        draft.answers.age = .adult
        draft.answers.wish = asked.wish == .treatment ? .treatment : .talk
        draft.answers.message = asked.words
        draft.answers.contact = .call
        draft.answers.phone = story.person.phone
        draft.answers.alias = story.person.isAnonymous ? "" : story.person.name
        let key = DraftKey.random()
        try centre.intake.keep(draft, key, at: time, in: db)
        _ = try centre.intake.send(key, token: draft.token, under: standard, at: time, in: db)
        return try centre.cases.writtenCase(draft.entryID, in: db)
    }
}
