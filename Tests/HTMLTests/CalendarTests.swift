import HTML
import Testing

@Suite("A week is hours and days; on a telephone it is a list")
struct CalendarTests {
    private let calendar = WeekCalendar(
        id: "uge", caption: "Uge 46",
        columns: [
            CalendarColumn("ma 9-11"), CalendarColumn("ti 10-11", note: "ferie", isToday: true),
        ],
        hours: [
            CalendarHour(
                "9.00",
                [
                    [CalendarEntry(.booked, "B.H.", detail: "samtale", to: "/sager", .soon)],
                    [CalendarEntry(.free, "Ledig", time: "9.30", to: "/kalender")],
                ]),
            CalendarHour("10.00", [[CalendarEntry(.closed, "Lukket")], []]),
        ])

    @Test("headings say the day and the hour, and today is said too")
    func headings() {
        let text = weekCalendar(calendar).text
        #expect(text.contains("<th scope=\"col\">ma 9-11</th>"))
        #expect(
            text.contains(
                "<th scope=\"col\" class=\"today\">ti 10-11<span class=\"visually-hidden\">, i dag</span>"
            ))
        #expect(text.contains("<th scope=\"row\">10.00</th>"))
    }

    @Test("an entry that leads somewhere is a link, another only says its words")
    func entries() {
        let text = weekCalendar(calendar).text
        #expect(
            text.contains(
                "<a class=\"entry booked soon\" href=\"/sager\"><strong>B.H.</strong> <span>samtale</span></a>"
            ))
        #expect(text.contains("<span class=\"entry closed\"><strong>Lukket</strong></span>"))
    }

    @Test(
        "the list has each entry with its hour, leaves closed hours out, and says when a day is empty"
    )
    func list() throws {
        let text = weekCalendar(calendar).text
        let list = String(
            text[try #require(text.firstRange(of: "<ul class=\"day-list\">")).lowerBound...])
        #expect(list.contains("<span class=\"time\">9.00</span> <strong>B.H.</strong>"))
        #expect(list.contains("<span class=\"time\">9.30</span> <strong>Ledig</strong>"))
        #expect(!list.contains("Lukket"))
        let empty = dayList(
            [CalendarDayList.Day(column: CalendarColumn("i dag"), lines: [])],
            whenEmpty: "Ingen tider"
        ).text
        #expect(empty.contains("<p class=\"empty\">Ingen tider</p>"))
    }
}
