/// How a deadline stands on a day.
package enum DeadlineState: String, CaseIterable, Hashable, Sendable {
    /// The day has not passed.
    case open
    /// The act came in time.
    case met
    /// The act came too late, or can no longer come.
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
package enum DeadlineBinding: String, CaseIterable, Hashable, Sendable {
    /// A statute.
    case law
    /// The published standard.
    case standard
    /// The municipality's own way of working.
    case `internal`
}

/// Something that is due on a day, or ends on it.
package struct Deadline: Hashable, Sendable {
    /// What.
    package let kind: Kind
    /// The last day; none where the standard is silent, or while retention is suspended.
    package let due: CalendarDay?
    /// How it stands.
    package let state: DeadlineState
    /// Who set it.
    package let binding: DeadlineBinding
    /// Why.
    package let because: [Reason]

    init(
        _ kind: Kind, due: CalendarDay?, _ state: DeadlineState, _ binding: DeadlineBinding,
        because: [Reason]
    ) {
        self.kind = kind
        self.due = due
        self.state = state
        self.binding = binding
        self.because = because
    }

    /// The deadline as a verdict writes it.
    package var json: JSONValue {
        var object = JSONObject()
        object.append("what", .string(kind.word))
        object.append("due", due.map { .string($0.isoText) })
        object.append("state", .string(state.rawValue))
        object.append("binding", .string(binding.rawValue))
        object.append("because", because.json)
        return .object(object)
    }
}

extension Deadline {
    /// The words for a silent standard.
    static let notSetWords = "ikke fastsat i kvalitetsstandarden"

    /// A deadline the standard is silent about, although the event that would start it happened.
    static func notSet(
        _ kind: Kind, _ subject: String, _ saying: Saying, after entry: CaseFacts.Entry
    ) -> Deadline {
        Deadline(
            kind, due: nil, .notSet, .standard,
            because: [
                Reason("\(subject) er \(notSetWords).", source: saying.source, facts: [entry.index])
            ])
    }

    /// A right or a period that ends; its last day is still inside.
    static func end(
        _ kind: Kind, due: CalendarDay, asOf: CalendarDay, _ binding: DeadlineBinding,
        because: [Reason]
    ) -> Deadline {
        Deadline(kind, due: due, asOf <= due ? .open : .passed, binding, because: because)
    }
}

/// An act that is due on a day: whether it was done, and what may have ended the waiting.
struct DueAct {
    typealias Entry = CaseFacts.Entry

    let due: CalendarDay
    /// The act that answers it, early or late.
    let act: Entry?
    /// What ended the course or the wish before the act came.
    let ending: CourseEnding?
    let asOf: CalendarDay

    init(due: CalendarDay, act: Entry?, ending: CourseEnding? = nil, asOf: CalendarDay) {
        self.due = due
        self.act = act
        self.ending = act == nil ? ending : nil
        self.asOf = asOf
    }

    /// What was due before the end and had not come was missed, for good; what was due on that day
    /// or later is not waited for. Where the duty went elsewhere, nothing is.
    var state: DeadlineState {
        if let act { return act.on <= due ? .met : .missed }
        guard let ending else { return asOf <= due ? .open : .overdue }
        if case .outsideDuty = ending.kind { return .cancelled }
        return due < ending.on ? .missed : .cancelled
    }

    /// The deadline with the rule it follows from and how it stands.
    func deadline(
        _ kind: Deadline.Kind, _ binding: DeadlineBinding, _ rule: [Reason], source: String
    ) -> Deadline {
        Deadline(kind, due: due, state, binding, because: rule + [outcome(source: source)])
    }

    private func outcome(source: String) -> Reason {
        Reason(
            "\(outcomeInWords).", source: source,
            facts: [act, ending?.entry].compactMap { $0?.index })
    }

    private var outcomeInWords: String {
        if let act {
            let late = due.days(until: act.on)
            return late > 0
                ? "Det skete først \(act.on.inSentence), \(Count.days(late)) for sent"
                : "Det skete \(act.on.inSentence), i tide"
        }
        guard let ending else {
            return asOf <= due
                ? "Det er ikke sket endnu. Fristen løber stadig"
                : "Det er ikke sket, og fristen er overskredet"
        }
        if state == .missed {
            let late = Count.days(due.days(until: ending.on))
            return "Det var ikke sket, da \(ending.inWords), \(late) efter fristen"
        }
        return "Fristen er bortfaldet, fordi \(ending.inWords)"
    }
}
