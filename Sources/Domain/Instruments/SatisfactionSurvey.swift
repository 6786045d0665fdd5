/// The survey of what citizens think of the treatment: seven items and a free remark, anonymous.
///
/// Scores run from 5 to 1, five always the best: in the item on waiting the scale is turned.
package enum SatisfactionSurvey {
    /// Fewer answers than this are not published.
    package static let answersMin = 5

    /// One item of the survey.
    package struct Item: Hashable, Sendable {
        /// Its heading.
        package let heading: String
        /// The answers as they are printed, first to last.
        package let answers: [String]
        /// Whether the last answer is the best.
        package let isReversed: Bool

        /// What the answer at an index counts, 5 the best; `nil` where there is no such answer.
        package func score(answer index: Int) -> Int? {
            guard answers.indices.contains(index) else { return nil }
            return isReversed ? index + 1 : answers.count - index
        }
    }

    /// The items, in their order. The sixth has no scale in the source; this one is our choice.
    package static let items = [
        Item(heading: "Akut behandling", answers: praise, isReversed: false),
        Item(heading: "Ventetid", answers: amount, isReversed: true),
        Item(heading: "Behandlingen", answers: praise, isReversed: false),
        Item(heading: "Behandlingens indhold", answers: amount, isReversed: false),
        Item(heading: "Kontakt med din behandler", answers: wish, isReversed: false),
        Item(heading: "Samarbejde med andre", answers: wish, isReversed: false),
        Item(heading: "Information", answers: wish, isReversed: false),
    ]

    /// The mean of an item's scores; `nil` when there are too few to be published.
    package static func mean(_ scores: [Int]) -> Double? {
        guard scores.count >= answersMin else { return nil }
        return Double(scores.reduce(0, +)) / Double(scores.count)
    }

    private static let praise = [
        "Strålende, kunne ikke være bedre", "Godt", "Både godt og skidt", "Ret dårligt",
        "Elendigt, kunne ikke være værre",
    ]
    private static let amount = ["Meget", "En hel del", "Noget", "Lidt", "Slet ikke"]
    private static let wish = [
        "Ja, lige så meget jeg kunne ønske", "Ja, i høj grad", "Ja, til en vis grad",
        "Ja, en smule", "Nej, slet ikke",
    ]
}
