extension BuildingBlock {
    static var chartBlocks: [BuildingBlock] { [bars, lines, stacks, shareTables] }

    private static var bars: BuildingBlock {
        let counts: [Double?] = [5, 9, 11, 12, 9, 8, 7, 4, 2, 1, 0, 1, 1, nil, 1, 3]
        let waiting = counts.enumerated().map { index, count -> Bar in
            let label: HTML = index == 15 ? "15+" : "\(index)"
            return count.map { Bar(label, $0, isLate: index == 15) } ?? Bar.tooFew(label)
        }
        let words = ChartWords(
            id: "soejler-a", heading: "Ventetid fra henvendelse til behandling",
            conclusion:
                "Halvdelen begyndte inden 3 dage. 9 af 10 begyndte inden 8 dage. 3 af 74 begyndte efter fristen.",
            count: "n = 74. 9 er stadig åbne og ikke med.", axis: "dage fra henvendelse")
        return BuildingBlock(
            "soejler", "Søjler", "Med fristen som en streg.",
            [
                Example(
                    "Ventetid",
                    barChart(
                        BarChart(words, waiting, deadline: "frist", columns: ("Dage", "Antal")))),
                Example(
                    "Tom",
                    barChart(
                        BarChart(
                            ChartWords(
                                id: "soejler-b", heading: "Ventetid i januar", conclusion: "",
                                count: ""),
                            [], columns: ("Dage", "Antal"),
                            whenEmpty: "Ingen er begyndt i perioden. Vælg en længere periode."))),
            ])
    }

    private static var lines: BuildingBlock {
        let months: [HTML] = [
            "jan.", "feb.", "mar.", "apr.", "maj", "juni", "juli", "aug.", "sep.",
        ]
        let series = { (values: [Double?]) in
            zip(months, values).enumerated().map { LinePoint(at: Double($0), $1.0, $1.1) }
        }
        let sums: [(Double, HTML, Double?)] = [
            (0, "12-8", 17.5), (7, "19-8", 19), (14, "26-8", 22.4), (21, "2-9", nil),
            (35, "16-9", 24.1),
            (49, "30-9", 27.3),
        ]
        return BuildingBlock(
            "kurver", "Kurver", "Et hul er et hul og aldrig et nul.",
            [
                Example(
                    "Et mål over tid med grænse og bånd",
                    lineChart(
                        LineChart(
                            ChartWords(
                                id: "kurve-a", heading: "ORS",
                                conclusion: "Summen er steget 9,8 siden start.",
                                count: "5 målinger. Den 2. september blev der ikke målt."),
                            [LineSeries("ORS", sums.map { LinePoint(at: $0.0, $0.1, $0.2) })],
                            range: 0...40, levels: [LevelLine(25, "grænse 25")],
                            band: ChangeBand(12.5...22.5, "ingen sikker ændring"), decimals: 1,
                            label: "Dato"))),
                Example(
                    "To kurver",
                    lineChart(
                        LineChart(
                            ChartWords(
                                id: "kurve-b", heading: "Ventetid pr. måned",
                                conclusion: "Medianen er faldet fra 8 til 6 dage.",
                                count: "n = 212. Åbne forløb er ikke med.", axis: "måned i 2026"),
                            [
                                LineSeries("median", series([8, 8, 7, 7, nil, 6, 7, 6, 6])),
                                LineSeries(
                                    "90-percentil", series([13, 14, 12, 12, 12, 11, 13, 12, 11])),
                            ], levels: [LevelLine(14, "frist 14 dage")], label: "Måned"))),
                Example(
                    "En måling",
                    lineChart(
                        LineChart(
                            ChartWords(
                                id: "kurve-c", heading: "AUDIT", conclusion: "En måling: 21.",
                                count: "1 måling"),
                            [LineSeries("AUDIT", [LinePoint(at: 0, "5-11", 21)])], range: 0...40,
                            label: "Dato"))),
                Example(
                    "Tom",
                    lineChart(
                        LineChart(
                            ChartWords(id: "kurve-d", heading: "SRS", conclusion: "", count: ""),
                            [],
                            label: "Dato"))),
            ])
    }

    private static var stacks: BuildingBlock {
        let weeks = (27...40).map { (week: Int) -> Stack in
            let (phone, net, walkIn) = (2 + week % 4, 1 + week % 3, week % 2)
            return Stack("\(week)", [phone, net, walkIn].map { Double($0) })
        }
        return BuildingBlock(
            "stabler", "Stabler", "Højst tre mønstre.",
            [
                Example(
                    "Henvendelser pr. uge",
                    stackedChart(
                        StackedChart(
                            ChartWords(
                                id: "stabel-a", heading: "Henvendelser pr. uge",
                                conclusion: "Seks af ti ringer.", count: "n = 84",
                                axis: "uge i 2026"),
                            series: ["telefon", "nettet", "fremmøde"], weeks, label: "Uge")))
            ])
    }

    private static var shareTables: BuildingBlock {
        BuildingBlock(
            "andele", "Andele", "Lange navne, et tal og en bjælke.",
            [
                Example(
                    "Årsager",
                    shareTable(
                        ChartWords(
                            id: "andel-a", heading: "Sådan sluttede forløbene",
                            conclusion: "Hver tredje blev færdigbehandlet.", count: "n = 74"),
                        columns: ("Årsag", "Antal"),
                        [
                            ShareLine("Færdigbehandlet", 25, "25 (34&nbsp;%)"),
                            ShareLine("Sluttede uden en afsluttende samtale", 24, "24 (32&nbsp;%)"),
                            ShareLine("Sluttede mod råd", 13, "13 (18&nbsp;%)"),
                            ShareLine("Flyttet til et andet behandlingssted", 12, "12 (16&nbsp;%)"),
                        ])),
                Example(
                    "Målt mod noget",
                    shareTable(
                        ChartWords(
                            id: "andel-b", heading: "Arbejdsbyrde i uge 46",
                            conclusion: "Per har flere timer, end der er plads til.",
                            count: "2 medarbejdere"),
                        columns: ("Medarbejder", "Timer"),
                        [
                            ShareLine("Anne Madsen", 22, "22 af 26", limit: 26),
                            ShareLine("Per Juhl", 29, "29 af 26", limit: 26),
                        ], limit: "de timer, der er plads til")),
                Example(
                    "Tom",
                    shareTable(
                        ChartWords(
                            id: "andel-c", heading: "Årsager i januar", conclusion: "", count: ""),
                        columns: ("Årsag", "Antal"), [])),
            ])
    }
}
