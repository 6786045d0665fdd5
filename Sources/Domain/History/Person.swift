/// The one who drinks, as far as she is known.
package struct Person: Hashable, Sendable {
    /// Her birth date.
    package var born: CalendarDay?
    /// Her birth year, where no more is known.
    package var birthYear: Int?
    /// Her administrative sex.
    package var sex: Sex?
    /// Her person number.
    package var cpr: CPRNumber?
    /// Whether she wishes to be anonymous (Sundhedsloven § 141, stk. 7).
    package var anonymous: Bool
    /// The four digits of the municipality she lives in.
    package var municipality: String?
    /// Whether this is a relative's case; the default, false, is the one who drinks.
    package var relative: Bool
    /// Whether she holds a health authorisation.
    package var healthAuthorisation: Bool?
    /// Whether she drives.
    package var drives: Bool?

    /// A person of whom this much is known.
    package init(
        born: CalendarDay? = nil, birthYear: Int? = nil, sex: Sex? = nil, cpr: CPRNumber? = nil,
        anonymous: Bool = false, municipality: String? = nil, relative: Bool = false,
        healthAuthorisation: Bool? = nil, drives: Bool? = nil
    ) {
        self.born = born
        self.birthYear = birthYear
        self.sex = sex
        self.cpr = cpr
        self.anonymous = anonymous
        self.municipality = municipality
        self.relative = relative
        self.healthAuthorisation = healthAuthorisation
        self.drives = drives
    }

    /// What is known once an anonymous citizen has given up anonymity.
    package func identified(by identity: Identity) -> Person {
        Person(
            born: identity.born ?? born, birthYear: identity.birthYear ?? birthYear,
            sex: identity.sex ?? sex, cpr: identity.cpr ?? cpr, anonymous: false,
            municipality: identity.municipality ?? municipality,
            relative: identity.relative ?? relative,
            healthAuthorisation: identity.healthAuthorisation ?? healthAuthorisation,
            drives: identity.drives ?? drives)
    }

    /// Her age on a day: one number when the birth date is known, two possible ones when only the
    /// year is, `nil` when neither.
    package func ages(on day: CalendarDay) -> ClosedRange<Int>? {
        if let born = born ?? cpr?.born {
            let age = CalendarDay.age(born: born, on: day)
            return age...age
        }
        guard let birthYear else { return nil }
        let turns = day.year - birthYear
        if day.month == 12 && day.day == 31 { return turns...turns }
        return (turns - 1)...turns
    }
}

/// The parts of a person that an anonymous citizen makes known (the event `identified`).
package struct Identity: Hashable, Sendable {
    /// Her birth date.
    package var born: CalendarDay?
    /// Her birth year.
    package var birthYear: Int?
    /// Her administrative sex.
    package var sex: Sex?
    /// Her person number.
    package var cpr: CPRNumber?
    /// The four digits of her municipality.
    package var municipality: String?
    /// Whether it is a relative's case.
    package var relative: Bool?
    /// Whether she holds a health authorisation.
    package var healthAuthorisation: Bool?
    /// Whether she drives.
    package var drives: Bool?

    /// An identity of these parts.
    package init(
        born: CalendarDay? = nil, birthYear: Int? = nil, sex: Sex? = nil, cpr: CPRNumber? = nil,
        municipality: String? = nil, relative: Bool? = nil, healthAuthorisation: Bool? = nil,
        drives: Bool? = nil
    ) {
        self.born = born
        self.birthYear = birthYear
        self.sex = sex
        self.cpr = cpr
        self.municipality = municipality
        self.relative = relative
        self.healthAuthorisation = healthAuthorisation
        self.drives = drives
    }
}
