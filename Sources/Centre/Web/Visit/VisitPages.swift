internal import HTML
internal import HTTP
internal import Logging
internal import Records
internal import SQLite

/// The pages every room answers with when it cannot answer with its own.
extension Visit {
    var frame: Frame { web.frame(on: today) }

    /// Who the staff's frame is made for; nil for who is not logged in.
    var reader: StaffReader? {
        session.map { StaffVisit(visit: self, session: $0).reader }
    }

    /// A page.
    func page(_ page: HTML, status: Status = .ok) -> Response {
        .html(page.bytes, status: status)
    }

    /// What is not there, and what may not be seen: the same words for both.
    func notFound() -> Response {
        page(frame.notFoundPage(for: reader), status: .notFound)
    }

    /// A form that is not ours.
    func forbidden() -> Response {
        page(frame.forbiddenPage(for: reader), status: .forbidden)
    }

    /// A form of ours with an old token: what was typed is given back, to be sent again after a look.
    func formTooOld(_ session: Session) -> Response {
        guard let kept = SavedForm(refused: request),
            web.formOwner.isHers(kept.token, session.member.id)
        else { return forbidden() }
        return page(
            frame.savedFormPage(
                kept, web.fieldLabels, token: session.formToken, after: .age, for: reader),
            status: .forbidden)
    }

    /// Somebody who is not logged in, or no longer. Who only looks is led on afterwards; who sent something finds
    /// it in the login page and gets it back.
    func loginFirst() -> Response {
        guard request.method == .post else {
            return .seeOther(
                WayBack.of(request).map { Address("/log-ind?videre=\(word: $0)").text }
                    ?? "/log-ind")
        }
        let kept = SavedForm(refused: request)
        return loginPage(
            hadSession ? .sessionOver(wasIdle: wasIdle, hasText: true) : .textKept, kept: kept,
            status: .unauthorized)
    }

    /// Something of ours failed. The log is told the kind of fault, the visitor a number to mention.
    func failure(_ error: any Error) -> Response {
        web.log.error(
            "request failed",
            metadata: ["id": "\(request.id)", "fault": "\(faultInLog(error))"])
        if Self.isStorageTrouble(error) {
            return page(frame.closedPage(again: again, for: reader), status: .serviceUnavailable)
                .setting("Retry-After", "30")
        }
        return page(
            frame.failurePage(number: request.id, again: again, for: reader),
            status: .internalServerError)
    }

    /// Full or failing disks, the keys' as well as the database's: it may be well again in a moment.
    private static func isStorageTrouble(_ error: any Error) -> Bool {
        switch error {
        case let error as SQLiteError: error.isStorageTrouble
        case VaultError.storage, is WriterError: true
        default: false
        }
    }

    /// What was sent when something of ours failed: it lies in the page, to be sent again with one press.
    private var again: HTML? {
        // A password is never given back, so there is nothing to send again at the door.
        guard request.method == .post, request.path != "/log-ind",
            let kept = SavedForm(refused: request)
        else { return nil }
        return kept.sendAgain(token: session?.formToken ?? request.form["token"] ?? "")
    }
}
