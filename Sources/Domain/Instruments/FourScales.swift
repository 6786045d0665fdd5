/// A form of four lines of ten centimetres, each marked from 0.0 to 10.0: how things go, or how
/// the talk went.
///
/// The well-known forms of this kind may not be embedded in software without a licence, so the
/// words are the centre's own; the arithmetic is the same.
package struct FourScales: Hashable, Sendable {
    /// Which form it is.
    package enum Form: String, CaseIterable, Hashable, Sendable {
        /// Trivsel, before the talk.
        case wellbeing
        /// Samarbejde, after the talk.
        case alliance

        /// Its name.
        package var name: String {
            switch self {
            case .wellbeing: "Trivsel (4 skalaer)"
            case .alliance: "Samarbejde (4 skalaer)"
            }
        }

        /// The four lines as they are shipped; a centre may word them itself.
        package var lines: [String] {
            switch self {
            case .wellbeing:
                ["Hvordan har du det", "Dine nærmeste", "Arbejde og hverdag", "Alt i alt"]
            case .alliance:
                [
                    "Jeg blev hørt og forstået", "Vi talte om det, jeg ville tale om",
                    "Måden passede til mig", "Alt i alt var det en god samtale",
                ]
            }
        }
    }

    /// Whom the line is drawn for.
    package enum AgeBand: String, CaseIterable, Hashable, Sendable {
        case child, youth, adult

        /// Children to 12, young people from 13 to 17.
        package init(age: Int) {
            self = age < 13 ? .child : age < 18 ? .youth : .adult
        }
    }

    /// The form as an instrument among the others; totals and answers are in tenths.
    package static func instrument(_ form: Form) -> Instrument {
        Instrument(
            form.rawValue, form.name,
            introduction: form == .wellbeing
                ? "Hvordan har den seneste uge været? 0 er dårligt, 10 er godt."
                : "Hvordan var samtalen i dag? 0 er dårligt, 10 er godt.",
            items: zip(1..., form.lines).map { InstrumentItem($0, $1, marks: 0...100) },
            editions: editions(form),
            origin: InstrumentOrigin(
                source: "Egne ord og det almindelige regnestykke for fire linjer",
                licence: "Centrets egen formular"),
            use: InstrumentUse(
                better: .higher, sureChange: ScaleChange.reliableTenths, decimals: 1,
                alerts: form == .alliance ? allianceAlerts : []))
    }

    private static func editions(_ form: Form) -> [InstrumentEdition] {
        func edition(_ id: String, _ line: Int, ages: ClosedRange<Int>? = nil) -> InstrumentEdition
        {
            InstrumentEdition(
                id, source: "linjen ved \(line / 10)", ages: ages,
                [
                    .init(0...(line - 1), "below", "under linjen"),
                    .init(line...400, "above", "ikke under linjen"),
                ])
        }
        guard form == .wellbeing else { return [edition("all", cutOffTenths(form))] }
        return [
            edition("child", cutOffTenths(form, for: .child), ages: 0...12),
            edition("youth", cutOffTenths(form, for: .youth), ages: 13...17),
            edition("adult", cutOffTenths(form)),
        ]
    }

    private static let allianceAlerts = (1...4).map {
        InstrumentUse.Alert(
            item: String($0), scores: 0...89,
            "Linje \($0) ligger under 9. Tal om, hvordan samtalen var.")
    }

    /// Which form it is.
    package let form: Form
    /// The four marks, in tenths: 4.2 is 42.
    package let tenths: [Int]

    /// Four marks in tenths, each 0–100.
    package init(_ form: Form, tenths: [Int]) throws(InstrumentFault) {
        guard tenths.count == 4 else {
            throw .wrongNumberOfAnswers(expected: 4, given: tenths.count)
        }
        for (index, mark) in tenths.enumerated() where !(0...100).contains(mark) {
            throw .notAllowed(item: String(index + 1), answer: mark)
        }
        self.form = form
        self.tenths = tenths
    }

    /// The sum in tenths, 0–400.
    package var totalTenths: Int { tenths.reduce(0, +) }

    /// The line in tenths: a sum *below* it stands out. Wellbeing has one for each age.
    package static func cutOffTenths(_ form: Form, for age: AgeBand = .adult) -> Int {
        switch (form, age) {
        case (.alliance, _): 360
        case (.wellbeing, .adult): 250
        case (.wellbeing, .youth): 280
        case (.wellbeing, .child): 320
        }
    }

    /// Whether the sum lies below the line; on the line is not below it.
    package func isBelowCutOff(for age: AgeBand = .adult) -> Bool {
        totalTenths < Self.cutOffTenths(form, for: age)
    }

    /// Whether the talk itself should be talked about: the sum below the line, or one mark below 9.
    package var alertsAlliance: Bool {
        form == .alliance && (isBelowCutOff() || tenths.contains { $0 < 90 })
    }
}

/// What happened between two forms of the same kind.
package struct ScaleChange: Hashable, Sendable {
    /// A change of so much is not chance: 5.0.
    package static let reliableTenths = 50

    /// Later minus earlier, in tenths.
    package let tenths: Int
    /// Whether the line was crossed, in either direction.
    package let crossesCutOff: Bool

    /// The change from an earlier form to a later one.
    package init(from earlier: FourScales, to later: FourScales, age: FourScales.AgeBand = .adult) {
        tenths = later.totalTenths - earlier.totalTenths
        crossesCutOff = earlier.isBelowCutOff(for: age) != later.isBelowCutOff(for: age)
    }

    /// Whether it is more than chance.
    package var isReliable: Bool { abs(tenths) >= Self.reliableTenths }
    /// Whether it is more than chance and crosses the line.
    package var isClinicallySignificant: Bool { isReliable && crossesCutOff }
}
