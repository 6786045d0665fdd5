/// Antabus on a public holiday: the interval between doses needs a person's decision.
struct HolidayDose {
    let facts: CaseFacts

    func reasons() -> [Reason] {
        let doses = facts.entries.filter { $0.fact.service?.code == .antabus }
        let onHoliday = doses.filter { facts.asOf <= $0.on.adding(days: 1) }.compactMap { dose in
            reason(
                dose.fact.service?.attended == true
                    ? "Borgeren fik antabus" : "Der var aftalt antabus", dose.on, [dose])
        }
        guard let last = doses.last else { return [] }
        let next = nextDose(after: last.on, weekdays: Set(doses.map(\.on.weekday)))
        guard facts.asOf <= next.adding(days: 1) else { return onHoliday }
        return onHoliday + [reason("Den næste antabus falder", next, [last])].compactMap { $0 }
    }

    /// The next day on which, by the weekdays so far, antabus is due.
    private func nextDose(after day: CalendarDay, weekdays: Set<Weekday>) -> CalendarDay {
        var next = day.adding(days: 1)
        while !weekdays.contains(next.weekday) { next = next.adding(days: 1) }
        return next
    }

    private func reason(
        _ text: String, _ day: CalendarDay, _ entries: [CaseFacts.Entry]
    ) -> Reason? {
        DanishHolidays.name(of: day).map { name in
            Reason(
                "\(text) \(day.inSentence), som er \(name). En medarbejder skal vurdere afstanden "
                    + "mellem doserne.",
                source: "helligdagskalenderen: \(name) \(day.isoText)", facts: entries.map(\.index))
        }
    }
}
