internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/sager/{number}/maaling/{skema}`: a form, filled in by one of the staff; and the screen turned to the citizen.
struct MeasureRoutes: Sendable {
    let desk: MeasureDesk

    var all: [CentreRoute] {
        [
            .staff(.get, "/sager/{number}/maaling/{skema}", .clinical, show),
            .staff(.post, "/sager/{number}/maaling/{skema}", .clinical, save),
            .staff(.post, "/sager/{number}/borgerskaerm", .clinical, turn),
        ]
    }

    private func show(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        try visit.withCase(loop) { ref in
            guard let instrument = try instrument(visit, loop) else {
                return .now(visit.visit.notFound())
            }
            return page(MeasureForm(instrument, now: visit.now), instrument, ref, visit)
        }
    }

    private func save(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        try visit.withCase(loop) { ref in
            guard let instrument = try instrument(visit, loop) else {
                return .now(visit.visit.notFound())
            }
            let form = MeasureForm(visit.request.form, instrument)
            switch form.read(instrument, now: visit.now) {
            case .failure(let faults):
                return page(form, instrument, ref, visit, problems: faults.all)
            case .success(let read):
                return write(
                    AnsweredForm(
                        instrument: instrument, answers: read.answers, at: read.at, source: .staff),
                    form, ref, visit)
            }
        }
    }

    private func write(
        _ answered: AnsweredForm, _ form: MeasureForm, _ ref: CaseRef, _ visit: StaffVisit
    ) -> Answer {
        let context = WriteContext(by: visit.actor, at: visit.now, id: form.id)
        let audit = desk.audit
        return visit.visit.writing { db -> Outcome in
            do {
                return .written(try desk.write(answered, to: ref, context, in: db))
            } catch let before as SentBeforeRefusal {
                let token = try audit.record(
                    .caseRead, by: context.actor, cases: [ref], at: context.now, in: db)
                return .refused(before, token)
            }
        } then: { outcome, loop in
            switch outcome {
            case .written(let measure):
                visit.confirm(confirmation(measure, answered, ref, context.id))
                return .seeOther("/sager/\(ref.number)/maalinger")
            case .refused(let before, let token):
                var again = form
                again.id = .random()
                let problem = FormProblem(
                    field: "maalt-dato",
                    message: ActRefusal.sentBefore(in: before.number).words { _ in nil })
                return response(
                    again, answered.instrument, try visit.caseReading(ref, token, in: loop.db),
                    visit, problems: [problem])
            }
        }
    }

    private enum Outcome: Sendable {
        case written(MeasureTaken)
        case refused(SentBeforeRefusal, AccessToken)
    }

    private func confirmation(
        _ measure: MeasureTaken, _ answered: AnsweredForm, _ ref: CaseRef, _ entry: EntryID
    ) -> Confirmation {
        let next = answered.instrument.nextTime(after: measure.band, at: answered.at)
        var said = Confirmation(
            measure.totalText.map { "\(measure.name) er gemt: \($0)." }
                ?? "\(measure.name) er gemt uden sum, fordi ikke alt er besvaret.",
            next: next.map { "Mål igen senest \($0.nearInWords)." })
        said.undo = Confirmation.Undo(number: ref.number, entry: entry)
        return said
    }

    private func turn(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        try visit.withCase(loop) { ref in
            guard let instrument = try desk.book.find(visit.field("skema"), in: loop.db),
                instrument.use.filledBy == .citizen
            else { return .now(visit.visit.notFound()) }
            return .now(
                visit.turn(
                    CitizenScreen(
                        ref: ref,
                        page: .questions(code: instrument.code, version: instrument.version),
                        entry: EntryID(formText: visit.field("id")) ?? .random(),
                        answers: instrument.items.map { _ in nil })))
        }
    }

    // MARK: The page

    private func instrument(_ visit: StaffVisit, _ loop: LoopContext) throws -> Instrument? {
        guard let code = visit.path.word("skema") else { return nil }
        return try desk.book.find(code, in: loop.db)
    }

    private func page(
        _ form: MeasureForm, _ instrument: Instrument, _ ref: CaseRef, _ visit: StaffVisit,
        problems: [FormProblem] = []
    ) -> Answer {
        visit.reading(ref) { reading in
            response(form, instrument, reading, visit, problems: problems)
        }
    }

    private func response(
        _ form: MeasureForm, _ instrument: Instrument, _ reading: CaseReading,
        _ visit: StaffVisit, problems: [FormProblem]
    ) -> Response {
        visit.page(
            "\(instrument.name) · sag \(reading.ref.number)",
            back: "/sager/\(word: reading.ref.number.description)/maalinger", problems: problems,
            status: problems.isEmpty ? .ok : .unprocessable,
            measurePage(form, instrument, reading, problems, token: visit.token))
    }
}
