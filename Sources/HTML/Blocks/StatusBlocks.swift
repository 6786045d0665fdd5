extension BuildingBlock {
    static var statusBlocks: [BuildingBlock] { [statuses, tagRow, tileRow, clocks] }

    private static var statuses: BuildingBlock {
        BuildingBlock(
            "status", "Status", "Ikon og ord. Farven siger aldrig noget alene.",
            [
                Example(
                    "De fire vægte",
                    """
                    <p>\(statusTag("Overskredet 2 dage · ingen tid", .late)) \
                    \(statusTag("Frist i dag · tid kl. 14.00", .soon)) \
                    \(statusTag("Opfyldt på dag 10", .kept)) \
                    \(statusTag("Tæller ikke (rådgivning)", .outside))</p>
                    """),
                Example(
                    "I en sætning",
                    "<p>Planen skulle ses igen \(statusTag("den 3. november, 9 dage siden", .late))</p>"
                ),
            ])
    }

    private static var tagRow: BuildingBlock {
        BuildingBlock(
            "maerker", "Mærker", "Det, der ikke må overses om en person.",
            [
                Example(
                    "Flere",
                    tags([
                        Tag("Akut", .late), Tag("Gravid", .soon),
                        Tag("Børn under 18 hjemme", .soon),
                        Tag("Anonym"), Tag("Navne- og adressebeskyttelse"), Tag("Tolk: polsk"),
                        Tag("Værge"),
                    ])),
                Example("Et i en linje", "<p>Bo \(tag(Tag("Pårørende")))</p>"),
            ])
    }

    private static var tileRow: BuildingBlock {
        BuildingBlock(
            "tal", "Dagens tal", "Hvert tal fører til sin liste. Nul har ingen farve.",
            [
                Example(
                    "Fire tal",
                    tiles([
                        Tile(2, "overskredet", id: "tal-1", .late, to: "/overblik"),
                        Tile(5, "frist inden for 7 dage", id: "tal-2", .soon, to: "/overblik"),
                        Tile(0, "uden tid", id: "tal-3", .soon, to: "/overblik"),
                        Tile(74, "opfyldt i år", id: "tal-4", .kept, to: "/overblik"),
                    ]))
            ])
    }

    private static var clocks: BuildingBlock {
        BuildingBlock(
            "ur", "Behandlingsgarantiens ur", "Ord først, så dagene som en bjælke, så datoerne.",
            [
                Example(
                    "Løber, med tid",
                    clockBox(
                        ClockBox(
                            id: "ur-a", heading: "Behandlingsgaranti, med tid", .soon,
                            headline: "4 dage tilbage · tid i dag kl. 10.00",
                            received: "man. den 2. november", lastDay: "man. den 16. november",
                            today: 10, beginning: .booked(onDay: 10, "i dag kl. 10.00 hos Anne"),
                            because: [
                                "Borgeren bad om behandling den 2. november. Det er dag 0.",
                                "Behandlingen skal begynde senest 14 dage efter.",
                            ]))),
                Example(
                    "Løber, uden tid",
                    clockBox(
                        ClockBox(
                            id: "ur-b", heading: "Behandlingsgaranti, uden tid", .outside,
                            headline: "12 dage tilbage · ingen tid",
                            received: "tir. den 10. november", lastDay: "tir. den 24. november",
                            today: 2))),
                Example(
                    "Overskredet",
                    clockBox(
                        ClockBox(
                            id: "ur-c", heading: "Behandlingsgaranti, overskredet", .late,
                            headline: "Overskredet 2 dage · tid den 14-11",
                            received: "tir. den 27. oktober", lastDay: "tir. den 10. november",
                            today: 16,
                            beginning: .booked(onDay: 18, "lør. den 14. november kl. 9.00")))),
                Example(
                    "Langt overskredet",
                    clockBox(
                        ClockBox(
                            id: "ur-d", heading: "Behandlingsgaranti, langt overskredet", .late,
                            headline: "Overskredet 251 dage · ingen tid",
                            received: "den 20. februar", lastDay: "den 6. marts", today: 265))),
                Example(
                    "Opfyldt",
                    clockBox(
                        ClockBox(
                            id: "ur-e", heading: "Behandlingsgaranti, opfyldt", .kept,
                            headline: "Opfyldt på dag 10",
                            received: "man. den 2. november", lastDay: "man. den 16. november",
                            today: nil, beginning: .began(onDay: 10, "tor. den 12. november")))),
                Example(
                    "Ingen frist",
                    clockBox(
                        id: "ur-f", heading: "Behandlingsgaranti, rådgivning",
                        withoutDeadline: "Tæller ikke (rådgivning)",
                        "Fristen løber fra den dag, borgeren selv ønsker behandling.")),
            ])
    }
}
