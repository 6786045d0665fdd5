extension BuildingBlock {
    static var calendarBlocks: [BuildingBlock] {
        [
            BuildingBlock(
                "kalender", "Uge", "Timer og dage; på en telefon som liste.",
                [
                    Example("En uge", weekCalendar(week)),
                    Example("Ingen tider", weekCalendar(emptyWeek)),
                ]),
            BuildingBlock(
                "dagsliste", "Dage", "En måned som liste.",
                [
                    Example(
                        "To dage",
                        dayList(
                            [
                                CalendarDayList.Day(
                                    column: CalendarColumn(
                                        "Torsdag den 12. november", isToday: true),
                                    lines: [
                                        .init(hour: "10.00", entry: first),
                                        .init(hour: "11.00", entry: free),
                                    ]),
                                CalendarDayList.Day(
                                    column: CalendarColumn("Fredag den 13. november"), lines: []),
                            ], whenEmpty: "Ingen tider"))
                ]),
        ]
    }

    private static var first: CalendarEntry {
        CalendarEntry(.booked, "B.H.", detail: "første samtale, dag 10", to: "/sager", .soon)
    }

    private static var free: CalendarEntry {
        CalendarEntry(.free, "Ledig", to: "/kalender")
    }

    private static var week: WeekCalendar {
        let closed = CalendarEntry(.closed, "Lukket")
        let talk = CalendarEntry(.booked, "M.J.", detail: "samtale 12", to: "/sager")
        let late = CalendarEntry(
            .booked, "K.L.", time: "9.30", detail: "overskredet", to: "/sager", .late)
        return WeekCalendar(
            id: "uge-a", caption: "Anne Madsen, uge 46",
            columns: [
                CalendarColumn("ma 9-11"), CalendarColumn("ti 10-11"), CalendarColumn("on 11-11"),
                CalendarColumn("to 12-11", isToday: true),
                CalendarColumn("fr 13-11", note: "personalemøde"),
            ],
            hours: [
                CalendarHour("9.00", [[talk], [late], [free], [talk], [closed]]),
                CalendarHour("10.00", [[free], [], [free], [first, late], [closed]]),
                CalendarHour("11.00", [[talk], [free], [], [free], [free]]),
            ])
    }

    private static var emptyWeek: WeekCalendar {
        WeekCalendar(
            id: "uge-b", caption: "Per Juhl, uge 46",
            columns: [CalendarColumn("ma 9-11"), CalendarColumn("ti 10-11")],
            hours: [CalendarHour("9.00", [[], []])])
    }
}
