package import Domain
package import SQLite

/// The house, open: its database, its keys, and what keeps the data. Made once when it opens, and handed down.
package final class House: Sendable {
    package let configuration: Configuration
    package let clock: CalendarClock
    package let plan: HousePlan
    package let vault: Vault
    package let audit: AuditLog
    package let ledger: Ledger
    package let staff: StaffAccounts
    package let standards: StandardBook
    package let erasure: Erasure
    /// The only thread that writes. Everything acknowledged has gone through it.
    package let writer: Writer
    /// The mode the data folder had where others could write in it; it was mended when the house opened.
    package let mendedFolderMode: UInt32?
    /// How many cases were marked as erased without a proof of it when the house opened.
    package let unprovenErasureCount: Int

    package init(
        _ configuration: Configuration, _ plan: HousePlan, clock: CalendarClock, vault: Vault,
        ledger: Ledger, standards: StandardBook, writer: Writer, mendedFolderMode: UInt32?,
        unprovenErasureCount: Int
    ) {
        self.configuration = configuration
        self.plan = plan
        self.clock = clock
        self.vault = vault
        self.ledger = ledger
        self.standards = standards
        self.writer = writer
        self.mendedFolderMode = mendedFolderMode
        self.unprovenErasureCount = unprovenErasureCount
        audit = AuditLog(vault: vault)
        staff = StaffAccounts(audit: audit)
        erasure = Erasure(tables: plan.tables, vault: vault)
    }

    /// Lets the writer finish what it has taken, and closes.
    package func close() {
        writer.stop()
    }

    /// A reader of its own, for whoever reads long.
    package func reader() throws -> Connection {
        try Connection(path: configuration.databaseFile, .readOnly)
    }

    /// The standard in force today.
    package func standardToday() throws -> AdoptedStandard {
        try standards.required(on: clock.today)
    }
}
