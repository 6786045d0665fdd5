internal import Domain

extension Instant {
    /// `10.00`, by the Danish clock.
    var clockText: String {
        clockTime.danishText
    }
}

extension String {
    /// With its first letter large.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
