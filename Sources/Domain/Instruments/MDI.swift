/// Major Depression Inventory: depression in the last two weeks.
package enum MDI {
    /// Ten items, 0–50; of 8a and 8b, and of 10a and 10b, the higher counts.
    package static let instrument = Instrument(
        "mdi", "MDI", introduction: "Hvor stor en del af tiden i de seneste to uger har du …",
        items: items,
        editions: [
            InstrumentEdition(
                "2015", source: "nyere dansk udgave",
                [
                    .init(0...20, "none", "ingen depression"),
                    .init(21...25, "mild", "let depression"),
                    .init(26...30, "moderate", "moderat depression"),
                    .init(31...50, "severe", "svær depression"),
                ]),
            InstrumentEdition(
                "2001", source: "NHI, ældre udgave",
                [
                    .init(0...19, "none", "ingen depression"),
                    .init(20...24, "mild", "let depression"),
                    .init(25...29, "moderate", "moderat depression"),
                    .init(30...50, "severe", "svær depression"),
                ]),
        ],
        origin: InstrumentOrigin(
            source: "P. Bech, Psykiatrisk Center Nordsjælland", licence: "Fri at bruge"),
        use: InstrumentUse(
            better: .lower,
            alerts: [
                .init(
                    item: "6", scores: 1...5,
                    "Svaret på spørgsmål 6 er ikke \"På intet tidspunkt\". Tal med borgeren om selvmordstanker."
                )
            ]))

    /// What ICD-10's algorithm says, which counts symptoms and not points.
    package enum Depression: String, CaseIterable, Hashable, Sendable {
        case none, mild, moderate, severe
    }

    /// ICD-10's algorithm; `nil` when an answer is missing.
    package static func icd10(_ answers: [Int?]) -> Depression? {
        guard answers.count == items.count, !answers.contains(nil) else { return nil }
        var byNumber: [Int: Int] = [:]
        for (item, answer) in zip(items, answers) {
            byNumber[item.number] = max(byNumber[item.number] ?? 0, answer ?? 0)
        }
        let core = (1...3).count { byNumber[$0, default: 0] >= 4 }
        let others = (4...10).count { byNumber[$0, default: 0] >= 3 }
        switch (core, others) {
        case (3, 5...): return .severe
        case (2..., 4...): return .moderate
        case (2..., 2...): return .mild
        default: return Depression.none
        }
    }

    /// Whether staff are asked to talk about suicide: any answer above "at no time" to item 6.
    package static func asksAboutSuicide(_ answers: [Int?]) -> Bool {
        !instrument.alerts(answers).isEmpty
    }

    private static let howMuch: [InstrumentItem.AnswerChoice] = .words(
        (5, "Hele tiden"), (4, "Det meste af tiden"), (3, "Lidt over halvdelen af tiden"),
        (2, "Lidt under halvdelen af tiden"), (1, "Lidt af tiden"), (0, "På intet tidspunkt"))

    private static let items = [
        InstrumentItem(1, "følt dig trist til mode, ked af det", howMuch),
        InstrumentItem(2, "manglet interesse for dine daglige gøremål", howMuch),
        InstrumentItem(3, "følt, at du manglede energi og kræfter", howMuch),
        InstrumentItem(4, "haft mindre selvtillid", howMuch),
        InstrumentItem(5, "haft dårlig samvittighed eller skyldfølelse", howMuch),
        InstrumentItem(6, "følt, at livet ikke var værd at leve", howMuch),
        InstrumentItem(7, "haft besvær med at koncentrere dig", howMuch),
        InstrumentItem(8, part: "a", "følt dig rastløs", howMuch),
        InstrumentItem(8, part: "b", "følt dig mere stille", howMuch),
        InstrumentItem(9, "haft besvær med at sove om natten", howMuch),
        InstrumentItem(10, part: "a", "haft nedsat appetit", howMuch),
        InstrumentItem(10, part: "b", "haft øget appetit", howMuch),
    ]
}
