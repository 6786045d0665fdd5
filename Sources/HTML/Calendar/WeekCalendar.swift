/// What stands in an hour of the calendar.
package struct CalendarEntry: Sendable {
    /// What kind of hour it is; the words say it too.
    package enum Kind: String, Sendable {
        /// A time that is given to somebody.
        case booked
        /// A time that can be given.
        case free
        /// Nobody is here.
        case closed
    }

    let kind: Kind
    let time: HTML?
    let words: HTML
    let detail: HTML?
    let address: Address?
    let weight: StatusWeight?

    /// An entry; one with an address is a link. `time` only where it is not the hour's own.
    package init(
        _ kind: Kind, _ words: HTML, time: HTML? = nil, detail: HTML? = nil,
        to address: Address? = nil, _ weight: StatusWeight? = nil
    ) {
        self.kind = kind
        self.time = time
        self.words = words
        self.detail = detail
        self.address = address
        self.weight = weight
    }
}

/// A day, or a person's day: one column of the calendar.
package struct CalendarColumn: Sendable {
    let heading: HTML
    let note: HTML?
    let isToday: Bool

    /// A column. `note` stands under its heading, such as a holiday's name.
    package init(_ heading: HTML, note: HTML? = nil, isToday: Bool = false) {
        self.heading = heading
        self.note = note
        self.isToday = isToday
    }
}

/// An hour across all columns.
package struct CalendarHour: Sendable {
    let time: HTML
    let cells: [[CalendarEntry]]

    /// An hour, and what stands in it, column by column.
    package init(_ time: HTML, _ cells: [[CalendarEntry]]) {
        self.time = time
        self.cells = cells
    }
}

/// A week (or a day, with a column a person) as hours down and days across. On a small screen the
/// same entries are listed day by day; only one of the two is shown, and only that one is read.
package struct WeekCalendar: Sendable {
    let id: String
    let caption: HTML
    let columns: [CalendarColumn]
    let hours: [CalendarHour]
    let whenEmpty: HTML

    /// A calendar. `whenEmpty` stands at a day without entries in the list.
    package init(
        id: String, caption: HTML, columns: [CalendarColumn], hours: [CalendarHour],
        whenEmpty: HTML = "Ingen tider"
    ) {
        self.id = id
        self.caption = caption
        self.columns = columns
        self.hours = hours
        self.whenEmpty = whenEmpty
    }
}

/// The calendar, wide and narrow.
package func weekCalendar(_ calendar: WeekCalendar) -> HTML {
    """
    <div class="calendar" id="\(calendar.id)">
    <div class="table-scroll" role="region" aria-labelledby="\(calendar.id)-titel" tabindex="0">
    <table>
    <caption id="\(calendar.id)-titel">\(calendar.caption)</caption>
    <thead>
    <tr><th scope="col">Kl.</th>\(calendar.columns.map(columnHeading))</tr>
    </thead>
    <tbody>
    \(calendar.hours.map { hourRow($0, calendar.columns) })\
    </tbody>
    </table>
    </div>
    \(dayList(calendar.days, whenEmpty: calendar.whenEmpty))
    </div>
    """
}

private func columnHeading(_ column: CalendarColumn) -> HTML {
    """
    <th scope="col"\(attribute("class", column.isToday ? "today" : nil))>\(column.heading)\
    \(column.isToday ? HTML.unseen(", i dag") : .empty)\
    \(column.note.map { "<span class=\"note\">\($0)</span>" })</th>
    """
}

private func hourRow(_ hour: CalendarHour, _ columns: [CalendarColumn]) -> HTML {
    let cells = zip(hour.cells, columns).map { entries, column -> HTML in
        "<td\(attribute("class", column.isToday ? "today" : nil))>\(entries.map { $0.markup() })</td>"
    }
    return "<tr><th scope=\"row\">\(hour.time)</th>\(cells)</tr>\n"
}

extension CalendarEntry {
    /// The entry as a link, or as words where it leads nowhere; with the hour before it where no
    /// row says it.
    func markup(at hour: HTML? = nil) -> HTML {
        let time = (time ?? hour).map { "<span class=\"time\">\($0)</span> " as HTML }
        let content: HTML = """
            \(time)<strong>\(words)</strong>\(detail.map { " <span>\($0)</span>" })
            """
        let name =
            weight.map { "entry \(kind.rawValue) \($0.rawValue)" } ?? "entry \(kind.rawValue)"
        guard let address else { return "<span class=\"\(name)\">\(content)</span>" }
        return "<a class=\"\(name)\" href=\"\(address)\">\(content)</a>"
    }
}

extension WeekCalendar {
    /// The columns as days of a list; an hour that is closed is left out.
    fileprivate var days: [CalendarDayList.Day] {
        columns.enumerated().map { index, column in
            let entries = hours.flatMap { hour -> [CalendarDayList.Line] in
                guard hour.cells.indices.contains(index) else { return [] }
                return hour.cells[index].filter { $0.kind != .closed }.map {
                    CalendarDayList.Line(hour: hour.time, entry: $0)
                }
            }
            return CalendarDayList.Day(column: column, lines: entries)
        }
    }
}
