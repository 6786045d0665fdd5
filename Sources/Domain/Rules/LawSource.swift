/// The law a rule stands on, as it is cited; where it changed, as it stood on the event's date.
enum LawSource {
    /// The fourteen days.
    static let guarantee = "Sundhedsloven § 141, stk. 2"
    /// Who is no longer the municipality's duty.
    static let outsideDuty = "Sundhedsloven § 141, stk. 1, 2. pkt."
}
