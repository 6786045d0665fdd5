internal import Domain
internal import Records
internal import SQLite

/// Lives an invented year through what the rooms do: what the staff's pages and the citizen's form call.
struct DemoWriter: Sendable {
    let house: House
    let writer: ActWriter
    let scenes: [DemoScene]
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
        try open(until: year.lastDay)
        var cases: [Int: CaseRef] = [:]
        var rest = acts[...]
        // A day's acts share a commit: nobody waits for the acknowledgement of an invented one.
        while let day = rest.first?.act.at.day {
            let today = rest.prefix { $0.act.at.day == day }
            rest = rest.dropFirst(today.count)
            time.move(to: Instant(day: day, hour: 23, minute: 59))
            let (standard, known, doings) = (try house.standardToday(), cases, Array(today))
            cases = try house.writer.perform { [self] db in
                var cases = known
                for (story, act) in doings {
                    let stage = DemoStage(
                        writer: writer, standard: standard, story: year.stories[story],
                        receptionist: team.reception, consultant: team.consultant(of: story),
                        ref: cases[story])
                    if let opened = try play(act, stage, db) { cases[story] = opened }
                }
                return cases
            }
        }
    }

    /// The rooms set themselves up on the first morning.
    private func open(until lastDay: CalendarDay) throws {
        let (house, scenes) = (house, scenes)
        try house.writer.perform { db in
            let opening = DemoOpening(
                house: house, staff: try house.staff.all(in: db), now: house.clock.now,
                lastDay: lastDay)
            for scene in scenes { try scene.begin(opening, db) }
        }
        let reader = try house.reader()
        try house.standards.load(from: reader)
    }

    /// - Returns: the case that was opened.
    private func play(
        _ act: DemoAct, _ stage: DemoStage, _ db: borrowing Connection
    ) throws -> CaseRef? {
        if case .own(let deed) = act.kind {
            try deed.perform(stage, db)
            return nil
        }
        for scene in scenes {
            let (isMine, opened) = try scene.play(act, stage, db)
            if isMine { return opened }
        }
        return nil
    }

    /// Nobody can log in as them until a password is given: this one is thrown away.
    private func hire() throws -> Team {
        let hash = try StaffAccounts.hash(RandomID.token(), login: "", name: "")
        let (service, now) = (house.staff, house.clock.now)
        let actors = try house.writer.perform { db in
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
