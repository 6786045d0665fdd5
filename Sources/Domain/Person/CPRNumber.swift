/// A person number (CPR-nummer) or a replacement number (erstatnings-CPR, eCPR).
///
/// It is valid when its shape is right and its date exists. Modulus 11 says nothing: numbers
/// without it have been given out since 2007-10-01, so ``passesModulus11`` is a hint at most.
/// It never appears in addresses, logs or error texts; ``description`` shows no digit of it.
package struct CPRNumber: Hashable, Sendable, CustomStringConvertible {
    /// The kinds of number.
    package enum Kind: Hashable, Sendable {
        /// An ordinary number: ten digits.
        case ordinary
        /// A national replacement number (X-eCPR).
        case national
        /// A local replacement number (D-eCPR), unique only where it was made.
        case local
    }

    /// The ten characters, without a hyphen.
    package let compact: String
    /// Which kind it is.
    package let kind: Kind
    /// The birth date it carries. A national replacement number for one whose birth date is not
    /// known carries the day it was made.
    package let born: CalendarDay
    /// The administrative sex: odd last digit male, even female.
    package let sex: Sex

    /// A number with or without a hyphen or space after the date.
    package init?(_ text: some StringProtocol) {
        var bytes = Array(text.utf8)
        if bytes.count == 11, bytes[6] == UInt8(ascii: "-") || bytes[6] == UInt8(ascii: " ") {
            bytes.remove(at: 6)
        }
        guard bytes.count == 10, let day = Digits.value(bytes[0..<2]),
            let month = Digits.value(bytes[2..<4]), let year = Digits.value(bytes[4..<6]),
            let seventh = Digits.value(bytes[6..<7]), let last = Digits.value(bytes[9..<10])
        else { return nil }
        let fullYear: Int
        if Digits.value(bytes[7..<9]) != nil {
            kind = .ordinary
            fullYear = Self.century(seventh: seventh, year: year) + year
        } else if bytes[7..<9].allSatisfy(Self.isLetter), let letters = Self.lettered[seventh] {
            kind = letters.kind
            fullYear = letters.century + year
        } else {
            return nil
        }
        guard let born = CalendarDay(year: fullYear, month: month, day: day) else { return nil }
        self.born = born
        sex = last % 2 == 1 ? .male : .female
        compact = String(decoding: bytes, as: UTF8.self)
    }

    /// `DDMMYY-SSSS`, as it is shown to those who may see it.
    package var hyphenated: String {
        "\(compact.prefix(6))-\(compact.suffix(4))"
    }

    /// Never the number itself, so that no log line can carry it by accident.
    package var description: String { "CPR-nummer" }

    /// Whether the sum with the old weights is divisible by 11. `nil` for a replacement number.
    package var passesModulus11: Bool? {
        guard kind == .ordinary else { return nil }
        let weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]
        let digits = compact.utf8.map { Int($0) - 48 }
        return zip(weights, digits).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 0
    }

    /// The century that the seventh digit and the year give together.
    private static func century(seventh: Int, year: Int) -> Int {
        switch (seventh, year) {
        case (0...3, _): 1900
        case (4, 0...36), (9, 0...36): 2000
        case (4, _), (9, _): 1900
        case (5...8, 0...57): 2000
        default: 1800
        }
    }

    /// The seventh character of a replacement number: its kind and century.
    private static let lettered: [Int: (kind: Kind, century: Int)] = [
        1: (.national, 1900), 7: (.national, 2000), 0: (.local, 1900), 6: (.local, 2000),
        5: (.local, 1800),
    ]

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
}

/// The administrative sex.
package enum Sex: String, CaseIterable, Hashable, Sendable {
    case female, male
}
