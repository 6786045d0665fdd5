/// How dense treatment was in a period.
public enum IntensityClass: String, CaseIterable, Hashable, Sendable {
    case none
    /// Less than every fourteenth day.
    case adHoc = "ad-hoc"
    /// Ambulant.
    case outpatient
    /// Ambulant dagbehandling.
    case outpatientDay = "outpatient-day"
    /// Dag.
    case day
    /// Døgn.
    case residential
    /// Less than the standard's least outpatient treatment.
    case belowOutpatient = "below-outpatient"
}

/// The intensity of one period: an ISO week `2025-W02` or a month `2024-02`.
public struct IntensityPeriod: Hashable, Sendable {
    /// Its first day.
    let starts: CalendarDay
    /// The period's name.
    public let period: String
    /// Its class.
    public let intensity: IntensityClass
    /// What the definition does not quite cover, in Danish.
    public let warning: String?
    /// The working.
    public let because: [Reason]

    /// The period as a verdict writes it.
    public var json: JSONValue {
        var object = JSONObject()
        object.append("period", .string(period))
        object.append("class", .string(intensity.rawValue))
        object.append("warning", warning.map { .string($0) })
        object.append("because", because.json)
        return .object(object)
    }
}

extension Service {
    /// Whether a delivered service counts as a contact of treatment.
    var countsForIntensity: Bool {
        guard attended, let minutes, minutes > 0 else { return false }
        switch code {
        case .individualSession, .groupSession, .coupleSession, .familySession,
            .withdrawalTreatment, .antabus, .cravingMedicine, .dayTreatment, .residentialDay,
            .assessment, .nada, .medicalConsultation, .motivationalTalk, .urineTest:
            return true
        case .informationTalk, .relativeTalk, .physicalTraining, .crossSectorMeeting,
            .providerContact, .generalAdvice, .teaching:
            return false
        }
    }
}

/// Decides the intensity of every period that has delivered services, by the standard's rules.
struct IntensityRule {
    /// A day with services that count.
    struct Day {
        let on: CalendarDay
        var minutes = 0
        var services = 0
        var overnight = false
        var facts: [Int] = []
    }

    let facts: CaseFacts
    let standard: QualityStandard

    func periods() -> [IntensityPeriod] {
        let days = Self.days(facts)
        let source = standard.course.intensityRules.source
        switch standard.course.intensityRules.value {
        case .vbgs2009:
            let weeks = WeeklyIntensity(source: source).periods(days)
            return inOrder(weeks + uncounted(source) { Self.week($0) })
        case .monthlyContacts:
            let months = MonthlyIntensity(source: source, words: words).periods(days)
            return inOrder(months + uncounted(source) { Self.month($0) })
        case nil: return []
        }
    }

    private func inOrder(_ periods: [IntensityPeriod]) -> [IntensityPeriod] {
        periods.sorted { ($0.starts, $0.period) < ($1.starts, $1.period) }
    }

    private static func week(_ day: CalendarDay) -> (starts: CalendarDay, name: String) {
        let week = ISOWeek(containing: day)
        return (week.monday, week.description)
    }

    private static func month(_ day: CalendarDay) -> (starts: CalendarDay, name: String) {
        (day.adding(days: 1 - day.day), CalendarMonth(containing: day).description)
    }

    /// The periods in which something was delivered, but nothing that counts.
    private func uncounted(
        _ source: String, _ period: (CalendarDay) -> (starts: CalendarDay, name: String)
    ) -> [IntensityPeriod] {
        var delivered: [(starts: CalendarDay, name: String, facts: [Int], counts: Bool)] = []
        for entry in facts.entries {
            guard let service = entry.fact.service, service.attended else { continue }
            let (starts, name) = period(entry.on)
            if delivered.last?.starts != starts { delivered.append((starts, name, [], false)) }
            let last = delivered.count - 1
            delivered[last].facts.append(entry.index)
            delivered[last].counts = delivered[last].counts || service.countsForIntensity
        }
        return delivered.filter { !$0.counts }.map { none in
            IntensityPeriod(
                starts: none.starts, period: none.name, intensity: .none, warning: nil,
                because: [
                    Reason(
                        "Der var \(Count.services(none.facts.count)), men ingen, der tæller med i "
                            + "behandlingens intensitet.", source: source, facts: none.facts)
                ])
        }
    }

