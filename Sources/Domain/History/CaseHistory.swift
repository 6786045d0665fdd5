/// One course of treatment written down as facts with dates: all that the rules know of a case.
package struct CaseHistory: Hashable, Sendable {
    /// The name and version of the file format.
    package static let format = "fjorten-case-history/1"

    /// The one who drinks.
    package var person: Person
    /// What happened, in any order; on the same day the order here counts.
    package var events: [Event]
    /// What somebody wants to know.
    package var questions: [Question]

    /// A history of these facts.
    package init(person: Person = Person(), events: [Event] = [], questions: [Question] = []) {
        self.person = person
        self.events = events
        self.questions = questions
    }
}

/// A fact with its date.
package struct Event: Hashable, Sendable {
    /// The Danish calendar day that counts.
    package let on: CalendarDay
    /// The moment, where it is known; its day is ``on``.
    package let at: Instant?
    /// A name, so that others can point at it.
    package var id: String?
    /// Free text that no rule reads.
    package var note: String?
    /// What happened.
    package var fact: Fact

    /// A fact on a day.
    package init(on: CalendarDay, id: String? = nil, note: String? = nil, _ fact: Fact) {
        self.on = on
        self.at = nil
        self.id = id
        self.note = note
        self.fact = fact
    }

    /// A fact at a moment; the Danish day of the moment counts.
    package init(at: Instant, id: String? = nil, note: String? = nil, _ fact: Fact) {
        self.on = at.day
        self.at = at
        self.id = id
        self.note = note
        self.fact = fact
    }
}
