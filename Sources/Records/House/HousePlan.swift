package import Domain
package import SQLite

/// What the rooms have told the house of themselves, collected from the one list of rooms and handed down.
package struct HousePlan: Sendable {
    /// Every table: the rooms' own, then this floor's.
    package let tables: [RecordTable]
    /// The facts of the house's own that a ledger may hold.
    package let facts: [any HouseFact.Type]
    /// Every action that the audit log may name.
    package let actions: [AuditAction]
    /// What rooms do when the house opens, when its key changes, and after each commit.
    package let hooks: [HouseHook]
    /// What rooms prove of their own tables.
    package let checks: [VerifyCheck]

    package init(
        tables: [RecordTable] = [], facts: [any HouseFact.Type] = [],
        actions: [AuditAction] = [], hooks: [HouseHook] = [], checks: [VerifyCheck] = []
    ) {
        self.tables = tables + RecordTable.own
        self.facts = facts + ownHouseFacts
        self.actions = actions + AuditAction.own
        self.hooks = hooks
        self.checks = checks
    }

    /// The action with this code; nil for one that no room of this program knows.
    package func action(_ code: String) -> AuditAction? {
        actions.first { $0.code.utf8.elementsEqual(code.utf8) }
    }
}

/// What a room does at the turns of the house's life. Each runs on the writer's connection.
package struct HouseHook: Sendable {
    /// Before anybody is let in: erases what is over, ends what a kill left undone.
    package var whenOpened: (@Sendable (Vault, borrowing Connection, Instant) throws -> Void)?
    /// Takes what depends on a key along to the next; may be killed at any moment, and is ended when the house opens.
    package var whenKeyRotated: (@Sendable (House, KeySlot) throws -> Void)?
    /// The person of a case may be another after the transaction that runs.
    package var whenPersonChanges: (@Sendable (CaseID) -> Void)?
    /// Follows a ledger that was just written in, in the same transaction: what it throws undoes the facts.
    package var whenProjected: (@Sendable (CaseFile, borrowing Connection) throws -> Void)?
    /// Something is on disk, and nobody has been answered yet.
    package var whenCommitted: (@Sendable (Ledger, borrowing Connection) -> Void)?

    package init(
        whenOpened: (@Sendable (Vault, borrowing Connection, Instant) throws -> Void)? = nil,
        whenKeyRotated: (@Sendable (House, KeySlot) throws -> Void)? = nil,
        whenPersonChanges: (@Sendable (CaseID) -> Void)? = nil,
        whenProjected: (@Sendable (CaseFile, borrowing Connection) throws -> Void)? = nil,
        whenCommitted: (@Sendable (Ledger, borrowing Connection) -> Void)? = nil
    ) {
        self.whenOpened = whenOpened
        self.whenKeyRotated = whenKeyRotated
        self.whenPersonChanges = whenPersonChanges
        self.whenProjected = whenProjected
        self.whenCommitted = whenCommitted
    }
}
