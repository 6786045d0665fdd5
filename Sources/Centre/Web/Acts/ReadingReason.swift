internal import Domain
internal import HTML
internal import HTTP
internal import Records

// A case that ended long ago is opened for a reason only: whoever was not responsible for it and has not written in it
// lately says why, once in a session, and the reason stands sealed beside each of her readings in the access log.

/// Why somebody opens a case that ended long ago.
enum ReadingReason: String, CaseIterable, Sendable {
    case citizenReturned = "citizen-returned"
    case accessOrComplaint = "access-or-complaint"
    case correction
    case quality
    /// Something else, in words of her own.
    case other

    /// For so many days after its end a case is opened without a question: letters are written, follow-up is arranged.
    static let freeDays = 30

    /// Whether so much time has passed since a day that somebody must say why.
    static func isAsked(since day: CalendarDay, on today: CalendarDay) -> Bool {
        day.adding(days: freeDays) < today
    }

    var danishName: String {
        switch self {
        case .citizenReturned: "Borgeren har henvendt sig igen"
        case .accessOrComplaint: "Klage eller anmodning om aktindsigt"
        case .correction: "Rettelse af noget, der er skrevet forkert"
        case .quality: "Kontrol af kvalitet eller tal"
        case .other: "Andet"
        }
    }
}

/// The answer, as typed, and where she was going when she was asked.
struct ReadingReasonForm: Sendable {
    var chosen = ""
    var words = ""
    /// The page she asked for.
    var wayBack: String?
    /// What she had sent instead, to be sent again.
    var kept: SavedForm?

    static let wordsLengthMax = 200

    /// Nothing answered yet, on the way to what was asked for.
    init(goingTo request: Request) {
        if request.method == .post {
            kept = SavedForm(refused: request)
        } else {
            wayBack = WayBack.of(request)
        }
    }

    /// What was answered; a form that somebody else has written is not handed on.
    init(_ visit: StaffVisit) {
        chosen = visit.field("grund")
        words = visit.field("hvorfor")
        wayBack = visit.request.form["videre"].flatMap { WayBack.isOwn($0) ? $0 : nil }
        kept = SavedForm(carriedBy: visit.request, visit.visit.web.house.vault)
            .flatMap {
                visit.visit.web.formOwner.isHers($0.token, visit.session.member.id) ? $0 : nil
            }
    }

    /// What the log is to hold, or what is missing.
    func read() -> Result<String, FieldFaults> {
        guard let reason = ReadingReason(rawValue: chosen) else {
            return .failure(
                FieldFaults([FormProblem(field: "grund", message: "Vælg en grund")]))
        }
        if reason == .other, words.isEmpty {
            return .failure(
                FieldFaults([FormProblem(field: "hvorfor", message: "Skriv grunden")]))
        }
        guard words.unicodeScalars.count <= Self.wordsLengthMax else {
            return .failure(
                FieldFaults([
                    FormProblem(
                        field: "hvorfor", message: "Skriv højst \(Self.wordsLengthMax) tegn")
                ]))
        }
        return .success(reason == .other ? "Andet: \(words)" : reason.danishName)
    }
}

extension StaffVisit {
    /// The question that stands before the case; nil where it is open to her.
    ///
    /// - Law: databeskyttelsesforordningen art. 5, stk. 1, litra b and f: read for a purpose, by those who need it.
    func questionBefore(_ ref: CaseRef, _ loop: LoopContext) throws -> Response? {
        guard session.reasons[ref.id] == nil,
            let end = try visit.web.house.ledger.closedOn(ref, in: loop.db),
            ReadingReason.isAsked(since: end, on: today),
            !isHers(try visit.web.house.ledger.file(ref, in: loop.db))
        else { return nil }
        return reasonPage(
            ref, endedOn: end, ReadingReasonForm(goingTo: request),
            status: request.method == .post ? .forbidden : .ok)
    }

    /// Takes the answer and leads on to what she was going to.
    func giveReason(_ loop: LoopContext) throws -> Answer {
        guard let ref = try caseInAddress(loop),
            let end = try visit.web.house.ledger.closedOn(ref, in: loop.db)
        else { return .now(visit.notFound()) }
        let form = ReadingReasonForm(self)
        switch form.read() {
        case .failure(let problems):
            return .now(
                reasonPage(
                    ref, endedOn: end, form, problems: problems.all, status: .unprocessable))
        case .success(let reason):
            if let key = request.cookie(SessionCookie.name) {
                visit.web.sessions.note(reason, for: ref.id, in: key)
            }
            guard let kept = form.kept else {
                return .now(.seeOther(form.wayBack ?? place(of: ref).text))
            }
            return .now(
                visit.page(
                    visit.frame.savedFormPage(
                        kept, visit.web.fieldLabels, token: session.formToken, after: .reason,
                        for: reader)))
        }
    }

    /// She is responsible for it, or has written in it lately.
    private func isHers(_ file: CaseFile) -> Bool {
        let staff = session.member.id
        return CaseProjection(file)?.responsible == staff
            || file.entries.contains { entry in
                entry.recordedBy == staff
                    && !ReadingReason.isAsked(since: entry.recordedAt.day, on: today)
            }
    }

    private func reasonPage(
        _ ref: CaseRef, endedOn end: CalendarDay, _ typed: ReadingReasonForm,
        problems: [FormProblem] = [], status: Status
    ) -> Response {
        page(
            "Hvorfor åbner du sag \(ref.number)?",
            back: isClinical ? "/overblik" : "/henvendelser", problems: problems, status: status,
            readingReasonPage(
                ref, endedOn: end, typed, problems,
                carried: typed.kept?.carried(visit.web.house.vault),
                token: session.formToken))
    }
}
