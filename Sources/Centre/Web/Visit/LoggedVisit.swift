internal import HTTP
internal import Records
internal import SQLite

extension StaffVisit {
    /// A page about persons: its access entry is on disk before the page is made, and the token opens just these cases.
    /// Of a case that is opened for a reason, the entry holds the reason.
    ///
    /// - Law: databeskyttelsesforordningen art. 32; every look-up of an identified case is logged.
    func logged(
        _ action: AuditAction, cases: [CaseRef],
        then page: @escaping @Sendable (AccessToken, LoopContext) throws -> Response
    ) -> Answer {
        let (audit, actor, now) = (visit.web.house.audit, actor, now)
        let reason = cases.count == 1 ? session.reasons[cases[0].id] : nil
        return visit.writing { db in
            try audit.record(action, by: actor, cases: cases, reason: reason, at: now, in: db)
        } then: { token, loop in
            try page(token, loop)
        }
    }
}
