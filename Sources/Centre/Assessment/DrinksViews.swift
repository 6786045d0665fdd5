internal import Domain
internal import HTML
internal import Records

/// The weeks of the drinks calendar as a curve, against what the health authority advises.
func drinksSection(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    let weeks = reading.file.current.compactMap { entry -> (LedgerEntry, DrinksWeek)? in
        guard entry.isOwn(DrinksCounted.self),
            let week = try? reading.body(of: entry).read(DrinksWeek.self)
        else { return nil }
        return (entry, week)
    }.sorted { ($0.0.on, $0.0.position) < ($1.0.on, $1.0.position) }
    guard !weeks.isEmpty else { return .empty }
    let whole = weeks.compactMap { entry, week in week.total.map { (entry, $0) } }
    let born = reading.person.born ?? reading.person.cpr?.born
    let advice = Drinks.Advice.sst2022.weekMax(
        sex: reading.person.sex, age: born.map { CalendarDay.age(born: $0, on: reading.today) },
        isPregnant: reading.person.isPregnant)
    let dry = weeks.last.map { "I den seneste uge var der \($0.1.dryDays) af 7 dage uden alkohol." }
    return lineChart(
        LineChart(
            ChartWords(
                id: "genstande", heading: "Genstande om ugen", conclusion: "\(dry ?? "")",
                count:
                    "n = \(whole.count) \(whole.count == 1 ? "uge" : "uger"); kun hele uger er med",
                axis: "ugens sidste dag"),
            [
                LineSeries(
                    "Genstande",
                    whole.map { entry, total in
                        LinePoint(
                            at: Double(entry.on.number), "\(entry.on.danishDigits)", Double(total))
                    })
            ],
            levels: advice > 0
                ? [LevelLine(Double(advice), "højst \(advice), Sundhedsstyrelsen 2022")] : [],
            label: "Uge til og med"))
}
