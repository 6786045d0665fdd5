extension BuildingBlock {
    static var caseBlocks: [BuildingBlock] { [bars, columnsBlock, timelines, dueDates] }

    private static var bars: BuildingBlock {
        BuildingBlock(
            "hvem", "Hvem siden handler om", "Bliver stående øverst, mens siden læses.",
            [
                Example(
                    "Fuld",
                    identityBar(
                        IdentityBar(
                            name: "Bo Hansen", age: "47 år", caseNumber: "2026-0407",
                            responsible: "Anne Madsen", maskedCPR: "07••••-••••",
                            showsCPR: form(
                                "/sager", token: "opdigtet",
                                button("Vis", .quiet, about: "cpr-nummeret")),
                            phone: phoneLink("20304050"),
                            contactRule:
                                "Ring kun. Læg ikke besked, og sig ikke, hvor du ringer fra",
                            flags: [
                                Tag("Børn under 18 hjemme", .soon), Tag("Kører bil"),
                                Tag("Tolk: polsk"),
                            ],
                            facts: [
                                ("Garanti", statusTag("Opfyldt på dag 10", .kept)),
                                ("Næste tid", "tor. 19-11 kl. 10.00"), ("Plan", "ses senest 3-2"),
                            ]))),
                Example(
                    "Anonym, lukket, ord ved telefonen",
                    identityBar(
                        IdentityBar(
                            name: "Fuglen", isAlias: true, caseNumber: "2026-0117", state: "lukket",
                            phone: phoneLink("20304050 hos mormor")))),
            ])
    }

    private static var columnsBlock: BuildingBlock {
        BuildingBlock(
            "spalter", "To spalter", "Historien til venstre, det, der står fast, til højre.",
            [
                Example(
                    "Fra 960 pixel",
                    caseColumns(
                        acts: [
                            buttonLink("Skriv notat", to: "/sager"),
                            buttonLink("Tilbyd en tid", to: "/sager", .secondary),
                        ],
                        story: panel(
                            "spalte-a", "Seneste notat",
                            "<p>Har haft 3 dage uden alkohol. Sover bedre. Vil tale med sin søster.</p>"
                        ),
                        facts: panel(
                            "spalte-b", "Næste tid", "<p>Torsdag den 19. november kl. 10.00</p>")))
            ])
    }

    private static var timelines: BuildingBlock {
        BuildingBlock(
            "tidslinjer", "Tidslinje",
            "Nyeste først. Det, der er rettet, bliver stående med streg over.",
            [
                Example("Fuld", timeline(days, id: "linje-a", filters: filters, whenEmpty: "")),
                Example(
                    "Tom",
                    timeline(
                        [], id: "linje-b", heading: "Tidslinje, tom",
                        whenEmpty: "Der er ingen notater af den slags. Vælg Alle for at se resten.")
                ),
            ])
    }

    private static var filters: HTML {
        filterLinks(
            [
                FilterLink("Alle", to: "/sager", isChosen: true),
                FilterLink("Notater", to: "/sager"),
                FilterLink("Kontakter", to: "/sager"), FilterLink("Målinger", to: "/sager"),
            ], id: "linje-filter")
    }

    private static var days: [TimelineDay] {
        [
            TimelineDay(
                "2026-11-12", "torsdag den 12. november 2026",
                [
                    TimelineEntry(
                        time: "10.55", "Samtale 60 min (kom)", by: "Anne Madsen",
                        text:
                            "Har haft 3 dage uden alkohol.\nSover bedre. Vil tale med sin søster.",
                        more: link("Ret", to: "/sager", about: "notatet den 12. november")),
                    TimelineEntry(
                        time: "8.02", "Notat", by: "Anne Madsen",
                        text: "Ringede og spurgte til medicin.",
                        strike: TimelineStrike(
                            .removed, "den 12. november kl. 8.10", by: "Anne Madsen",
                            why: "skrevet på en forkert sag")),
                ]),
            TimelineDay(
                "2026-11-10", "tirsdag den 10. november 2026",
                [
                    TimelineEntry(
                        "Flyttede tiden", by: "Rikke Olsen", note: "skrevet den 11. november"),
                    TimelineEntry(
                        time: "9.14", "Ansvarlig: Anne Madsen", by: "Rikke Olsen", isMinor: true),
                ]),
        ]
    }

    private static var dueDates: BuildingBlock {
        BuildingBlock(
            "frister", "Frister", "Nærmeste først, med vægt og beregning.",
            [
                Example(
                    "Flere",
                    dateList(
                        [
                            DatedLine(
                                .late, when: "den 3. november, 9 dage siden", "Planen ses igen",
                                because: [
                                    "Planen blev aftalt den 3. august.",
                                    "Den ses igen efter 3 måneder.",
                                ],
                                action: link("Se planen igen", to: "/sager")),
                            DatedLine(.soon, when: "fredag den 20. november", "Samtykke udløber"),
                            DatedLine(
                                .outside, when: "den 12. maj 2027", "Opfølgning 6 måneder efter"),
                        ], id: "frister-a", whenEmpty: "")),
                Example(
                    "Tom",
                    dateList(
                        [], id: "frister-b",
                        whenEmpty: "Ingen frister. Den næste kommer, når planen er aftalt.")),
            ])
    }
}
