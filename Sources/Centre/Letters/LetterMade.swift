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
