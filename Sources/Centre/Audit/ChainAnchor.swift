internal import SQLite
private import Synchronization

/// Where the audit chain ended when the house last wrote, kept outside the database.
///
/// Rows that are cut from the end leave a chain that is whole but shorter; this is what tells. It
/// lies beside the key (`<key>.chain`) and is written after each commit without waiting for the
/// disk: after a power cut it may be behind the database, never ahead.
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

    private let vault: Vault
    private let state: Mutex<State>

    /// Opens the anchor, and makes it when there is none.
    init(vault: Vault) throws(VaultError) {
        self.vault = vault
        let path = Self.path(vault)
        do throws(PrivateFile.Trouble) {
            let isThere = PrivateFile.exists(path)
            let file = try PrivateFile(path, isThere ? .readWrite : .new)
            state = Mutex(State(file: file))
        } catch {
            throw .storage(errno: error.number)
        }
    }

    private static func path(_ vault: Vault) -> String { vault.keyFile + ".chain" }

    /// Keeps the head of the chain as the database has it now.
    func keep(_ db: borrowing Connection) {
        guard let head = try? Self.head(of: db) else { return }
        let bytes = Self.record(head, vault)
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
    static func kept(_ vault: Vault) -> Head? {
        do throws(PrivateFile.Trouble) {
            let bytes = try PrivateFile(path(vault), .read).read(recordByteCount, at: 0)
            let seq = bytes[0..<8].reduce(Int64(0)) { $0 << 8 | Int64($1) }
            let head = Head(seq: seq, chain: Array(bytes[8..<40]))
            return record(head, vault) == bytes ? head : nil
        } catch {
            return nil
        }
    }

    private static let recordByteCount = 64

    /// Number, link, and a keyed digest of both, so that nobody without the key writes another.
    private static func record(_ head: Head, _ vault: Vault) -> [UInt8] {
        let said = head.seq.bigEndianBytes + head.chain
        return said + vault.chain(Array("anchor".utf8), said).prefix(recordByteCount - said.count)
    }
}
