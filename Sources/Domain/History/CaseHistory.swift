/// One course of treatment written down as facts with dates: all that the rules know of a case.
public struct CaseHistory: Hashable, Sendable {
    /// The name and version of the file format.
    public static let format = "fjorten-case-history/1"

    /// The one who drinks.
    public var person: Person
    /// What happened, in any order; on the same day the order here counts.
    public var events: [Event]
    /// What somebody wants to know.
    public var questions: [Question]

    /// A history of these facts.
    public init(person: Person = Person(), events: [Event] = [], questions: [Question] = []) {
        self.person = person
        self.events = events
        self.questions = questions
    }
}

/// A fact with its date.
public struct Event: Hashable, Sendable {
    /// The Danish calendar day that counts.
    public let on: CalendarDay
    /// The moment, where it is known; its day is ``on``.
    public let at: Instant?
    /// A name, so that others can point at it.
    public var id: String?
    /// Free text that no rule reads.
    public var note: String?
    /// What happened.
    public var fact: Fact

    /// A fact on a day.
    public init(on: CalendarDay, id: String? = nil, note: String? = nil, _ fact: Fact) {
        self.on = on
        self.at = nil
        self.id = id
        self.note = note
        self.fact = fact
    }

    /// A fact at a moment; the Danish day of the moment counts.
    public init(at: Instant, id: String? = nil, note: String? = nil, _ fact: Fact) {
        self.on = at.day
        self.at = at
        self.id = id
        self.note = note
        self.fact = fact
    }
}
