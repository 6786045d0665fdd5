internal import Records

/// What the page says after something was done: what, when, what comes next.
struct Confirmation: Hashable, Sendable {
    /// `Tiden torsdag den 19. november kl. 10.00 er tilbudt.`
    let words: String
    /// What comes next, in a sentence.
    var next: String?
    /// The entry that may be taken back at once, and the case it stands in.
    var undo: Undo?

    struct Undo: Hashable, Sendable {
        let number: CaseNumber
        let entry: EntryID

        /// The last word of the address that takes an entry back, and its fields: the entry, and why.
        static let step = "fjern"
        static let entryField = "post"
        static let whyField = "hvorfor-fjernet"
    }

    init(_ words: String, next: String? = nil) {
        self.words = words
        self.next = next
    }
}
