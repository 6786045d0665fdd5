import Domain
import Foundation
import Testing

@testable import Centre
@testable import TestHouse

@Suite("CSV as Danish Excel opens it")
struct CSVTests {
    func line(_ cells: [CSV.Cell]) -> String {
        var file = CSV(columns: ["a"])
        file.append(cells)
        return String(decoding: file.bytes, as: UTF8.self).components(separatedBy: "\r\n")[1]
    }

    @Test("begins with the mark of UTF-8 and ends its lines as Windows does")
    func frame() {
        var file = CSV(columns: ["Sag", "Udfald"])
        file.append([.text("2026-0001")])
        #expect(file.bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
        #expect(
            String(decoding: file.bytes.dropFirst(3), as: UTF8.self)
                == "Sag;Udfald\r\n2026-0001;\r\n")
    }

    @Test(
        "a cell that begins like a formula is text",
        arguments: ["=1+1", "+45 12 34", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
    func formulas(text: String) {
        let written = line([.text(text)])
        #expect(written.hasPrefix("'") || written.hasPrefix("\"'"))
    }

    @Test("what separates cells and lines is quoted inside one")
    func quoting() {
        #expect(line([.text("a;b"), .text("sagde \"nej\"")]) == "\"a;b\";\"sagde \"\"nej\"\"\"")
        #expect(line([.text("Ærø"), .text("")]) == "Ærø;")
    }

    @Test(
        "numbers have a decimal comma",
        arguments: [
            (6.5, 1, "6,5"), (93.333, 1, "93,3"), (0.05, 1, "0,1"), (100, 1, "100,0"),
            (-2.25, 1, "-2,3"), (-0.01, 1, "0,0"), (0.005, 2, "0,01"), (7, 0, "7"),
            (1234.5, 1, "1234,5"),
        ])
    func decimals(number: Double, decimals: Int, expected: String) {
        #expect(line([.decimal(number, decimals: decimals)]) == expected)
    }

    @Test("a negative number is a number, not a text that looks like a formula")
    func negative() {
        #expect(
            line([.number(-3), .day(CalendarDay(isoText: "2026-11-02")), .number(nil)])
                == "-3;02-11-2026;")
    }
}
