internal import Domain
private import Foundation
internal import Logging
internal import Records
internal import SQLite
private import Synchronization

// The search room's invariants:
// - the index is rebuilt from the sealed values and never stored;
// - it says what the database says: after each commit, before anybody is answered, it reads again
//   who was written of; an erased case leaves it in the same way;
// - what is typed is neither stored nor logged; whom it led to is, before she is shown.

/// The names of everybody in the house, searchable once they have been read after the start.
final class SearchIndex: Sendable {
    /// How far it is.
    enum Readiness: Equatable, Sendable {
        case notBegun
        /// Read so far, in percent.
        case building(percent: Int)
        case ready
    }

    private struct State: ~Copyable {
        var names = NameIndex()
        var readiness = Readiness.notBegun
        /// The house's own reading of everybody, logged when the building began.
        var token: AccessToken?
        /// Cases that were written of and are not read again yet.
        var touched: Set<CaseID> = []
        /// Cases that are settled while others are still being read for the first time.
        var settled: Set<CaseID> = []
        var isStopping = false
    }

    private let state = Mutex(State())

    /// How far the index is.
    var readiness: Readiness { state.withLock { $0.readiness } }

    /// How many persons it holds, and about how many bytes.
    var size: (count: Int, byteCount: Int) {
        state.withLock { ($0.names.count, $0.names.byteCount) }
    }

    /// Asks the index; nil while it is not ready.
    func find(_ question: (borrowing NameIndex) -> NameIndex.Found) -> NameIndex.Found? {
        state.withLock { state in
            state.readiness == .ready ? question(state.names) : nil
        }
    }

    // MARK: Staying true

    /// A person's words, or the whole case, are about to change: called inside the transaction.
    func touch(_ id: CaseID) {
        state.withLock { state in
            guard state.readiness != .notBegun else { return }
            state.touched.insert(id)
        }
    }

    /// Reads again what was touched; on the writer's thread, once it is on disk.
    func catchUp(_ cases: Ledger, _ db: borrowing Connection) {
        let (touched, token) = state.withLock { state in
            let touched = state.touched
            state.touched = []
            return (touched, state.token)
        }
        guard let token else { return }
        for id in touched {
            let person: NameIndex.Person?
            do {
                person = try Self.person(of: id, cases, token, db)
            } catch is SQLiteError {
                // Not answered now; asked again after the next commit.
                touch(id)
                continue
            } catch {
                person = nil
            }
            state.withLock { state in
                if case .building = state.readiness { state.settled.insert(id) }
                if let person {
                    state.names.set(person, for: id)
                } else {
                    state.names.remove(id)
                }
            }
        }
    }

    // MARK: Building

    /// Reads everybody, on a thread of its own. Tried again where the database fails.
    func build(for house: House, log: Logger) {
        let thread = Thread { [self] in
            while !isStopping {
                do {
                    try buildNow(for: house)
                    return
                } catch {
                    log.warning(
                        "search index not built",
                        metadata: ["fault": "\(faultInLog(error))"])
                    Thread.sleep(forTimeInterval: 5)
                }
            }
        }
        thread.name = "search index"
        thread.start()
    }

    /// Reads everybody before it returns.
    func buildNow(for house: House) throws {
        let (audit, now) = (house.audit, house.clock.now)
        // From this transaction on, whoever is written of is read again.
        let token = try house.writer.perform { [self] db in
            let token = try audit.recordForEverything(
                .indexBuilt, by: .system, at: now, in: db)
            begin(token)
            return token
        }
        let db = try house.reader()
        let total = try house.ledger.count(in: db)
        state.withLock { $0.names.reserve(total + total / 8) }
        var after = CaseID(0)
        var done = 0
        while !isStopping {
            let refs = try house.ledger.cases(after: after, limit: Self.chunkMax, in: db)
            guard let last = refs.last else { return finish() }
            after = last.id
            for ref in refs {
                add(try? Self.person(ref, house.ledger, token, db), of: ref.id)
            }
            done += refs.count
            let percent = total == 0 ? 99 : min(99, done * 100 / total)
            state.withLock { $0.readiness = .building(percent: percent) }
        }
    }

    /// Lets a building that is under way end.
    func stop() {
        state.withLock { $0.isStopping = true }
    }

    private static let chunkMax = 500

    private var isStopping: Bool { state.withLock { $0.isStopping } }

    private func begin(_ token: AccessToken) {
        state.withLock { state in
            state.token = token
            state.names = NameIndex()
            state.settled = []
            state.readiness = .building(percent: 0)
        }
    }

    private func add(_ person: NameIndex.Person?, of id: CaseID) {
        state.withLock { state in
            guard let person, !state.settled.contains(id) else { return }
            state.names.set(person, for: id)
        }
    }

    private func finish() {
        state.withLock { state in
            state.names.sort()
            state.settled = []
            state.readiness = .ready
        }
    }

    private static func person(
        of id: CaseID, _ cases: Ledger, _ token: AccessToken, _ db: borrowing Connection
    ) throws -> NameIndex.Person? {
        guard let ref = try cases.find(id, in: db) else { return nil }
        return try person(ref, cases, token, db)
    }

    /// What may be searched: of somebody anonymous only what she lets herself be called.
    ///
    /// - Law: Sundhedsloven § 141, stk. 7.
    private static func person(
        _ ref: CaseRef, _ cases: Ledger, _ token: AccessToken, _ db: borrowing Connection
    ) throws -> NameIndex.Person? {
        guard let known = try cases.person(of: ref, token, in: db) else { return nil }
        var person = NameIndex.Person(name: known.details.name ?? "")
        if !known.known.isAnonymous {
            person.phone = known.details.phone
            person.cpr = known.details.cpr
        }
        return person
    }
}
