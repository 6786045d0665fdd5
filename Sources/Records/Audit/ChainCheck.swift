package import SQLite

/// What is wrong with the audit log. Each names its rows.
package enum ChainFault: Hashable, Sendable, CustomStringConvertible {
    /// Rows between two others are gone.
    case removed(first: Int64, last: Int64)
    /// A row says something else than was written, or stands where another stood.
    case altered(seq: Int64)
    /// A row has a number that the log never gives.
    case strange(seq: Int64)
    /// The set of cases of a row is not the one that was seen.
    case subjectAltered(id: Int64)
    /// The last rows are gone.
    case cut(first: Int64, last: Int64)
    /// The chain does not pass through a head that was printed or kept.
    case otherHead(seq: Int64)
    /// The house was opened without a note of the chain's head.
    case unwitnessed(last: Int64)

    package var description: String {
        switch self {
        case .removed(let first, let last):
            first == last
                ? "audit entry \(first) is removed"
                : "audit entries \(first) to \(last) are removed"
        case .altered(let seq): "audit entry \(seq) is altered, inserted or moved"
        case .strange(let seq): "audit entry \(seq) is inserted: the log counts from 1"
        case .subjectAltered(let id): "the cases of audit subject \(id) are altered"
        case .cut(let first, let last):
            first == last
                ? "the last audit entry, \(first), is cut off"
                : "the last audit entries, \(first) to \(last), are cut off"
        case .otherHead(let seq): "the audit chain has another link at \(seq) than the one given"
        case .unwitnessed(let last):
            """
            whether entries after \(last) are cut off cannot be told: the note of the chain's head \
            beside the key was gone, or is another house's (has the data folder been moved?). Give \
            --head from a report or a manifest. A new note is begun, and the next proof goes by it
            """
        }
    }

    /// A cut that was noted at an opening and seen again is one cut, the longer one.
    package static func oneCut(_ faults: [ChainFault]) -> [ChainFault] {
        var cut: (first: Int64, last: Int64)?
        let others = faults.filter { fault in
            guard case .cut(let first, let last) = fault else { return true }
            cut = (min(first, cut?.first ?? first), max(last, cut?.last ?? last))
            return false
        }
        return others + (cut.map { [.cut(first: $0.first, last: $0.last)] } ?? [])
    }
}

/// Follows the audit chain from its first link, and names every row that does not fit.
package struct ChainCheck {
    package let vault: Vault
    /// Heads the chain must pass through: what was kept beside the key, what a report says.
    package var heads: [ChainAnchor.Head] = []

    /// How many links were followed, and what is wrong.
    package struct Outcome: Sendable {
        package var linkCount = 0
        package var faults: [ChainFault] = []
    }

    /// Follows every link, and looks for the heads on the way.
    package func run(_ db: borrowing Connection) throws -> Outcome {
        var outcome = Outcome()
        var previous: (seq: Int64, chain: [UInt8])? = (0, [])
        var wanted = Dictionary(
            heads.map { ($0.seq, $0.chain) }, uniquingKeysWith: { one, _ in one })
        var lastSeq: Int64 = 0
        let isOld = try !db.columnNames(of: "audit_entry").contains("written")
        try db.forEachRow(isOld ? AuditSQL.allWithSubjectOfOld : .allWithSubject) { row in
            let entry = AuditRow(
                seq: row.integer(0), at: row.text(1), actor: row.integerOrNil(2),
                role: row.text(3), session: row.text(4), action: row.text(5),
                subjectDigest: row.blobOrNil(6), reason: row.blobOrNil(7),
                staff: row.integerOrNil(9), written: row.blobOrNil(10))
            let chain = row.blob(8)
            guard entry.seq > 0 else {
                outcome.faults.append(.strange(seq: entry.seq))
                return
            }
            if entry.seq != lastSeq + 1 {
                outcome.faults.append(.removed(first: lastSeq + 1, last: entry.seq - 1))
                // The link before this one is gone, so this one cannot be followed.
                previous = nil
            }
            if let before = previous, vault.chain(before.chain, entry.content) != chain {
                outcome.faults.append(.altered(seq: entry.seq))
            }
            if let expected = wanted.removeValue(forKey: entry.seq), expected != chain {
                outcome.faults.append(.otherHead(seq: entry.seq))
            }
            previous = (entry.seq, chain)
            lastSeq = entry.seq
            outcome.linkCount += 1
        }
        if let furthest = wanted.keys.max(), furthest > lastSeq {
            outcome.faults.append(.cut(first: lastSeq + 1, last: furthest))
        }
        outcome.faults += try subjectFaults(db)
        return outcome
    }

    private func subjectFaults(_ db: borrowing Connection) throws -> [ChainFault] {
        var faults: [ChainFault] = []
        var current: (id: Int64, digest: [UInt8], cases: [Int64])?
        func close() {
            guard let subject = current else { return }
            let digest = vault.chain([], subject.cases.sorted().flatMap(\.bigEndianBytes))
            if digest != subject.digest { faults.append(.subjectAltered(id: subject.id)) }
        }
        try db.forEachRow(AuditSQL.everySubject) { row in
            let id = row.integer(0)
            if current?.id != id {
                close()
                current = (id, row.blob(1), [])
            }
            if let caseID = row.integerOrNil(2) { current?.cases.append(caseID) }
        }
        close()
        return faults
    }
}
