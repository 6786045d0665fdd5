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
    /// So many cases are marked as erased without a proof of it; their keys were left alone.
    case erasuresUnproven(count: Int)
}

/// What a house is opened for, which says what may be written before anything is asked of it.
package enum OpeningPurpose: Sendable {
    /// It is served: what was cut short is finished, also where a key must go for it.
    case serving
    /// A command does its one thing, and destroys nothing.
    case command
    /// It is proven: nothing is written but the entry of the log that the reading itself needs.
    case proving
}

extension House {
    /// Opens the house on an existing, migrated data folder.
    ///
    /// - Throws: ``OpeningError`` with a cause a sentence can be made of, or the database's own error. Nothing is written then.
    package static func open(
        _ configuration: Configuration, _ plan: HousePlan, for purpose: OpeningPurpose = .serving,
        clock: CalendarClock
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
        let erasure = Erasure(tables: plan.tables, vault: vault)
        if purpose != .proving {
            // A migration that was cut short before its rows were proven is finished.
            try RowProofs(vault: vault).begin(at: clock.now, in: connection)
        }
        if purpose == .serving {
            for hook in plan.hooks { try hook.whenOpened?(vault, connection, clock.now) }
            // A case whose erasing was cut short is forgotten before anybody can ask for it.
            try erasure.finish(in: connection)
        }
        let unproven = try erasure.unprovenCount(in: connection)
        let anchor = try ChainAnchor(ChainAnchor.Place(vault, configuration), connection)
        if purpose != .proving { try vault.noteServed() }
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
            mendedFolderMode: purpose == .proving
                ? nil : PrivateFile.closeToOtherWriters(configuration.dataFolder),
            unprovenErasureCount: unproven)
    }

    /// What is to be said in the log when the house is open.
    package func warnings() -> [HouseWarning] {
        var warnings: [HouseWarning] = []
        if let mode = mendedFolderMode { warnings.append(.folderWasOpen(mode: mode)) }
        if isInside(configuration.keyFile, folder: configuration.dataFolder) {
            warnings.append(.keyInDataFolder)
        }
        if unprovenErasureCount > 0 {
            warnings.append(.erasuresUnproven(count: unprovenErasureCount))
        }
        switch ChainAnchor.status(ChainAnchor.Place(vault, configuration)) {
        case .whole: break
        case .unwitnessed: warnings.append(.chainUnwitnessed)
        case .cut: warnings.append(.chainCut)
        }
        return warnings
    }
}
