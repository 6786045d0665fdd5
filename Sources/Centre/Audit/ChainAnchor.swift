private import Foundation
internal import SQLite
private import Synchronization

/// Where the audit chain ended when the house last wrote, kept outside the database.
///
/// Rows that are cut from the end leave a chain that is whole but shorter; this is what tells. It
/// lies beside the key, one for each data folder that the key has opened, and is written after each
/// commit without waiting for the disk: after a power cut it may be behind the database, never
/// ahead.
final class ChainAnchor: Sendable {
    /// The last entry's number and link.
    struct Head: Equatable, Sendable {
        let seq: Int64
        let chain: [UInt8]

        /// As it is printed on reports and typed at `verify --head`.
        var text: String { "\(seq):\(Backup.hex(chain))" }
    }

    private struct State: ~Copyable {
        let file: PrivateFile
        var written: Head?
    }

    /// A head that the database did not hold when the house opened.
    struct Loss: Equatable, Sendable {
        let head: Head
        /// How far the log reached then.
        let lastSeq: Int64

        var fault: ChainFault {
            lastSeq < head.seq
                ? .cut(first: lastSeq + 1, last: head.seq) : .otherHead(seq: head.seq)
        }
    }

    /// Where it lies, and what signs it.
    struct Place: Sendable {
        let vault: Vault
        let path: String

        init(_ vault: Vault, _ configuration: Configuration) {
            self.vault = vault
            let folder = configuration.dataFolder.split(separator: "/").last ?? ""
            path = "\(configuration.keyFile).\(folder).chain"
        }

        fileprivate init(_ vault: Vault, path: String) {
            self.vault = vault
            self.path = path
        }
    }

    private let place: Place
    private let state: Mutex<State>

    /// Opens the anchor, and makes it when there is none. What the database lacks of it is noted,
    /// once and for good: the log will grow again and hide it.
    convenience init(_ place: Place, _ db: borrowing Connection) throws {
        try self.init(place)
        guard let kept = Self.kept(place) else { return }
        let link = try db.firstRow(AuditSQL.link, [.integer(kept.seq)]) { $0.blob(0) }
        if link != kept.chain, Self.loss(place) == nil {
            let last = try Self.head(of: db)?.seq ?? 0
            try note(Loss(head: kept, lastSeq: last))
        }
    }

    /// Opens the anchor as it is.
    private init(_ place: Place) throws(VaultError) {
        self.place = place
        let path = place.path
        do throws(PrivateFile.Trouble) {
            let isThere = PrivateFile.exists(path)
            let file = try PrivateFile(path, isThere ? .readWrite : .new)
            state = Mutex(State(file: file))
        } catch {
            throw .storage(errno: error.number)
        }
    }

    /// Begins anew from a database that somebody chose: after a restore.
    static func restart(_ place: Place, from db: borrowing Connection) throws {
        let anchor = try ChainAnchor(place)
        try anchor.note(nil)
        anchor.keep(db)
    }

    /// Keeps the head of the chain as the database has it now.
    func keep(_ db: borrowing Connection) {
        guard let head = try? Self.head(of: db) else { return }
        let bytes = Self.record(of: head, place.vault)
        state.withLock { state in
            guard state.written != head else { return }
            // A disk that fails here has failed at the commit too, and is reported there.
            do throws(PrivateFile.Trouble) {
                try state.file.write(bytes, at: 0)
                state.written = head
            } catch {}
        }
    }

    /// The chain's end in a database.
    static func head(of db: borrowing Connection) throws -> Head? {
        try db.firstRow(AuditSQL.last) { Head(seq: $0.integer(0), chain: $0.blob(1)) }
    }

    /// What was kept; nil when nothing was, or when it is not ours.
    static func kept(_ place: Place) -> Head? {
        guard let bytes = read(place, at: 0) else { return nil }
        let head = Head(seq: number(bytes[0..<8]), chain: Array(bytes[8..<40]))
        return record(of: head, place.vault) == bytes ? head : nil
    }

    /// The furthest head that any house of this key has had, which may be another data folder.
    static func furthest(_ vault: Vault, _ configuration: Configuration) -> Head? {
        let key = URL(fileURLWithPath: configuration.keyFile)
        let folder = key.deletingLastPathComponent().path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix(key.lastPathComponent) && $0.hasSuffix(".chain") }
            .compactMap { kept(Place(vault, path: folder + "/" + $0)) }
            .max { $0.seq < $1.seq }
    }

    /// What the database was found to lack at some opening; nil when nothing.
    static func loss(_ place: Place) -> Loss? {
        guard let bytes = read(place, at: recordByteCount) else { return nil }
        let head = Head(seq: number(bytes[0..<8]), chain: Array(bytes[8..<40]))
        let loss = Loss(head: head, lastSeq: number(bytes[40..<48]))
        return record(of: loss, place.vault) == bytes ? loss : nil
    }

    private func note(_ loss: Loss?) throws(VaultError) {
        let bytes =
            loss.map { Self.record(of: $0, place.vault) }
            ?? [UInt8](repeating: 0, count: Self.recordByteCount)
        try state.withLock { (state) throws(VaultError) in
            do throws(PrivateFile.Trouble) {
                try state.file.write(bytes, at: Self.recordByteCount)
                try state.file.sync()
            } catch {
                throw .storage(errno: error.number)
            }
        }
    }

    private static let recordByteCount = 64

    private static func read(_ place: Place, at offset: Int) -> [UInt8]? {
        try? PrivateFile(place.path, .read).read(recordByteCount, at: offset)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int64 {
        bytes.reduce(0) { $0 << 8 | Int64($1) }
    }

    private static func record(of head: Head, _ vault: Vault) -> [UInt8] {
        signed(head.seq.bigEndianBytes + head.chain, "head", vault)
    }

    private static func record(of loss: Loss, _ vault: Vault) -> [UInt8] {
        let said = loss.head.seq.bigEndianBytes + loss.head.chain + loss.lastSeq.bigEndianBytes
        return signed(said, "loss", vault)
    }

    /// With a keyed digest after it, so that nobody without the key writes another.
    private static func signed(_ said: [UInt8], _ kind: String, _ vault: Vault) -> [UInt8] {
        said + vault.chain(Array(kind.utf8), said).prefix(recordByteCount - said.count)
    }
}
