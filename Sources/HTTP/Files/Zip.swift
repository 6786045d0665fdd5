internal import CZlib

/// Writes a zip file (APPNOTE 6.3) piece by piece, as it is sent: what is packed is never held whole. Each member is
/// deflated; its sizes and check sum follow it, so nothing has to be known beforehand.
///
/// ```swift
/// let zip = try ZipWriter(at: moment) { try writer.write($0) }
/// try zip.begin("sagen.html")
/// try zip.write(bytes)
/// try zip.finish()
/// ```
@safe package final class ZipWriter {
    /// Why a file could not be packed.
    package enum Trouble: Error, Hashable, Sendable {
        /// zlib has no memory, or says no.
        case zlib(Int32)
        /// More than the plain format can hold: 4 GB or 65,535 members.
        case tooLarge
        /// A member is written to before one has begun.
        case noMember
    }

    /// What a clock on a wall shows; all members have it.
    package struct Moment: Sendable {
        let date: UInt16
        let time: UInt16

        /// Years before 1980 are not known to the format.
        package init(year: Int, month: Int, day: Int, hour: Int, minute: Int) {
            date = UInt16(clamping: (max(year, 1980) - 1980) << 9 | month << 5 | day)
            time = UInt16(clamping: hour << 11 | minute << 5)
        }
    }

    private struct Member {
        let name: [UInt8]
        let offset: Int
        var check: UInt = 0
        var packedCount = 0
        var count = 0
    }

    private static let pieceByteCount = 65_536
    /// Sizes follow the member; its name is UTF-8.
    private static let flags: UInt16 = 1 << 3 | 1 << 11
    private static let deflated: UInt16 = 8
    private static let version: UInt16 = 20

    private let moment: Moment
    private let send: ([UInt8]) throws -> Void
    // zlib keeps the address of its state, so it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var members: [Member] = []
    private var isOpen = false
    private var offset = 0

    /// - Parameter send: takes the bytes of the file, in order; what it throws ends the writing.
    package init(at moment: Moment, _ send: @escaping ([UInt8]) throws -> Void) throws {
        self.moment = moment
        self.send = send
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let code = unsafe deflateInit2_(
            stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, zlibVersion(),
            Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else {
            unsafe stream.deallocate()
            throw Trouble.zlib(code)
        }
    }

    deinit {
        unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Begins a member, and ends the one before it. The name is a path without a leading slash.
    package func begin(_ name: String) throws {
        try end()
        guard members.count < 65_535, offset <= UInt32.max else { throw Trouble.tooLarge }
        let code = unsafe deflateReset(stream)
        guard code == Z_OK else { throw Trouble.zlib(code) }
        let member = Member(name: Array(name.utf8), offset: offset)
        var head: [UInt8] = []
        head.append32(0x0403_4B50)
        head.append16(Self.version)
        head.append(contentsOf: middle(check: 0, packed: 0, count: 0, member.name))
        head += member.name
        members.append(member)
        isOpen = true
        try pass(head)
    }

    /// Writes on in the member that was begun.
    package func write(_ bytes: [UInt8]) throws {
        guard isOpen else { throw Trouble.noMember }
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = Array(rest.prefix(Self.pieceByteCount))
            rest = rest.dropFirst(piece.count)
            let last = members.count - 1
            members[last].count += piece.count
            members[last].check = unsafe piece.withUnsafeBufferPointer {
                unsafe crc32(members[last].check, $0.baseAddress, UInt32($0.count))
            }
            try deflate(piece, Z_NO_FLUSH)
        }
    }

    /// Ends the last member, and the file.
    package func finish() throws {
        try end()
        let start = offset
        for member in members {
            var line: [UInt8] = []
            line.append32(0x0201_4B50)
            line.append16(Self.version)
            line.append16(Self.version)
            line += middle(
                check: member.check, packed: member.packedCount, count: member.count, member.name)
            // No comment, the first disk, no attributes.
            line += [UInt8](repeating: 0, count: 10)
            line.append32(member.offset)
            line += member.name
            try pass(line)
        }
        guard offset <= UInt32.max else { throw Trouble.tooLarge }
        var tail: [UInt8] = []
        tail.append32(0x0605_4B50)
        tail += [0, 0, 0, 0]
        tail.append16(UInt16(members.count))
        tail.append16(UInt16(members.count))
        tail.append32(offset - start)
        tail.append32(start)
        tail += [0, 0]
        try pass(tail)
    }

    /// What a member's own head and its line in the directory have in common.
    private func middle(check: UInt, packed: Int, count: Int, _ name: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append16(Self.flags)
        bytes.append16(Self.deflated)
        bytes.append16(moment.time)
        bytes.append16(moment.date)
        bytes.append32(Int(check))
        bytes.append32(packed)
        bytes.append32(count)
        bytes.append16(UInt16(clamping: name.count))
        bytes.append16(0)
        return bytes
    }

    private func end() throws {
        guard isOpen, let last = members.indices.last else { return }
        isOpen = false
        try deflate([], Z_FINISH)
        let member = members[last]
        guard member.count <= UInt32.max, member.packedCount <= UInt32.max else {
            throw Trouble.tooLarge
        }
        var sizes: [UInt8] = []
        sizes.append32(0x0807_4B50)
        sizes.append32(Int(member.check))
        sizes.append32(member.packedCount)
        sizes.append32(member.count)
        try pass(sizes)
    }

    private func deflate(_ bytes: [UInt8], _ flush: Int32) throws {
        var input = bytes
        var output = [UInt8](repeating: 0, count: Self.pieceByteCount)
        var isMore = true
        var start = 0
        while isMore {
            let (code, taken, made) = unsafe input.withUnsafeMutableBufferPointer { source in
                unsafe output.withUnsafeMutableBufferPointer { target -> (Int32, Int, Int) in
                    unsafe stream.pointee.next_in = source.baseAddress.map { unsafe $0 + start }
                    unsafe stream.pointee.avail_in = UInt32(source.count - start)
                    unsafe stream.pointee.next_out = target.baseAddress
                    unsafe stream.pointee.avail_out = UInt32(target.count)
                    let code = unsafe CZlib.deflate(stream, flush)
                    return unsafe (
                        code, source.count - Int(stream.pointee.avail_in),
                        target.count - Int(stream.pointee.avail_out)
                    )
                }
            }
            guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else {
                throw Trouble.zlib(code)
            }
            start = taken
            if made > 0 {
                members[members.count - 1].packedCount += made
                try pass(Array(output.prefix(made)))
            }
            isMore = code != Z_STREAM_END && made == output.count
        }
    }

    private func pass(_ bytes: [UInt8]) throws {
        offset += bytes.count
        try send(bytes)
    }
}

extension [UInt8] {
    fileprivate mutating func append16(_ number: UInt16) {
        append(UInt8(truncatingIfNeeded: number))
        append(UInt8(truncatingIfNeeded: number >> 8))
    }

    /// The low 32 bits.
    fileprivate mutating func append32(_ number: Int) {
        for shift in stride(from: 0, to: 32, by: 8) {
            append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
