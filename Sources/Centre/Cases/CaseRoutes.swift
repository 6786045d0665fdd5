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
                let author = visit.role == .medical ? EntryAuthor.physician : .social
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
