internal import HTTP

// Where outside text becomes a `String`, here and nowhere else: the router has refused long rows of combining marks and
// forms above their route's limit, so that whatever looks at these takes time that grows with their length alone.

extension OutsideText {
    /// The most scalars of a word of ours that comes back to us: an id, a token, a choice, the number of a case.
    static let wordScalarsMax = 200

    /// A word of ours as it came back; nil for what is too long to be one.
    var word: String? { try? string(atMost: Self.wordScalarsMax) }

    /// What somebody wrote, all of it, to be kept or given back as it was typed. Whoever reads it says how long it may be.
    var written: String { unlimitedString }
}

extension Fields {
    /// A word of ours; nil where it was not sent, or is too long to be one.
    func word(_ name: String) -> String? { text(name)?.word }

    /// Every word of ours of that name, in order: ticked boxes.
    func words(_ name: String) -> [String] { texts(name).compactMap(\.word) }

    /// A password: as it was typed, blanks at its ends too. A longer one than anybody has is cut, and so is wrong.
    func password(_ name: String) -> String {
        text(name)?.prefix(scalarCount: OutsideText.wordScalarsMax).written ?? ""
    }

    /// What somebody wrote in a field, without blanks at its ends; nothing where it was not sent.
    func written(_ name: String) -> String { text(name)?.trimmed.written ?? "" }
}

extension PathParameters {
    /// What stands in the place of a name; nil for what is too long to be a word of ours.
    func word(_ name: String) -> String? { text(name)?.word }
}

extension Request {
    /// The value of a cookie; nil where there is none, or where it is too long to be one of ours.
    func cookieWord(_ name: String) -> String? { cookieText(name)?.word }
}
