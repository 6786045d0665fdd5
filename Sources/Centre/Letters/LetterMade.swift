internal import Domain
internal import Records

/// A letter was made (brev): its text as it was then, so that what was sent can always be read again.
struct LetterMade: HouseFact {
    static let type = "letter-made"
    typealias Body = LetterText

    /// Which kind, and in which version its words were.
    let kind: String
    let version: Int

    init(kind: String, version: Int) {
        self.kind = kind
        self.version = version
    }

    init(keys: JSONObject) throws(StoredValueError) {
        guard let kind = keys["kind"]?.string, let version = keys["version"]?.wholeNumber else {
            throw StoredValueError(expected: "a letter")
        }
        self.init(kind: kind, version: version)
    }

    var keys: JSONObject {
        JSONObject([.init("kind", .string(kind)), .init("version", .integer(version))])
    }
}

/// What stands in a letter.
struct LetterText: FactBody {
    /// Name and address, a line each.
    var recipient: [String]
    var subject: String
    var paragraphs: [String]

    init(recipient: [String], subject: String, paragraphs: [String]) {
        self.recipient = recipient
        self.subject = subject
        self.paragraphs = paragraphs
    }

    init(_ json: JSONObject) throws(StoredValueError) {
        guard let subject = json["subject"]?.string else {
            throw StoredValueError(expected: "the text of a letter")
        }
        recipient = json["recipient"]?.array?.compactMap(\.string) ?? []
        paragraphs = json["paragraphs"]?.array?.compactMap(\.string) ?? []
        self.subject = subject
    }

    var json: JSONObject {
        JSONObject([
            .init("recipient", .array(recipient.map(JSONValue.string))),
            .init("subject", .string(subject)),
            .init("paragraphs", .array(paragraphs.map(JSONValue.string))),
        ])
    }
}
