/// Kessler's K10: psychological distress in the last four weeks.
package enum K10 {
    /// Ten items scored 1–5, 10–50.
    package static let instrument = make("k10", lowest: 1, editions: [australian, clinical])

    /// The American variant: the same items scored 0–4, 0–40. Its totals are ten lower, so the
    /// variant is stored with the score.
    package static let americanVariant = make(
        "k10-us", lowest: 0,
        editions: [
            InstrumentEdition("total", source: "US variant", [.init(0...40, "total", "sum")])
        ])

    private static let australian = InstrumentEdition(
        "abs", source: "Australian Bureau of Statistics",
        [
            .init(10...15, "low", "lav belastning"),
            .init(16...21, "moderate", "moderat belastning"),
            .init(22...29, "high", "høj belastning"),
            .init(30...50, "very-high", "meget høj belastning"),
        ])

    private static let clinical = InstrumentEdition(
        "clinical", source: "Andrews og Slade",
        [
            .init(10...19, "well", "sandsynligvis uden lidelse"),
            .init(20...24, "mild", "let"), .init(25...29, "moderate", "moderat"),
            .init(30...50, "severe", "svær"),
        ])

    private static func make(
        _ code: String, lowest: Int, editions: [InstrumentEdition]
    ) -> Instrument {
        let words = [
            "Slet ikke", "Lidt af tiden", "Noget af tiden", "Det meste af tiden", "Hele tiden",
        ]
        let choices = words.enumerated().map {
            InstrumentItem.AnswerChoice(score: lowest + $0.offset, text: $0.element)
        }
        return Instrument(
            code, "K10", introduction: "Hvor tit har du i de seneste fire uger følt dig …",
            items: zip(1..., feelings).map { InstrumentItem($0, $1, choices) },
            editions: editions,
            origin: InstrumentOrigin(
                source: "R. Kessler, Harvard Medical School", licence: "Fri at bruge"),
            use: InstrumentUse(better: .lower))
    }

    private static let feelings = [
        "træt uden god grund", "nervøs", "så nervøs, at intet kunne berolige dig", "håbløs",
        "rastløs eller urolig", "så rastløs, at du ikke kunne sidde stille", "nedtrykt",
        "som om alt var en anstrengelse", "så ked af det, at intet kunne muntre dig op",
        "værdiløs",
    ]
}
