internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/skemaer`: the forms that are in use, with source and licence; and the centre's own, added as a file that is judged.
struct InstrumentRoutes: Sendable {
    let book = InstrumentBook()
    let audit: AuditLog

    static let roles = Set<Role>.figures

    var all: [CentreRoute] {
        [
            .staff(.get, "/skemaer", Self.roles) { visit, loop in
                .now(try page(InstrumentForm(), visit, loop))
            },
            .staff(.post, "/skemaer", Self.roles, add),
            .staff(.get, "/skemaer/{skema}", Self.roles, file),
        ]
    }

    private func add(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let form = InstrumentForm(visit.request.form)
        guard !form.file.isEmpty else {
            return .now(
                try page(form, visit, loop, faults: ["Indsæt filens indhold"]))
        }
        let (actor, now) = (visit.actor, visit.now)
        return visit.visit.writing { [book, audit] db -> Result<Instrument, InstrumentRefusal> in
            do {
                return .success(
                    try book.add(form.file, as: form.id, by: actor, at: now, audit, in: db))
            } catch let refusal as InstrumentRefusal {
                return .failure(refusal)
            }
        } then: { added, loop in
            switch added {
            case .success(let instrument):
                visit.confirm(
                    Confirmation(
                        "\(instrument.name), version \(instrument.version), kan nu bruges."))
                return .seeOther("/skemaer")
            case .failure(let refusal):
                return try page(form, visit, loop, faults: words(refusal))
            }
        }
    }

    private func words(_ refusal: InstrumentRefusal) -> [String] {
        switch refusal {
        case .faults(let faults): faults.map(\.description)
        case .notNewer(let code, let version):
            [
                """
                Der er allerede et skema, der hedder \(code), i version \(version). Giv filen et \
                højere versionsnummer, eller kald den noget andet
                """
            ]
        }
    }

    private func page(
        _ form: InstrumentForm, _ visit: StaffVisit, _ loop: LoopContext, faults: [String] = []
    ) throws -> Response {
        var form = form
        if !faults.isEmpty { form.id = .random() }
        // One line in the summary; what is wrong in the file stands with its places below.
        let problems =
            faults.isEmpty
            ? [] : [FormProblem(field: "skemafil", message: summary(faults))]
        return visit.page(
            "Skemaer", menu: "skemaer", problems: problems,
            status: problems.isEmpty ? .ok : .unprocessable,
            instrumentsPage(
                try book.all(in: loop.db), own: try book.own(in: loop.db), form, faults, problems,
                names: try visit.staffNames(in: loop.db), token: visit.token))
    }

    private func summary(_ faults: [String]) -> String {
        faults.count == 1 ? faults[0] : "Der er \(faults.count) fejl i filen. De står under feltet"
    }

    private func file(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        guard let code = visit.path.word("skema"), let found = try book.find(code, in: loop.db)
        else {
            return .now(visit.visit.notFound())
        }
        return .now(
            Response.bytes(
                JSONWriter.write(found.json, indented: true),
                contentType: "application/json; charset=utf-8"
            ).asAttachment(named: "\(found.code)-\(found.version).json"))
    }
}

/// A form's file, as typed.
struct InstrumentForm: Sendable {
    var file = ""
    var id = FormID.random()

    init() {}

    init(_ fields: Fields) {
        file = fields.written("skemafil")
        id = fields.word("id").flatMap { FormID(formText: $0) } ?? id
    }
}
