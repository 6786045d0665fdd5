/// A case as everybody points at it: its id, the number people use, and where its key lies.
package struct CaseRef: Hashable, Sendable {
    package let id: CaseID
    package let number: CaseNumber
    package let slot: KeySlot
    /// The standard it was opened under; it keeps that version unless moved by a recorded act.
    package let standard: StandardID?

    package init(id: CaseID, number: CaseNumber, slot: KeySlot, standard: StandardID?) {
        self.id = id
        self.number = number
        self.slot = slot
        self.standard = standard
    }
}
