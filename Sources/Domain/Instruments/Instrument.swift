/// A questionnaire or scale whose answers add up to a number.
///
/// The arithmetic is the same for all: every item has its allowed scores, items that share a
/// number are alternatives of which the higher counts, and one missing answer means no total.
/// What a total means is a matter of the edition, because cut-offs disagree between sources.
package struct Instrument: Hashable, Sendable {
    /// Its short name: `audit`.
    package let code: String
    /// Raised whenever a word or a score changes; a result keeps the version it was made with.
    package let version: Int
    /// Its name as staff say it.
    package let name: String
    /// What is asked about, and in which period.
    package let introduction: String
    /// The items, in the order they are asked.
    package let items: [InstrumentItem]
    /// What one point counts in the total; 4 in WHO-5, else 1.
    package let factor: Int
    /// The ways to read a total, the default one first.
    package let editions: [InstrumentEdition]
    /// Where it comes from, and on which terms it may be used.
    package let origin: InstrumentOrigin
    /// Who fills it in, which way is better, what is measured again, and what staff must be told.
    package let use: InstrumentUse

    init(
        _ code: String, _ name: String, version: Int = 1, introduction: String, factor: Int = 1,
        items: [InstrumentItem], editions: [InstrumentEdition], origin: InstrumentOrigin,
        use: InstrumentUse = InstrumentUse()
    ) {
        self.code = code
        self.version = version
        self.name = name
        self.introduction = introduction
        self.factor = factor
        self.items = items
        self.editions = editions
        self.origin = origin
        self.use = use
    }

    /// The highest total there is.
    package var totalMax: Int { factor * total(of: items.map(\.scoreMax)) }
    /// The lowest total there is.
    package var totalMin: Int { factor * total(of: items.map(\.scoreMin)) }

    /// Adds the answers up.
    ///
    /// - Parameters:
    ///   - answers: One for each item, `nil` where it is missing.
    ///   - edition: How the total is read; the default edition where it is `nil`.
    /// - Throws: ``InstrumentFault`` when an answer is none of the item's scores.
    package func score(
        _ answers: [Int?], edition: String? = nil
    ) throws(InstrumentFault) -> InstrumentScore {
        try check(answers)
        let missing = zip(items, answers).filter { $0.1 == nil }.map(\.0.label)
        guard missing.isEmpty else {
            return InstrumentScore(total: nil, band: nil, missing: missing, edition: edition)
        }
        let total = factor * total(of: answers.map { $0 ?? 0 })
        guard let reading = self.edition(edition) else { throw .unknownEdition }
        return InstrumentScore(
            total: total, band: reading.band(of: total),
            missing: [], edition: reading.id)
    }

    /// An edition by its id; the default one for `nil`.
    package func edition(_ id: String?) -> InstrumentEdition? {
        id.map { id in editions.first { $0.id == id } } ?? editions.first
    }

    /// The edition that is meant for somebody: the first whose sex and age are hers. One that is
    /// meant for some only is passed over for whom it is not known to fit.
    package func edition(for sex: Sex?, age: Int?) -> InstrumentEdition? {
        editions.first { $0.fits(sex, age) } ?? editions.first
    }

    private func check(_ answers: [Int?]) throws(InstrumentFault) {
        guard answers.count == items.count else {
            throw .wrongNumberOfAnswers(expected: items.count, given: answers.count)
        }
        for (item, answer) in zip(items, answers) {
            guard let answer else { continue }
            guard item.allows(answer) else {
                throw .notAllowed(item: item.label, answer: answer)
            }
        }
    }

    /// Of the items that share a number, the highest counts.
    private func total(of scores: [Int]) -> Int {
        Dictionary(zip(items.map(\.number), scores), uniquingKeysWith: max).values.reduce(0, +)
    }
}

