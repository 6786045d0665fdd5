internal import Crypto
private import Foundation

/// The case keys, each wrapped by the master key, in a file beside it (`<key>.cases`).
///
/// Slots of 64 bytes after a header of 64; slot n is bound to its number, so slots cannot be
/// exchanged. Keys are made by the hundred, with one fsync, long before a case needs one; the header
/// says whether a centre has been made with them. Erasing
/// overwrites a slot with zeros: with that the case is closed in every older backup of the data
/// too, since those never hold keys.
struct KeyStore: ~Copyable {
    static let slotByteCount = 64
    static let madeAtOnce = 100
    private static let magic = Array("fjorten key store 1\n".utf8)
    /// Where in the header a 1 stands once a centre has been made with these keys.
    private static let servedOffset = 32

    private let file: PrivateFile
    private let wrapping: SymmetricKey
    /// How many slots have been made, erased ones too.
    private(set) var count: Int

    /// Opens a store with the master key that wraps it.
    static func open(path: String, master: SymmetricKey) throws(VaultError) -> KeyStore {
        let file: PrivateFile
        do throws(FileError) {
            file = try PrivateFile(path, .readWrite)
        } catch {
            throw error.isMissing
                ? .storeMissing(path: path) : .storage(path: path, errno: error.number)
        }
        guard !file.isOpenToOthers else { throw .openToOthers(path: path) }
        let store = KeyStore(file: file, wrapping: wrappingKey(master))
        guard store.count > 0, try store.header() == magic else { throw .storeDamaged(path: path) }
        do throws(VaultError) {
            _ = try store.key(.centre)
        } catch {
            throw error == .sealBroken ? .wrongKey(path: path) : error
        }
        return store
    }

    private init(file: consuming PrivateFile, wrapping: SymmetricKey) {
        // A hundred half made when the power went is not counted: nobody has used them.
        count = max(0, file.byteCount / Self.slotByteCount - 1)
        self.file = file
        self.wrapping = wrapping
    }

    /// Makes a store with its first hundred keys. It stands under its name only when it is whole.
    static func make(path: String, master: SymmetricKey) throws(VaultError) {
        let new = path + ".new"
        do throws(FileError) {
            try PrivateFile.remove(new)
            let file = try PrivateFile(new, .new)
            try file.write(headerBytes, at: 0)
            let slots = try fresh(0..<madeAtOnce, wrapping: wrappingKey(master))
            try file.write(slots, at: slotByteCount)
            try file.sync()
            try PrivateFile.move(new, over: path)
        } catch {
            throw .storage(path: path, errno: error.number)
        }
    }

    /// The key in a slot.
    func key(_ slot: KeySlot) throws(VaultError) -> SymmetricKey {
        let bytes = try wrapped(slot)
        guard bytes.contains(where: { $0 != 0 }) else { throw .slotErased(slot) }
        return try Self.unwrap(bytes, slot, wrapping)
    }

    func isErased(_ slot: KeySlot) throws(VaultError) -> Bool {
        try wrapped(slot).allSatisfy { $0 == 0 }
    }

    /// Whether a new case may have this key: not erased, and not torn by a power cut while it was
    /// being made.
    func isUsable(_ slot: KeySlot) throws(VaultError) -> Bool {
        do throws(VaultError) {
            _ = try key(slot)
            return true
        } catch {
            if error == .slotErased(slot) || error == .sealBroken { return false }
            throw error
        }
    }

    /// Makes a hundred more.
    mutating func extend() throws(VaultError) {
        let numbers = count..<(count + Self.madeAtOnce)
        do throws(FileError) {
            try file.write(
                try Self.fresh(numbers, wrapping: wrapping), at: Self.offset(numbers.lowerBound))
            try file.sync()
        } catch {
            throw .storage(path: file.path, errno: error.number)
        }
        count = numbers.upperBound
    }

    /// Whether a centre has been made with these keys.
    func hasServed() throws(VaultError) -> Bool {
        do throws(FileError) {
            return try file.read(1, at: Self.servedOffset) == [1]
        } catch {
            throw .storage(path: file.path, errno: error.number)
        }
    }

    func noteServed() throws(VaultError) {
        guard try !hasServed() else { return }
        do throws(FileError) {
            try file.write([1], at: Self.servedOffset)
            try file.sync()
        } catch {
            throw .storage(path: file.path, errno: error.number)
        }
    }

