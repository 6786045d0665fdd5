/// A day of the Danish calendar, without a time and without a time zone.
///
/// Deadlines are counted in days, so this is plain integer arithmetic on the proleptic Gregorian
/// calendar: no `Foundation.Calendar`, no midnight, nothing that daylight saving can move.
package struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01.
    package let number: Int

    /// The day that lies this many days after 1970-01-01.
    package init(number: Int) {
        self.number = number
    }

    /// A real date, or `nil`: 29 February 2023 does not exist.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.length(ofMonth: month, in: year)).contains(day)
        else { return nil }
        self.init(checkedYear: year, month: month, day: day)
    }

    /// A real date written `2024-02-29`, exactly so.
    package init?(isoText: some StringProtocol) {
        let bytes = Array(isoText.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Digits.value(bytes[0..<4]), let month = Digits.value(bytes[5..<7]),
            let day = Digits.value(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private init(checkedYear year: Int, month: Int, day: Int) {
        // Years begin in March here, so that the leap day is the last of its year
        // (Howard Hinnant, "chrono-compatible low-level date algorithms").
        let marchYear = month > 2 ? year : year - 1
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    // MARK: Its parts

    private var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// The calendar year.
    package var year: Int { parts.year }
    /// The month, 1–12.
    package var month: Int { parts.month }
    /// The day of the month, 1–31.
    package var day: Int { parts.day }

    /// The weekday; ISO 8601, Monday first.
    package var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let index = (number + 3) % 7
        return Weekday.allCases[index >= 0 ? index : index + 7]
    }

    /// `2024-02-29`.
    package var isoText: String {
        let (year, month, day) = parts
        var text = Digits.padded(year, to: 4)
        text += month < 10 ? "-0" : "-"
        text += String(month)
        text += day < 10 ? "-0" : "-"
        text += String(day)
        return text
    }

    /// The same as ``isoText``.
    package var description: String { isoText }

    /// `29. februar 2024`: the date as it is read aloud.
    package var danishText: String {
        let (year, month, day) = parts
        var text = String(day)
        text.reserveCapacity(18)
        text += ". "
        text += Self.danishMonths[month - 1]
        text += " "
        text += String(year)
        return text
    }

    /// `den 29. februar 2024`: the date in the midst of a sentence.
    package var inSentence: String { "den \(danishText)" }

    /// `29.02.2024`: the date as it stands in lists and letters.
    package var danishDigits: String {
        let (year, month, day) = parts
        return "\(Digits.padded(day, to: 2)).\(Digits.padded(month, to: 2))."
            + Digits.padded(year, to: 4)
    }

    private static let danishMonths = [
        "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september",
        "oktober", "november", "december",
    ]

    // MARK: Arithmetic

    /// The day this many days later (earlier, when negative).
    package func adding(days: Int) -> CalendarDay {
        CalendarDay(number: number + days)
    }

    /// The same day number this many months later, else the month's last day.
    ///
    /// - Law: the rule of forældelsesloven § 27.
    package func adding(months: Int) -> CalendarDay {
        let (year, month, day) = parts
        let index = year * 12 + (month - 1) + months
        let newYear = index >= 0 ? index / 12 : (index - 11) / 12
        let newMonth = index - newYear * 12 + 1
        let lastDay = Self.length(ofMonth: newMonth, in: newYear)
        return CalendarDay(checkedYear: newYear, month: newMonth, day: min(day, lastDay))
    }

    /// The same date this many years later; 29 February becomes 28 February.
    package func adding(years: Int) -> CalendarDay {
        adding(months: 12 * years)
    }

    /// How many days lie between: 0 for the same day, negative when `other` is earlier.
    package func days(until other: CalendarDay) -> Int {
        other.number - number
    }

    /// Earlier days are less.
    package static func < (earlier: CalendarDay, later: CalendarDay) -> Bool {
        earlier.number < later.number
    }

    /// How many days a month has.
    package static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether a year has a 29 February.
    package static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Whole years from a birth date to a day; the birthday itself counts. Who is born on
    /// 29 February turns a year older on 1 March in other years.
    package static func age(born: CalendarDay, on day: CalendarDay) -> Int {
        let (birth, now) = (born.parts, day.parts)
        let hadBirthday = (now.month, now.day) >= (birth.month, birth.day)
        return now.year - birth.year - (hadBirthday ? 0 : 1)
    }
}

/// The days of the week, Monday first.
package enum Weekday: Int, CaseIterable, Hashable, Sendable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// Saturday or Sunday.
    package var isWeekend: Bool { self == .saturday || self == .sunday }

    /// `mandag` … `søndag`.
    package var danishName: String {
        switch self {
        case .monday: "mandag"
        case .tuesday: "tirsdag"
        case .wednesday: "onsdag"
        case .thursday: "torsdag"
        case .friday: "fredag"
        case .saturday: "lørdag"
        case .sunday: "søndag"
        }
    }
}

/// Digits as they stand in dates and times: fixed width, ASCII only.
enum Digits {
    static func value(_ bytes: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }

    static func padded(_ number: Int, to width: Int) -> String {
        let text = String(number)
        let missing = width - text.utf8.count
        return missing > 0 ? String(repeating: "0", count: missing) + text : text
    }
}
