internal import HTML
internal import Records

// The screen turned to the citizen (borgerskærm): while it is, the session opens one page and nothing else, whatever
// address is typed, until the one who turned it gives her password. No menu, no name, no number of a case stands on it.

/// What the citizen sees, and what she has answered so far. In memory: it ends with the session.
struct CitizenScreen: Sendable {
    /// Whose it is.
    let ref: CaseRef
    /// Which of the rooms' pages is shown.
    let page: Page
    /// The id of what will be written when she is done.
    let entry: EntryID
    /// A score for each question; nil where she has not answered.
    var answers: [Int?] = []
    /// She is done: she is asked to give the screen back.
    var isDone = false

    enum Page: Hashable, Sendable {
        /// Questions to answer, by the code of their form.
        case questions(code: String, version: Int)
        /// The plan, as it was written in this entry.
        case plan(EntryID)

        /// Where it is shown.
        var address: Address {
            switch self {
            case .questions: "/borgerskaerm"
            case .plan: "/borgerskaerm/plan"
            }
        }
    }
}
