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
                return visit.acting(on: ref) { acts, act, db in
                    try acts.note(typed.text, on: day, by: author, in: ref, as: act, in: db)
                }
            case .success(.service(let service, let time)):
                return visit.acting(on: ref) { acts, act, db in
                    try acts.deliver(service, at: time, text: typed.text, to: ref, as: act, in: db)
                }
            }
        }
    }

    /// Finds a note that still stands; anything else is as if it were not there.
    private static func correcting(
        _ visit: StaffVisit, _ loop: Loop,
        _ answer: (CaseRef, LedgerEntry) throws -> Answer<Loop>
    ) throws -> Answer<Loop> {
        try visit.withCase(loop) { ref in
            let file = try visit.centre.cases.file(ref, in: loop.db)
            guard let id = visit.path["entry"].flatMap({ EntryID(formText: $0) }),
                let entry = file.current.first(where: { $0.id == id }),
                ["service", "entry"].contains(entry.type)
            else { return .now(visit.visit.notFound()) }
            return try answer(ref, entry)
        }
    }

    private static func correct(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        try correcting(visit, loop) { ref, entry in
            let typed = NoteForm(visit.request.form)
            let earlier = entry.id
            switch typed.read(now: visit.now) {
            case .failure(let problems):
                return visit.showCorrection(ref, entry, typed: typed, problems: problems.all)
            case .success(.words(let day)):
                let author = visit.author
                return visit.acting(on: ref) { acts, act, db in
                    try acts.note(
                        typed.text, on: day, by: author, in: ref, correcting: earlier, as: act,
                        in: db)
                }
            case .success(.service(let service, let time)):
                return visit.acting(on: ref) { acts, act, db in
                    try acts.deliver(
                        service, at: time, text: typed.text, to: ref, correcting: earlier,
                        as: act, in: db)
                }
            }
        }
    }

    private static func void(_ visit: StaffVisit, _ loop: Loop) throws -> Answer<Loop> {
        try correcting(visit, loop) { ref, entry in
            let earlier = entry.id
            return visit.acting(on: ref) { acts, act, db in
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
                return visit.acting(on: ref) { acts, act, db in
                    try acts.close(ref, as: act, in: db)
                }
            case .success(.discharge(let reason, let day)):
                return visit.acting(on: ref) { acts, act, db in
                    try acts.discharge(reason, on: day, of: ref, as: act, in: db)
                }
            }
        }
    }
}

extension StaffVisit {
    /// Whose entry it is, for how long it is kept.
    var author: EntryAuthor { role == .medical ? .physician : .social }

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
            let reading = try CaseReading(
                ref, token, centre: centre, today: today, in: loop.db)
            return page(
                "Sag \(ref.number)", back: "/overblik", problems: forms.problems,
                status: forms.problems.isEmpty ? .ok : .unprocessable,
                casePage(reading, forms, token: session.formToken))
        }
    }
}
