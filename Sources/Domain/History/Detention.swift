/// Tilbageholdelse of a pregnant woman under a contract, and its two limits.
///
/// - Law: Sundhedsloven §§ 141 b–c (lov nr. 165, 2015-16): at most 21 days each time and three
///   months together in the period of one contract.
enum Detention {
    static let daysMax = 21
    static let monthsTogetherMax = 3

    struct TooLong {
        let index: Int
        let message: String
    }

    /// The detentions that last longer than the law allows, by their place in the list.
    static func faults(in events: [Event]) -> [TooLong] {
        var faults: [TooLong] = []
        var together: (from: CalendarDay, days: Int)?
        for (index, event) in events.enumerated().sorted(by: {
            ($0.element.on, $0.offset) < ($1.element.on, $1.offset)
        }) {
            switch event.fact {
            case .pregnancyContract(.accepted):
                together = nil
            case .detention(let until):
                let days = max(0, event.on.days(until: until))
                let from = together?.from ?? event.on
                let sum = (together?.days ?? 0) + days
                together = (from, sum)
                if days > daysMax {
                    faults.append(
                        TooLong(index: index, message: "a detention lasts at most \(daysMax) days"))
                } else if sum > from.days(until: from.adding(months: monthsTogetherMax)) {
                    faults.append(
                        TooLong(
                            index: index,
                            message: "detentions in one contract last at most "
                                + "\(monthsTogetherMax) months together"))
                }
            default:
                break
            }
        }
        return faults
    }
}
