/// How a deadline stands on a day.
public enum DeadlineState: String, CaseIterable, Hashable, Sendable {
    /// The day has not passed.
    case open
    /// The act came in time.
    case met
    /// The act came too late.
    case missed
    /// The act has not come and the day is past.
    case overdue
    /// A right or an end date whose day is past; no act was due.
    case passed
    /// It is not waited for any more.
    case cancelled
    /// The standard is silent.
    case notSet = "not-set"
}

/// Who set a deadline's number.
public enum DeadlineBinding: String, CaseIterable, Hashable, Sendable {
    /// A statute.
    case law
    /// The published standard.
    case standard
    /// The centre's own way of working.
    case `internal`
}

/// Something that is due on a day, or ends on it.
public struct Deadline: Hashable, Sendable {
    /// What: `plan-review`, `follow-up:1`, `consent-expiry:c1`.
    public let what: String
    /// The last day; none where the standard is silent, or while retention is suspended.
    public let due: CalendarDay?
    /// How it stands.
    public let state: DeadlineState
    /// Who set it.
    public let binding: DeadlineBinding
    /// Why.
    public let because: [Reason]

    /// The deadline as a verdict writes it.
    public var json: JSONValue {
        var object = JSONObject()
        object.append("what", .string(what))
        object.append("due", due.map { .string($0.isoText) })
        object.append("state", .string(state.rawValue))
        object.append("binding", .string(binding.rawValue))
        object.append("because", because.json)
        return .object(object)
    }
}

extension DeadlineState {
    /// An act is due: was it done, and when?
    static func ofAct(due: CalendarDay, doneOn: CalendarDay?, asOf: CalendarDay) -> Self {
        guard let doneOn else { return asOf <= due ? .open : .overdue }
        return doneOn <= due ? .met : .missed
    }

    /// A right or a period ends; its last day is still inside.
    static func ofEnd(due: CalendarDay, asOf: CalendarDay) -> Self {
        asOf <= due ? .open : .passed
    }
}

extension Deadline {
    /// The words for a silent standard.
    static let notSetWords = "ikke fastsat i kvalitetsstandarden"

    /// A deadline the standard is silent about, although the event that would start it happened.
    static func notSet(
        _ what: String, _ subject: String, _ saying: Saying, after entry: CaseFacts.Entry
    ) -> Deadline {
        Deadline(
            what: what, due: nil, state: .notSet, binding: .standard,
            because: [
                Reason(
                    "\(subject) er \(notSetWords).", source: saying.source, facts: [entry.index])
            ])
    }

    /// The sentence that says how a deadline for an act stands.
    static func outcome(
        _ state: DeadlineState, due: CalendarDay, act: CaseFacts.Entry?, source: String,
        cancelledBy ending: CaseFacts.Entry? = nil, on endedOn: CalendarDay? = nil
    ) -> Reason {
        let text =
            switch state {
            case .met: "Det skete \(act?.on.danishText ?? ""), i tide."
            case .missed:
                "Det skete først \(act?.on.danishText ?? ""), "
                    + "\(Count.days(act.map { due.days(until: $0.on) } ?? 0)) for sent."
            case .overdue: "Det er ikke sket, og dagen er passeret."
            case .cancelled:
                "Det ventes der ikke længere på"
                    + (ending.map { " efter \((endedOn ?? $0.on).danishText)." } ?? ".")
            case .passed: "Den dag er passeret."
            case .open, .notSet: "Det er ikke sket endnu, og dagen er ikke passeret."
            }
        return Reason(text, source: source, facts: [act, ending].compactMap { $0?.index })
    }
}
