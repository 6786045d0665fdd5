internal import Domain
internal import HTML
internal import HTTP
internal import SQLite

/// `/henvendelser/{number}` and what is done there: take, offer, record what became of it.
enum EnquiryActRoutes {
    static let all: [CentreRoute] = [
        .staff(.get, "/henvendelser/{number}", .frontOffice) { visit, loop in
            try visit.withCase(loop) { ref in
                visit.showEnquiry(ref, CaseForms(now: visit.now))
            }
        },
        .staff(.post, "/henvendelser/{number}/tag", .frontOffice, take),
        .staff(.post, "/henvendelser/{number}/oensker", .frontOffice, wish),
        .staff(.post, "/henvendelser/{number}/dato", .frontOffice, correctDay),
        .staff(.post, "/henvendelser/{number}/tilbud", .frontOffice, offer),
        .staff(.post, "/henvendelser/{number}/udfald", .frontOffice, outcome),
    ]

    private static func take(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        try visit.withCase(loop) { ref in
            let staff = visit.actor.staff
            return visit.acting(on: ref) {
                try $0.requireUntaken(by: staff)
            } again: { _ in
                CaseForms(now: visit.now)
            } job: { acts, act, db in
                try acts.take(ref, as: act, in: db)
            }
        }
    }

    private static func wish(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        try visit.withCase(loop) { ref in
            let today = visit.today
            return visit.acting(on: ref) {
                try $0.requireAsked(on: today)
                try $0.requireNoClock()
            } again: { _ in
                CaseForms(now: visit.now)
            } job: { acts, act, db in
                try acts.wishForTreatment(on: today, of: ref, as: act, in: db)
            }
        }
    }

    private static func correctDay(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        try visit.withCase(loop) { ref in
            guard let typed = WishDayForm(visit.request.form) else {
                return .now(visit.visit.notFound())
            }
            var forms = CaseForms(now: visit.now)
            forms.wishDay = typed
            switch typed.read(now: visit.now) {
            case .failure(let problems):
                forms.problems = problems.all
                return visit.showAgain(ref, forms)
            case .success(let (day, moment)):
                forms.field = "ret-dato"
                forms.wishDay?.id = EntryID(RandomID.int64())
                let again = forms
                return visit.acting(on: ref) {
                    try $0.requireUnreplaced(typed.entry)
                    try $0.requireNothingDone(before: day, but: typed.entry)
                } again: { _ in
                    again
                } job: { acts, act, db in
                    try acts.correctDay(
                        of: typed.entry, to: day, at: moment, in: ref, as: act, in: db)
                }
            }
        }
    }

    private static func offer(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        try visit.withCase(loop) { ref in
            let typed = OfferForm(visit.request.form)
            let file = try visit.centre.cases.file(ref, in: loop.db)
            let clock = try visit.centre.clocks(of: file, on: visit.today).last
            let lastDay = clock.flatMap { $0.status == .running ? $0.lastDay : nil }
            switch typed.read(now: visit.now, lastDay: lastDay) {
            case .failure(let problems):
                var forms = CaseForms(now: visit.now)
                forms.offer = typed
                forms.problems = problems.all
                return visit.showAgain(ref, forms)
            case .success(let offered):
                return visit.acting(on: ref) {
                    try $0.requireOpen()
                } again: { _ in
                    var forms = CaseForms(now: visit.now)
                    forms.field = "tilbud-dato"
                    forms.offer = typed
                    forms.offer.id = EntryID(RandomID.int64())
                    return forms
                } job: { acts, act, db in
                    try acts.offer(
                        ref, startsAt: offered.startsAt, modality: offered.modality,
                        provider: offered.provider, why: typed.why, as: act, in: db)
                }
            }
        }
    }

