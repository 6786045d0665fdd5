/// The Alcohol Use Disorders Identification Test of the World Health Organization.
///
/// Wording to be compared with Sundhedsstyrelsen's before it is printed.
package enum AUDIT {
    /// All ten items, 0–40.
    package static let instrument = Instrument(
        "audit", "AUDIT", introduction: "Spørgsmålene handler om det seneste år.",
        items: items,
        editions: [
            InstrumentEdition(
                "dk", source: "lex.dk",
                [
                    .init(0...7, "no-sign", "ingen tegn på problemer"),
                    .init(8...19, "harmful", "skadeligt forbrug"),
                    .init(20...40, "dependence", "tegn på afhængighed"),
                ]),
            InstrumentEdition(
                "who", source: "WHO, AUDIT manual",
                [
                    .init(0...7, "zone-1", "zone I"), .init(8...15, "zone-2", "zone II"),
                    .init(16...19, "zone-3", "zone III"), .init(20...40, "zone-4", "zone IV"),
                ]),
        ], origin: origin,
        use: InstrumentUse(
            better: .lower,
            parts: [
                .init("Forbrug (1-3)", items: ["1", "2", "3"]),
                .init("Afhængighed (4-6)", items: ["4", "5", "6"], sign: 4),
                .init("Skader (7-10)", items: ["7", "8", "9", "10"], sign: 4),
            ]))

    /// The first three items, 0–12. The line lies at 4 for men and at 3 for women, and at 3 where
    /// the sex is not known; or at 5 for everyone, in the British edition.
    package static let auditC = Instrument(
        "audit-c", "AUDIT-C", introduction: "Spørgsmålene handler om det seneste år.",
        items: Array(items.prefix(3)),
        editions: [
            InstrumentEdition("men", source: "grænsen 4 for mænd", sex: .male, auditCBands(4)),
            InstrumentEdition("women", source: "grænsen 3 for kvinder", auditCBands(3)),
            InstrumentEdition("five", source: "den britiske grænse 5", auditCBands(5)),
        ], origin: origin, use: InstrumentUse(better: .lower))

    private static func auditCBands(_ line: Int) -> [InstrumentEdition.Band] {
        [
            .init(0...(line - 1), "low", "under grænsen"),
            .init(line...12, "raised", "forhøjet risiko"),
        ]
    }

    private static let origin = InstrumentOrigin(
        source:
            "Verdenssundhedsorganisationen (WHO). Dansk ordlyd skal sammenholdes med Sundhedsstyrelsens",
        licence: "Må gengives, men ikke sælges")

    /// The items that may be passed over once the first ones are answered: who never drinks, or
    /// never drinks much, goes on with item 9. They count 0 when the interviewer says so.
    package static func passedOver(after answers: [Int?]) -> Range<Int> {
        guard answers.count == items.count, let first = answers[0] else { return 0..<0 }
        if first == 0 { return 1..<8 }
        guard let amount = answers[1], let often = answers[2], amount + often == 0 else {
            return 0..<0
        }
        return 3..<8
    }

    private static let howOften: [InstrumentItem.AnswerChoice] = .words(
        (0, "Aldrig"), (1, "Sjældent"), (2, "Månedligt"), (3, "Ugentligt"),
        (4, "Dagligt eller næsten dagligt"))

    private static let inThePast: [InstrumentItem.AnswerChoice] = .words(
        (0, "Nej"), (2, "Ja, men ikke inden for det seneste år"),
        (4, "Ja, inden for det seneste år"))

    private static let items = [
        InstrumentItem(
            1, "Hvor tit drikker du noget, der indeholder alkohol?",
            .words(
                (0, "Aldrig"), (1, "Højst 1 gang om måneden"), (2, "2-4 gange om måneden"),
                (3, "2-3 gange om ugen"), (4, "4 gange om ugen eller oftere"))),
        InstrumentItem(
            2, "Hvor mange genstande drikker du almindeligvis, når du drikker noget?",
            .words((0, "1-2"), (1, "3-4"), (2, "5-6"), (3, "7-9"), (4, "10 eller flere"))),
        InstrumentItem(
            3, "Hvor tit drikker du fem genstande eller flere ved samme lejlighed?", howOften),
        InstrumentItem(
            4, "Hvor tit har du ikke kunnet stoppe, når du først var begyndt at drikke?",
            howOften),
        InstrumentItem(
            5, "Hvor tit har du ikke kunnet gøre det, du skulle, fordi du havde drukket?",
            howOften),
        InstrumentItem(
            6, "Hvor tit har du måttet have en lille én om morgenen efter at have drukket meget?",
            howOften),
        InstrumentItem(
            7, "Hvor tit har du haft dårlig samvittighed eller fortrudt, at du drak?", howOften),
        InstrumentItem(
            8, "Hvor tit har du ikke kunnet huske aftenen før, fordi du havde drukket?", howOften),
        InstrumentItem(
            9, "Er du eller andre kommet til skade, fordi du havde drukket?", inThePast),
        InstrumentItem(
            10,
            "Har familie, en ven, en læge eller andre været bekymrede over, at du drikker?",
            inThePast),
    ]
}
