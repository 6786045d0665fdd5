/// The age of state pension (folkepensionsalder), which follows the year of birth.
///
/// Serviceloven § 141 offers the social plan to people below it; older texts still say 65.
///
/// - Law: Lov om social pension § 1 a.
package enum PensionAge {
    /// Each birth date from which another age holds, in months of age.
    private static let steps: [(bornFrom: StaticString, months: Int)] = [
        ("1800-01-01", 65 * 12),
        ("1954-01-01", 65 * 12 + 6),
        ("1954-07-01", 66 * 12),
        ("1955-01-01", 66 * 12 + 6),
        ("1955-07-01", 67 * 12),
        ("1963-01-01", 68 * 12),
        ("1967-01-01", 69 * 12),
        ("1971-01-01", 70 * 12),
    ]

    /// The day a person reaches it, as the law now stands.
    package static func day(born: CalendarDay) -> CalendarDay {
        let step = steps.last { step in
            CalendarDay(isoText: "\(step.bornFrom)").map { $0 <= born } ?? false
        }
        return born.adding(months: step?.months ?? 65 * 12)
    }

    /// Whether a person has reached it on a day.
    package static func isReached(born: CalendarDay, on day: CalendarDay) -> Bool {
        day >= self.day(born: born)
    }
}
