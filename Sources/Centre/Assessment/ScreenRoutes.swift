internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/borgerskaerm`: the form on the citizen's screen, one question at a time, and the way back for staff.
struct ScreenRoutes: Sendable {
    let desk: MeasureDesk

    var all: [CentreRoute] {
        [
            .screen(.get, "/borgerskaerm", .clinical, show),
            .screen(.post, "/borgerskaerm", .clinical, answer),
            .screen(.post, "/borgerskaerm/gem", .clinical, save),
            .screen(.post, "/borgerskaerm/luk", .clinical, close),
        ]
    }

    private func show(
        _ screen: CitizenScreen, _ visit: StaffVisit, _ loop: LoopContext
    ) throws -> Answer {
        if let instrument = try instrument(of: screen, loop) {
            let query = visit.request.query
            return .now(
                page(
                    screen, instrument, visit, at: query.word("nr"),
                    isMending: query.word("ret") == "ja"))
        }
        guard case .plan = screen.page else {
            return .now(visit.screenPage("Luk skærmen", closingPage()))
        }
        return .now(.seeOther(screen.page.address.text))
    }

    private func page(
        _ screen: CitizenScreen, _ instrument: Instrument, _ visit: StaffVisit, at place: String?,
        isMending: Bool = false, problems: [FormProblem] = []
    ) -> Response {
        let status: Status = problems.isEmpty ? .ok : .unprocessable
        if screen.isDone {
            return visit.screenPage("Tak", problems: problems, status: status, thanksPage())
        }
        let count = instrument.items.count
        let number = place.flatMap { $0.utf8.count <= 3 ? Int($0) : nil } ?? 1
        guard (1...count).contains(number) else {
            return visit.screenPage(
                "Tjek dine svar", problems: problems, status: status,
                answersPage(screen, instrument, token: visit.token))
        }
        return visit.screenPage(
            "Spørgsmål \(number) af \(count)", problems: problems, status: status,
            questionPage(
                number - 1, screen, instrument, isMending: isMending, problems,
                token: visit.token))
    }

    // MARK: Answers

    private func answer(
        _ screen: CitizenScreen, _ visit: StaffVisit, _ loop: LoopContext
    ) throws -> Answer {
        guard let instrument = try instrument(of: screen, loop), !screen.isDone,
            let number = Int(visit.field("nr").prefix(3)),
            instrument.items.indices.contains(number - 1)
        else { return .now(.seeOther(screen.page.address.text)) }
        var screen = screen
        let isMending = visit.field("ret") == "ja"
        let item = instrument.items[number - 1]
        if visit.field("spring") == "ja" {
            screen.answers[number - 1] = nil
        } else {
            let exact = visit.field("praecis")
            let typed = exact.isEmpty ? visit.field("svar") : exact
            guard let score = MeasureForm.score(typed, item, instrument) else {
                let fault = FormProblem(
                    field: exact.isEmpty ? "svar" : "praecis",
                    message: exact.isEmpty
                        ? "Vælg et svar, eller spring spørgsmålet over"
                        : "Skriv et tal fra 0 til 10, for eksempel 4,2")
                return .now(
                    page(
                        screen, instrument, visit, at: String(number), isMending: isMending,
                        problems: [fault]))
            }
            screen.answers[number - 1] = score
        }
        visit.keep(screen)
        let next = isMending ? instrument.items.count + 1 : number + 1
        return .now(.seeOther("/borgerskaerm?nr=\(next)"))
    }

    private func save(
        _ screen: CitizenScreen, _ visit: StaffVisit, _ loop: LoopContext
    ) throws -> Answer {
        guard let instrument = try instrument(of: screen, loop), !screen.isDone,
            screen.answers.contains(where: { $0 != nil })
        else { return .now(.seeOther(screen.page.address.text)) }
        let answered = AnsweredForm(
            instrument: instrument, answers: screen.answers, at: visit.now, source: .citizen)
        let context = WriteContext(by: visit.actor, at: visit.now, id: screen.entry)
        return visit.visit.writing { [desk] db in
            do {
                _ = try desk.write(answered, to: screen.ref, context, in: db)
            } catch is SentBeforeRefusal {
                // Sent a second time: the first stands.
            }
        } then: { _, _ in
            var done = screen
            done.isDone = true
            visit.keep(done)
            return .seeOther("/borgerskaerm")
        }
    }

    // MARK: The way back

    private func close(
        _ screen: CitizenScreen, _ visit: StaffVisit, _ loop: LoopContext
    ) throws -> Answer {
        let number = screen.ref.number.description
        guard let instrument = try instrument(of: screen, loop) else {
            return try visit.takeBack(screen, to: "/sager/\(word: number)/plan", in: loop) {
                visit.screenPage("Luk skærmen", problems: $0, status: .unprocessable, closingPage())
            }
        }
        return try visit.takeBack(screen, to: "/sager/\(word: number)/maalinger", in: loop) {
            page(screen, instrument, visit, at: "1", problems: $0)
        }
    }

    private func instrument(
        of screen: CitizenScreen, _ loop: LoopContext
    ) throws -> Instrument? {
        guard case .questions(let code, let version) = screen.page else { return nil }
        return try desk.book.find(code, version: version, in: loop.db)
    }
}
