internal import Domain
internal import Records
internal import SQLite

/// Makes the guarantee's report from the ledgers of a period, and says how it was made.
struct GuaranteeReports: Sendable {
    let ledger: Ledger
    let standards: StandardBook
    let audit: AuditLog

    /// - Parameter db: a reader at one moment of the database.
    func make(
        _ period: Period, at now: Instant, in db: borrowing Connection
    ) throws -> (report: GuaranteeReport, origin: ReportOrigin) {
        let inForce = try standards.required(on: now.day)
        let head = try audit.head(in: db)
        let report = try GuaranteeReport(
            try files(period, on: now.day, in: db), in: period, on: now.day
        ) { file in
            try standards.required(for: file.ref, on: now.day).standard
        }
        let origin = ReportOrigin(
            runAt: now, standardID: inForce.standard.id,
            standardVersion: inForce.standard.version, auditHead: head)
        return (report, origin)
    }

    /// The cases with an enquiry in the period, and those whose enquiry is dated in the future but was written in it.
    private func files(
        _ period: Period, on today: CalendarDay, in db: borrowing Connection
    ) throws -> [CaseFile] {
        let received = try ledger.files(
            receivedFrom: period.first, through: period.last, in: db)
        let known = Set(received.map(\.ref.id))
        let farthest = CalendarDay(year: 9999, month: 12, day: 31) ?? today
        let future = try ledger.files(
            receivedFrom: today.adding(days: 1), through: farthest, in: db
        ).filter { file in
            !known.contains(file.ref.id)
                && file.entries.contains { period.contains($0.recordedAt.day) }
        }
        return received + future
    }
}
