internal import Domain
internal import HTML

/// A table as Danish Excel opens it by a double click: UTF-8 with its mark, semicolons, CRLF, decimal comma.
///
/// A cell is a typed value, so a text that begins like a formula can never become one.
struct CSV: Sendable {
    /// One cell.
    enum Cell: Hashable, Sendable {
        case empty
        /// Somebody's words: harmless, quoted where they must be.
        case text(String)
        case number(Int)
        /// With a decimal comma and as many decimals as given.
        case decimal(Double, decimals: Int)
        /// `12-11-2026`, which Danish Excel takes for a date.
        case day(CalendarDay)
    }

    static let contentType = "text/csv; charset=utf-8; header=present"

    private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    private let columnCount: Int

    init(columns: [String]) {
        columnCount = columns.count
        append(columns.map(Cell.text))
    }

    /// Writes a row; what it lacks to the width of the table is left empty.
    mutating func append(_ row: [Cell]) {
        let missing = max(0, columnCount - row.count)
        let cells = row.map(\.written) + [String](repeating: "", count: missing)
        bytes += cells.joined(separator: ";").utf8
        bytes += "\r\n".utf8
    }
}

extension CSV.Cell {
    /// A cell that may be missing.
    static func day(_ day: CalendarDay?) -> Self { day.map { .day($0) } ?? .empty }
    /// A cell that may be missing.
    static func number(_ number: Int?) -> Self { number.map { .number($0) } ?? .empty }
    /// A cell that may be missing.
    static func decimal(_ number: Double?, decimals: Int) -> Self {
        number.map { .decimal($0, decimals: decimals) } ?? .empty
    }

    fileprivate var written: String {
        switch self {
        case .empty: ""
        case .text(let text): Self.quoted(Self.harmless(text))
        case .number(let number): String(number)
        case .decimal(let number, let decimals):
            danishFigure(number, decimals: decimals, isGrouped: false)
        case .day(let day): day.danishDigits.replacing(".", with: "-")
        }
    }

    /// A spreadsheet takes what begins so for a formula (OWASP, CSV injection). An apostrophe before it says: text.
    private static func harmless(_ text: String) -> String {
        guard let first = text.utf8.first, formulaSigns.contains(first) else { return text }
        return "'" + text
    }

    private static let formulaSigns: Set<UInt8> = [
        UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
        UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"),
    ]

    private static func quoted(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { byte in
            byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\t")
        }
        return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }
}
