internal import Domain
internal import HTML
internal import HTTP

/// The day somebody turned to us, corrected: as typed.
struct WishDayForm: Sendable {
    var day = ""
    var time = ""
    /// The fact that was wrong.
    var entry: EntryID
    var id = EntryID(RandomID.int64())

    /// The latest wish that one of the staff has noted; nil where there is none.
    init?(_ file: CaseFile) {
        guard let wish = file.current.last(where: \.isWishByHand) else { return nil }
        entry = wish.id
        day = wish.on.fieldText
        time =
            wish.at.map { moment in
                let wall = moment.copenhagen
                return ClockTime(wall.hour, wall.minute).fieldText
            } ?? ""
    }

    init?(_ fields: Fields) {
        func field(_ name: String) -> String { (fields[name] ?? "").trimmed }
        guard let entry = EntryID(formText: field("post")) else { return nil }
        self.entry = entry
        day = field("ret-dato")
        time = field("ret-tid")
        id = EntryID(formText: field("id")) ?? id
    }

    func read(now: Instant) -> Result<(day: CalendarDay, moment: Instant?), FormProblems> {
        var problems: [FormProblem] = []
        let day = pastDay(self.day, field: "ret-dato", on: now.day, &problems)
        var clock: ClockTime?
        switch TypedTime.read(time) {
        case .time(let read): clock = read
        case .nothing: break
        case .unreadable:
            problems.append(
                .init(field: "ret-tid", message: "Skriv klokkeslættet som 0914 eller 9.14"))
        }
        let moment = day.flatMap { day in
            clock.map { pastMoment(day, $0, field: "ret-tid", now: now, &problems) }
        }
        guard problems.isEmpty, let day else { return .failure(FormProblems(problems)) }
        return .success((day, moment))
    }
}
