/// The deadlines that stand beside a guarantee clock: first talk, visitation, the plan, the
/// internal milestones, and the evaluation of the course it led to.
struct ClockDeadlines {
    typealias Entry = CaseFacts.Entry

    let facts: CaseFacts
    let standard: QualityStandard

    func all(_ courses: [GuaranteeCourse], _ clocks: [GuaranteeClock]) -> [Deadline] {
        zip(courses, clocks).flatMap { course, clock in
            let window = Window(facts, course, clock)
            return [interview(window), visitation(window), planInside(window)]
                .compactMap { $0 } + milestones(window) + [evaluation(window)].compactMap { $0 }
        }
    }

    /// A clock with the facts that can belong to it: from its enquiry's day to its end.
    private struct Window {
        let course: GuaranteeCourse
        let clock: GuaranteeClock
        let entries: ArraySlice<Entry>

        /// What closed the clock, or discharged the course it led to.
        var ending: Entry? { course.ending?.entry ?? course.discharge }
        /// When. A rule that enters into force closes a clock later than the fact it counts.
        var endedOn: CalendarDay? { course.ending?.on ?? course.discharge?.on }

        init(_ facts: CaseFacts, _ course: GuaranteeCourse, _ clock: GuaranteeClock) {
            self.course = course
            self.clock = clock
            let first = facts.entries.partitioningIndex { $0.on >= clock.received }
            let endedOn = course.ending?.on
            let lastPlace =
                course.discharge?.place
                ?? course.ending.map { max($0.entry.place, course.enquiry.place) }
            let end =
                lastPlace.map { place in
                    max(
                        place + 1,
                        endedOn.map { day in
                            // Up to the day before a rule entered into force.
                            facts.entries.partitioningIndex { $0.on >= day }
                        } ?? 0)
                } ?? facts.entries.count
            entries = facts.entries[first..<max(first, end)]
        }

        func first(where recognises: (Fact) -> Bool) -> Entry? {
            entries.first { recognises($0.fact) }
        }
    }

    // MARK: Each of them

    private func interview(_ window: Window) -> Deadline? {
        let days = standard.intake.interviewDays
        guard let value = days.value else {
            return .notSet(
                "intake-interview", "En frist for den første samtale", days.saying,
                after: window.course.enquiry)
        }
        return beside(
            window, "intake-interview", due: window.clock.received.adding(days: value),
            "Den første samtale skal ligge senest \(Count.days(value)) efter henvendelsen",
            days.saying, .standard
        ) { fact in
            guard case .service(let service) = fact, service.attended else { return false }
            return service.code == .assessment || service.code == .informationTalk
        }
    }

    private func visitation(_ window: Window) -> Deadline? {
        guard let value = standard.visitation.maxDays.value else { return nil }
        return beside(
            window, "visitation", due: window.clock.received.adding(days: value),
            "Visitationen skal ske senest \(Count.days(value)) efter henvendelsen",
            standard.visitation.maxDays.saying, .standard
        ) { fact in
            switch fact {
            case .decision: true
            case .service(let service): service.attended && service.code == .assessment
            default: false
            }
        }
    }

    private func planInside(_ window: Window) -> Deadline? {
        guard standard.guarantee.planInside.value == true else { return nil }
        return beside(
            window, "plan-in-guarantee", due: window.clock.lastDay,
            "Behandlingsplanen skal være lagt inden for behandlingsgarantien",
            standard.guarantee.planInside.saying, .standard
        ) { $0 == .planAgreed }
    }

    private func milestones(_ window: Window) -> [Deadline] {
        standard.milestones.map { milestone in
            // Day 1 is the enquiry's own day; the guarantee counts it as day 0.
            let due = window.clock.received.adding(days: milestone.day - 1)
            return beside(
                window, "milestone:\(milestone.id)", due: due,
                "Centrets egen milepæl er dag \(milestone.day), hvor henvendelsens dag er dag 1",
                milestone.saying, .internal
            ) { fact in
                switch (milestone.metBy, fact) {
                case (.enrolment, .enrolment), (.application, .application),
                    (.decision, .decision):
                    return true
                case (.start, .service(let service)):
                    return service.beginsTreatment
                default:
                    return false
                }
            }
        }
    }

    /// A deadline that is cancelled with the clock it stands beside.
    private func beside(
        _ window: Window, _ what: String, due: CalendarDay, _ rule: String, _ saying: Saying,
        _ binding: DeadlineBinding, metBy: (Fact) -> Bool
    ) -> Deadline {
        let act = window.first(where: metBy)
        var state = DeadlineState.ofAct(due: due, doneOn: act?.on, asOf: facts.asOf)
        if act == nil, isCancelled(window, due: due) { state = .cancelled }
        return Deadline(
            what: what, due: due, state: state, binding: binding,
            because: [
                Reason(
                    "\(rule), altså senest \(due.danishText). Borgeren henvendte sig "
                        + "\(window.clock.received.danishText).",
                    source: saying.source, facts: [window.course.enquiry.index]),
                Deadline.outcome(
                    state, due: due, act: act, source: saying.source,
                    cancelledBy: state == .cancelled ? window.ending : nil, on: window.endedOn),
            ])
    }

    private func isCancelled(_ window: Window, due: CalendarDay) -> Bool {
        if window.clock.status == .withdrawn || window.clock.status == .notCovered { return true }
        if case .discharge(.deceased) = window.ending?.fact { return true }
        return window.endedOn.map { $0 <= due } ?? false
    }

    /// Once a course, so many days after the start that stopped the clock.
    private func evaluation(_ window: Window) -> Deadline? {
        guard let days = standard.course.evaluationDays.value, let start = window.course.start
        else { return nil }
        let due = start.entry.on.adding(days: days)
        let act = window.entries.first { $0.place > start.entry.place && $0.fact == .planReviewed }
        let state: DeadlineState
        if act == nil, let discharge = window.course.discharge {
            if discharge.fact == .discharge(.deceased) { return nil }
            state = .cancelled
        } else {
            state = .ofAct(due: due, doneOn: act?.on, asOf: facts.asOf)
        }
        let source = standard.course.evaluationDays.source
        return Deadline(
            what: "course-evaluation", due: due, state: state, binding: .standard,
            because: [
                Reason(
                    "Behandlingen begyndte \(start.entry.on.danishText). Forløbet skal vurderes "
                        + "efter \(Count.days(days)), altså senest \(due.danishText).",
                    source: source, facts: [start.entry.index]),
                Deadline.outcome(
                    state, due: due, act: act, source: source,
                    cancelledBy: state == .cancelled ? window.course.discharge : nil),
            ])
    }
}
