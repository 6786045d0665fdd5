/// Where an instrument comes from, and on which terms it may be used.
package struct InstrumentOrigin: Hashable, Sendable {
    /// Who made it, and what its words go by.
    package let source: String
    /// On which terms it may be used.
    package let licence: String

    init(source: String, licence: String) {
        self.source = source
        self.licence = licence
    }
}

/// How an instrument is used, beside its questions and its sum.
package struct InstrumentUse: Hashable, Sendable {
    /// Who answers it.
    package enum Respondent: String, CaseIterable, Hashable, Sendable {
        /// The citizen herself, on paper or on a screen.
        case citizen
        /// One of the staff, who looks and asks.
        case staff
    }

    /// Which way a total gets better.
    package enum Direction: String, CaseIterable, Hashable, Sendable {
        case higher, lower
    }

    /// Some of the items, added up on their own.
    package struct Part: Hashable, Sendable {
        /// What it measures.
        package let name: String
        /// The labels of its items.
        package let items: [String]
        /// From so much on it is a sign; `nil` where no line is known.
        package let sign: Int?

        init(_ name: String, items: [String], sign: Int? = nil) {
            self.name = name
            self.items = items
            self.sign = sign
        }
    }

    /// An answer that staff must be told of, whatever the total.
    package struct Alert: Hashable, Sendable {
        /// The label of the item.
        package let item: String
        /// The answers.
        package let scores: ClosedRange<Int>
        /// What they are told.
        package let words: String

        init(item: String, scores: ClosedRange<Int>, _ words: String) {
            self.item = item
            self.scores = scores
            self.words = words
        }
    }

    /// In how many hours it is measured again.
    package struct Again: Hashable, Sendable {
        /// The code of the band the total fell in.
        package let band: String
        /// Hours until the next time, at most.
        package let hours: Int

        init(band: String, hours: Int) {
            self.band = band
            self.hours = hours
        }
    }

    /// Who answers it.
    package let filledBy: Respondent
    /// Which way is better.
    package let better: Direction
    /// A change of so much is more than chance, in the unit of the total; `nil` where none is known.
    package let sureChange: Int?
    /// Decimals of the total: with 1, scores and totals count tenths.
    package let decimals: Int
    /// Parts that are added up on their own.
    package let parts: [Part]
    /// What staff must be told.
    package let alerts: [Alert]
    /// When it is measured again, by band; empty where it is not repeated within the day.
    package let again: [Again]
    /// Where the hours come from.
    package let againSource: String?

    init(
        filledBy: Respondent = .citizen, better: Direction = .lower, sureChange: Int? = nil,
        decimals: Int = 0, parts: [Part] = [], alerts: [Alert] = [], again: [Again] = [],
        againSource: String? = nil
    ) {
        self.filledBy = filledBy
        self.better = better
        self.sureChange = sureChange
        self.decimals = decimals
        self.parts = parts
        self.alerts = alerts
        self.again = again
        self.againSource = againSource
    }
}

extension Instrument {
    /// Every instrument that is compiled in.
    package static let shipped: [Instrument] = [
        AUDIT.instrument, AUDIT.auditC, WHO5.instrument, FourScales.instrument(.wellbeing),
        FourScales.instrument(.alliance), CIWAAr.instrument, K10.instrument, MDI.instrument,
    ]

    /// What staff must be told of the answers.
    package func alerts(_ answers: [Int?]) -> [String] {
        use.alerts.filter { alert in
            zip(items, answers).contains { item, answer in
                item.label == alert.item && answer.map { alert.scores.contains($0) } ?? false
            }
        }.map(\.words)
    }

    /// The sum of a part; `nil` when one of its items is missing.
    package func sum(_ part: InstrumentUse.Part, of answers: [Int?]) -> Int? {
        let own = zip(items, answers).filter { part.items.contains($0.0.label) }.map(\.1)
        return own.contains(nil) || own.isEmpty ? nil : own.reduce(0) { $0 + ($1 ?? 0) }
    }

    /// When it is to be measured again at the latest; `nil` where it is not repeated.
    package func nextTime(after band: String?, at moment: Instant) -> Instant? {
        guard let again = use.again.first(where: { $0.band == band }) else { return nil }
        return Instant(seconds: moment.seconds + again.hours * 3600)
    }

    /// A total as it is written: `19`, or `17,5` where it counts tenths.
    package func text(ofTotal total: Int) -> String {
        guard use.decimals == 1 else { return String(total) }
        let sign = total < 0 ? "-" : ""
        return "\(sign)\(total.magnitude / 10),\(total.magnitude % 10)"
    }
}

/// What happened between two totals of the same instrument.
package struct TotalChange: Hashable, Sendable {
    /// How it is read.
    package enum Reading: Hashable, Sendable {
        /// More than chance, for the better or the worse.
        case better, worse
        /// Not more than chance.
        case unsure
        /// Nobody has said how much is more than chance.
        case unknown
    }

    /// Later minus earlier.
    package let points: Int
    /// How it is read.
    package let reading: Reading
    /// Whether the later total means something else than the earlier.
    package let changesBand: Bool

    /// The change from an earlier total to a later one, read by one edition.
    package init(
        from earlier: Int, to later: Int, in instrument: Instrument, edition: String? = nil
    ) {
        points = later - earlier
        let reading = instrument.edition(edition)
        changesBand = reading?.band(of: earlier)?.code != reading?.band(of: later)?.code
        guard let sure = instrument.use.sureChange else {
            self.reading = .unknown
            return
        }
        guard abs(later - earlier) >= sure else {
            self.reading = .unsure
            return
        }
        self.reading = (later > earlier) == (instrument.use.better == .higher) ? .better : .worse
    }
}
