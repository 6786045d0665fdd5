internal import Domain
internal import Records

/// "We have received your enquiry": for whoever wants it in writing.
enum EnquiryReceivedLetter: LetterKind {
    static let id = "enquiry-received"
    static let version = 1
    static let title = "Vi har fået din henvendelse"

    /// What the letter is about.
    struct Values: Sendable {
        let name: String
        /// `torsdag den 12. november 2026`
        let receivedOn: String
        /// A paragraph about the fourteen days; empty where no clock runs.
        let deadline: String
        let phone: String
    }

    private static let text: LetterTemplate<Values> = """
        Kære \(\.name)

        Tak, fordi du har henvendt dig til os. Vi fik din henvendelse \(\.receivedOn).

        \(\.deadline)

        Du får en tid til en samtale, der varer cirka en time. Sammen finder vi ud af, hvad der passer til dig. \
        Det er gratis, og du kan være anonym.

        Har du spørgsmål, eller haster det, så ring til os på \(\.phone). Er det livsfarligt, så ring 112.
        """

    static func paragraphs(_ letter: LetterContent) -> [String]? {
        let (state, profile) = (letter.state, letter.profile)
        guard let received = state.clock?.received ?? state.projection?.receivedOn else {
            return nil
        }
        return text.paragraphs(
            Values(
                name: letter.name, receivedOn: received.inWords, deadline: deadline(state),
                phone: profile.phone))
    }

    /// - Law: Sundhedsloven § 141, stk. 2.
    private static func deadline(_ state: CaseState) -> String {
        guard let clock = state.clock, clock.isOpen else { return "" }
        return """
            Du har ret til at begynde i behandling senest \(clock.lastDay.inWords). Det står i \
            sundhedslovens § 141, stk. 2.
            """
    }
}
