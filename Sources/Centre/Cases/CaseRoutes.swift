internal import Domain
internal import HTML
internal import HTTP
internal import SQLite

/// `/sager/{number}`: the case, its notes and its end.
enum CaseRoutes {
    static let all: [CentreRoute] = [
        .staff(.get, "/sager/{number}", .clinical) { visit, loop in
            try visit.withCase(loop) { ref in
                visit.showCase(ref, CaseForms(now: visit.now))
            }
        },
        .staff(.post, "/sager/{number}/hvorfor", .frontOffice) { visit, loop in
            try visit.giveReason(loop)
        },
        .staff(.post, "/sager/{number}/notat", .clinical, note),
        .staff(.post, "/sager/{number}/afslut", .clinical, end),
        .staff(.get, "/sager/{number}/notat/{entry}", .clinical) { visit, loop in
            try correcting(visit, loop) { ref, entry in visit.showCorrection(ref, entry) }
        },
        .staff(.post, "/sager/{number}/notat/{entry}", .clinical, correct),
        .staff(.post, "/sager/{number}/notat/{entry}/fjern", .clinical, void),
    ]

    private static func note(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        try visit.withCase(loop) { ref in
            let typed = NoteForm(visit.request.form)
            switch typed.read(now: visit.now) {
            case .failure(let problems):
                var forms = CaseForms(now: visit.now)
                forms.note = typed
                forms.problems = problems.all
                return visit.showCase(ref, forms)
            case .success(.words(let day)):
                let author = visit.author
                return visit.acting(on: ref) { _ in
                } again: { _ in
                    visit.noteAgain(typed)
                } job: { acts, act, db in
                    try acts.note(typed.text, on: day, by: author, in: ref, as: act, in: db)
                }
            case .success(.service(let service, let time)):
                return visit.acting(on: ref) {
                    try $0.requireAsked(on: time.day)
                } again: { _ in
                    visit.noteAgain(typed)
                } job: { acts, act, db in
                    try acts.deliver(service, at: time, text: typed.text, to: ref, as: act, in: db)
                }
            }
        }
    }

    /// Finds a note that still stands; anything else is as if it were not there.
    ///
    /// - Parameter isSent: a form that was sent finds also a note that a colleague has corrected meanwhile, or that
    ///   the first of two presses has: what becomes of it is seen when it would be written.
    private static func correcting(
        _ visit: StaffVisit, _ loop: Loop, isSent: Bool = false,
        _ answer: (CaseRef, LedgerEntry) throws -> Answer<Loop>
    ) throws -> Answer<Loop> {
        try visit.withCase(loop) { ref in
            let file = try visit.centre.cases.file(ref, in: loop.db)
            guard let id = visit.path["entry"].flatMap({ EntryID(formText: $0) }),
                let entry = (isSent ? file.entries : file.current).first(where: { $0.id == id }),
                ["service", "entry"].contains(entry.type)
            else { return .now(visit.visit.notFound()) }
            return try answer(ref, entry)
        }
    }

    private static func correct(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        try correcting(visit, loop, isSent: true) { ref, entry in
            let typed = NoteForm(visit.request.form)
            let earlier = entry.id
            switch typed.read(now: visit.now) {
            case .failure(let problems):
                return visit.showCorrection(ref, entry, typed: typed, problems: problems.all)
            case .success(.words(let day)):
                let author = visit.author
                return visit.acting(on: ref) {
                    try $0.requireUnreplaced(earlier)
                } again: { _ in
                    visit.noteAgain(typed)
                } job: { acts, act, db in
                    try acts.note(
                        typed.text, on: day, by: author, in: ref, correcting: earlier, as: act,
                        in: db)
                }
            case .success(.service(let service, let time)):
                if let problem = try visit.problem(with: time.day, of: ref, loop) {
                    return visit.showCorrection(ref, entry, typed: typed, problems: [problem])
                }
                return visit.acting(on: ref) {
                    try $0.requireUnreplaced(earlier)
                } again: { _ in
                    visit.noteAgain(typed)
                } job: { acts, act, db in
                    try acts.deliver(
                        service, at: time, text: typed.text, to: ref, correcting: earlier,
                        as: act, in: db)
                }
            }
        }
    }

