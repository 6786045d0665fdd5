internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// The plan's pages: written, shown to the citizen, compared, printed.
struct PlanRoutes: Sendable {
    let desk: PlanDesk

    var all: [CentreRoute] {
        [
            .staff(.get, "/sager/{number}/plan/rediger", .clinical) { visit, loop in
                try visit.withCase(loop) { ref in
                    visit.reading(ref) { reading in try editPage(reading, visit) }
                }
            },
            .staff(.post, "/sager/{number}/plan/rediger", .clinical, save),
            .staff(.get, "/sager/{number}/plan/versioner", .clinical) { visit, loop in
                try visit.withCase(loop) { ref in
                    visit.reading(ref) { reading in try versionsPage(reading, visit) }
                }
            },
            .staff(.get, "/sager/{number}/plan/udskriv/{skabelon}", .clinical) { visit, loop in
                try visit.withCase(loop) { ref in
                    visit.reading(ref) { reading in try printedPage(reading, visit) }
                }
            },
            .staff(.post, "/sager/{number}/plan/vis", .clinical, turn),
            .screen(.get, "/borgerskaerm/plan", .clinical, showCitizen),
        ]
    }

    // MARK: Writing

    private func editPage(_ reading: CaseReading, _ visit: StaffVisit) throws -> Response {
        let history = try PlanHistory(reading)
        let form = history.latest.map { PlanForm($0.text, base: $0.entry.id) } ?? PlanForm()
        return page(form, reading, visit)
    }

    private func page(
        _ form: PlanForm, _ reading: CaseReading, _ visit: StaffVisit,
        problems: [FormProblem] = [], difference: PlanVersion? = nil
    ) -> Response {
        visit.page(
            "Behandlingsplan · sag \(reading.ref.number)",
            back: "/sager/\(word: reading.ref.number.description)/plan", problems: problems,
            status: problems.isEmpty ? .ok : .unprocessable,
            planEditPage(form, reading, problems, difference, token: visit.token))
    }

    private func save(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        try visit.withCase(loop) { ref in
            var form = PlanForm(visit.request.form)
            // One more line: nothing is saved, nothing is lost, nothing is judged yet.
            guard form.press == .save else {
                form.grow()
                let grown = form
                return visit.reading(ref) { reading in page(grown, reading, visit) }
            }
            let typed = form
            switch form.read(on: visit.today) {
            case .failure(let faults):
                return visit.reading(ref) { reading in
                    page(typed, reading, visit, problems: faults.all)
                }
            case .success(let plan): return write(plan, typed, ref, visit)
            }
        }
    }

    private enum Outcome: Sendable {
        case written
        case refused(PlanRefusal, AccessToken)
    }

    private func write(
        _ plan: PlanText, _ form: PlanForm, _ ref: CaseRef, _ visit: StaffVisit
    ) -> Answer {
        let context = WriteContext(by: visit.actor, at: visit.now, id: form.id)
        return visit.visit.writing { [desk] db -> Outcome in
            do {
                try desk.write(plan, onto: form.base, in: ref, context, db)
                return .written
            } catch let refusal as PlanRefusal {
                let token = try desk.audit.record(
                    .caseRead, by: context.actor, cases: [ref], at: context.now, in: db)
                return .refused(refusal, token)
            }
        } then: { outcome, loop in
            switch outcome {
            case .written:
                visit.confirm(
                    Confirmation(
                        "Planen er gemt som kladde.",
                        next: "Gå den igennem med borgeren, og tryk \"Aftalt med borgeren\"."))
                return .seeOther("/sager/\(ref.number)/plan")
            case .refused(let refusal, let token):
                let reading = try visit.caseReading(ref, token, in: loop.db)
                return try refused(refusal, form, reading, visit)
            }
        }
    }

    private func refused(
        _ refusal: PlanRefusal, _ form: PlanForm, _ reading: CaseReading, _ visit: StaffVisit
    ) throws -> Response {
        var again = form
        again.id = .random()
        var difference: PlanVersion?
        let words: String
        switch refusal {
        case .closed: words = ActRefusal.closed.words { _ in nil }
        case .sentBefore(let number):
            words = ActRefusal.sentBefore(in: number).words { _ in nil }
        case .overtaken(let staff, let moment):
            // Seen now: the next press saves on top of it.
            difference = try PlanHistory(reading).latest
            again.base = difference?.entry.id
            let name = staff.flatMap { reading.names[$0] } ?? "En kollega"
            words =
                "\(name) har ændret planen kl. \(moment.clockText). Se forskellen, før du gemmer"
        }
        return page(
            again, reading, visit, problems: [FormProblem(field: "egne-ord", message: words)],
            difference: difference)
    }

    // MARK: Reading

    private func versionsPage(_ reading: CaseReading, _ visit: StaffVisit) throws -> Response {
        let history = try PlanHistory(reading)
        func number(_ key: String) -> Int? {
            visit.request.query.word(key).flatMap { $0.utf8.count <= 4 ? Int($0) : nil }
        }
        let new = number("til").flatMap(history.version) ?? history.latest
        let old =
            number("fra").flatMap(history.version)
            ?? history.versions.last { $0.version < (new?.version ?? 0) }
        return visit.page(
            "Planens versioner · sag \(reading.ref.number)",
            back: "/sager/\(word: reading.ref.number.description)/plan",
            planVersionsPage(history, old, new, reading))
    }

    private func printedPage(_ reading: CaseReading, _ visit: StaffVisit) throws -> Response {
        guard let id = visit.path.word("skabelon"),
            let template = PlanTemplate.shipped.first(where: { $0.id.utf8.elementsEqual(id.utf8) })
        else { return visit.visit.notFound() }
        let history = try PlanHistory(reading)
        guard let plan = history.agreed ?? history.latest else { return visit.visit.notFound() }
        return visit.page(
            "\(template.title) · sag \(reading.ref.number)",
            back: "/sager/\(word: reading.ref.number.description)/plan",
            printedPlanPage(template, plan, PlanValues(plan, reading)))
    }

    // MARK: The citizen's screen

    private func turn(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        try visit.withCase(loop) { ref in
            guard let entry = EntryID(formText: visit.field("version")),
                try desk.ledger.file(ref, in: loop.db).current.contains(where: {
                    $0.id == entry && $0.isOwn(PlanWritten.self)
                })
            else { return .now(visit.visit.notFound()) }
            return .now(
                visit.turn(CitizenScreen(ref: ref, page: .plan(entry), entry: .random())))
        }
    }

    private func showCitizen(
        _ screen: CitizenScreen, _ visit: StaffVisit, _ loop: LoopContext
    ) throws -> Answer {
        guard case .plan(let id) = screen.page else {
            return .now(.seeOther(screen.page.address.text))
        }
        return visit.reading(screen.ref) { reading in
            guard let entry = reading.file.entries.first(where: { $0.id == id }) else {
                return visit.visit.notFound()
            }
            return visit.screenPage(
                "Din plan",
                planForCitizen(try reading.body(of: entry).read(PlanText.self)))
        }
    }
}
