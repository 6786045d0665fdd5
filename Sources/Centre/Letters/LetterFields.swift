internal import Domain
internal import HTML
internal import Records

/// To whom a letter goes, and how: the two fields that every act with a letter asks for.
enum LetterFields {
    static let recipient = "brev-modtager"
    static let way = "brev-vej"

    static let recipientField = ActField(
        name: recipient, label: "Modtager", kind: .text(rows: 4, lengthMax: 300),
        hint: "Navn og adresse, som de skal stå i rudekuverten")

    static func all(_ state: CaseState) -> [ActField] {
        [
            recipientField,
            .choice(
                way, "Sendes med",
                [
                    Choice(Delivery.digitalPost.rawValue, "Digital Post"),
                    Choice(Delivery.letter.rawValue, "Brev"),
                    Choice(Delivery.inPerson.rawValue, "Gives i hånden"),
                ],
                chosen: state.file.isAnonymous
                    ? Delivery.inPerson.rawValue : Delivery.digitalPost.rawValue, isInline: true),
        ]
    }
}

extension TypedForm {
    /// Name and address, a line each.
    mutating func recipient() -> [String] {
        let lines = text(LetterFields.recipient, ifMissing: "Skriv, hvem brevet er til")
        return lines.split(whereSeparator: \.isNewline).map { plainLine(String($0)) }
            .filter { !$0.isEmpty }
    }

    /// How the letter goes. Nobody writes to an address that somebody anonymous has not given.
    ///
    /// - Law: Sundhedsloven § 141, stk. 7.
    mutating func delivery(_ state: CaseState) -> Delivery? {
        let way = choice(LetterFields.way, Delivery.self, ifMissing: "Vælg, hvordan brevet sendes")
        if state.file.isAnonymous, let way, way != .inPerson {
            fault(
                LetterFields.way, "Borgeren er anonym. Giv brevet i hånden")
        }
        return way
    }

    /// A text that goes into a letter: of a body that is gone, or a paragraph that is repealed, nobody is told.
    mutating func letterText(_ name: String, ifMissing: String? = nil) -> String {
        let text = text(name, ifMissing: ifMissing)
        if let outdated = OutdatedReference.found(in: text, on: today).first {
            fault(name, "\"\(outdated.words)\" gælder ikke mere. I dag: \(outdated.instead)")
        }
        return text
    }
}

extension Delivery {
    /// How it was sent, as staff say it.
    var danishName: String {
        switch self {
        case .digitalPost: "Digital Post"
        case .letter: "brev"
        case .inPerson: "givet i hånden"
        }
    }
}
