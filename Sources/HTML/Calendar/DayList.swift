/// The calendar as a list: what a telephone shows, and what a month is.
package struct CalendarDayList: Sendable {
    /// One day and what stands in it.
    package struct Day: Sendable {
        let column: CalendarColumn
        let lines: [Line]

        /// A day with its entries.
        package init(column: CalendarColumn, lines: [Line]) {
            self.column = column
            self.lines = lines
        }
    }

    /// An entry and its hour.
    package struct Line: Sendable {
        let hour: HTML
        let entry: CalendarEntry

        /// An entry at an hour.
        package init(hour: HTML, entry: CalendarEntry) {
            self.hour = hour
            self.entry = entry
        }
    }
}

/// Days one after the other, each with its entries.
package func dayList(_ days: [CalendarDayList.Day], whenEmpty: HTML) -> HTML {
    """
    <ul class="day-list">
    \(days.map { day in
        """
        <li\(attribute("class", day.column.isToday ? "today" : nil))>
        <p class="day-name">\(day.column.heading)\
        \(day.column.isToday ? " <span class=\"tag\">i dag</span>" : HTML.empty)\
        \(day.column.note.map { " <span class=\"note\">\($0)</span>" })</p>
        \(day.lines.isEmpty
            ? "<p class=\"empty\">\(whenEmpty)</p>\n"
            : "<ul>\(day.lines.map { "<li>\($0.entry.markup(at: $0.hour))</li>" })</ul>\n")\
        </li>\n
        """ })\
    </ul>
    """
}
