/// What invented people write, and what is noted about them: short, plain, and about nobody.
enum DemoWords {
    static let wishes = [
        "Jeg drikker hver aften og vil gerne holde op.",
        "Det er blevet for meget i weekenden. Jeg vil gerne have hjælp.",
        "Jeg har prøvet selv, men falder i igen.",
        "Jeg sover dårligt og drikker for at kunne sove.",
        "Min læge sagde, at I måske kan hjælpe.",
        "",
    ]
    static let advice = [
        "Jeg er i tvivl, om jeg drikker for meget.",
        "Hvad koster det, og kan min arbejdsgiver se det?",
    ]
    static let relatives = [
        "Min bror drikker hver dag. Hvad kan jeg gøre?",
        "Jeg er bekymret for min mor.",
        "Vi har børn, og jeg ved ikke, hvad jeg skal sige til dem.",
    ]
    static let notes = [
        "Opdigtet notat: har haft tre dage uden alkohol. Sover bedre.",
        "Opdigtet notat: talte om de svære aftener. Vil ringe til en ven først.",
        "Opdigtet notat: mål for ugen aftalt.",
        "Opdigtet notat: god uge. Fortsætter som aftalt.",
    ]
}