/// One question of an instrument.
package struct InstrumentItem: Hashable, Sendable {
    /// One answer and what it counts.
    package struct AnswerChoice: Hashable, Sendable {
        /// What it counts.
        package let score: Int
        /// The words to tick; empty where the scale has only numbers.
        package let text: String
    }

    /// Its number; alternatives share one.
    package let number: Int
    /// `8a`: the number, and which alternative it is.
    package let label: String
    /// The question.
    package let text: String
    /// The answers, in the order they are shown.
    package let choices: [AnswerChoice]
    /// The marks of a line that may be set anywhere between two ends; then there are no choices.
    package let marks: ClosedRange<Int>?

    init(_ number: Int, part: String = "", _ text: String, _ choices: [AnswerChoice]) {
        self.number = number
        label = "\(number)\(part)"
        self.text = text
        self.choices = choices
        marks = nil
    }

    init(_ number: Int, part: String = "", _ text: String, marks: ClosedRange<Int>) {
        self.number = number
        label = "\(number)\(part)"
        self.text = text
        choices = []
        self.marks = marks
    }

    /// The highest score it has.
    package var scoreMax: Int { marks?.upperBound ?? choices.map(\.score).max() ?? 0 }
    /// The lowest score it has.
    package var scoreMin: Int { marks?.lowerBound ?? choices.map(\.score).min() ?? 0 }

    /// Whether a score is one of its own.
    package func allows(_ score: Int) -> Bool {
        marks?.contains(score) ?? choices.contains { $0.score == score }
    }

    /// What was answered, in its own words where it has some.
    package func words(of score: Int) -> String? {
        choices.first { $0.score == score }.flatMap { $0.text.utf8.isEmpty ? nil : $0.text }
    }
}

/// One way to read an instrument's total.
package struct InstrumentEdition: Hashable, Sendable {
    /// A range of totals and what it means.
    package struct Band: Hashable, Sendable {
        /// The totals.
        package let range: ClosedRange<Int>
        /// Its short name: `harmful`.
        package let code: String
        /// What staff call it.
        package let name: String

        init(_ range: ClosedRange<Int>, _ code: String, _ name: String) {
            self.range = range
            self.code = code
            self.name = name
        }
    }

    /// Its short name; stored with the score, so that a later edition does not reread an old one.
    package let id: String
    /// Where the cut-offs come from.
    package let source: String
    /// For whom it is; `nil` for either sex.
    package let sex: Sex?
    /// For whom it is, by age; `nil` for every age.
    package let ages: ClosedRange<Int>?
    /// The bands, lowest first, without gaps.
    package let bands: [Band]

    init(
        _ id: String, source: String, sex: Sex? = nil, ages: ClosedRange<Int>? = nil,
        _ bands: [Band]
    ) {
        self.id = id
        self.source = source
        self.sex = sex
        self.ages = ages
        self.bands = bands
    }

    /// What a total means in it.
    package func band(of total: Int) -> Band? { bands.first { $0.range.contains(total) } }

    func fits(_ sex: Sex?, _ age: Int?) -> Bool {
        if let own = self.sex, own != sex { return false }
        guard let ages else { return true }
        return age.map { ages.contains($0) } ?? false
    }
}

/// What came out of an instrument.
package struct InstrumentScore: Hashable, Sendable {
    /// The total; `nil` when an answer is missing. Half a form has no half total.
    package let total: Int?
    /// What the total means in the edition.
    package let band: InstrumentEdition.Band?
    /// The labels of the unanswered items.
    package let missing: [String]
    /// The edition by which it was read.
    package let edition: String?

    /// Whether every item was answered.
    package var isComplete: Bool { missing.isEmpty }
}

/// Answers that cannot be scored.
package enum InstrumentFault: Error, Hashable, Sendable {
    /// More or fewer answers than items.
    case wrongNumberOfAnswers(expected: Int, given: Int)
    /// An answer that the item does not have, such as 1 in AUDIT's ninth.
    case notAllowed(item: String, answer: Int)
    /// An edition the instrument does not have.
    case unknownEdition
}

extension [InstrumentItem.AnswerChoice] {
    /// Numbers without words, as in a rating scale.
    static func scale(_ scores: ClosedRange<Int>) -> Self {
        scores.map { .init(score: $0, text: "") }
    }

    /// Words with their scores, in order.
    static func words(_ words: (Int, String)...) -> Self {
        words.map { .init(score: $0.0, text: $0.1) }
    }
}
