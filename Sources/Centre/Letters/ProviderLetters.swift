internal import Domain
internal import Records

// Letters to other authorities and places of treatment. They name the citizen by the number of the case, so that one of
// somebody anonymous says no more than another.

/// The municipality pays for a course elsewhere (betalingstilsagn).
enum PaymentCommitmentLetter: LetterKind {
    static let id = "payment-commitment"
    static let version = 1
    static let title = "Betalingstilsagn"
    static let asksFor: String? = "Skriv ydelsen, perioden, prisen og hvor regningen sendes"

    static func paragraphs(_ letter: LetterContent) -> [String]? {
        [
            "Til \(letter.name)",
            """
            \(letter.profile.municipality) betaler for behandling af borgeren i vores sag \
            \(letter.number). Det gælder sådan:
            """,
            letter.words,
            """
            Borgeren betaler ikke noget. Det står i \(letter.law(.alcoholTreatment)). Send regningen \
            til os, og skriv sagens nummer på den.
            """,
            "Giv os besked med det samme, hvis forløbet stopper. Ring på \(letter.phone).",
        ]
    }
}

/// The municipality lets an assessment begin, and medicine at once where it is needed (udredningstilsagn).
enum AssessmentCommitmentLetter: LetterKind {
    static let id = "assessment-commitment"
    static let version = 1
    static let title = "Udredningstilsagn"
    static let asksFor: String? = "Skriv, hvad udredningen omfatter, og hvem der følger sagen"

    static func paragraphs(_ letter: LetterContent) -> [String]? {
        let medicine =
            letter.standard.entries.first { $0.path == "visitation.medicineAtOnce" }?.value.bool
                == true
            ? "I kan begynde medicinsk behandling straks, når der er brug for det." : ""
        return [
            "Til \(letter.name)",
            "Vi siger ja til, at I udreder borgeren i vores sag \(letter.number).",
            letter.words, medicine,
            "Send jeres oplæg til os, så snart det er klar. Ring på \(letter.phone) ved spørgsmål.",
        ].filter { !$0.isEmpty }
    }
}

/// The place of treatment is asked how it goes, half-way and at the end (midtvejs- og afslutningsstatus).
enum ProviderStatusLetter: LetterKind {
    static let id = "provider-status"
    static let version = 1
    static let title = "Vi beder om en status"
    static let asksFor: String? = "Skriv, hvad I gerne vil vide, og hvornår I skal have svaret"

    static func paragraphs(_ letter: LetterContent) -> [String]? {
        [
            "Til \(letter.name)",
            "Borgeren i vores sag \(letter.number) er hos jer. Vi beder om en status.",
            """
            Skriv, hvad borgeren har fået, og hvordan det går med målene. Skriv også, om noget er \
            anderledes end aftalt, og hvad I foreslår bagefter.
            """,
            letter.words,
            "Send svaret sikkert til os. Har I spørgsmål, så ring på \(letter.phone).",
        ]
    }
}

/// Word that a course has broken off (afbrudsmeddelelse).
enum ProviderBreakLetter: LetterKind {
    static let id = "provider-break"
    static let version = 1
    static let title = "Forløbet er stoppet"
    static let asksFor: String? = "Skriv, hvornår og hvorfor forløbet stoppede, og hvad der sker nu"

    static func paragraphs(_ letter: LetterContent) -> [String]? {
        [
            "Til \(letter.name)",
            "Forløbet for borgeren i sag \(letter.number) er stoppet før tid.",
            letter.words,
            "Vi følger op hurtigst muligt. Ring til os på \(letter.phone).",
        ]
    }
}

/// Word of a change that touches what was agreed (ændringsmeddelelse).
enum ProviderChangeLetter: LetterKind {
    static let id = "provider-change"
    static let version = 1
    static let title = "Der er sket en ændring"
    static let asksFor: String? = "Skriv, hvad der er ændret, og hvad det betyder"

    static func paragraphs(_ letter: LetterContent) -> [String]? {
        [
            "Til \(letter.name)",
            "Der er sket en ændring, som har betydning for sag \(letter.number).",
            letter.words,
            "Har I spørgsmål, så ring til os på \(letter.phone).",
        ]
    }
}

/// What was agreed and what was given (tilsynsnotat, individuelt tilsyn).
enum SupervisionLetter: LetterKind {
    static let id = "supervision"
    static let version = 1
    static let title = "Notat om tilsyn"
    static let asksFor: String? =
        "Skriv, hvad der var aftalt, hvad der er givet, og hvad I har aftalt"

    static func paragraphs(_ letter: LetterContent) -> [String]? {
        [
            "Til \(letter.name)",
            "Vi har ført tilsyn med forløbet i sag \(letter.number).",
            letter.words,
            "Er I uenige i noget, så skriv til os. Vi kan også tales ved på \(letter.phone).",
        ]
    }
}