    private static func outcome(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        try visit.withCase(loop) { ref in
            let typed = OutcomeForm(visit.request.form)
            switch typed.read(today: visit.today) {
            case .failure(let problems):
                var forms = CaseForms(now: visit.now)
                forms.outcome = typed
                forms.problems = problems.all
                return visit.showAgain(ref, forms)
            case .success(let (outcome, day)):
                return visit.acting(on: ref) {
                    try $0.requireAnswerable(outcome, on: day)
                } again: { refusal in
                    var forms = CaseForms(now: visit.now)
                    forms.field = refusal == .noOffer ? "udfald" : "udfald-dato"
                    forms.outcome = typed
                    forms.outcome.id = EntryID(RandomID.int64())
                    return forms
                } job: { acts, act, db in
                    try acts.record(
                        outcome, on: day, text: typed.text, of: ref, as: act, in: db)
                }
            }
        }
    }
}

extension StaffVisit {
    /// Whether the role reads and writes journals.
    var isClinical: Bool { Set<Role>.clinical.contains(role) }

    /// An act in this visitor's name, now, with the id the form carried.
    func act(_ id: EntryID? = nil) -> CaseActs.Act {
        CaseActs.Act(
            actor: actor, now: now,
            id: id ?? EntryID(formText: field("id")) ?? EntryID(RandomID.int64()))
    }

    /// Does something to a case and goes back to its page. What the case says is looked at in the transaction that
    /// would write; refused, the page comes back with what was typed, its reading logged.
    ///
    /// - Parameters:
    ///   - check: asked unless the form was written already.
    ///   - again: the forms of the page that comes back.
    func acting(
        on ref: CaseRef,
        _ check: @escaping @Sendable (CaseStanding) throws -> Void,
        again: @escaping @Sendable (ActRefusal) -> CaseForms,
        job: @escaping @Sendable (CaseActs, CaseActs.Act, borrowing Connection) throws -> Void
    ) -> Answer<Loop> {
        let (centre, act, today) = (centre, act(), today)
        let reason = session.reasons[ref.id]
        let place = pagePlace(of: ref)
        return visit.writing { db -> Refused? in
            do {
                if try centre.cases.writtenCase(act.id, in: db) == nil {
                    let file = try centre.cases.file(ref, in: db)
                    try check(
                        CaseStanding(file, clock: try centre.clocks(of: file, on: today).last))
                }
                try job(centre.acts, act, db)
                return nil
            } catch let refusal as ActRefusal {
                let token = try centre.audit.record(
                    .caseRead, by: act.actor, cases: [ref], reason: reason, at: act.now, in: db)
                return Refused(refusal, token)
            }
        } then: { refused, loop in
            guard let refused else { return .seeOther(place) }
            let reading = try CaseReading(
                ref, refused.token, centre: centre, today: today, in: loop.db)
            var forms = again(refused.refusal)
            forms.problems.append(
                FormProblem(
                    field: forms.field, message: refused.refusal.words { reading.names[$0] }))
            return isClinical ? pageOfCase(reading, forms) : pageOfEnquiry(reading, forms)
        }
    }

    /// The case's page for those who read journals, the enquiry's for the reception.
    func pagePlace(of ref: CaseRef) -> String {
        isClinical ? "/sager/\(ref.number)" : "/henvendelser/\(ref.number)"
    }

    /// The enquiry's page, its reading logged.
    func showEnquiry(_ ref: CaseRef, _ forms: CaseForms) -> Answer<Loop> {
        logged(.caseRead, cases: [ref]) { token, loop in
            pageOfEnquiry(
                try CaseReading(ref, token, centre: centre, today: today, in: loop.db), forms)
        }
    }

    private func pageOfEnquiry(_ reading: CaseReading, _ forms: CaseForms) -> Response {
        page(
            "Henvendelse \(reading.ref.number)", menu: "modtagelse", back: "/henvendelser",
            problems: forms.problems, status: forms.problems.isEmpty ? .ok : .unprocessable,
            enquiryPage(reading, forms, token: session.formToken))
    }

    /// The page the form stood on, with what was typed.
    func showAgain(_ ref: CaseRef, _ forms: CaseForms) -> Answer<Loop> {
        isClinical ? showCase(ref, forms) : showEnquiry(ref, forms)
    }
}

/// An act that was refused, and the proof that what is shown instead was logged.
struct Refused: Sendable {
    let refusal: ActRefusal
    let token: AccessToken

    init(_ refusal: ActRefusal, _ token: AccessToken) {
        self.refusal = refusal
        self.token = token
    }
}
