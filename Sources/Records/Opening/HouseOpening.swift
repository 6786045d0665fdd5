package import Domain
internal import SQLite

/// What is not as it should be, but no reason to stay closed.
package enum HouseWarning: Hashable, Sendable {
    /// Others could write in the data folder; the mode it had, which is mended.
    case folderWasOpen(mode: UInt32)
    case keyInDataFolder
    /// No note of the audit chain's head was found.
    case chainUnwitnessed
    /// The audit log is cut off.
    case chainCut
}

extension House {
    /// Opens the house on an existing, migrated data folder.
    ///
    /// - Throws: ``OpeningError`` with a cause a sentence can be made of, or the database's own error. Nothing is written then.
    package static func open(
        _ configuration: Configuration, _ plan: HousePlan, clock: CalendarClock
    ) throws -> House {
        try Opening.expectCentre(configuration)
        try Opening.firstStandard(configuration)
        let vault = try Vault(keyFile: configuration.keyFile, createIfMissing: false)
        let connection = try Connection(path: configuration.databaseFile, .readWrite)
        try Opening.check(configuration, connection)
        try Opening.check(vault, connection)
        try vault.checkSlots(of: plan.tables, in: connection)
        let standards = StandardBook()
        try standards.load(from: connection)
        for hook in plan.hooks { try hook.whenOpened?(vault, connection, clock.now) }
        // A migration that was cut short before its rows were proven is finished.
        try RowProofs(vault: vault).begin(at: clock.now, in: connection)
        // A case whose erasing was cut short is erased before anybody can ask for it.
        try Erasure(tables: plan.tables, vault: vault).finish(in: connection)
        let anchor = try ChainAnchor(ChainAnchor.Place(vault, configuration), connection)
        try vault.noteServed()
        let ledger = Ledger(
            vault: vault,
            personChanges: { id in for hook in plan.hooks { hook.whenPersonChanges?(id) } },
            projections: { file, db in
                for hook in plan.hooks { try hook.whenProjected?(file, db) }
            })
        let writer = Writer(connection) { db in
            anchor.keep(db)
            for hook in plan.hooks { hook.whenCommitted?(ledger, db) }
        }
        return House(
            configuration, plan, clock: clock, vault: vault, ledger: ledger, standards: standards,
            writer: writer,
            mendedFolderMode: PrivateFile.closeToOtherWriters(configuration.dataFolder))
    }

    /// What is to be said in the log when the house is open.
    package func warnings() -> [HouseWarning] {
        var warnings: [HouseWarning] = []
        if let mode = mendedFolderMode { warnings.append(.folderWasOpen(mode: mode)) }
        if isInside(configuration.keyFile, folder: configuration.dataFolder) {
            warnings.append(.keyInDataFolder)
        }
        switch ChainAnchor.status(ChainAnchor.Place(vault, configuration)) {
        case .whole: break
        case .unwitnessed: warnings.append(.chainUnwitnessed)
        case .cut: warnings.append(.chainCut)
        }
        return warnings
    }
}