    /// Destroys a key; when this returns it is gone from the disk.
    func erase(_ slot: KeySlot) throws(VaultError) {
        guard slot != .centre else { throw .slotUnknown(slot) }
        _ = try wrapped(slot)
        do throws(FileError) {
            try file.write(
                [UInt8](repeating: 0, count: Self.slotByteCount),
                at: Self.offset(Int(slot.rawValue)))
            try file.sync()
        } catch {
            throw .storage(path: file.path, errno: error.number)
        }
    }

    /// Writes the same keys, wrapped by another master key, to a new file. Erased ones stay so.
    func rewrap(to path: String, master: SymmetricKey) throws(VaultError) {
        let other = Self.wrappingKey(master)
        do {
            try PrivateFile.remove(path)
            let copy = try PrivateFile(path, .new)
            try copy.write(Self.headerBytes, at: 0)
            if try hasServed() { try copy.write([1], at: Self.servedOffset) }
            for start in stride(from: 0, to: count, by: 4_096) {
                var chunk: [UInt8] = []
                for number in start..<min(start + 4_096, count) {
                    let slot = KeySlot(rawValue: Int64(number))
                    chunk +=
                        try isErased(slot)
                        ? [UInt8](repeating: 0, count: Self.slotByteCount)
                        : Self.wrap(try key(slot), slot, other)
                }
                try copy.write(chunk, at: Self.offset(start))
            }
            try copy.sync()
        } catch let trouble as FileError {
            throw .storage(path: path, errno: trouble.number)
        } catch let error as VaultError {
            throw error
        } catch {
            throw .sealBroken
        }
    }

    /// Overwrites the whole store: for the old one after a rotation.
    func wipe() throws(VaultError) {
        do throws(FileError) {
            try file.wipe()
        } catch {
            throw .storage(path: file.path, errno: error.number)
        }
    }

    private func header() throws(VaultError) -> [UInt8] {
        do throws(FileError) {
            return try file.read(Self.magic.count, at: 0)
        } catch {
            throw .storage(path: file.path, errno: error.number)
        }
    }

    private func wrapped(_ slot: KeySlot) throws(VaultError) -> [UInt8] {
        guard slot.rawValue >= 0, slot.rawValue < Int64(count) else { throw .slotUnknown(slot) }
        do throws(FileError) {
            return try file.read(Self.slotByteCount, at: Self.offset(Int(slot.rawValue)))
        } catch {
            throw .storage(path: file.path, errno: error.number)
        }
    }

    private static var headerBytes: [UInt8] {
        magic + [UInt8](repeating: 0, count: slotByteCount - magic.count)
    }

    private static func offset(_ number: Int) -> Int {
        (number + 1) * slotByteCount
    }

    private static func wrappingKey(_ master: SymmetricKey) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: master, info: Data("fjorten wrap".utf8), outputByteCount: 32)
    }

    private static func fresh(
        _ numbers: Range<Int>, wrapping: SymmetricKey
    ) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        for number in numbers {
            do {
                let slot = KeySlot(rawValue: Int64(number))
                bytes += try wrap(SymmetricKey(size: .bits256), slot, wrapping)
            } catch {
                throw .shortRead
            }
        }
        return bytes
    }

    private static func binding(_ slot: KeySlot) -> Data {
        Data("fjorten slot \(slot.rawValue)".utf8)
    }

    /// Nonce, wrapped key and tag are 60 bytes; the last four say which form this is.
    private static func wrap(
        _ key: SymmetricKey, _ slot: KeySlot, _ wrapping: SymmetricKey
    ) throws -> [UInt8] {
        let raw = key.withUnsafeBytes { Data($0) }
        let box = try AES.GCM.seal(raw, using: wrapping, authenticating: binding(slot))
        return [UInt8](box.nonce) + [UInt8](box.ciphertext) + [UInt8](box.tag) + [0, 0, 0, 1]
    }

    private static func unwrap(
        _ bytes: [UInt8], _ slot: KeySlot, _ wrapping: SymmetricKey
    ) throws(VaultError) -> SymmetricKey {
        do {
            let box = try AES.GCM.SealedBox(
                nonce: AES.GCM.Nonce(data: bytes[0..<12]), ciphertext: bytes[12..<44],
                tag: bytes[44..<60])
            let raw = try AES.GCM.open(box, using: wrapping, authenticating: binding(slot))
            return SymmetricKey(data: raw)
        } catch {
            throw .sealBroken
        }
    }
}
