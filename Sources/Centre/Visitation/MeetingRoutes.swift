internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/visitation`: what waits for a decision, the meetings, and each meeting's agenda and minutes.
struct MeetingRoutes: Sendable {
    let meetings: Meetings

    /// Who may look.
    private static let readers = Set<Role>.clinical
    /// Who calls and leads a meeting.
    static let leaders: Set<Role> = [.visitator, .leader]

    var all: [CentreRoute] {
        [
            .staff(.get, "/visitation", Self.readers) { visit, loop in
                try list(CallForm(), [], visit, loop)
            },
            .staff(.post, "/visitation", Self.leaders, call),
            .staff(.get, "/visitation/{moede}", Self.readers) { visit, loop in
                try show(BeginForm(), [], visit, loop)
            },
            .staff(.post, "/visitation/{moede}/begynd", Self.leaders, begin),
            .staff(.post, "/visitation/{moede}/afslut", Self.leaders, close),
        ]
    }

    // MARK: The list

    private func list(
        _ form: CallForm, _ problems: [FormProblem], _ visit: StaffVisit, _ loop: LoopContext
    ) throws -> Answer {
        let waiting = try meetings.waiting(in: loop.db)
        let page = MeetingList(
            bodies: try meetings.bodies(on: visit.today),
            coming: try meetings.coming(from: visit.today, in: loop.db),
            held: try meetings.held(before: visit.today, in: loop.db), waiting: waiting,
            isLeading: Self.leaders.contains(visit.role))
        return visit.logged(.listRead, cases: waiting.map(\.ref)) { token, _ in
            let who = try people(waiting, token)
            return visit.page(
                "Visitation", menu: "visitation", problems: problems,
                status: problems.isEmpty ? .ok : .unprocessable,
                try meetingListPage(page, form, problems, who: who, token: visit.token) {
                    try meetings.name(of: $0, on: visit.today)
                })
        }
    }

    private func people(_ files: [CaseFile], _ token: AccessToken) throws -> [CaseID: String] {
        var who: [CaseID: String] = [:]
        for file in files {
            who[file.ref.id] = initials(of: try meetings.ledger.person(of: file, token), of: file)
        }
        return who
    }

    private func call(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let form = CallForm(visit.request.form)
        let bodies = try meetings.bodies(on: visit.today)
        var problems: [FormProblem] = []
        let meeting = form.meeting(among: bodies, on: visit.today, &problems)
        guard problems.isEmpty, let meeting else { return try list(form, problems, visit, loop) }
        let (actor, now) = (visit.actor, visit.now)
        return visit.visit.writing { [meetings] db in
            try meetings.call(meeting, by: actor, at: now, in: db)
        } then: { _, _ in
            visit.confirm(Confirmation("Mødet \(meeting.heldOn.inWords) er indkaldt."))
            return .seeOther("/visitation/\(meeting.id.formText)")
        }
    }

    // MARK: One meeting

    private func show(
        _ form: BeginForm, _ problems: [FormProblem], _ visit: StaffVisit, _ loop: LoopContext
    ) throws -> Answer {
        guard let id = visit.meetingID, let meeting = try meetings.meeting(id, in: loop.db) else {
            return .now(visit.visit.notFound())
        }
        let agenda = try meetings.agenda(of: meeting, in: loop.db)
        let name = try meetings.name(of: meeting.body, on: visit.today)
        let body = try meetings.bodies(on: visit.today).first { $0.id == meeting.body }
        return visit.logged(.listRead, cases: agenda.refs) { token, _ in
            let points = try agenda.files.map { try point($0, of: meeting, visit, token) }
            return visit.page(
                "\(name) \(meeting.heldOn.danishDigits)", menu: "visitation", back: "/visitation",
                problems: problems, status: problems.isEmpty ? .ok : .unprocessable,
                meetingPage(
                    MeetingPage(
                        meeting: meeting, name: name, hasAdviser: body?.hasAdviser ?? false,
                        points: points, today: visit.today,
                        isLeading: Self.leaders.contains(visit.role)),
                    form, problems, token: visit.token))
        }
    }

    /// A case on the agenda, with what became of it.
    private func point(
        _ file: CaseFile, of meeting: Meeting, _ visit: StaffVisit, _ token: AccessToken
    ) throws -> MeetingPoint {
        let ledger = meetings.ledger
        let visitation = VisitationState(file)
        let person = try ledger.person(of: file, token)
        let place = file.entries.last { $0.own(OnAgenda.self)?.meeting == meeting.id }
        let decided = file.entries.last {
            $0.details["meeting"]?.string == meeting.id.formText
        }
        let put = file.entries.last {
            $0.isOwn(DecisionPostponed.self) && $0.position > (place?.position ?? .max)
                && $0.on == meeting.heldOn
        }
        return MeetingPoint(
            ref: file.ref, who: initials(of: person, of: file),
            applied: visitation.proposal?.modality,
            proposedOn: visitation.proposal?.entry.on,
            outcome: decided.flatMap(\.decision) ?? nil,
            postponedTo: put?.own(DecisionPostponed.self)?.until,
            minutes: try decided.flatMap {
                try ledger.body(of: $0, in: file.ref, token).read(DecisionText.self).words.minutes
            } ?? "",
            present: try place.flatMap { try ledger.body(of: $0, in: file.ref, token).text },
            clock: try meetings.standards.clocks(of: file, on: visit.today).last,
            conflicts: visitation.conflicts.count)
    }

    private func begin(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        guard let id = visit.meetingID, let meeting = try meetings.meeting(id, in: loop.db) else {
            return .now(visit.visit.notFound())
        }
        let form = BeginForm(visit.request.form)
        let body = try meetings.bodies(on: visit.today).first { $0.id == meeting.body }
        let problems = form.problems(
            for: meeting, hasAdviser: body?.hasAdviser ?? false, on: visit.today)
        guard problems.isEmpty else { return try show(form, problems, visit, loop) }
        let (actor, now) = (visit.actor, visit.now)
        return visit.visit.writing { [meetings] db in
            do {
                try meetings.begin(
                    id, with: form.chosen, present: form.presentText, by: actor, at: now, in: db)
            } catch is MeetingRefusal {
                // It was begun a moment ago: the page that follows shows it.
            }
        } then: { _, _ in
            .seeOther("/visitation/\(id.formText)")
        }
    }

    private func close(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        guard let id = visit.meetingID, try meetings.meeting(id, in: loop.db) != nil else {
            return .now(visit.visit.notFound())
        }
        let (actor, now) = (visit.actor, visit.now)
        return visit.visit.writing { [meetings] db in
            try meetings.close(id, by: actor, at: now, in: db)
        } then: { _, _ in
            visit.confirm(Confirmation("Mødet er afsluttet.", next: "Udskriv referatet herfra."))
            return .seeOther("/visitation/\(id.formText)")
        }
    }
}

extension StaffVisit {
    fileprivate var meetingID: FormID? { path.word("moede").flatMap { FormID(formText: $0) } }
}
