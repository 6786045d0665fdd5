/// WHO-5: well-being in the last two weeks, as a percentage.
package enum WHO5 {
    /// Five items, 0–100 in steps of four.
    package static let instrument = Instrument(
        "who-5", "WHO-5", introduction: "Hvordan har du haft det i de seneste to uger?",
        factor: 4,
        items: [
            InstrumentItem(1, "Jeg har været glad og i godt humør", howMuch),
            InstrumentItem(2, "Jeg har følt mig rolig og afslappet", howMuch),
            InstrumentItem(3, "Jeg har følt mig aktiv og energisk", howMuch),
            InstrumentItem(4, "Jeg er vågnet frisk og udhvilet", howMuch),
            InstrumentItem(
                5, "Min dagligdag har været fyldt med ting, der interesserer mig", howMuch),
        ],
        editions: [
            // Totals are multiples of four, so 50 itself cannot occur.
            InstrumentEdition(
                "dk", source: "vidensportal.dk",
                [
                    .init(0...35, "high-risk", "stor risiko for depression eller stress"),
                    .init(36...50, "risk", "risiko for depression eller stress"),
                    .init(51...100, "none", "ikke umiddelbart risiko"),
                ])
        ],
        origin: InstrumentOrigin(
            source: "Verdenssundhedsorganisationen (WHO)", licence: "Fri at bruge"),
        use: InstrumentUse(better: .higher, sureChange: 10))

    private static let howMuch: [InstrumentItem.AnswerChoice] = .words(
        (5, "Hele tiden"), (4, "Det meste af tiden"), (3, "Lidt mere end halvdelen af tiden"),
        (2, "Lidt mindre end halvdelen af tiden"), (1, "Lidt af tiden"),
        (0, "På intet tidspunkt"))
}