    /// What the standard itself says of each class.
    private func words(on intensity: IntensityClass) -> [Reason] {
        let path: String? =
            switch intensity {
            case .outpatient, .belowOutpatient: "course.outpatient"
            case .day: "course.day"
            case .residential: "course.residential"
            case .none, .adHoc, .outpatientDay: nil
            }
        return path.flatMap { standard.words(on: $0) }.map {
            [Reason("Kvalitetsstandarden beskriver behandlingens omfang.", source: $0)]
        } ?? []
    }

    private static func days(_ facts: CaseFacts) -> [Day] {
        var days: [Day] = []
        for entry in facts.entries {
            guard let service = entry.fact.service, service.countsForIntensity else { continue }
            if days.last?.on != entry.on { days.append(Day(on: entry.on)) }
            let last = days.count - 1
            days[last].minutes += service.minutes ?? 0
            days[last].services += 1
            days[last].overnight = days[last].overnight || service.overnight
            days[last].facts.append(entry.index)
        }
        return days
    }

    /// The longest time outpatient treatment may pause.
    static let gapDaysMax = 14

    /// The days grouped by the week they lie in, in order.
    static func weeks(_ days: [Day]) -> [(week: ISOWeek, days: [Day])] {
        var weeks: [(week: ISOWeek, days: [Day])] = []
        for day in days {
            let week = ISOWeek(containing: day.on)
            if weeks.last?.week == week {
                weeks[weeks.count - 1].days.append(day)
            } else {
                weeks.append((week, [day]))
            }
        }
        return weeks
    }
}

/// Servicestyrelsen's definitions of 2009 (VBGS), per ISO week, by days and minutes.
struct WeeklyIntensity {
    /// "højst 2 timer": 120 minutes are not yet a long day.
    static let longDayMinutes = 120

    let source: String

    func periods(_ days: [IntensityRule.Day]) -> [IntensityPeriod] {
        var gaps: [CalendarDay: Int] = [:]
        for (earlier, later) in zip(days, days.dropFirst()) {
            gaps[later.on] = earlier.on.days(until: later.on)
        }
        return IntensityRule.weeks(days).map { week, days in
            let gap = days.first.flatMap { gaps[$0.on] } ?? 0
            return gap > IntensityRule.gapDaysMax
                ? adHoc(week, days, gap: gap) : classified(week, days)
        }
    }

    /// The definition in its own words.
    private static func definition(of intensity: IntensityClass) -> Reason {
        let words =
            switch intensity {
            case .residential:
                "hvor der leveres en ydelse hver dag, og hvor ydelsen inkluderer overnatning"
            case .day: "3 til 5 gange om ugen i mere end 2 timer"
            case .outpatientDay: "3 til 5 dage om ugen af højst 2 timers varighed"
            default: "mindst hver 14.dag og højst 2 gange om ugen"
            }
        return Reason(
            "Det er Servicestyrelsens definition.",
            source: "KL's inspirationskatalog 2009: »\(words)«")
    }

    private func adHoc(
        _ week: ISOWeek, _ days: [IntensityRule.Day], gap: Int
    ) -> IntensityPeriod {
        IntensityPeriod(
            starts: week.monday, period: week.description, intensity: .adHoc, warning: nil,
            because: [
                Reason(
                    "Der gik \(Count.days(gap)) siden den forrige ydelse; det er sjældnere end hver "
                        + "14. dag. Det lukker intet forløb.",
                    source: source, facts: days.first?.facts ?? [])
            ])
    }

    private func classified(_ week: ISOWeek, _ days: [IntensityRule.Day]) -> IntensityPeriod {
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
        return IntensityPeriod(
            starts: week.monday, period: week.description, intensity: intensity,
            warning: isOutside
                ? "Uden for definitionen: \(days.count) dage på en uge uden overnatning." : nil,
            because: [
                Reason(
                    "I ugen var der ydelser på \(Count.days(days.count)) "
                        + "(\(Self.working(days))): \(long) over to timer, \(short) på højst to "
                        + "timer" + (isResidential ? ", alle med overnatning." : "."),
                    source: source, facts: days.flatMap(\.facts))
            ] + [Self.definition(of: intensity)])
    }
}

extension WeeklyIntensity {
    /// `mandag 10 minutter, onsdag 60 minutter`.
    fileprivate static func working(_ days: [IntensityRule.Day]) -> String {
        days.map { "\($0.on.weekday.danishName) \($0.minutes) minutter" }.joined(separator: ", ")
    }
}

/// Two to eight contacts a month and at most fourteen days between them: outpatient. Weeks with
/// three services or more are day, weeks with every night are residential.
struct MonthlyIntensity {
    static let servicesMin = 2
    static let servicesMax = 8
    static let dayWeekServicesMin = 3
    static let dayWeekServicesMax = 5

