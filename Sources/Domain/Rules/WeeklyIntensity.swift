/// Servicestyrelsen's definitions of 2009 (VBGS), per ISO week, by days and minutes.
struct WeeklyIntensity {
    /// "højst 2 timer": 120 minutes are not yet a long day.
    static let longDayMinutes = 120

    func periods(_ days: [ServiceDay]) -> [IntensityPeriod] {
        days.byWeek.map { week, days in
            days.first?.longPause(source: NationalDefinition.source(of: .outpatient))
                .map { adHoc(week, $0) } ?? classified(week, days)
        }
    }

    /// The week of the first service after a long pause, however dense it is.
    private func adHoc(_ week: ISOWeek, _ pause: Reason) -> IntensityPeriod {
        IntensityPeriod(
            starts: week.monday, period: week.description, intensity: .adHoc, warning: nil,
            because: [
                pause,
                Reason(
                    "Derfor regnes ugen som ad hoc. Det lukker intet forløb.",
                    source: NationalDefinition.source(of: .adHoc)),
            ])
    }

    private func classified(_ week: ISOWeek, _ days: ArraySlice<ServiceDay>) -> IntensityPeriod {
        let long = days.count { $0.minutes > Self.longDayMinutes }
        let short = days.count - long
        let isResidential = days.count == 7 && days.allSatisfy(\.overnight)
        let intensity: IntensityClass =
            if isResidential {
                .residential
            } else if days.count <= 2 {
                .outpatient
            } else if long >= 3 || (long == 2 && short >= 2) {
                .day
            } else {
                .outpatientDay
            }
        let isOutside = !isResidential && days.count >= 6 && long >= 3
        // Two long days and two short ones are day by a sentence of their own.
        let isByException = intensity == .day && long == 2
        let source =
            isByException ? NationalDefinition.exception : NationalDefinition.source(of: intensity)
        // The definition says three to five days, and of outpatient day that none is long.
        let isExact =
            intensity == .residential || intensity == .outpatient
            || (days.count <= 5 && (intensity == .day || long == 0))
        return IntensityPeriod(
            starts: week.monday, period: week.description, intensity: intensity,
            warning: isOutside
                ? "Uden for definitionen: \(days.count) dage på en uge uden overnatning." : nil,
            because: [
                Reason(
                    "I ugen var der behandling på \(Count.days(days.count)): \(Self.working(days)). "
                        + Self.lengths(long: long, short: short)
                        + (isResidential ? " Alle dage var med overnatning." : ""),
                    source: source, facts: days.flatMap(\.facts)),
                Reason(
                    (isExact ? "Det er" : "Det kommer nærmest")
                        + " \(intensity.danishName) efter Servicestyrelsens definition.",
                    source: source),
            ])
    }

    /// `mandag 10 minutter, onsdag 60 minutter`.
    private static func working(_ days: ArraySlice<ServiceDay>) -> String {
        days.map { "\($0.on.weekday.danishName) \(Count.minutes($0.minutes))" }
            .joined(separator: ", ")
    }

    /// How many of the days were longer than two hours.
    private static func lengths(long: Int, short: Int) -> String {
        switch (long, short) {
        case (1, 0): "Den varede over to timer."
        case (0, 1): "Den varede højst to timer."
        case (2, 0): "Begge varede over to timer."
        case (_, 0): "De varede alle over to timer."
        case (0, _): "Ingen af dem varede over to timer."
        case (1, _): "En af dem varede over to timer."
        default: "\(long) af dem varede over to timer."
        }
    }
}
