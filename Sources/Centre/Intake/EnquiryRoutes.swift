internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/faa-hjaelp` and the pages behind it.
struct EnquiryRoutes: Sendable {
    let intake: IntakeService
    let brakes: GuestBrakes
    let standards: StandardBook

    var all: [CentreRoute] {
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

    private func start(_ visit: Visit, _ loop: LoopContext) -> Answer {
        let wasForgotten = visit.request.query.word("kladde") == "vaek"
        let concern = visit.request.query.word("om").flatMap(EnquiryAnswers.Concern.init)
        return .now(
            visit.page(visit.frame.enquiryStartPage(wasForgotten: wasForgotten, about: concern)))
    }

    // MARK: The questions

    private func show(
        _ step: EnquiryStep, _ visit: Visit, _ loop: LoopContext
    ) throws -> Answer {
        let draft = try draft(of: visit, loop)
        if let elsewhere = whereElse(than: step, draft) { return .now(.seeOther(elsewhere)) }
        let open = draft?.receipt == nil ? draft : nil
        let answers = open?.answers ?? EnquiryAnswers()
        return .now(
            page(step, answers, token: open?.token, showsFaults: visit.showsFaults, visit))
    }

    private func page(
        _ step: EnquiryStep, _ answers: EnquiryAnswers, token: String?, showsFaults: Bool = true,
        _ visit: Visit
    ) -> Response {
        let faults = showsFaults ? answers.faults(in: step) : []
        let page = visit.frame.enquiryStepPage(
            step, answers, faults: faults, token: token, returnsToCheck: visit.returnsToCheck)
        return visit.page(page, status: faults.isEmpty ? .ok : .unprocessable)
    }

    /// Keeps what was typed, right or wrong, and redirects either way: a page that was answered to
    /// a POST could not be gone back to, since no browser may keep it.

    private func answer(
        _ step: EnquiryStep, _ visit: Visit, _ loop: LoopContext
    ) throws -> Answer {
        let earlier = try draft(of: visit, loop)
        if let elsewhere = whereElse(than: step, earlier) { return .now(.seeOther(elsewhere)) }
        let isNew = earlier == nil || earlier?.receipt != nil
        var draft = isNew ? EnquiryDraft() : earlier ?? EnquiryDraft()
        // The first page may be older than the draft; it changes nothing that matters.
        guard step == .who || ConstantTime.areEqual(visit.field("token"), draft.token) else {
            return .now(visit.forbidden())
        }
        draft.answers = draft.answers.filled(from: visit.request.form, at: step)
        guard draft.answers.isKeepable else {
            // What is too long comes back in the page, and is kept nowhere.
            return .now(page(step, draft.answers, token: draft.token, visit))
        }
        return keep(draft, isNew ? nil : visit.draftKey, thenTo: next(step, draft, visit), visit)
    }

    /// Where a question leads: to itself while something must be mended, to the next one, or back
    /// to the check page when one was changed.
    private func next(
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
    private func whereElse(than step: EnquiryStep, _ draft: EnquiryDraft?) -> String? {
        guard step != .who else { return nil }
        guard let draft else { return "/faa-hjaelp?kladde=vaek" }
        guard draft.receipt == nil else { return "/faa-hjaelp/kvittering" }
        guard let open = draft.answers.firstOpenStep, open < step else { return nil }
        return "/faa-hjaelp/\(open.slug)"
    }

    // MARK: Check, Send, receipt

    private func check(_ visit: Visit, _ loop: LoopContext) throws -> Answer {
        let draft = try draft(of: visit, loop)
        if let elsewhere = whereElse(than: .check, draft) { return .now(.seeOther(elsewhere)) }
        guard let draft else { return .now(visit.notFound()) }
        return .now(
            visit.page(
                visit.frame.enquiryCheckPage(
                    draft.answers, promisedBy: IntakeService.promisedBy(visit.today),
                    token: draft.token)))
    }

    private func send(_ visit: Visit, _ loop: LoopContext) throws -> Answer {
        guard let key = visit.draftKey else { return .now(.seeOther("/faa-hjaelp?kladde=vaek")) }
        let (now, token) = (visit.now, visit.field("token"))
        let standard = try standards.required(on: visit.today)
        let guest = visit.request.clientAddress
        if let seconds = brakes.secondsToSend(from: guest, at: now) {
            return .now(visit.guestsMustWait(seconds: seconds, .sending))
        }
        return visit.writing { [intake] db in
            try intake.send(key, token: token, under: standard, at: now, in: db)
        } then: { [brakes] sending, _ in
            var isNew = false
            if case .sent(isNew: true) = sending { isNew = true }
            brakes.sent(isNew, from: guest, at: now)
            if isNew { brakes.gone(draft: key.rowID) }
            return switch sending {
            case .sent: .seeOther("/faa-hjaelp/kvittering")
            case .incomplete(let step): .seeOther("/faa-hjaelp/\(step.slug)")
            case .gone: .seeOther("/faa-hjaelp?kladde=vaek")
            case .foreign: visit.forbidden()
            }
        }
    }

    private func receipt(_ visit: Visit, _ loop: LoopContext) throws -> Answer {
        guard let receipt = try draft(of: visit, loop)?.receipt else {
            return .now(visit.page(visit.frame.receiptGonePage()))
        }
        return .now(visit.page(visit.frame.receiptPage(receipt)))
    }

    // MARK: Drafts

    /// The draft that her cookie opens.
    private func draft(of visit: Visit, _ loop: LoopContext) throws -> EnquiryDraft? {
        try visit.draftKey.flatMap { try intake.draft($0, at: visit.now, in: loop.db) }
    }

    /// Keeps a draft, under a new key where it had none, and goes on.
    private func keep(
        _ draft: EnquiryDraft, _ key: DraftKey?, thenTo address: Address, _ visit: Visit
    ) -> Answer {
        let now = visit.now
        let kept = key ?? DraftKey.random()
        if key != nil {
            brakes.kept(draft: kept.rowID, at: now)
        } else if !brakes.admits(draft: kept.rowID, from: visit.request.clientAddress, at: now) {
            return .now(visit.guestsMustWait(seconds: 600, .beginning))
        }
        return visit.writing { [intake] db in
            try intake.keep(draft, kept, at: now, in: db)
        } then: { _, _ in
            let onward = Response.seeOther(address.text)
            guard key == nil else { return onward }
            return onward.setting(Cookie(DraftKey.cookieName, kept.text, sameSite: .strict))
        }
    }
}

extension Visit {
    /// The key in her cookie.
    var draftKey: DraftKey? { DraftKey(cookie: request.cookieWord(DraftKey.cookieName)) }

    /// Whether a question is being changed from the check page.
    fileprivate var returnsToCheck: Bool { request.query.word("ret") == "ja" }

    /// Whether the page comes back because an answer must be mended.
    fileprivate var showsFaults: Bool { request.query.word("fejl") == "ja" }
}
