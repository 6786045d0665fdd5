extension BuildingBlock {
    static var listBlocks: [BuildingBlock] { [tables, filtering, pages, summaries] }

    private static var columns: [Column] {
        [
            Column("Sag", key: "sag"), "Status", "Borger", Column("Sidste dag", key: "frist"),
            .number("Dage", key: "dage"), "Ansvarlig", "Handling",
        ]
    }

    private static var rows: [DataRow] {
        [
            DataRow(
                [
                    link("2026-0398", to: "/sager"), statusTag("Overskredet 2 dage", .late), "K.L.",
                    "10-11 (ti)", "16", "Anne Madsen", action("2026-0398"),
                ], .late),
            DataRow(
                [
                    link("2026-0402", to: "/sager"), statusTag("Frist i dag · tid 14.00", .soon),
                    "anonym 117", "12-11 (to)", "14", "Per Juhl", action("2026-0402"),
                ], .soon),
            DataRow([
                link("2026-0410", to: "/sager"), statusTag("7 dage · tid 13-11", .outside), "T.S.",
                "19-11 (to)", "7", "–", action("2026-0410"),
            ]),
        ]
    }

    private static func action(_ number: String) -> HTML {
        rowActions([
            form("/sager", token: "opdigtet", button("Tag sagen", .secondary, about: "\(number)")),
            form("/sager", token: "opdigtet", button("Ring", .secondary, about: "\(number)")),
        ])
    }

    private static var tables: BuildingBlock {
        BuildingBlock(
            "tabeller", "Tabel",
            "Sortér ved et tryk på en overskrift. På en telefon er hver række et kort.",
            [
                Example(
                    "Sorteret, med knapper i rækkerne",
                    dataTable(
                        DataTable(
                            id: "tabel-a", caption: "Åbne forløb, nærmeste frist først",
                            columns: columns, rows: rows, whenEmpty: "",
                            state: ListState(sort: "frist"),
                            address: {
                                "/overblik?sort=\(word: $0.sort ?? "")&vej=\(word: $0.direction.rawValue)"
                            }))),
                Example(
                    "En række",
                    dataTable(
                        DataTable(
                            id: "tabel-b", caption: "Mine forløb", columns: columns,
                            rows: [rows[0]], whenEmpty: ""))),
                Example(
                    "Tom",
                    dataTable(
                        DataTable(
                            id: "tabel-c", caption: "", columns: columns, rows: [],
                            whenEmpty: "Ingen nye henvendelser. Den seneste kom onsdag kl. 16.15."))
                ),
                Example(
                    "Tal, der skal sammenlignes",
                    """
                    <div class="figures">
                    \(table(
                        id: "tabel-d", caption: "Nøgletal", columns: ["Tal", .number("2025"), .number("2026")],
                        rows: [["Overholdt", "93,1&nbsp;%", "95,9&nbsp;%"], ["Median, dage", "7", "6"]],
                        whenEmpty: ""))
                    </div>
                    """),
            ])
    }

    private static var filtering: BuildingBlock {
        BuildingBlock(
            "filtre", "Filtre", "Valget står i adressen og fjernes ved et tryk.",
            [
                Example(
                    "Links",
                    filterLinks(
                        [
                            FilterLink("Mine", to: "/overblik", isChosen: true),
                            FilterLink("Holdet", to: "/overblik"),
                            FilterLink("Alle", to: "/overblik"),
                        ], id: "vis-a", label: "Vis forløb")),
                Example(
                    "Felter og valgte filtre",
                    """
                    \(filterForm(
                        "/adgangslog", id: "filtrer-a",
                        """
                        \(textField("filter-fra", label: "Fra og med", value: "01-11-2026", width: .eleven))
                        \(select(
                            "filter-hvem", label: "Bruger",
                            choices: [Choice("anne", "Anne Madsen"), Choice("per", "Per Juhl")],
                            chosen: "anne", prompt: "Alle"))
                        """))
                    \(filterChips(
                        [
                            FilterChip("Bruger: Anne Madsen", without: "/adgangslog"),
                            FilterChip("Fra den 1. november 2026", without: "/adgangslog"),
                        ], clear: "/adgangslog"))
                    """),
            ])
    }

    private static var pages: BuildingBlock {
        BuildingBlock(
            "sider-alle", "Sider", "Hvor langt man er, og vejen videre.",
            [
                Example(
                    "Mange",
                    paging(
                        Paging(page: 5, size: 25, total: 312), id: "sider-a", label: "Sider, mange"
                    ) { "/sager?side=\($0)" }),
                Example(
                    "Første af to",
                    paging(Paging(page: 1, size: 25, total: 31), id: "sider-b", label: "Sider, to")
                    { "/sager?side=\($0)" }),
                Example(
                    "Én",
                    paging(Paging(page: 1, size: 25, total: 4), id: "sider-c") {
                        "/sager?side=\($0)"
                    }),
                Example(
                    "En log uden ende",
                    paging(
                        id: "sider-d", label: "Sider, log", newest: "/adgangslog",
                        older: "/adgangslog?foer=117")),
            ])
    }

    private static var summaries: BuildingBlock {
        BuildingBlock(
            "oversigt", "Oversigt", "Nøgle og værdi, måske med en vej til at rette.",
            [
                Example(
                    "Med ret",
                    summaryList([
                        SummaryRow(
                            "Hjælp til", "Mig selv",
                            change: ("/faa-hjaelp/hvem", "hvem det handler om")),
                        SummaryRow(
                            "Kontakt", "Ring 20 30 40 50, formiddag",
                            change: ("/faa-hjaelp/kontakt", "kontakt")),
                        SummaryRow("Alder", "Ikke oplyst"),
                    ]))
            ])
    }
}
