internal import Domain
internal import Records

/// What somebody is told when she is enrolled (informationsark): her rights, and what we do with what we know.
enum EnrolmentLetter: LetterKind {
    static let id = "enrolment-information"
    static let version = 1
    static let title = "Velkommen: det har du ret til"

    static func paragraphs(_ letter: LetterContent) -> [String]? {
        let notify =
            letter.standard.notifications.policeAfterInformed.value == true
            ? """
            Kører du bil, når du har drukket, har vi pligt til at tage det op med dig. Tror vi, at du \
            kører påvirket, giver vi politiet besked.
            """ : ""
        let authorised =
            letter.standard.notifications.authorisationAttention.value == true
            ? """
            Har du autorisation som for eksempel læge eller sygeplejerske, så sig det til os. Er vi \
            bekymrede for dit arbejde, kan vi have pligt til at give besked til Styrelsen for \
            Patientsikkerhed.
            """ : ""
        return [
            "Kære \(letter.name)",
            "Det er gratis at komme her. Det står i \(letter.law(.alcoholTreatment)).",
            "Du kan være anonym. Det står i \(letter.law(.anonymity)).",
            """
            Du kan vælge et andet sted til samtaler, hvis det er godkendt. Spørg os. Så hjælper vi \
            dig.
            """,
            """
            Vi har tavshedspligt. Vi giver kun noget videre, når du siger ja, eller når loven siger \
            det. Det står i \(letter.law(.confidentiality)).
            """,
            """
            Du må altid læse, hvad vi skriver om dig. Vi noterer, hver gang nogen åbner det. Du kan \
            få at vide, hvem det var.
            """,
            """
            Bor der børn hos dig, taler vi med dig om, hvordan de har det. Er vi bekymrede for et \
            barn, har vi pligt til at sige det til kommunen. Det står i \
            \(letter.law(.childNotification)).
            """,
            notify, authorised,
            "Er du ikke tilfreds, så sig det til os. Vi hjælper dig også med at klage.",
            "Har du spørgsmål, så ring til os på \(letter.phone).",
        ].filter { !$0.isEmpty }
    }
}

/// A consent to be signed (samtykkeerklæring).
///
/// - Law: Sundhedsloven §§ 43–44.
enum ConsentLetter: LetterKind {
    static let id = "consent-form"
    static let version = 1
    static let title = "Samtykke: må vi give noget videre?"
    static let asksFor: String? = "Skriv, hvad der gives videre, til hvem og hvorfor"

    static func paragraphs(_ letter: LetterContent) -> [String]? {
        guard let until = lastDay(letter) else { return nil }
        return [
            "Kære \(letter.name)",
            "Vi vil gerne have lov til at give det her videre: \(letter.words)",
            """
            Dit ja gælder højst et år, altså til og med \(until.inWords). Du kan tage det tilbage, når \
            du vil. Ring bare til os på \(letter.phone). Det står i \(letter.law(.consent)).
            """,
            "Siger du nej, kan du stadig få hjælp hos os.",
            "Jeg siger ja:", "Dato og underskrift: ______________________________",
        ]
    }

    /// The last day of a consent that is given today, as the rules count it.
    private static func lastDay(_ letter: LetterContent) -> CalendarDay? {
        let today = letter.state.today
        let given = Event(on: today, .consent(Consent(id: id, scope: [letter.name])))
        return deadlines(of: CaseHistory(events: [given]), under: letter.standard, on: today)
            .first { $0.kind == .consentExpiry(id: id) }?.due
    }
}

/// How to complain, on its own (klagevejledning): of the latest decision.
///
/// - Law: Forvaltningsloven § 25.
enum ComplaintGuidanceLetter: LetterKind {
    static let id = "complaint-guidance"
    static let version = 1
    static let title = "Sådan klager du over en afgørelse"

    static func paragraphs(_ letter: LetterContent) -> [String]? {
        let decided = letter.state.file.chronological.reversed().lazy.compactMap { entry in
            if case .decision(let decision) = entry.fact { (decision, entry.on) } else { nil }
        }.first
        guard let (decision, day) = decided else { return nil }
        let guidance = complaintGuidance(on: decision, dated: day, under: letter.standard)
        return [
            "Kære \(letter.name)",
            "Vi traf en afgørelse om \(decision.modality.danishName) \(day.inWords).",
        ] + guidanceText(guidance, delivery: decision.delivery, phone: letter.phone)
    }
}

/// The answer to whoever asked to see her records (aktindsigt).
enum RecordsAnswerLetter: LetterKind {
    static let id = "records-answer"
    static let version = 1
    static let title = "Her er det, du har bedt om at se"
    static let asksFor: String? = "Skriv, hvad der ligger i kuverten, og om noget er holdt tilbage"

    static func paragraphs(_ letter: LetterContent) -> [String]? {
        [
            "Kære \(letter.name)",
            "Du har bedt om at se, hvad vi har skrevet om dig. Her er det.",
            letter.words,
            "Din ret til at se det står i \(letter.law(.recordsAccess)).",
            """
            Er der noget, du ikke forstår, eller er noget forkert, så ring til os på \
            \(letter.phone). Så gennemgår vi det sammen.
            """,
        ]
    }
}
