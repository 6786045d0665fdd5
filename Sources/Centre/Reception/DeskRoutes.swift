internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/henvendelser/ny`: an enquiry by telephone, on one page.
struct DeskRoutes: Sendable {
    let desk: EnquiryDesk
    let standards: StandardBook

    var all: [CentreRoute] {
        [
            .staff(.get, "/henvendelser/ny", .frontOffice) { visit, _ in
                .now(try page(DeskForm(now: visit.now), visit))
            },
            .staff(.post, "/henvendelser/ny", .frontOffice, save),
        ]
    }

    private func save(_ visit: StaffVisit, _ loop: LoopContext) throws -> Answer {
        let form = DeskForm(visit.request.form)
        switch form.read(now: visit.now) {
        case .failure(let faults):
            return .now(try page(form, visit, problems: faults.all))
        case .success(let enquiry):
            let standard = try standards.required(on: visit.today).id
            let context = WriteContext(by: visit.actor, at: visit.now, id: form.id)
            return visit.visit.writing { db -> Result<CaseRef, SentBeforeRefusal> in
                do {
                    return .success(
                        try desk.register(enquiry, under: standard, context, in: db))
                } catch let before as SentBeforeRefusal {
                    return .failure(before)
                }
            } then: { registered, _ in
                switch registered {
                case .success(let ref):
                    visit.confirm(confirmation(of: enquiry, ref))
                    return .seeOther("/henvendelser/\(ref.number)")
                case .failure(let before):
                    var again = form
                    again.id = .random()
                    let refusal = ActRefusal.sentBefore(in: before.number)
                    let problem = FormProblem(field: "navn", message: refusal.words { _ in nil })
                    return try page(again, visit, problems: [problem])
                }
            }
        }
    }

    /// The day she typed comes back in words, with the last day that follows from it: a slip of the hand is seen.
    private func confirmation(of enquiry: ReceivedEnquiry, _ ref: CaseRef) -> Confirmation {
        let day = enquiry.receivedAt.day
        let lastDay =
            enquiry.wish == .treatment
            ? " Sidste dag er \(GuaranteeClock.lastDay(askedOn: day).inWords)." : ""
        return Confirmation(
            "Henvendelsen er gemt som sag \(ref.number).",
            next: "Modtaget \(day.inWords).\(lastDay)")
    }

    private func page(
        _ form: DeskForm, _ visit: StaffVisit, problems: [FormProblem] = []
    ) throws -> Response {
        let lastDay = GuaranteeClock.lastDay(askedOn: visit.today)
        return visit.page(
            "Ny henvendelse", menu: "ny-henvendelse", problems: problems,
            status: problems.isEmpty ? .ok : .unprocessable,
            deskPage(form, problems, lastDay: lastDay, visit))
    }
}
