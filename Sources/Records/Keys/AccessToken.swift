/// The proof that an access was logged. Only a token opens a sealed value, and only ``AuditLog`` makes one, in the
/// transaction that wrote its entry.
package struct AccessToken: Sendable {
    private let slots: Set<KeySlot>?

    /// Made by ``AuditLog`` alone; a test of the house's manner holds that.
    ///
    /// - Parameter slots: the keys it may use; nil for the house's own work over everything (verify, export).
    package init(slots: Set<KeySlot>?) {
        self.slots = slots
    }

    /// Whether the logged access named the case whose key lies in this slot.
    package func opens(_ slot: KeySlot) -> Bool {
        slots?.contains(slot) ?? true
    }
}
