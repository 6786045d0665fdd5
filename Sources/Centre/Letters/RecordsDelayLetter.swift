internal import Domain
internal import Records

/// The letter that says that the answer is late. Its act makes it; it is not among those to choose from.
enum RecordsDelayLetter: LetterKind {
    static let id = "records-delay"
    static let version = 1
    static let title = "Din anmodning om aktindsigt tager længere tid"

    /// What the letter is about.
    struct Values: Sendable {
        let name: String
        let askedOn: String
        let due: String
        let why: String
        let expectedOn: String
        let phone: String
    }

    private static let text: LetterTemplate<Values> = """
        Kære \(\.name)

        Du bad \(\.askedOn) om at se, hvad der står i din sag. Vi skulle svare senest \(\.due).

        Det kan vi ikke nå, fordi \(\.why)

        Vi regner med, at du får svar senest \(\.expectedOn). Vi er kede af, at du skal vente.

        Vi skriver til dig, fordi du har ret til at få at vide, hvorfor det trækker ud, og hvornår du kan regne med \
        et svar. Det står i offentlighedslovens § 36, stk. 2. Har du spørgsmål, så ring til os på \(\.phone).
        """

    static func paragraphs(_ values: Values) -> [String] { text.paragraphs(values) }

    static func paragraphs(_ letter: LetterContent) -> [String]? { nil }
}
