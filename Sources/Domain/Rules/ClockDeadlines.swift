/// The deadlines that stand beside a guarantee clock: first talk, visitation, the plan, the
/// standard's own promise, the municipality's milestones, and the evaluation of the course.
struct ClockDeadlines {
    typealias Entry = CaseFacts.Entry

    let facts: CaseFacts
    let standard: QualityStandard

    func all(_ courses: [GuaranteeCourse]) -> [Deadline] {
        courses.flatMap { course in
            let window = Window(facts, course)
            return [interview(window), visitation(window), planInside(window), promise(window)]
                .compactMap { $0 } + milestones(window) + [evaluation(window)].compactMap { $0 }
        }
    }

    /// A clock with the facts that can belong to it: from its enquiry's day to its end.
    private struct Window {
        let course: GuaranteeCourse
        let entries: ArraySlice<Entry>

        /// What closed the clock, or discharged the course it led to.
        var ending: CourseEnding? { course.ending ?? course.discharge }

        init(_ facts: CaseFacts, _ course: GuaranteeCourse) {
            self.course = course
            let first = facts.entries.partitioningIndex { $0.on >= course.enquiry.on }
            entries = facts.entries[first..<Self.end(facts, course)]
        }

        private static func end(_ facts: CaseFacts, _ course: GuaranteeCourse) -> Int {
            guard let ending = course.ending ?? course.discharge else { return facts.entries.count }
            if ending.on > max(course.enquiry.on, ending.entry.on) {
                // A rule entered into force: up to the day before.
                return facts.entries.partitioningIndex { $0.on >= ending.on }
            }
            return max(ending.entry.place, course.enquiry.place) + 1
        }

        func first(where recognises: (Fact) -> Bool) -> Entry? {
            entries.first { recognises($0.fact) }
        }
    }

    /// A deadline whose first sentence tells how the wish came.
    private func beside(
        _ window: Window, _ kind: Deadline.Kind, due: CalendarDay, _ rule: String, _ saying: Saying,
        _ binding: DeadlineBinding, remark: String = "", metBy act: Entry?
    ) -> Deadline {
        let course = window.course
        let source = saying.source
        return DueAct(due: due, act: act, ending: window.ending, asOf: facts.asOf).deadline(
            kind, binding,
            [
                Reason(
                    "\(course.wishInWords). \(rule), altså senest \(due.inSentence).\(remark)",
                    source: source, facts: [course.enquiry.index])
            ], source: source)
    }

    // MARK: Each of them

    private func interview(_ window: Window) -> Deadline {
        let days = standard.intake.interviewDays
        guard let value = days.value else {
            return .notSet(
                .intakeInterview, "En frist for den første samtale", days.saying,
                after: window.course.enquiry)
        }
        let asARule = standard.intake.isTarget ? "som udgangspunkt " : ""
        return beside(
            window, .intakeInterview, due: window.course.enquiry.on.adding(days: value),
            "Den første samtale skal \(asARule)ligge senest \(Count.days(value)) efter",
            days.saying,
            .standard,
            metBy: window.first { fact in
                guard let service = fact.service, service.attended else { return false }
                return service.code == .assessment || service.code == .informationTalk
            })
    }

    private func visitation(_ window: Window) -> Deadline? {
        guard let value = standard.visitation.maxDays.value else { return nil }
        return beside(
            window, .visitation, due: window.course.enquiry.on.adding(days: value),
            "Visitationen skal ske senest \(Count.days(value)) efter",
            standard.visitation.maxDays.saying, .standard,
            metBy: window.first { fact in
                switch fact {
                case .decision: true
                case .service(let service): service.attended && service.code == .assessment
                default: false
                }
            })
    }

    private func planInside(_ window: Window) -> Deadline? {
        guard standard.guarantee.planInside.value == true else { return nil }
        return beside(
            window, .planInGuarantee, due: window.course.lastDay,
            "Behandlingsplanen skal være lagt inden for behandlingsgarantien",
            standard.guarantee.planInside.saying, .standard,
            metBy: window.first { $0 == .planAgreed })
    }

    /// The earlier start that a standard promises beside the law's fourteen days.
    private func promise(_ window: Window) -> Deadline? {
        guard let days = standard.promisedDays else { return nil }
        return beside(
            window, .guaranteePromise, due: window.course.enquiry.on.adding(days: days),
            "Kvalitetsstandarden lover, at behandlingen begynder senest \(Count.days(days)) efter",
            standard.guarantee.days.saying, .standard, metBy: window.course.start?.entry)
    }

    private func milestones(_ window: Window) -> [Deadline] {
        standard.milestones.map { milestone in
            // Day 1 is the enquiry's own day; the guarantee counts it as day 0.
            beside(
                window, .milestone(id: milestone.id),
                due: window.course.enquiry.on.adding(days: milestone.day - 1),
                "Når den dag er dag 1, er kommunens egen milepæl dag \(milestone.day)",
                milestone.saying, .internal,
                remark: " Den nås med \(milestone.metBy.danishName).",
                metBy: act(milestone.metBy, in: window))
        }
    }

    private func act(_ act: MilestoneAct, in window: Window) -> Entry? {
        switch act {
        case .enrolment: window.first { $0.kind == .enrolment }
        case .application: window.first { $0.kind == .application }
        case .decision: window.first { $0.kind == .decision }
        case .start: window.course.start?.entry
        }
    }

    /// Once a course, so many days after the start that stopped the clock.
    private func evaluation(_ window: Window) -> Deadline? {
        guard let days = standard.course.evaluationDays.value, let start = window.course.start
        else { return nil }
        let due = start.entry.on.adding(days: days)
        let review = window.entries.first {
            $0.place > start.entry.place && $0.fact == .planReviewed
        }
        let source = standard.course.evaluationDays.source
        return DueAct(due: due, act: review, ending: window.ending, asOf: facts.asOf).deadline(
            .courseEvaluation, .standard,
            [
                Reason(
                    "Behandlingen begyndte \(start.entry.on.inSentence). Forløbet skal vurderes "
                        + "efter \(Count.days(days)), altså senest \(due.inSentence).",
                    source: source, facts: [start.entry.index])
            ], source: source)
    }
}

extension MilestoneAct {
    /// The act in the midst of a sentence.
    fileprivate var danishName: String {
        switch self {
        case .enrolment: "indskrivningen"
        case .application: "indstillingen"
        case .decision: "afgørelsen"
        case .start: "behandlingens begyndelse"
        }
    }
}
