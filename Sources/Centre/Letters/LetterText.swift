internal import Domain
internal import Records

/// What stands in a letter.
struct LetterText: FactBody {
    /// Name and address, a line each.
    var recipient: [String]
    var subject: String
    /// What was decided, set apart from the rest; empty where nothing was.
    var decision: [String]
    var paragraphs: [String]
    /// How to complain, chosen by the rules; empty where there is nothing to complain of.
    var guidance: [String]

    init(
        recipient: [String], subject: String, decision: [String] = [], paragraphs: [String],
        guidance: [String] = []
    ) {
        self.recipient = recipient
        self.subject = subject
        self.decision = decision
        self.paragraphs = paragraphs
        self.guidance = guidance
    }

    init(_ json: JSONObject) throws(StoredValueError) {
        guard let subject = json["subject"]?.string else {
            throw StoredValueError(expected: "the text of a letter")
        }
        func lines(_ key: String) -> [String] { json[key]?.array?.compactMap(\.string) ?? [] }
        self.subject = subject
        recipient = lines("recipient")
        decision = lines("decision")
        paragraphs = lines("paragraphs")
        guidance = lines("guidance")
    }

    var json: JSONObject {
        var json = JSONObject()
        func append(_ key: String, _ lines: [String]) {
            json.append(key, .array(lines.map(JSONValue.string)))
        }
        append("recipient", recipient)
        json.append("subject", .string(subject))
        if !decision.isEmpty { append("decision", decision) }
        append("paragraphs", paragraphs)
        if !guidance.isEmpty { append("guidance", guidance) }
        return json
    }

    /// What its guidance is headed with.
    static let guidanceHeading = "Sådan klager du"

    /// Everything it says, in the order in which it is read: the same on the screen, on paper and in a file.
    var lines: [String] {
        [subject] + decision + paragraphs
            + (guidance.isEmpty ? [] : [Self.guidanceHeading] + guidance)
    }
}

/// The letter that an act of another room goes out with: it lies in the act's own sealed part, so that what was decided
/// and what was sent can never be two things.
struct CarriedLetter: FactBody {
    let letter: LetterText

    /// As the sealed part of an act names it.
    static let key = "letter"

    init(_ json: JSONObject) throws(StoredValueError) {
        guard let letter = json[Self.key]?.object else {
            throw StoredValueError(expected: "an act with a letter")
        }
        self.letter = try LetterText(letter)
    }

    var json: JSONObject { JSONObject([.init(Self.key, .object(letter.json))]) }
}

/// What an act says in its own words, and the letter it goes out with.
struct WordsWithLetter: FactBody {
    let text: String
    let letter: LetterText

    init(_ text: String, _ letter: LetterText) {
        self.text = text
        self.letter = letter
    }

    init(_ json: JSONObject) throws(StoredValueError) {
        text = json["text"]?.string ?? ""
        letter = try CarriedLetter(json).letter
    }

    var json: JSONObject {
        var json = JSONObject()
        if !text.isEmpty { json.append("text", .string(text)) }
        json.append(CarriedLetter.key, .object(letter.json))
        return json
    }
}
