internal import Domain
internal import Records
internal import SQLite

/// What somebody wrote down of an enquiry that did not come by the web form.
struct ReceivedEnquiry: Hashable, Sendable {
    /// When the wish for help arrived; not when it was typed in.
    var receivedAt: Instant
    var wish: Wish
    var by: Sender
    var channel: EnquiryChannel
    /// Whether the person wishes to be anonymous; then nothing is looked up and no CPR number kept.
    var isAnonymous: Bool
    /// Name, what to call her, telephone, what to mind: sealed.
    var person: PersonDetails
    /// What was said: sealed.
    var text: String
}

/// Registers an enquiry by telephone, in person or by letter.
struct EnquiryDesk: Sendable {
    let writer: CaseWriter

    /// Opens a case with the enquiry. Its day is the day it arrived.
    ///
    /// - Returns: The case; the one it opened before, when the form was sent twice.
    /// - Throws: ``SentBeforeRefusal`` when another enquiry was typed over one that is saved.
    /// - Law: Sundhedsloven § 141, stk. 2.
    func register(
        _ enquiry: ReceivedEnquiry, under standard: StandardID?, _ context: WriteContext,
        in db: borrowing Connection
    ) throws -> CaseRef {
        let day = enquiry.receivedAt.day
        return try writer.open(
            [
                NewFact(
                    .enquiry(
                        Enquiry(wish: enquiry.wish, by: enquiry.by, channel: enquiry.channel)),
                    on: day, at: enquiry.receivedAt, body: Words(enquiry.text)),
                NewFact(
                    PersonKnown(
                        isAnonymous: enquiry.isAnonymous, isRelative: enquiry.by == .relative),
                    on: day, body: enquiry.person),
            ], under: standard, .enquiryRegistered, context, in: db)
    }
}
