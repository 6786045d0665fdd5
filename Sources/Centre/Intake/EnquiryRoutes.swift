internal import Domain
internal import HTML
internal import HTTP
internal import SQLite

/// `/faa-hjaelp` and the pages behind it.
enum EnquiryRoutes {
    static var all: [CentreRoute] {
        [
            .open(.get, "/faa-hjaelp", start),
            .open(.get, "/faa-hjaelp/kvittering", receipt),
            .open(.get, "/faa-hjaelp/tjek", check),
            .open(.post, "/faa-hjaelp/tjek", send),
        ]
            + EnquiryStep.allCases.dropLast().flatMap { step in
                [
                    CentreRoute.open(.get, "/faa-hjaelp/\(step.slug)") { visit, loop in
                        try show(step, visit, loop)
                    },
                    CentreRoute.open(.post, "/faa-hjaelp/\(step.slug)") { visit, loop in
                        try answer(step, visit, loop)
                    },
                ]
            }
    }

    private static func start(_ visit: Visit, _ loop: Loop) -> Answer<Loop> {
        let wasForgotten = visit.request.query["kladde"] == "vaek"
        return .now(visit.page(visit.frame.enquiryStartPage(wasForgotten: wasForgotten)))
    }

    // MARK: The questions

    private static func show(
        _ step: EnquiryStep, _ visit: Visit, _ loop: Loop
    ) throws -> Answer<Loop> {
        let draft = try visit.draft(loop)
        if let elsewhere = whereElse(than: step, draft) { return .now(.seeOther(elsewhere)) }
        let open = draft?.receipt == nil ? draft : nil
        let answers = open?.answers ?? EnquiryAnswers()
        let faults = visit.showsFaults ? answers.faults(in: step) : []
        let page = visit.frame.enquiryStepPage(
            step, answers, faults: faults, token: open?.token,
            returnsToCheck: visit.returnsToCheck)
        return .now(visit.page(page, status: faults.isEmpty ? .ok : .unprocessable))
    }

    /// Keeps what was typed, right or wrong, and redirects either way: a page that was answered to
    /// a POST could not be gone back to, since no browser may keep it.

    private static func answer(
        _ step: EnquiryStep, _ visit: Visit, _ loop: Loop
    ) throws -> Answer<Loop> {
        let earlier = try visit.draft(loop)
        if let elsewhere = whereElse(than: step, earlier) { return .now(.seeOther(elsewhere)) }
        let isNew = earlier == nil || earlier?.receipt != nil
        var draft = isNew ? EnquiryDraft() : earlier ?? EnquiryDraft()
        // The first page may be older than the draft; it changes nothing that matters.
        guard step == .who || constantTimeEqual(visit.field("token"), draft.token) else {
            return .now(visit.forbidden())
        }
        draft.answers = draft.answers.filled(from: visit.request.form, at: step)
        return visit.keep(draft, isNew ? nil : visit.draftKey, thenTo: next(step, draft, visit))
    }

    /// Where a question leads: to itself while something must be mended, to the next one, or back
    /// to the check page when one was changed.
    private static func next(
        _ step: EnquiryStep, _ draft: EnquiryDraft, _ visit: Visit
    ) -> Address {
        guard draft.answers.faults(in: step).isEmpty else {
            return visit.returnsToCheck
                ? "/faa-hjaelp/\(word: step.slug)?fejl=ja&ret=ja"
                : "/faa-hjaelp/\(word: step.slug)?fejl=ja"
        }
        let isComplete = draft.answers.firstOpenStep == nil
        let next = visit.returnsToCheck && isComplete ? EnquiryStep.check : step.next
        return "/faa-hjaelp/\(word: next.slug)"
    }

    /// A page cannot be shown before those it builds on, nor after Send.
    private static func whereElse(than step: EnquiryStep, _ draft: EnquiryDraft?) -> String? {
        guard step != .who else { return nil }
        guard let draft else { return "/faa-hjaelp?kladde=vaek" }
        guard draft.receipt == nil else { return "/faa-hjaelp/kvittering" }
        guard let open = draft.answers.firstOpenStep, open < step else { return nil }
        return "/faa-hjaelp/\(open.slug)"
    }

    // MARK: Check, Send, receipt

    private static func check(_ visit: Visit, _ loop: Loop) throws -> Answer<Loop> {
        let draft = try visit.draft(loop)
        if let elsewhere = whereElse(than: .check, draft) { return .now(.seeOther(elsewhere)) }
        guard let draft else { return .now(visit.notFound()) }
        return .now(
            visit.page(
                visit.frame.enquiryCheckPage(
                    draft.answers, promisedBy: IntakeService.promisedBy(visit.today),
                    token: draft.token)))
    }

    private static func send(_ visit: Visit, _ loop: Loop) throws -> Answer<Loop> {
        guard let key = visit.draftKey else { return .now(.seeOther("/faa-hjaelp?kladde=vaek")) }
        let (intake, now, token) = (visit.centre.intake, visit.now, visit.field("token"))
        let standard = try visit.centre.standardToday()
        return visit.writing { db in
            try intake.send(key, token: token, under: standard, at: now, in: db)
        } then: { sending, _ in
            switch sending {
            case .sent: .seeOther("/faa-hjaelp/kvittering")
            case .incomplete(let step): .seeOther("/faa-hjaelp/\(step.slug)")
            case .gone: .seeOther("/faa-hjaelp?kladde=vaek")
            case .foreign: visit.forbidden()
            }
        }
    }

    private static func receipt(_ visit: Visit, _ loop: Loop) throws -> Answer<Loop> {
        guard let receipt = try visit.draft(loop)?.receipt else {
            return .now(visit.page(visit.frame.receiptGonePage()))
        }
        return .now(visit.page(visit.frame.receiptPage(receipt)))
    }
}

extension Visit {
    /// The key in her cookie.
    var draftKey: DraftKey? { DraftKey(cookie: request.cookie(DraftKey.cookieName)) }

    /// The draft it opens.
    func draft(_ loop: Loop) throws -> EnquiryDraft? {
        guard let draftKey else { return nil }
        return try centre.intake.draft(draftKey, at: now, in: loop.db)
    }

    /// Whether a question is being changed from the check page.
    var returnsToCheck: Bool { request.query["ret"] == "ja" }

    /// Whether the page comes back because an answer must be mended.
    fileprivate var showsFaults: Bool { request.query["fejl"] == "ja" }

    /// Keeps a draft, under a new key where it had none, and goes on.
    fileprivate func keep(
        _ draft: EnquiryDraft, _ key: DraftKey?, thenTo address: Address
    ) -> Answer<Loop> {
        let (intake, now) = (centre.intake, now)
        let kept = key ?? DraftKey.random()
        return writing { db in
            try intake.keep(draft, kept, at: now, in: db)
        } then: { _, _ in
            let onward = Response.seeOther(address.text)
            guard key == nil else { return onward }
            return onward.setting(Cookie(DraftKey.cookieName, kept.text, sameSite: .strict))
        }
    }
}
