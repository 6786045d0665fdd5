internal import Domain
internal import HTTP
internal import Records

/// Which days and whose of `/kalender`: it stands in the address.
struct CalendarForm: Sendable {
    enum View: Hashable, Sendable {
        /// A week of one colleague.
        case week(StaffID)
        /// A day of everybody.
        case day
    }

    let day: CalendarDay
    let view: View

    /// - Parameters:
    ///   - staff: who has a calendar.
    ///   - own: who looks; her own week is shown first, where she has one.
    init(_ visit: StaffVisit, staff: [StaffMember], own: StaffID) {
        let query = visit.request.query
        day =
            switch TypedDay.read(query.word("dag") ?? "", on: visit.today) {
            case .day(let day): day
            case .nothing, .notInCalendar, .unreadable: visit.today
            }
        let chosen = query.word("hvem").flatMap { login in
            staff.first { $0.login.utf8.elementsEqual(login.utf8) }?.id
        }
        let isEverybody = query.word("hvem") == Self.everybody
        let usual = staff.contains { $0.id == own } ? own : nil
        view = (isEverybody ? nil : chosen ?? usual).map(View.week) ?? .day
    }

    static let everybody = "alle"

    /// The working days it shows; a weekend too where something stands in it.
    var days: ClosedRange<CalendarDay> {
        switch view {
        case .day: day...day
        case .week:
            ISOWeek(containing: day).monday...ISOWeek(containing: day).sunday
        }
    }

    /// The same view, so many steps on.
    func moved(_ steps: Int) -> CalendarDay {
        switch view {
        case .day: day.adding(days: steps)
        case .week: day.adding(days: 7 * steps)
        }
    }
}
