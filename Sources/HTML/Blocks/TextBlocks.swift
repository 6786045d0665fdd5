extension BuildingBlock {
    static var textBlocks: [BuildingBlock] { [comparisons, letters] }

    private static var comparisons: BuildingBlock {
        let old = "Mål: 0 dage med alkohol i uger med børnene.\nSamtale hver uge hos Anne."
        let new =
            "Mål: 0 dage med alkohol, når børnene er hjemme.\nSamtale hver anden uge hos Anne."
        return BuildingBlock(
            "forskelle", "Forskel på to udgaver",
            "Hvad der gik, og hvad der kom, også for den, der lytter.",
            [
                Example(
                    "Side om side",
                    comparison(
                        Version("Version 2, den 3. august", old), Version("Version 3, kladde", new),
                        id: "forskel-a")),
                Example("I én tekst", comparedText(from: old, to: new)),
                Example(
                    "Ens",
                    comparison(
                        Version("Din", old), Version("Annes, kl. 10.41", old), id: "forskel-b")),
            ])
    }

    private static var letters: BuildingBlock {
        BuildingBlock(
            "breve", "Brev", "A4 med adressen bag ruden. Afgørelsen og vejledningen deles ikke.",
            [
                Example(
                    "Afslag, udkast",
                    letterSheet(
                        Letter(
                            sender: ["Torvehuset", "Lyngby Torv 16", "2800 Lyngby"],
                            recipient: ["Bo Hansen", "Eksempelvej 14, 2. tv.", "2800 Lyngby"],
                            facts: [
                                ("Dato", "17. november 2026"), ("Sag", "2026-0371"),
                                ("Skrevet af", "Anne Madsen"), ("Telefon", phoneLink("12345678")),
                            ], subject: "Svar på din ansøgning om døgnbehandling",
                            """
                            <p>Vi tilbyder dig i stedet ambulant behandling hos os. Det betyder, at du \
                            kommer til samtaler her to gange om ugen.</p>
                            <p>Vi har lagt vægt på, at du ikke har prøvet ambulant behandling før, og at \
                            du har en bolig og et netværk, der støtter dig.</p>
                            """,
                            decision:
                                "<p>Kommunen har besluttet, at du ikke kan få døgnbehandling nu.</p>",
                            guidance: Letter.ComplaintGuidance(
                                "Sådan klager du",
                                """
                                <p>Du kan klage, hvis du ikke er enig. Skriv eller ring til os senest 4 uger \
                                efter, at du har fået brevet.</p>
                                """),
                            closing: ["Venlig hilsen", "Anne Madsen"], status: "Udkast"),
                        id: "brev-a"))
            ])
    }
}
