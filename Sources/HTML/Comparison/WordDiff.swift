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
        runs =
            Self.runs(old.pieces(parted: Kind.isNewWord), new.pieces(parted: Kind.isNewWord))
            ?? Self.runs(old.pieces(parted: Kind.isNewLine), new.pieces(parted: Kind.isNewLine))
            ?? Self.whole(old, new)
    }

    private static func whole(_ old: String, _ new: String) -> [Run] {
        [Run(kind: .removed, text: old), Run(kind: .added, text: new)].filter {
            !$0.text.utf8.isEmpty
        }
    }

    /// What a byte is to a reader. Every byte of a letter outside ASCII is part of a word.
    private enum Kind {
        case word, space, sign

        init(_ byte: UInt8) {
            switch byte {
            case 9...13, 32: self = .space
            case 33...47, 58...64, 91...96, 123...126: self = .sign
            default: self = .word
            }
        }

        static func isNewWord(_ before: UInt8, _ byte: UInt8) -> Bool {
            Kind(before) != Kind(byte) || Kind(byte) == .sign
        }

        static func isNewLine(_ before: UInt8, _ byte: UInt8) -> Bool { before == 10 }
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
        return gathered(bridged(marked))
    }

    /// A space alone between two changes is part of both: "en lang dag" to "to korte nætter" reads
    /// as one change, not as three.
    private static func bridged(
        _ marked: [(Run.Kind, [UInt8])]
    ) -> [(Run.Kind, [UInt8])] {
        marked.indices.flatMap { index -> [(Run.Kind, [UInt8])] in
            let (kind, bytes) = marked[index]
            let isLoneSpace =
                kind == .kept && bytes.allSatisfy { $0 == 32 } && index > 0
                && index + 1 < marked.count && marked[index - 1].0 != .kept
                && marked[index + 1].0 != .kept
            return isLoneSpace ? [(.removed, bytes), (.added, bytes)] : [marked[index]]
        }
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

extension String {
    /// The text cut wherever a piece ends; joined they are the text again.
    fileprivate func pieces(parted isParted: (UInt8, UInt8) -> Bool) -> [[UInt8]] {
        utf8.reduce(into: [[UInt8]]()) { pieces, byte in
            if let last = pieces.last?.last, !isParted(last, byte) {
                pieces[pieces.count - 1].append(byte)
            } else {
                pieces.append([byte])
            }
        }
    }
}
