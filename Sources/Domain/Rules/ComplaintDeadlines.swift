/// How long a citizen may complain (klage), and what came too late.
struct ComplaintDeadlines {
    typealias Entry = CaseFacts.Entry

    /// A letter is taken to arrive so many working days after its date.
    static let letterWorkingDays = 6
    static let healthYears = 2
    static let healthAbsoluteYears = 5

    let facts: CaseFacts
    let standard: QualityStandard

    func all() -> [Deadline] {
        refusals() + health()
    }

    /// The days on which a citizen's deadline does not end.
    private var workingDays: WorkingDays {
        standard.complaint.closedDays.value.map { WorkingDays(closed: $0) } ?? .citizensDeadline
    }

    // MARK: A decision

    private func refusals() -> [Deadline] {
        facts.all(\.decision)
            .filter { $0.found.outcome == .refused }
            .map { entry, decision in
                guard let due = lastDay(of: decision, on: entry.on) else {
                    return .notSet(
                        .complaintDecision, "En frist for at klage over afgørelsen",
                        standard.complaint.decisionWeeks.saying, after: entry)
                }
                return refusal(entry, decision, due: due)
            }
    }

    /// The last day to complain of a refusal; none where the standard is silent.
    func lastDay(of decision: Decision, on day: CalendarDay) -> CalendarDay? {
        guard decision.outcome == .refused, let weeks = standard.complaint.decisionWeeks.value
        else { return nil }
        return workingDays.onOrAfter(received(decision, on: day).adding(days: 7 * weeks))
    }

    /// The day a decision counts as received.
    func received(_ decision: Decision, on day: CalendarDay) -> CalendarDay {
        decision.delivery == .letter ? workingDays.adding(Self.letterWorkingDays, to: day) : day
    }

    /// The same in a sentence.
    func arrival(of decision: Decision, on day: CalendarDay) -> String {
        switch decision.delivery {
        case .digitalPost: "Det kom frem med Digital Post samme dag."
        case .inPerson: "Borgeren fik det i hånden samme dag."
        case .letter:
            "Et brev regnes for kommet frem efter \(Self.letterWorkingDays) hverdage, altså "
                + "\(received(decision, on: day).inSentence)."
        }
    }

    private func refusal(_ entry: Entry, _ decision: Decision, due: CalendarDay) -> Deadline {
        let receivedOn = received(decision, on: entry.on)
        let arrival = arrival(of: decision, on: entry.on)
        let weeks = standard.complaint.decisionWeeks
        let end = receivedOn.adding(days: 7 * (weeks.value ?? 0))
        let because = [
            Reason(
                "Afslaget på \(decision.modality.danishName) er dateret "
                    + "\(entry.on.inSentence). \(arrival)",
                source: LawSource.arrival(on: entry.on), facts: [entry.index]),
            Reason(
                "Der kan klages inden for \(Count.weeks(weeks.value ?? 0)) efter modtagelsen, "
                    + "altså til og med \(due.weekday.danishName) \(due.inSentence).",
                source: weeks.source),
        ]
        return .end(
            .complaintDecision, due: due, asOf: facts.asOf, .standard,
            because: because + rolled(from: end, to: due))
    }

    /// The day a citizen's deadline would have been, where it was rolled.
    private func rolled(from end: CalendarDay, to due: CalendarDay) -> [Reason] {
        guard end != due else { return [] }
        return [
            Reason(
                "Fristen ville ende \(end.weekday.danishName) \(end.inSentence). Det er en lukket "
                    + "dag, og derfor er fristen rykket.",
                source: LawSource.citizensDeadline(on: end))
        ]
    }

    // MARK: Health treatment

    private func health() -> [Deadline] {
        facts.all(\.complaint).filter { $0.found.about == .health }.flatMap { entry, complaint in
            [
                health(
                    entry, .complaintHealth, from: Self.knownOn(complaint, entry),
                    years: Self.healthYears, Self.knownInWords(complaint)),
                health(
                    entry, .complaintHealthAbsolute, from: Self.happenedOn(complaint, entry),
                    years: Self.healthAbsoluteYears, Self.happenedInWords(complaint)),
            ]
        }
    }

    private func health(
        _ entry: Entry, _ kind: Deadline.Kind, from day: CalendarDay, years: Int, _ words: String
    ) -> Deadline {
        let end = day.adding(years: years)
        let due = workingDays.onOrAfter(end)
        let source = LawSource.healthComplaint(on: entry.on)
        return .end(
            kind, due: due, asOf: facts.asOf, .law,
            because: [
                Reason(
                    "Klagen over den sundhedsfaglige behandling kom \(entry.on.inSentence). Den går "
                        + "til \(LawSource.healthComplaintBody(on: entry.on)).",
                    source: source, facts: [entry.index]),
                Reason(
                    "Der kan klages i \(Count.years(years)), regnet fra \(day.inSentence), "
                        + "\(words), altså til og med \(due.inSentence).", source: source),
            ] + rolled(from: end, to: due))
    }

    /// What the two years are counted from, in words that claim no more than was written down.
    private static func knownInWords(_ complaint: Complaint) -> String {
        if complaint.knownOn != nil { return "hvor borgeren vidste eller burde vide det" }
        return complaint.happenedOn != nil
            ? "hvor det skete, for det står ikke, hvornår borgeren vidste det"
            : "hvor klagen kom, for det står ikke, hvornår borgeren vidste det"
    }

    /// The same of the five years.
    private static func happenedInWords(_ complaint: Complaint) -> String {
        if complaint.happenedOn != nil { return "hvor det skete" }
        return complaint.knownOn != nil
            ? "hvor borgeren vidste det, for det står ikke, hvornår det skete"
            : "hvor klagen kom, for det står ikke, hvornår det skete"
    }

    private static func knownOn(_ complaint: Complaint, _ entry: Entry) -> CalendarDay {
        complaint.knownOn ?? complaint.happenedOn ?? entry.on
    }

    private static func happenedOn(_ complaint: Complaint, _ entry: Entry) -> CalendarDay {
        complaint.happenedOn ?? complaint.knownOn ?? entry.on
    }

    // MARK: Too late

    /// Complaints that came after their day. They are registered and judged, never turned away.
    func late() -> [(entry: Entry, lastDay: CalendarDay)] {
        var latest: (decision: Decision, on: CalendarDay)?
        var late: [(entry: Entry, lastDay: CalendarDay)] = []
        for entry in facts.entries {
            switch entry.fact {
            case .decision(let decision): latest = (decision, entry.on)
            case .complaint(let complaint):
                let lastDay: CalendarDay?
                switch complaint.about {
                case .decision: lastDay = latest.flatMap { self.lastDay(of: $0, on: $1) }
                case .health: lastDay = healthLastDay(complaint, entry)
                case .service: lastDay = nil
                }
                if let lastDay, entry.on > lastDay { late.append((entry, lastDay)) }
            default: break
            }
        }
        return late
    }

    private func healthLastDay(_ complaint: Complaint, _ entry: Entry) -> CalendarDay {
        let known = Self.knownOn(complaint, entry).adding(years: Self.healthYears)
        let happened = Self.happenedOn(complaint, entry).adding(years: Self.healthAbsoluteYears)
        return min(workingDays.onOrAfter(known), workingDays.onOrAfter(happened))
    }
}
