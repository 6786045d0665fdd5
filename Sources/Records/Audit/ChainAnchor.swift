internal import Crypto
private import Foundation
package import SQLite
private import Synchronization

/// Where the audit chain ended when the house last wrote, kept outside the database.
///
/// Rows that are cut from the end leave a chain that is whole but shorter; this is what tells. It
/// lies beside the key, one for each data folder that the key has opened, and is written after each
/// commit without waiting for the disk: after a power cut it may be behind the database, never
/// ahead. A house that finds none, or one that is not its own, can not know whether entries were
/// cut: it says so until a proof has told it (``Gap``), and begins a new one.
package final class ChainAnchor: Sendable {
    /// The last entry's number and link.
    package struct Head: Equatable, Sendable {
        package let seq: Int64
        package let chain: [UInt8]

        /// Before the first entry.
        package static let beginning = Head(seq: 0, chain: [UInt8](repeating: 0, count: 32))

        /// As it is printed on reports and typed at `verify --head`.
        package var text: String { "\(seq):\(Hex.text(chain))" }

        package init(seq: Int64, chain: [UInt8]) {
            self.seq = seq
            self.chain = chain
        }

        /// Reads ``text``; nil for anything else.
        package init?(text: String) {
            let parts = text.split(separator: ":")
            guard parts.count == 2, let seq = Int64(parts[0]), seq > 0,
                let chain = Hex.bytes(parts[1])
            else { return nil }
            self.init(seq: seq, chain: chain)
        }
    }

    private struct State: ~Copyable {
        let file: PrivateFile
        var written: Head?
    }

    /// A head that the database did not hold when the house opened.
    package struct Loss: Equatable, Sendable {
        package let head: Head
        /// How far the log reached then.
        package let lastSeq: Int64

        package var fault: ChainFault {
            lastSeq < head.seq
                ? .cut(first: lastSeq + 1, last: head.seq) : .otherHead(seq: head.seq)
        }
    }

    /// The house was opened without an anchor though it was not new.
    package struct Gap: Equatable, Sendable {
        /// How far the log reached then.
        package let lastSeq: Int64
    }

    /// What the anchor says of the log, in a word.
    package enum Status: Sendable {
        case whole, unwitnessed, cut
    }

    /// Where it lies, and what signs it.
    ///
    /// It is named by the place of the data folder on this machine, links and dots resolved. Nothing
    /// in the database would do: a copy that is restored beside the living house has all that is in
    /// it, and goes its own way from there. One folder has one anchor however it is written; a
    /// folder that is moved has none, which is said.
    package struct Place: Sendable {
        package let vault: Vault
        package let path: String
        /// How it was called when a folder was known by its last name alone.
        fileprivate let earlierPaths: [String]

        package init(_ vault: Vault, _ configuration: Configuration) {
            self.vault = vault
            let folder = resolvedPath(configuration.dataFolder)
            let names = [configuration.dataFolder, folder].map {
                $0.split(separator: "/").last ?? ""
            }
            let digest = Hex.text(SHA256.hash(data: Array(folder.utf8))).prefix(12)
            path = "\(configuration.keyFile).\(names[1])-\(digest).chain"
            earlierPaths = names.map { "\(configuration.keyFile).\($0).chain" }
        }

        fileprivate init(_ vault: Vault, path: String) {
            self.vault = vault
            self.path = path
            earlierPaths = []
        }

        /// Gives an anchor of an earlier version its new name, once.
        fileprivate func takeOver() throws(VaultError) {
            guard !PrivateFile.exists(path),
                let earlier = earlierPaths.first(where: { PrivateFile.exists($0) })
            else { return }
            do throws(FileError) {
                try PrivateFile.move(earlier, over: path)
            } catch {
                throw .storage(path: earlier, errno: error.number)
            }
        }
    }

    private let place: Place
    private let state: Mutex<State>

    /// Opens the anchor. What the database lacks of it is noted, once and for good: the log will
    /// grow again and hide it. Where there is none a new one begins.
    package convenience init(_ place: Place, _ db: borrowing Connection) throws {
        try place.takeOver()
        guard let kept = Self.kept(place) else {
            let head = try Self.head(of: db)
            let isNew = try head == nil && !place.vault.hasServed()
            let gap = isNew ? nil : Gap(lastSeq: head?.seq ?? 0)
            try Self.begin(place, at: head, Self.loss(place), gap)
            try self.init(place)
            return
        }
        try self.init(place)
        let link = try db.firstRow(AuditSQL.link, [.integer(kept.seq)]) { $0.blob(0) }
        if kept != .beginning, link != kept.chain, Self.loss(place) == nil {
            let last = try Self.head(of: db)?.seq ?? 0
            try Self.put(
                Self.record(of: Loss(head: kept, lastSeq: last), place.vault), .loss, place)
        }
    }

    /// Opens the anchor as it is.
    private init(_ place: Place) throws(VaultError) {
        self.place = place
        do throws(FileError) {
            state = Mutex(State(file: try PrivateFile(place.path, .readWrite)))
        } catch {
            throw .storage(path: place.path, errno: error.number)
        }
    }

    /// Begins anew from a database that somebody made or chose: a new house, a restored one.
    package static func restart(_ place: Place, from db: borrowing Connection) throws {
        try begin(place, at: try head(of: db), nil, nil)
    }

    /// Keeps the head of the chain as the database has it now.
    package func keep(_ db: borrowing Connection) {
        guard let head = try? Self.head(of: db) else { return }
        let bytes = Self.record(of: head, place.vault)
        state.withLock { state in
            guard state.written != head else { return }
            // A disk that fails here has failed at the commit too, and is reported there.
            do throws(FileError) {
                try state.file.write(bytes, at: Part.head.offset)
                state.written = head
            } catch {}
        }
    }

    /// The chain's end in a database.
    package static func head(of db: borrowing Connection) throws -> Head? {
        try db.firstRow(AuditSQL.last) { Head(seq: $0.integer(0), chain: $0.blob(1)) }
    }

    /// What was kept; nil when nothing was, or when it is not ours.
    package static func kept(_ place: Place) -> Head? {
        // A server may be writing it just now: one look more.
        for _ in 1...2 {
            guard let bytes = read(place, .head) else { return nil }
            let head = Head(seq: number(bytes[0..<8]), chain: Array(bytes[8..<40]))
            if record(of: head, place.vault) == bytes { return head }
        }
        return nil
    }

    /// The furthest head that any house of this key has had, which may be another data folder.
    package static func furthest(_ vault: Vault, _ configuration: Configuration) -> Head? {
        let key = URL(fileURLWithPath: configuration.keyFile)
        let folder = key.deletingLastPathComponent().path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix(key.lastPathComponent) && $0.hasSuffix(".chain") }
            .compactMap { kept(Place(vault, path: folder + "/" + $0)) }
            .max { $0.seq < $1.seq }
    }

    /// What the database was found to lack at some opening; nil when nothing.
    package static func loss(_ place: Place) -> Loss? {
        guard let bytes = read(place, .loss) else { return nil }
        let head = Head(seq: number(bytes[0..<8]), chain: Array(bytes[8..<40]))
        let loss = Loss(head: head, lastSeq: number(bytes[40..<48]))
        return record(of: loss, place.vault) == bytes ? loss : nil
    }

    /// An opening without an anchor that no proof has told of yet; nil when there was none.
    package static func gap(_ place: Place) -> Gap? {
        guard let bytes = read(place, .gap) else { return nil }
        let gap = Gap(lastSeq: number(bytes[0..<8]))
        return record(of: gap, place.vault) == bytes ? gap : nil
    }

    /// What it says against a chain that was followed. A gap is told once; a head from elsewhere that
    /// reaches as far, and fits, says what the anchor would have said, and closes it too.
    package static func faults(
        _ place: Place, beside found: ChainCheck.Outcome, given head: Head?
    ) throws(VaultError) -> [ChainFault] {
        let loss = loss(place).map { [$0.fault] } ?? []
        guard let gap = gap(place) else {
            // Where the house does not open, nobody has noted the gap.
            let isGone = kept(place) == nil
            return loss + (isGone ? [.unwitnessed(last: Int64(found.linkCount))] : [])
        }
        if let head, head.seq >= gap.lastSeq {
            if found.faults.isEmpty && loss.isEmpty { try closeGap(place) }
            return loss
        }
        try closeGap(place)
        return loss + [.unwitnessed(last: gap.lastSeq)]
    }

    private static func closeGap(_ place: Place) throws(VaultError) {
        try put([UInt8](repeating: 0, count: recordByteCount), .gap, place)
    }

    /// What the pages show. A house that is open has an anchor; one that is gone was taken away.
    package static func status(_ place: Place) -> Status {
        if loss(place) != nil { return .cut }
        return gap(place) != nil || kept(place) == nil ? .unwitnessed : .whole
    }

    private static let recordByteCount = 64

    /// The records of the file, one after the other.
    private enum Part: Int {
        case head, loss, gap

        var offset: Int { rawValue * ChainAnchor.recordByteCount }
    }

    /// Makes the file. It stands under its name only when it is whole and on disk.
    private static func begin(
        _ place: Place, at head: Head?, _ loss: Loss?, _ gap: Gap?
    ) throws(VaultError) {
        let blank = [UInt8](repeating: 0, count: recordByteCount)
        let bytes =
            record(of: head ?? .beginning, place.vault)
            + (loss.map { record(of: $0, place.vault) } ?? blank)
            + (gap.map { record(of: $0, place.vault) } ?? blank)
        let new = place.path + ".new"
        do throws(FileError) {
            try PrivateFile.remove(new)
            let file = try PrivateFile(new, .new)
            try file.write(bytes, at: 0)
            try file.sync()
            try PrivateFile.move(new, over: place.path)
        } catch {
            throw .storage(path: place.path, errno: error.number)
        }
    }

    private static func put(
        _ record: [UInt8], _ part: Part, _ place: Place
    ) throws(VaultError) {
        do throws(FileError) {
            let file = try PrivateFile(place.path, .readWrite)
            try file.write(record, at: part.offset)
            try file.sync()
        } catch {
            throw .storage(path: place.path, errno: error.number)
        }
    }

    private static func read(_ place: Place, _ part: Part) -> [UInt8]? {
        try? PrivateFile(place.path, .read).read(recordByteCount, at: part.offset)
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

    private static func record(of gap: Gap, _ vault: Vault) -> [UInt8] {
        signed(gap.lastSeq.bigEndianBytes + Head.beginning.chain, "gap", vault)
    }

    /// With a keyed digest after it, so that nobody without the key writes another.
    private static func signed(_ said: [UInt8], _ kind: String, _ vault: Vault) -> [UInt8] {
        said + vault.chain(Array(kind.utf8), said).prefix(recordByteCount - said.count)
    }
}
