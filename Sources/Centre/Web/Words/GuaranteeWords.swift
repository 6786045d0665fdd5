internal import Domain

/// What became of a clock, in the words of every list and page: one wording for each outcome, the number first.
///
/// - Parameters:
///   - clock: nil where none was ever started.
///   - booked: the day of the open offer, if there is one.
func guaranteeStatus(
    _ clock: GuaranteeClock?, booked: CalendarDay?, on day: CalendarDay
) -> String {
    guard let clock else { return "Tæller ikke (rådgivning)" }
    switch clock.status {
    case .running:
        let left = clock.daysLeft ?? day.days(until: clock.lastDay)
        let time = bookedWords(booked, on: day)
        return left == 0 ? "Frist i dag · \(time)" : "\(daysWords(left)) tilbage · \(time)"
    case .overdue:
        let late = "Overskredet \(daysWords(clock.daysLate ?? 0))"
        return clock.isOpen ? "\(late) · \(bookedWords(booked, on: day))" : "\(late) · afsluttet"
    case .met:
        return "Opfyldt på dag \(clock.daysWaited ?? 0)"
    case .late:
        return
            "Overskredet \(daysWords(clock.daysLate ?? 0)) · begyndt på dag \(clock.daysWaited ?? 0)"
    case .offeredNoShow: return "Tilbudt i tide, kom ikke"
    case .ownChoice: return "Fraveget, eget valg"
    case .withdrawn: return "Frafaldet"
    case .notCovered: return "Ikke omfattet"
    }
}

extension GuaranteeStatus {
    /// The outcome as it heads a column or a row of figures.
    var danishName: String {
        switch self {
        case .running: "Løbende"
        case .met: "Overholdt"
        case .overdue: "Overskredet, åben"
        case .late: "Overskredet"
        case .offeredNoShow: "Tilbudt rettidigt, ikke mødt"
        case .ownChoice: "Fraveget, eget valg"
        case .withdrawn: "Frafaldet"
        case .notCovered: "Ikke omfattet"
        }
    }
}

/// `1 dag`, `2 dage`.
func daysWords(_ count: Int) -> String {
    count == 1 ? "1 dag" : "\(count) dage"
}

private func bookedWords(_ booked: CalendarDay?, on day: CalendarDay) -> String {
    guard let booked else { return "ingen tid" }
    return booked == day
        ? "tid i dag" : "tid \(booked.danishDigits.prefix(5).replacing(".", with: "-"))"
}