    let source: String
    /// What the standard says of a class.
    let words: (IntensityClass) -> [Reason]

    func periods(_ days: [IntensityRule.Day]) -> [IntensityPeriod] {
        let weeks = IntensityRule.weeks(days).compactMap { week($0.week, $0.days) }
        let classes = Dictionary(uniqueKeysWithValues: weeks.map { ($0.week, $0.period.intensity) })
        var gaps: [CalendarDay: Int] = [:]
        for (earlier, later) in zip(days, days.dropFirst()) {
            gaps[later.on] = earlier.on.days(until: later.on)
        }
        var all = weeks.map(\.period)
        for days in Self.months(days) {
            guard let first = days.first?.on else { continue }
            let gap = days.compactMap { gaps[$0.on] }.max() ?? 0
            all.append(
                month(CalendarMonth(containing: first), days, gap: gap, weeks: classes))
        }
        return all
    }

    private static func months(_ days: [IntensityRule.Day]) -> [[IntensityRule.Day]] {
        var months: [[IntensityRule.Day]] = []
        for day in days {
            if let last = months.last?.last,
                CalendarMonth(containing: last.on) == CalendarMonth(containing: day.on)
            {
                months[months.count - 1].append(day)
            } else {
                months.append([day])
            }
        }
        return months
    }

    // MARK: Weeks

    private func week(
        _ week: ISOWeek, _ days: [IntensityRule.Day]
    ) -> (week: ISOWeek, period: IntensityPeriod)? {
        let services = days.reduce(0) { $0 + $1.services }
        let isResidential = days.count == 7 && days.allSatisfy(\.overnight)
        guard isResidential || services >= Self.dayWeekServicesMin else { return nil }
        let isOutside = !isResidential && services > Self.dayWeekServicesMax
        let period = IntensityPeriod(
            starts: week.monday, period: week.description,
            intensity: isResidential ? .residential : .day,
            warning: isOutside
                ? "Uden for definitionen: \(services) ydelser på en uge uden overnatning." : nil,
            because: [
                Reason(
                    isResidential
                        ? "I ugen var der ydelser alle syv dage, alle med overnatning."
                        : "I ugen var der \(Count.services(services)).",
                    source: source, facts: days.flatMap(\.facts))
            ] + words(isResidential ? .residential : .day))
        return (week, period)
    }

    // MARK: Months

    private func month(
        _ month: CalendarMonth, _ days: [IntensityRule.Day], gap: Int,
        weeks: [ISOWeek: IntensityClass]
    ) -> IntensityPeriod {
        let services = days.reduce(0) { $0 + $1.services }
        let whole = Self.wholeWeeks(of: month).map { weeks[$0] }
        let hasDenseWeek = days.contains { weeks[ISOWeek(containing: $0.on)] != nil }
        let intensity: IntensityClass =
            if whole.allSatisfy({ $0 == .residential }) {
                .residential
            } else if whole.allSatisfy({ $0 != nil }) {
                .day
            } else if services < Self.servicesMin || gap > IntensityRule.gapDaysMax {
                .belowOutpatient
            } else {
                .outpatient
            }
        let isOutside =
            intensity == .outpatient && services > Self.servicesMax && !hasDenseWeek
        return IntensityPeriod(
            starts: days[0].on.adding(days: 1 - days[0].on.day), period: month.description,
            intensity: intensity,
            warning: isOutside
                ? "Uden for definitionen: \(services) ydelser på en måned uden en uge med tre."
                : nil,
            because: [
                Reason(
                    "I måneden var der \(Count.services(services))"
                        + (gap > 0 ? "; den længste pause var \(Count.days(gap))." : ".")
                        + (intensity == .day || intensity == .residential
                            ? " Alle hele uger er \(intensity == .day ? "dag" : "døgn")." : ""),
                    source: source, facts: days.flatMap(\.facts))
            ] + words(intensity))
    }

    /// The weeks that lie in a month from Monday to Sunday.
    private static func wholeWeeks(of month: CalendarMonth) -> [ISOWeek] {
        guard let first = CalendarDay(year: month.year, month: month.month, day: 1) else {
            return []
        }
        let end = first.adding(months: 1)
        var week = ISOWeek(containing: first.adding(days: 6))
        var weeks: [ISOWeek] = []
        while week.sunday < end {
            weeks.append(week)
            week = week.next
        }
        return weeks
    }
}
