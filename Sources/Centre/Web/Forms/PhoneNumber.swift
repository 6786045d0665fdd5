/// A telephone number as people write it: with spaces, `+45`, `0045`, dots or a word beside it.
enum PhoneNumber: Hashable, Sendable {
    /// Eight digits, or a foreign number with its `+`; as it can be dialled.
    case number(String)
    case nothing
    case wrongLength(digits: Int)

    /// Reads it kindly: everything that is not a digit is thrown away.
    static func read(_ text: String) -> PhoneNumber {
        var digits = text.unicodeScalars.filter { ("0"..."9").contains($0) }.map(String.init)
            .joined()
        var isForeign = text.drop { $0.isWhitespace || $0 == "(" }.first == "+"
        if digits.hasPrefix("00") {
            digits.removeFirst(2)
            isForeign = true
        }
        if isForeign, digits.hasPrefix("45") {
            digits.removeFirst(2)
            isForeign = false
        } else if digits.count == 10, digits.hasPrefix("45") {
            digits.removeFirst(2)
        }
        if digits.isEmpty { return .nothing }
        if isForeign {
            return (6...15).contains(digits.count)
                ? .number("+\(digits)") : .wrongLength(digits: digits.count)
        }
        return digits.count == 8 ? .number(digits) : .wrongLength(digits: digits.count)
    }

    /// What is kept of what was typed: a number as it can be dialled, and where words stand beside it ("hos mormor") all of
    /// it; nil where there is no number in it.
    static func kept(_ typed: String) -> String? {
        guard case .number(let number) = read(typed) else { return nil }
        return typed.utf8.contains { ($0 | 32) >= UInt8(ascii: "a") } ? typed : number
    }

    /// `20 30 40 50`: in pairs, as it is read aloud.
    static func inPairs(_ number: String) -> String {
        guard number.count == 8 else { return number }
        return stride(from: 0, to: 8, by: 2).map { start in
            number.dropFirst(start).prefix(2)
        }.joined(separator: " ")
    }
}
