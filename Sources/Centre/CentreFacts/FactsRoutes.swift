internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/administration/centret`: what the centre says of itself, a page for each part, and every version there was.
struct FactsRoutes: Sendable {
    let standards: StandardBook
    let staff: StaffAccounts
    let audit: AuditLog

    var all: [CentreRoute] {
        [.staff(.get, "/administration/centret", [.administrator], overview)]
            + FactsPart.allCases.flatMap { part -> [CentreRoute] in
                [
                    .staff(.get, part.address.text, [.administrator]) { visit, loop in
                        .now(try page(part, try form(part, visit, loop), visit))
                    },
                    .staff(.post, part.address.text, [.administrator]) { visit, loop in
                        try save(part, visit, loop)
                    },
                ]
            }
    }

    private func overview(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let names = try visit.staffNames(in: loop.db)
        return .now(
            visit.page(
                "Centret", menu: "centret",
                factsPage(
                    standards.facts(on: visit.today),
                    try StandardBook.versions(in: loop.db), names: names)))
    }

    private func form(
        _ part: FactsPart, _ visit: StaffVisit, _ loop: LoopContext
    ) throws -> FactsForm {
        let fields = try fields(visit, loop)
        return FactsForm(fields: fields.fields(of: part), version: standards.factsVersion)
    }

    private func fields(_ visit: StaffVisit, _ loop: LoopContext) throws -> FactsFields {
        FactsFields(
            facts: standards.facts(on: visit.today),
            staff: try staff.all(in: loop.db).filter {
                !$0.isDisabled && Set<Role>.frontOffice.contains($0.role)
            }, today: visit.today)
    }

    private func page(
        _ part: FactsPart, _ form: FactsForm, _ visit: StaffVisit
    ) throws -> Response {
        visit.page(
            part.title, menu: "centret", back: "/administration/centret",
            problems: form.problems, status: form.problems.isEmpty ? .ok : .unprocessable,
            factsPartPage(part, form, token: visit.token))
    }

    private func save(
        _ part: FactsPart, _ visit: StaffVisit, _ loop: LoopContext
    ) throws -> Answer {
        let fields = try fields(visit, loop)
        let form = fields.fields(of: part)
        let sent = FieldValues(visit.request.form, of: form)
        var again = FactsForm(
            fields: sent.filled(form), version: Int64(visit.field("udgave")) ?? 0)
        var typed = TypedForm(sent, of: form, by: visit.role, at: visit.now)
        do throws(FieldFaults) {
            let facts = try FactsReading(known: fields.facts, fields: fields).facts(part, &typed)
            return write(facts, part, again, visit)
        } catch {
            again.problems = error.all
            return .now(try page(part, again, visit))
        }
    }

    private enum Outcome: Sendable {
        case saved
        case nothingNew
        case savedByAnother(StaffID?, Instant)
    }

    private func write(
        _ facts: CentreFacts, _ part: FactsPart, _ form: FactsForm, _ visit: StaffVisit
    ) -> Answer {
        let (actor, now, audit) = (visit.actor, visit.now, audit)
        return visit.visit.writing { db -> Outcome in
            // Somebody else has written since the form was made: her words are not written over unseen.
            if let newest = try StandardBook.versions(in: db).first, newest.id != form.version {
                return newest.facts == facts
                    ? .nothingNew : .savedByAnother(newest.madeBy, newest.madeAt)
            }
            try StandardBook.keep(facts, by: actor, at: now, in: db)
            try audit.record(.centreFactsChanged, by: actor, at: now, in: db)
            return .saved
        } then: { [standards] outcome, loop in
            switch outcome {
            case .saved, .nothingNew:
                try standards.load(from: loop.db)
                visit.confirm(
                    Confirmation(
                        "\(part.title) er gemt.", next: "Det står på hjemmesiden fra nu af."))
                return .seeOther("/administration/centret")
            case .savedByAnother(let staff, let moment):
                var again = form
                again.version = standards.factsVersion
                let name = try staff.flatMap { try visit.staffNames(in: loop.db)[$0] }
                again.problems = [
                    FormProblem(
                        field: form.fields.first { !$0.isHidden }?.name ?? "udgave",
                        message: """
                            \(name ?? "En kollega") har rettet centrets oplysninger kl. \
                            \(moment.clockText). Dine ord står her. Gem igen, hvis de skal gælde
                            """)
                ]
                return try page(part, again, visit)
            }
        }
    }
}

/// What stands in the form of a part, and what is wrong with it.
struct FactsForm: Sendable {
    var fields: [ActField]
    /// The version it was made from.
    var version: Int64
    var problems: [FormProblem] = []
}
