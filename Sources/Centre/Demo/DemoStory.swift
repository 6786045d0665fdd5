internal import Domain

/// One act of an invented course: when it was done, and what it says.
struct DemoAct: Hashable, Sendable {
    var at: Instant
    var kind: Kind

    enum Kind: Hashable, Sendable {
        /// Somebody writes on the web form or rings; nil: nobody wishes treatment yet.
        case enquiry(Asked)
        /// A consultant takes the case.
        case taken
        case offer(startsOn: CalendarDay)
        case declined
        case noShow
        case withdrawn
        /// The region takes over: the person is in hospital.
        case outsideDuty
        case informationTalk
        case assessment
        case session(minutes: Int)
        case discharged(reason: String)
        /// Nothing more comes of it, and there was no course to be discharged from.
        case closed
    }

    /// What an enquiry asks for, and how it came.
    struct Asked: Hashable, Sendable {
        var wish: Wish
        var isRelative = false
        var isOnWeb: Bool
        var words: String

        enum Wish: String, Hashable, Sendable { case treatment, advice, undecided }
    }
}

/// One invented person's course with the centre, told as dated acts.
///
/// The stories are named after what the guarantee's clock says of them in the end.
struct DemoStory: Hashable, Sendable {
    var person: DemoPerson
    var outcome: Outcome
    var acts: [DemoAct]

    /// The eight outcomes of the guarantee, and the enquiry that starts no clock.
    enum Outcome: String, CaseIterable, Hashable, Sendable {
        case running, met, overdue, late
        case offeredNoShow = "offered-no-show"
        case ownChoice = "own-choice"
        case withdrawn
        case notCovered = "not-covered"
        case advice
    }
}
