/// Which words two texts share, and which only one of them has.
///
/// Words are compared as bytes and numbered first, so a text with strange marks costs no more than
/// any other. Beginning and end that are alike are set aside; what is left is compared word by word
/// while that is little, else line by line, else as a whole.
struct WordDiff {
    /// A run of words with the same fate.
    struct Run: Equatable {
        enum Kind: Equatable { case kept, removed, added }

        let kind: Kind
        let text: String
    }

    /// The largest table of pairs that is filled in: about a millisecond.
    static let pairsMax = 160_000

    let runs: [Run]

    init(from old: String, to new: String) {
        let byWord = Self.runs(Self.pieces(old, Self.isSpace), Self.pieces(new, Self.isSpace))
        let byLine = { Self.runs(Self.pieces(old, Self.isBreak), Self.pieces(new, Self.isBreak)) }
        runs = byWord ?? byLine() ?? Self.whole(old, new)
    }

    private static func whole(_ old: String, _ new: String) -> [Run] {
        [Run(kind: .removed, text: old), Run(kind: .added, text: new)].filter {
            !$0.text.utf8.isEmpty
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
    private static func isBreak(_ byte: UInt8) -> Bool { byte == 10 }

    /// The text cut after every separator; joined they are the text again.
    private static func pieces(_ text: String, _ isSeparator: (UInt8) -> Bool) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var piece: [UInt8] = []
        for byte in text.utf8 {
            piece.append(byte)
            if isSeparator(byte) {
                pieces.append(piece)
                piece = []
            }
        }
        if !piece.isEmpty { pieces.append(piece) }
        return pieces
    }

    /// Nil where there are too many pairs to compare.
    private static func runs(_ old: [[UInt8]], _ new: [[UInt8]]) -> [Run]? {
        let start = zip(old, new).prefix { $0 == $1 }.count
        let end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
        let (oldMiddle, newMiddle) = (
            Array(old[start..<old.count - end]), Array(new[start..<new.count - end])
        )
        guard oldMiddle.count * newMiddle.count <= pairsMax else { return nil }
        var marked: [(Run.Kind, [UInt8])] = old[..<start].map { (.kept, $0) }
        marked += middle(oldMiddle, newMiddle)
        marked += old[(old.count - end)...].map { (.kept, $0) }
        return gathered(marked)
    }

    /// The longest common sequence, read back from the table of lengths.
    private static func middle(
        _ old: [[UInt8]], _ new: [[UInt8]]
    ) -> [(Run.Kind, [UInt8])] {
        var numbers: [[UInt8]: Int] = [:]
        func number(_ word: [UInt8]) -> Int {
            if let known = numbers[word] { return known }
            numbers[word] = numbers.count
            return numbers.count - 1
        }
        let (first, second) = (old.map(number), new.map(number))
        let width = second.count + 1
        var lengths = [Int32](repeating: 0, count: (first.count + 1) * width)
        for row in first.indices.reversed() {
            for column in second.indices.reversed() {
                lengths[row * width + column] =
                    first[row] == second[column]
                    ? lengths[(row + 1) * width + column + 1] + 1
                    : max(
                        lengths[(row + 1) * width + column], lengths[row * width + column + 1])
            }
        }
        var (row, column) = (0, 0)
        var marked: [(Run.Kind, [UInt8])] = []
        while row < first.count || column < second.count {
            if row < first.count, column < second.count, first[row] == second[column] {
                marked.append((.kept, old[row]))
                row += 1
                column += 1
            } else if column == second.count
                || row < first.count
                    && lengths[(row + 1) * width + column] >= lengths[row * width + column + 1]
            {
                marked.append((.removed, old[row]))
                row += 1
            } else {
                marked.append((.added, new[column]))
                column += 1
            }
        }
        return marked
    }

    /// Words of one kind in a row become one run; between two that are kept, what is removed stands
    /// before what is added.
    private static func gathered(_ marked: [(Run.Kind, [UInt8])]) -> [Run] {
        var runs: [Run] = []
        var (removed, added): ([UInt8], [UInt8]) = ([], [])
        var kept: [UInt8] = []
        func put(_ kind: Run.Kind, _ bytes: inout [UInt8]) {
            guard !bytes.isEmpty else { return }
            runs.append(Run(kind: kind, text: String(decoding: bytes, as: UTF8.self)))
            bytes = []
        }
        for (kind, bytes) in marked {
            switch kind {
            case .kept:
                put(.removed, &removed)
                put(.added, &added)
                kept += bytes
            case .removed:
                put(.kept, &kept)
                removed += bytes
            case .added:
                put(.kept, &kept)
                added += bytes
            }
        }
        put(.kept, &kept)
        put(.removed, &removed)
        put(.added, &added)
        return runs
    }
}
