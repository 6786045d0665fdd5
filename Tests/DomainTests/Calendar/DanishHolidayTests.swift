import Domain
import Testing

@Suite("Danish holidays")
struct DanishHolidayTests {
    /// Easter Sunday of 1900–2100 as days after 22 March, one letter a year, A = 0 … Z = 25,
    /// a = 26. Written by Python's dateutil.easter, which has another algorithm.
    private static let easter =
        "YQIVMgYJcUFZQBVNgRJdNFZKdVNaRJdOFZKeVGaSCWOiSKePGaSDWObTKePHaLfXHbTEXPHULfXIbTEY"
        + "PcUMfQIcMEYJcUMZQIVNgYJdUFZRBVNhRJdOFZKeVNaSJdOGZKeWGaSDWOiTKePHaSDXObTLePHbLfXI"
        + "bTEYPHUMfXIcTEYQcUMgQIcNEYJdUMZRIVNhYJdVG"

    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghi")

    @Test("agree with the table in every year from 1900 to 2100")
    func table() throws {
        let table = Array(Self.easter)
        #expect(table.count == 201)
        for (year, letter) in zip(1900...2100, table) {
            let march22 = try #require(CalendarDay(year: year, month: 3, day: 22))
            let offset = try #require(Self.letters.firstIndex(of: letter))
            let easter = march22.adding(days: offset)
            var expected = [-3, -2, 0, 1, 39, 49, 50].map { easter.adding(days: $0) }
            if year <= 2023 { expected.append(easter.adding(days: 26)) }
            for (month, day) in [(1, 1), (12, 25), (12, 26)] {
                expected.append(try #require(CalendarDay(year: year, month: month, day: day)))
            }
            let days = DanishHolidays.holidays(in: year).map(\.day)
            #expect(days == Set(expected).sorted(), "\(year)")
        }
    }

    @Test(
        "are the ones of the known years",
        arguments: [
            (2023, ["04-06", "04-07", "04-09", "04-10", "05-05", "05-18", "05-28", "05-29"]),
            (2024, ["03-28", "03-29", "03-31", "04-01", "05-09", "05-19", "05-20"]),
            (2025, ["04-17", "04-18", "04-20", "04-21", "05-29", "06-08", "06-09"]),
            (2026, ["04-02", "04-03", "04-05", "04-06", "05-14", "05-24", "05-25"]),
            (2027, ["03-25", "03-26", "03-28", "03-29", "05-06", "05-16", "05-17"]),
            (2028, ["04-13", "04-14", "04-16", "04-17", "05-25", "06-04", "06-05"]),
        ])
    func years(year: Int, movable: [String]) {
        let days = DanishHolidays.holidays(in: year).map { String($0.day.isoText.dropFirst(5)) }
        #expect(days == ["01-01"] + movable + ["12-25", "12-26"])
    }

    @Test("a working day is never a closed one, and the next is the first")
    func workingDays() throws {
        let day = try #require(CalendarDay(isoText: "2025-04-16"))
        #expect(WorkingDays.statutory.adding(1, to: day).isoText == "2025-04-22")
        #expect(WorkingDays.statutory.onOrAfter(day) == day)
        let june4 = try #require(CalendarDay(isoText: "2025-06-04"))
        #expect(WorkingDays.statutory.adding(1, to: june4).isoText == "2025-06-05")
        #expect(WorkingDays.citizensDeadline.adding(1, to: june4).isoText == "2025-06-06")
        let afterAscension = WorkingDays(closed: [.dayAfterAscension])
        #expect(afterAscension.isWorking(try #require(CalendarDay(isoText: "2025-05-30"))) == false)
    }
}
