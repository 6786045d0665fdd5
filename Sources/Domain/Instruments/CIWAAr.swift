/// CIWA-Ar: how severe alcohol withdrawal is at a moment. It may be repeated several times a day,
/// so an assessment without its moment does not exist; and it never decides alone.
package struct CIWAAr: Hashable, Sendable {
    /// Ten items, 0–67.
    package static let instrument = Instrument(
        "ciwa-ar", "CIWA-Ar", introduction: "Abstinenser lige nu.",
        items: zip(1..., nine).map { InstrumentItem($0, $1, .scale(0...7)) }
            + [InstrumentItem(10, "Orientering", .scale(0...4))],
        editions: [
            InstrumentEdition(
                "house", source: "valgt her mellem kilderne",
                [
                    .init(0...9, "mild", "lette abstinenser"),
                    .init(10...15, "moderate", "moderate abstinenser"),
                    .init(16...67, "severe", "svære abstinenser"),
                ]),
            InstrumentEdition(
                "wikipedia", source: "Wikipedia",
                [
                    .init(0...10, "mild", "lette abstinenser"),
                    .init(11...15, "moderate", "moderate abstinenser"),
                    .init(16...67, "severe", "svære abstinenser"),
                ]),
            InstrumentEdition(
                "early-severe", source: "alcoholdetoxhome",
                [
                    .init(0...7, "mild", "lette abstinenser"),
                    .init(8...14, "moderate", "moderate abstinenser"),
                    .init(15...67, "severe", "svære abstinenser"),
                ]),
        ],
        origin: InstrumentOrigin(
            source: "Clinical Institute Withdrawal Assessment for Alcohol, revised",
            licence: "Fri at bruge"),
        use: InstrumentUse(
            filledBy: .staff, better: .lower,
            again: [
                .init(band: "mild", hours: 8), .init(band: "moderate", hours: 4),
                .init(band: "severe", hours: 1),
            ], againSource: "valgt her; lægens ordination går forud"))

    /// When it was assessed.
    package let at: Instant
    /// The answers, one for each item.
    package let answers: [Int?]
    /// What they add up to.
    package let score: InstrumentScore

    /// An assessment at a moment.
    package init(
        at: Instant, answers: [Int?], edition: String? = nil
    ) throws(InstrumentFault) {
        self.at = at
        self.answers = answers
        score = try Self.instrument.score(answers, edition: edition)
    }

    private static let nine = [
        "Kvalme og opkast", "Tremor", "Svedtendens", "Angst", "Uro", "Taktile forstyrrelser",
        "Auditive forstyrrelser", "Visuelle forstyrrelser", "Hovedpine",
    ]
}
