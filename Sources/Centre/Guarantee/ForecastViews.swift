internal import Domain
internal import HTML
internal import Records

/// Who will not begin in time with what is booked and free, why, and which one time would save most.
func forecastSection(
    _ forecast: Forecast, names: [StaffID: String], path: (String) -> Address
) -> HTML {
    guard forecast.runningCount > 0 else { return .empty }
    let count = forecast.late.count
    guard count > 0 else {
        return """
            <p id="prognose">Prognose: alle \(forecast.runningCount) når fristen med de tider, der er \
            booket og ledige.</p>
            """
    }
    let saving: HTML =
        forecast.saving.map { one in
            let number = one.ref.number.description
            return """
                <p>Én ledig første samtale mere hos \(names[one.staff] ?? "en kollega"), senest \
                \(one.day.inWords), redder sag <a href="\(path(number))">\(number)</a>.</p>
                """
        } ?? .empty
    return notice(
        .warning, id: "prognose",
        heading:
            "Prognose: \(count) af \(forecast.runningCount) når ikke fristen med de tider, der er booket og ledige",
        """
        \(saving)\
        \(fold("prognose-hvorfor", "Hvorfor?", isBare: true, """
            <ul>
            \(forecast.late.map { late -> HTML in
                let number = late.ref.number.description
                return """
                    <li><a href="\(path(number))">\(number)</a>: frist \
                    \(late.lastDay.nearInWords). \(why(late.reason))</li>\n
                    """
            })\
            </ul>
            """))
        """)
}

private func why(_ reason: Forecast.Reason) -> String {
    switch reason {
    case .bookedTooLate(let day): "Tiden er booket \(day.nearInWords)."
    case .noTime: "Ingen ledig tid hos nogen, der kan tage imod."
    }
}
