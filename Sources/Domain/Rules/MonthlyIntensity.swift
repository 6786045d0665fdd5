/// Two to eight contacts a month and at most fourteen days between them: outpatient. Weeks with
/// three services or more are day, weeks with every night are residential.
struct MonthlyIntensity {
    static let servicesMin = 2
    static let servicesMax = 8
    static let dayWeekServicesMin = 3
    static let dayWeekServicesMax = 5

    private let rules: Valued<IntensityRules>
    /// What the standard itself says of each class: the sentence and its source.
    private let words: [IntensityClass: Reason]

    init(standard: QualityStandard) {
        rules = standard.course.intensityRules
        words = Self.words(of: standard)
    }

    func periods(_ days: [ServiceDay]) -> [IntensityPeriod] {
        let weeks = days.byWeek.compactMap { week($0.week, $0.days) }
        let classes = Dictionary(uniqueKeysWithValues: weeks.map { ($0.week, $0.period.intensity) })
        return weeks.map(\.period) + days.byMonth.map { month($0.month, $0.days, weeks: classes) }
    }

    private static func words(of standard: QualityStandard) -> [IntensityClass: Reason] {
        let paths: [(IntensityClass, String)] = [
            (.outpatient, "course.outpatient"), (.belowOutpatient, "course.outpatient"),
            (.day, "course.day"), (.residential, "course.residential"),
        ]
        let found = paths.compactMap { intensity, path -> (IntensityClass, Reason)? in
            guard let (text, source) = standard.words(on: path) else { return nil }
            let sentence = "Kvalitetsstandarden beskriver \(intensity.danishName) sådan: \(text)."
            return (intensity, Reason(sentence, source: source))
        }
        return Dictionary(uniqueKeysWithValues: found)
    }

    private static func count(_ days: ArraySlice<ServiceDay>) -> Int {
        days.reduce(0) { $0 + $1.services }
    }

    // MARK: Weeks

    private func week(
        _ week: ISOWeek, _ days: ArraySlice<ServiceDay>
    ) -> (week: ISOWeek, period: IntensityPeriod)? {
        let services = Self.count(days)
        let isResidential = days.count == 7 && days.allSatisfy(\.overnight)
        guard isResidential || services >= Self.dayWeekServicesMin else { return nil }
        let isOutside = !isResidential && services > Self.dayWeekServicesMax
        let words = words[isResidential ? .residential : .day]
        let period = IntensityPeriod(
            starts: week.monday, period: week.description,
            intensity: isResidential ? .residential : .day,
            warning: isOutside
                ? "Uden for definitionen: \(services) ydelser på en uge uden overnatning." : nil,
            because: [
                Reason(
                    isResidential
                        ? "I ugen var der behandling alle syv dage, alle med overnatning."
                        : "I ugen var der behandling \(Count.times(services)).",
                    source: words?.source ?? HouseSource.monthlyCounting,
                    facts: days.flatMap(\.facts))
            ] + [words].compactMap { $0 })
        return (week, period)
    }

    // MARK: Months

    private func month(
        _ month: CalendarMonth, _ days: ArraySlice<ServiceDay>, weeks: [ISOWeek: IntensityClass]
    ) -> IntensityPeriod {
        let services = Self.count(days)
        let pause = days.lazy.compactMap { $0.longPause(source: HouseSource.monthlyCounting) }.first
        let whole = month.wholeWeeks.map { weeks[$0] }
        let intensity: IntensityClass =
            if whole.allSatisfy({ $0 == .residential }) {
                .residential
            } else if whole.allSatisfy({ $0 != nil }) {
                .day
            } else if services < Self.servicesMin || pause != nil {
                .belowOutpatient
            } else {
                .outpatient
            }
        let hasDenseWeek = days.contains { weeks[ISOWeek(containing: $0.on)] != nil }
        let isOutside =
            intensity == .outpatient && services > Self.servicesMax && !hasDenseWeek
        let isDense = intensity == .day || intensity == .residential
        let dense =
            intensity == .day && whole.contains(.residential)
            ? "dag- eller døgnbehandling" : intensity.danishName
        let remark =
            if isDense {
                " I alle månedens hele uger var der \(dense)."
            } else if services < Self.servicesMin {
                " Det er mindre end ambulant behandling."
            } else if services > Self.servicesMax && hasDenseWeek {
                " Det er over \(Self.servicesMax), men de tætte uger opgøres særskilt."
            } else {
                ""
            }
        let counted = Reason(
            "I måneden var der behandling \(Count.times(services)).\(remark)",
            source: isDense ? words[intensity]?.source ?? countingSource : countingSource,
            facts: days.flatMap(\.facts))
        let interrupted = pause.map {
            Reason(
                "\($0.text) Derfor ligger måneden under ambulant behandling.", source: $0.source,
                facts: $0.facts)
        }
        return IntensityPeriod(
            starts: month.first, period: month.description, intensity: intensity,
            warning: isOutside
                ? "Uden for definitionen: \(services) ydelser på en måned uden en uge med tre."
                : nil,
            because: [counted] + [isDense ? nil : interrupted, words[intensity]].compactMap { $0 })
    }

    /// The standard's own number a month, where it says one.
    private var countingSource: String {
        rules.quote == nil ? HouseSource.monthlyCounting : rules.source
    }
}
