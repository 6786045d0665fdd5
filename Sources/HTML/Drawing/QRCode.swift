/// A QR code of one size that holds what our addresses need: version 6 (41 × 41), error correction M, 106 bytes.
///
/// - Standard: ISO/IEC 18004:2015. One version and one mask keep it to what can be read; a reader takes any.
package struct QRCode: Hashable, Sendable {
    package static let size = 41
    package static let bytesMax = 106
    /// Dark modules, row by row.
    package private(set) var modules = [Bool](repeating: false, count: size * size)
    private var isFixed = [Bool](repeating: false, count: size * size)

    private static let blockCount = 4
    private static let dataPerBlock = 27
    private static let checkPerBlock = 16

    /// Nil for more bytes than it holds.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.bytesMax else { return nil }
        drawFunctionPatterns()
        draw(Self.interleaved(Self.codewords(bytes)))
    }

    private subscript(x: Int, y: Int) -> Bool {
        get { modules[y * Self.size + x] }
        set { modules[y * Self.size + x] = newValue }
    }

    private mutating func fix(_ x: Int, _ y: Int, _ isDark: Bool) {
        guard (0..<Self.size).contains(x), (0..<Self.size).contains(y) else { return }
        self[x, y] = isDark
        isFixed[y * Self.size + x] = true
    }

    // MARK: Data (§7.4, §7.5)

    /// Byte mode, its length, the bytes, and padding.
    private static func codewords(_ bytes: [UInt8]) -> [UInt8] {
        var bits: [Bool] = []
        func put(_ value: Int, _ count: Int) {
            for shift in stride(from: count - 1, through: 0, by: -1) {
                bits.append(value >> shift & 1 == 1)
            }
        }
        put(0b0100, 4)
        put(bytes.count, 8)
        for byte in bytes { put(Int(byte), 8) }
        let capacity = blockCount * dataPerBlock * 8
        put(0, min(4, capacity - bits.count))
        while bits.count % 8 != 0 { bits.append(false) }
        var words = stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
        let padding: [UInt8] = [0xEC, 0x11]
        for index in 0..<(blockCount * dataPerBlock - words.count) {
            words.append(padding[index % 2])
        }
        return words
    }

    /// The blocks' words in turns, data first.
    private static func interleaved(_ words: [UInt8]) -> [UInt8] {
        let blocks = (0..<blockCount).map {
            Array(words[$0 * dataPerBlock..<($0 + 1) * dataPerBlock])
        }
        let checks = blocks.map(check)
        return (0..<dataPerBlock).flatMap { index in blocks.map { $0[index] } }
            + (0..<checkPerBlock).flatMap { index in checks.map { $0[index] } }
    }

    /// Reed-Solomon over GF(256) with 0x11D.
    private static func check(_ data: [UInt8]) -> [UInt8] {
        var generator = [UInt8](repeating: 0, count: checkPerBlock)
        generator[checkPerBlock - 1] = 1
        var root: UInt8 = 1
        for _ in 0..<checkPerBlock {
            for index in 0..<checkPerBlock {
                generator[index] = multiplied(generator[index], root)
                if index + 1 < checkPerBlock { generator[index] ^= generator[index + 1] }
            }
            root = multiplied(root, 2)
        }
        var rest = [UInt8](repeating: 0, count: checkPerBlock)
        for byte in data {
            let factor = byte ^ rest.removeFirst()
            rest.append(0)
            for index in 0..<checkPerBlock {
                rest[index] ^= multiplied(generator[index], factor)
            }
        }
        return rest
    }

    private static func multiplied(_ one: UInt8, _ other: UInt8) -> UInt8 {
        var product = 0
        for shift in stride(from: 7, through: 0, by: -1) {
            product = product << 1 ^ (product >> 7) * 0x11D
            product ^= (Int(other) >> shift & 1) * Int(one)
        }
        return UInt8(product & 0xFF)
    }

    // MARK: Drawing (§6.3, §7.7)

    private mutating func drawFunctionPatterns() {
        for index in 0..<Self.size {
            fix(6, index, index % 2 == 0)
            fix(index, 6, index % 2 == 0)
        }
        for (x, y) in [(3, 3), (Self.size - 4, 3), (3, Self.size - 4)] { drawFinder(x, y) }
        for dy in -2...2 {
            for dx in -2...2 { fix(34 + dx, 34 + dy, max(abs(dx), abs(dy)) != 1) }
        }
        drawFormat()
    }

    private mutating func drawFinder(_ x: Int, _ y: Int) {
        for dy in -4...4 {
            for dx in -4...4 {
                let distance = max(abs(dx), abs(dy))
                fix(x + dx, y + dy, distance != 2 && distance != 4)
            }
        }
    }

    /// Level M and mask 0, with their own error correction (§7.9).
    private mutating func drawFormat() {
        let data = 0b00_000
        var rest = data
        for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
        let bits = (data << 10 | rest) ^ 0x5412
        func bit(_ index: Int) -> Bool { bits >> index & 1 == 1 }
        for index in 0...5 { fix(8, index, bit(index)) }
        fix(8, 7, bit(6))
        fix(8, 8, bit(7))
        fix(7, 8, bit(8))
        for index in 9..<15 { fix(14 - index, 8, bit(index)) }
        for index in 0..<8 { fix(Self.size - 1 - index, 8, bit(index)) }
        for index in 8..<15 { fix(8, Self.size - 15 + index, bit(index)) }
        fix(8, Self.size - 8, true)
    }

    /// Two columns at a time, up and down, from the right; then mask 0.
    private mutating func draw(_ words: [UInt8]) {
        var index = 0
        var right = Self.size - 1
        while right >= 1 {
            if right == 6 { right = 5 }
            for step in 0..<Self.size {
                for x in [right, right - 1] {
                    let isUp = (right + 1) & 2 == 0
                    let y = isUp ? Self.size - 1 - step : step
                    guard !isFixed[y * Self.size + x] else { continue }
                    var isDark = false
                    if index < words.count * 8 {
                        isDark = words[index / 8] >> UInt8(7 - index % 8) & 1 == 1
                        index += 1
                    }
                    self[x, y] = isDark != ((x + y) % 2 == 0)
                }
            }
            right -= 2
        }
    }
}

/// The code as a drawing, black on white also where the page is dark, with the quiet zone a reader needs.
package func qrCode(_ code: QRCode, id: String, label: HTML) -> HTML {
    let border = 4
    var path = ""
    for y in 0..<QRCode.size {
        for x in 0..<QRCode.size where code.modules[y * QRCode.size + x] {
            path += "M\(x + border) \(y + border)h1v1h-1z"
        }
    }
    let side = QRCode.size + 2 * border
    return """
        <svg id="\(id)" role="img" width="246" height="246" viewBox="0 0 \(side) \(side)"\
        \(attribute("aria-label", words: label))>\
        <rect width="\(side)" height="\(side)" fill="#fff"/><path d="\(path)" fill="#000"/></svg>
        """
}
