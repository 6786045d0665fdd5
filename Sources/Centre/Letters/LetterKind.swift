internal import Domain
internal import HTML
internal import Records

/// What a letter is made of: the case as it stands, who it is to, and what the writer adds.
struct LetterContent: Sendable {
    let state: CaseState
    /// Name and address, a line each.
    let recipient: [String]
    /// The writer's own words; empty where the letter says everything itself.
    let words: String

    init(_ state: CaseState, to recipient: [String], saying words: String = "") {
        self.state = state
        self.recipient = recipient
        self.words = words
    }

    var name: String { recipient.first ?? "" }
    var profile: CentreProfile { state.standard.profile }
    var phone: String { profile.phone }
    /// `2026-0407`: how a letter to others names a citizen who may be anonymous.
    var number: String { state.ref.number.description }
    var standard: QualityStandard { state.standard.standard }

    /// A provision as the law stood that day: no letter names a paragraph of its own.
    func law(_ subject: Law.Subject) -> String { Law.citation(subject, on: state.today) }
}

/// A kind of letter: what it is called, its version, and how its text is made for a case.
protocol LetterKind: Sendable {
    /// As the ledger keeps it. Never changed: old letters name it.
    static var id: String { get }
    /// Raised whenever a word of it changes; a letter keeps the text it was made with.
    static var version: Int { get }
    /// As staff choose it, and as its subject line says it.
    static var title: String { get }
    /// What to write where the letter needs words of the writer's own; nil where it needs none.
    static var asksFor: String? { get }

    /// The text for a case as it stands; nil where the letter says nothing true of it.
    static func paragraphs(_ letter: LetterContent) -> [String]?
}

extension LetterKind {
    static var asksFor: String? { nil }
}

/// The letters there are.
enum LetterKinds {
    static let all: [any LetterKind.Type] = [
        EnquiryReceivedLetter.self, EnrolmentLetter.self, ConsentLetter.self,
        ComplaintGuidanceLetter.self, RecordsAnswerLetter.self,
        PaymentCommitmentLetter.self, AssessmentCommitmentLetter.self, ProviderStatusLetter.self,
        ProviderBreakLetter.self, ProviderChangeLetter.self, SupervisionLetter.self,
    ]

    /// Those that only their own acts make.
    private static let ofActs: [any LetterKind.Type] = [RecordsDelayLetter.self]

    static func kind(_ id: String) -> (any LetterKind.Type)? {
        (all + ofActs).first { $0.id.utf8.elementsEqual(id.utf8) }
    }
}
