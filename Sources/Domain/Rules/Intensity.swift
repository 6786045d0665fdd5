/// How dense treatment was in a period.
package enum IntensityClass: String, CaseIterable, Hashable, Sendable {
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
package struct IntensityPeriod: Hashable, Sendable {
    /// Its first day.
    let starts: CalendarDay
    /// The period's name.
    package let period: String
    /// Its class.
    package let intensity: IntensityClass
    /// What the definition does not quite cover, in Danish.
    package let warning: String?
    /// The working.
    package let because: [Reason]

    /// The period as a verdict writes it.
    package var json: JSONValue {
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

extension IntensityClass {
    /// The kind of treatment in the midst of a sentence.
    var danishName: String {
        switch self {
        case .none: "ingen behandling"
        case .adHoc: "ad hoc-behandling"
        case .outpatient, .belowOutpatient: "ambulant behandling"
        case .outpatientDay: "ambulant dagbehandling"
        case .day: "dagbehandling"
        case .residential: "døgnbehandling"
        }
    }
}

/// Decides the intensity of every period that has delivered services, by the standard's rules.
struct IntensityRule {
    /// The longest time outpatient treatment may pause.
    static let gapDaysMax = 14

    let facts: CaseFacts
    let standard: QualityStandard

    func periods() -> [IntensityPeriod] {
        let days = ServiceDay.all(facts)
        switch standard.course.intensityRules.value {
        case .vbgs2009:
            return inOrder(
                WeeklyIntensity().periods(days)
                    + uncounted { day in
                        let week = ISOWeek(containing: day)
                        return (week.monday, { week.description })
                    })
        case .monthlyContacts:
            return inOrder(
                MonthlyIntensity(standard: standard).periods(days)
                    + uncounted { day in
                        let month = CalendarMonth(containing: day)
                        return (day.adding(days: 1 - day.day), { month.description })
                    })
        case nil: return []
        }
    }

    private func inOrder(_ periods: [IntensityPeriod]) -> [IntensityPeriod] {
        periods.sorted { ($0.starts, $0.period) < ($1.starts, $1.period) }
    }

    /// The periods in which something was delivered, but nothing that counts.
    private func uncounted(
        _ period: (CalendarDay) -> (starts: CalendarDay, name: () -> String)
    ) -> [IntensityPeriod] {
        var delivered: [(starts: CalendarDay, name: () -> String, facts: [Int], counts: Bool)] = []
        var lastDay: CalendarDay?
        for entry in facts.entries {
            guard let service = entry.fact.service, service.attended else { continue }
            if lastDay != entry.on {
                lastDay = entry.on
                let (starts, name) = period(entry.on)
                if delivered.last?.starts != starts { delivered.append((starts, name, [], false)) }
            }
            let last = delivered.count - 1
            delivered[last].facts.append(entry.index)
            delivered[last].counts = delivered[last].counts || service.countsForIntensity
        }
        return delivered.filter { !$0.counts }.map { none in
            let count = none.facts.count
            return IntensityPeriod(
                starts: none.starts, period: none.name(), intensity: .none, warning: nil,
                because: [
                    Reason(
                        count == 1
                            ? "Der var 1 ydelse, men den tæller ikke med i behandlingens intensitet."
                            : "Der var \(count) ydelser, men ingen af dem tæller med i behandlingens "
                                + "intensitet.", source: HouseSource.counting, facts: none.facts)
                ])
        }
    }
}

/// A day with services that count.
struct ServiceDay {
    let on: CalendarDay
    /// Days since the day before it; none for the first.
    let gap: Int?
    var minutes = 0
    var services = 0
    var overnight = false
    var facts: [Int] = []

    private init(on: CalendarDay, gap: Int?) {
        self.on = on
        self.gap = gap
    }

    /// Every day of a case with services that count, in order.
    static func all(_ facts: CaseFacts) -> [ServiceDay] {
        var days: [ServiceDay] = []
        for entry in facts.entries {
            guard let service = entry.fact.service, service.countsForIntensity else { continue }
            if days.last?.on != entry.on {
                days.append(
                    ServiceDay(on: entry.on, gap: days.last.map { $0.on.days(until: entry.on) }))
            }
            let last = days.count - 1
            days[last].minutes += service.minutes ?? 0
            days[last].services += 1
            days[last].overnight = days[last].overnight || service.overnight
            days[last].facts.append(entry.index)
        }
        return days
    }

    /// The pause before a day that was longer than outpatient treatment may pause.
    func longPause(source: String) -> Reason? {
        guard let gap, gap > IntensityRule.gapDaysMax else { return nil }
        return Reason(
            "Fra \(on.adding(days: -gap).inSentence) til \(on.inSentence) gik der \(gap) dage uden "
                + "behandling. Det er sjældnere end hver 14. dag.", source: source, facts: facts)
    }
}

extension [ServiceDay] {
    /// The days grouped by the week they lie in, in order.
    var byWeek: [(week: ISOWeek, days: ArraySlice<ServiceDay>)] {
        var weeks: [(week: ISOWeek, days: ArraySlice<ServiceDay>)] = []
        var first = startIndex
        while first < endIndex {
            let week = ISOWeek(containing: self[first].on)
            let end = self[first...].firstIndex { $0.on > week.sunday } ?? endIndex
            weeks.append((week, self[first..<end]))
            first = end
        }
        return weeks
    }

    /// The days grouped by the month they lie in, in order.
    var byMonth: [(month: CalendarMonth, days: ArraySlice<ServiceDay>)] {
        var months: [(month: CalendarMonth, days: ArraySlice<ServiceDay>)] = []
        var first = startIndex
        while first < endIndex {
            let month = CalendarMonth(containing: self[first].on)
            let end = self[first...].firstIndex { $0.on > month.last } ?? endIndex
            months.append((month, self[first..<end]))
            first = end
        }
        return months
    }
}

/// Servicestyrelsen's definitions of 2009 (VBGS), as KL's catalogue prints them.
enum NationalDefinition {
    /// The other way in which a week is day.
    static let exception =
        "KL's inspirationskatalog 2009: »2 dage i over 2 timer og 2 dage i under 2 timer«"

    static func source(of intensity: IntensityClass) -> String {
        let words =
            switch intensity {
            case .none, .adHoc: "hvor der leveres en ydelse under hver 14. dag"
            case .outpatient, .belowOutpatient: "mindst hver 14.dag og højst 2 gange om ugen"
            case .outpatientDay: "3 til 5 dage om ugen af højst 2 timers varighed"
            case .day: "3 til 5 gange om ugen i mere end 2 timer"
            case .residential:
                "hvor der leveres en ydelse hver dag, og hvor ydelsen inkluderer overnatning"
            }
        return "KL's inspirationskatalog 2009: »\(words)«"
    }
}