    private static func void(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        try correcting(visit, loop, isSent: true) { ref, entry in
            let earlier = entry.id
            return visit.acting(on: ref) {
                try $0.requireUnreplaced(earlier)
            } again: { _ in
                CaseForms(now: visit.now)
            } job: { acts, act, db in
                try acts.void(earlier, in: ref, as: act, in: db)
            }
        }
    }

    private static func end(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        try visit.withCase(loop) { ref in
            let typed = EndingForm(visit.request.form)
            switch typed.read(today: visit.today) {
            case .failure(let problems):
                var forms = CaseForms(now: visit.now)
                forms.ending = typed
                forms.problems = problems.all
                return visit.showCase(ref, forms)
            case .success(.closing):
                return visit.acting(on: ref) {
                    try $0.requireNobodyWaits()
                } again: { _ in
                    visit.endingAgain(typed, "aarsag")
                } job: { acts, act, db in
                    try acts.close(ref, as: act, in: db)
                }
            case .success(.discharge(let reason, let day)):
                return visit.acting(on: ref) {
                    try $0.requireEndable(on: day)
                } again: { _ in
                    visit.endingAgain(typed, "slut-dato")
                } job: { acts, act, db in
                    try acts.discharge(reason, on: day, of: ref, as: act, in: db)
                }
            }
        }
    }
}

extension StaffVisit {
    /// Whose entry it is, for how long it is kept.
    var author: EntryAuthor { role == .medical ? .physician : .social }

    /// What is wrong with the day of a service, where nobody had asked for anything yet.
    func problem(with day: CalendarDay, of ref: CaseRef, _ loop: Loop) throws -> FormProblem? {
        let file = try centre.cases.file(ref, in: loop.db)
        do throws(ActRefusal) {
            try CaseStanding(file, clock: nil).requireAsked(on: day)
            return nil
        } catch {
            return FormProblem(field: "notat-dato", message: error.words { _ in nil })
        }
    }

    /// The forms of the case's page with a note that was refused, to be sent as a new one.
    func noteAgain(_ typed: NoteForm) -> CaseForms {
        var forms = CaseForms(now: now)
        forms.field = "notat-dato"
        forms.note = typed
        forms.note.id = EntryID(RandomID.int64())
        return forms
    }

    /// The same with an ending.
    func endingAgain(_ typed: EndingForm, _ field: String) -> CaseForms {
        var forms = CaseForms(now: now)
        forms.field = field
        forms.ending = typed
        forms.ending.id = EntryID(RandomID.int64())
        return forms
    }

    /// A note to be corrected, its reading logged.
    func showCorrection(
        _ ref: CaseRef, _ entry: LedgerEntry, typed: NoteForm? = nil,
        problems: [FormProblem] = []
    ) -> Answer<Loop> {
        logged(.caseRead, cases: [ref]) { token, loop in
            let reading = try CaseReading(
                ref, token, centre: centre, today: today, in: loop.db)
            guard let form = typed ?? NoteForm(entry, reading.bodies[entry.id], now: now) else {
                return visit.notFound()
            }
            return page(
                "Ret notat på sag \(ref.number)",
                back: "/sager/\(word: ref.number.description)", problems: problems,
                status: problems.isEmpty ? .ok : .unprocessable,
                correctionPage(reading, entry.id, form, problems, token: session.formToken))
        }
    }

    /// The case's page, its reading logged.
    func showCase(_ ref: CaseRef, _ forms: CaseForms) -> Answer<Loop> {
        logged(.caseRead, cases: [ref]) { token, loop in
            pageOfCase(
                try CaseReading(ref, token, centre: centre, today: today, in: loop.db), forms)
        }
    }

    /// The page of a case that was read.
    func pageOfCase(_ reading: CaseReading, _ forms: CaseForms) -> Response {
        page(
            "Sag \(reading.ref.number)", back: "/overblik", problems: forms.problems,
            status: forms.problems.isEmpty ? .ok : .unprocessable,
            casePage(reading, forms, token: session.formToken))
    }
}
