/// Drinks counted in genstande of twelve grams of alcohol.
package struct Drinks: Hashable, Comparable, Sendable {
    /// The alcohol in one genstand.
    package static let gramsEach = 12.0
    /// Grams in a millilitre of alcohol.
    package static let gramsPerMillilitre = 0.789

    /// The alcohol, in grams.
    package let grams: Double

    /// An amount of alcohol.
    package init(grams: Double) {
        self.grams = grams
    }

    /// What a drink of a volume and strength holds.
    package init(millilitres: Double, percent: Double) {
        grams = millilitres * percent / 100 * Self.gramsPerMillilitre
    }

    /// How many genstande.
    package var count: Double { grams / Self.gramsEach }

    /// `6,41`: the count with two decimals, as it is written in Danish.
    package var danishText: String {
        let hundredths = Int((count * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100),\(rest < 10 ? "0" : "")\(rest)"
    }

    /// Adds two amounts.
    package static func + (first: Drinks, second: Drinks) -> Drinks {
        Drinks(grams: first.grams + second.grams)
    }

    /// Less alcohol is less.
    package static func < (first: Drinks, second: Drinks) -> Bool { first.grams < second.grams }

    /// What the health authority advises. Older texts go by older advice, so it has its version.
    package enum Advice: String, CaseIterable, Hashable, Sendable {
        /// At most ten a week and four on one day, women and men alike; none under 18 or when
        /// pregnant.
        case sst2022 = "sst-2022"
        /// At most 14 a week for women, 21 for men.
        case sst2010 = "sst-2010"

        /// The highest number of genstande a week that is still within the advice.
        package func weekMax(sex: Sex?, age: Int? = nil, isPregnant: Bool = false) -> Int {
            switch self {
            case .sst2022: isPregnant || (age ?? 18) < 18 ? 0 : 10
            case .sst2010: sex == .male ? 21 : 14
            }
        }

        /// The highest number on one day; `nil` where the advice names none.
        package func dayMax(age: Int? = nil, isPregnant: Bool = false) -> Int? {
            switch self {
            case .sst2022: isPregnant || (age ?? 18) < 18 ? 0 : 4
            case .sst2010: nil
            }
        }
    }
}
