extension BuildingBlock {
    static var pageBlocks: [BuildingBlock] {
        [heads, notices, confirmations, check, stepRow, tabRow, folds, front, headerParts]
    }

    private static var heads: BuildingBlock {
        BuildingBlock(
            "hoved", "Sidens hoved og et ark", "Overskriften står ét sted, handlingerne til højre.",
            [
                Example(
                    "Et ark med handlinger",
                    panel(
                        "ark-a", "Næste aftale", actions: [button("Flyt tiden", .secondary)],
                        "<p>Torsdag den 19. november kl. 10.00 hos Anne Madsen, cirka 1 time.</p>")),
                Example(
                    "Tomt",
                    panel(
                        "ark-b", "Breve",
                        emptyState("Der er ingen breve.", next: link("Skriv et brev", to: "/sager"))
                    )),
            ])
    }

    private static var notices: BuildingBlock {
        BuildingBlock(
            "beskeder", "Beskeder", "Kun til det, der er brug for nu.",
            [
                Example(
                    "De fire slags",
                    """
                    \(notice(.info, "<p>Ringer en pårørende? Så sig ikke, om borgeren er kendt her.</p>"))
                    \(notice(.good, "<p>Sikkerhedskopien er gendannet på prøve.</p>"))
                    \(notice(.warning, "<p>Sletning kan ikke fortrydes.</p>"))
                    \(notice(.error, "<p>Der er en fejl hos os. Din tekst er gemt. Fejlnummer 7F3A.</p>"))
                    """),
                Example(
                    "Med overskrift",
                    notice(
                        .warning, id: "obs", heading: "Vær opmærksom på",
                        "<ul><li>Samtykket er fra den 3. november 2025 og gælder ikke længere.</li></ul>"
                    )),
            ])
    }

    private static var confirmations: BuildingBlock {
        BuildingBlock(
            "bekraeftelser", "Bekræftelse",
            "Efter hver handling: hvad, hvornår og hvad der så sker.",
            [
                Example(
                    "Med fortryd",
                    confirmationBanner(
                        "Tiden torsdag den 19. november kl. 10.00 er tilbudt.", when: "Kl. 9.14.",
                        next: "Borgeren får en sms i morgen kl. 8.",
                        undo: form(
                            "/sager", token: "opdigtet",
                            button("Fortryd", .secondary, about: "tilbuddet den 19. november"))))
            ])
    }

    private static var check: BuildingBlock {
        BuildingBlock(
            "tjekside", "Tjekside", "Før noget, der ikke kan gøres om.",
            [
                Example(
                    "Udskrivning",
                    checkPage(
                        CheckPage(
                            title: "Tjek, før du afslutter",
                            [
                                SummaryRow("Sag", "2026-0407 · Bo Hansen"),
                                SummaryRow(
                                    "Årsag", "Færdigbehandlet",
                                    change: ("/sager", "årsagen")),
                                SummaryRow(
                                    "Dato", "torsdag den 12. november 2026",
                                    change: ("/sager", "datoen")),
                            ], warning: "Opfølgningen efter 1 og 6 måneder begynder fra denne dag.",
                            action: "/sager", token: "opdigtet",
                            carried: hiddenField("aarsag", "faerdig"), confirm: "Afslut sagen",
                            back: "/sager")))
            ])
    }

    private static var stepRow: BuildingBlock {
        BuildingBlock(
            "trin", "Trin", "Til borgere kun linjen; til personale trinene med hver sin side.",
            [
                Example("Linjen", stepCaption(2, of: 5)),
                Example(
                    "Trinene",
                    progressSteps(
                        [
                            Step("Udredning", .done, to: "/sager"),
                            Step("Indstilling", .done, to: "/sager"),
                            Step("Møde", .current), Step("Afgørelse", .ahead), Step("Brev", .ahead),
                        ], label: "Visitation")),
            ])
    }

    private static var tabRow: BuildingBlock {
        BuildingBlock(
            "faner", "Faner", "Links med hver sin adresse.",
            [
                Example(
                    "Sagens sider",
                    tabs(
                        [
                            Tab("Tidslinje", id: "fane-1", to: "/sager", isCurrent: true),
                            Tab("Plan", id: "fane-2", to: "/sager/plan"),
                            Tab("Aftaler", id: "fane-3", to: "/sager/aftaler"),
                            Tab(counted("Målinger", 3), id: "fane-4", to: "/sager/maalinger"),
                            Tab("Medicin", id: "fane-5", to: "/sager/medicin"),
                            Tab("Netværk", id: "fane-6", to: "/sager/netvaerk"),
                            Tab("Dokumenter", id: "fane-7", to: "/sager/dokumenter"),
                            Tab("Adgang", id: "fane-8", to: "/sager/adgang"),
                        ], label: "Sagens sider"))
            ])
    }

    private static var folds: BuildingBlock {
        BuildingBlock(
            "folder", "Foldet tekst", "Det, der kan læses, men ikke skal.",
            [
                Example(
                    "Lukket", fold("fold-a", "Tekniske oplysninger", "<p><code>9f2c…</code></p>")),
                Example(
                    "Åben",
                    fold(
                        "fold-b", "Tilbyd en tid", isOpen: true,
                        textField("fold-dato", label: "Dato", width: .eleven))),
            ])
    }

    private static var front: BuildingBlock {
        BuildingBlock(
            "forside", "Borgerens forside", "På ti sekunder: gratis, anonymt og snart.",
            [
                Example(
                    "Åbent nu",
                    """
                    \(frontDoor(
                        heading: "Hjælp til at drikke mindre – eller holde op",
                        lead: "Drikker du for meget? Eller drikker en, du holder af, for meget?",
                        "Vi kan hjælpe. Det er gratis. Du kan være anonym.",
                        doors: [
                            buttonLink("Jeg vil have hjælp", to: "/faa-hjaelp"),
                            buttonLink("Jeg er bekymret for en anden", to: "/paaroerende", .secondary),
                            buttonLink("Jeg er under 18", to: "/unge", .secondary),
                        ]))
                    \(openingSign(
                        isOpen: true, "Åbent nu til kl. 10.00",
                        hours: "Kom forbi uden tid: mandag, tirsdag, torsdag og fredag kl. 8.30-10.00."))
                    \(acuteCard(
                        id: "akut-a", heading: "Akut: Ring 112, hvis det er livsfarligt",
                        """
                        <p>Ring 112, hvis du eller en anden har kramper, ser syner, ikke kan vækkes \
                        eller vil tage sit liv.</p>
                        """))
                    """),
                Example(
                    "Lukket nu",
                    openingSign(
                        isOpen: false, "Vi åbner mandag kl. 8.30",
                        hours: "Du kan skrive til os nu. Vi svarer, når vi har åbent.")),
            ])
    }

    private static var headerParts: BuildingBlock {
        BuildingBlock(
            "sidehoved", "Sidehoved", "Søgning, tællere i menuen og mærket for en øvelse.",
            [
                Example(
                    "Søgning",
                    searchBox(
                        "/soeg", token: "opdigtet", field: "ord-a",
                        label: "Navn, telefon, cpr eller sag")),
                Example(
                    "Tæller",
                    "<p>\(counted("Modtagelse", 6)) · \(counted("Modtagelse", 0))</p>"),
                Example("Øvelse", practiceBanner()),
            ])
    }
}
