internal import Domain
internal import Foundation
internal import HTML
internal import HTTP
internal import Records

/// A form that was sent and could not be taken: the login had run out, or its token was old. The fields travel
/// in the pages that follow, sealed for the way through the login, and nowhere else, until they are sent again.
struct SavedForm: Sendable {
    /// Where it was sent. One of our own addresses.
    let path: String
    /// The token it came with: says whose form it was.
    let token: String
    /// What was typed, without the token; a password is never given back.
    let fields: [Fields.Pair]

    private static let carriedField = "gemt"
    private static let purpose: StaticString = "kept form"

    /// What a request that cannot be obeyed has brought.
    init?(refused request: Request) {
        let fields = request.form.pairs.filter {
            $0.nameText.word.map { $0 != "token" && !$0.contains("adgangskode") } ?? false
        }
        self.init(path: request.path, token: request.form.word("token") ?? "", fields: fields)
    }

    /// What the login form has carried along.
    init?(carriedBy request: Request, _ vault: Vault) {
        guard let text = request.form.text(Self.carriedField),
            let sealed = Data(base64Encoded: Data(text.utf8)),
            let bytes = vault.openCarried([UInt8](sealed), purpose: Self.purpose),
            let words = try? JSONReader.read(bytes).array?.compactMap(\.string), words.count >= 2
        else { return nil }
        let fields = stride(from: 2, to: words.count - 1, by: 2).map {
            Fields.Pair(name: words[$0], value: words[$0 + 1])
        }
        self.init(path: words[0], token: words[1], fields: fields)
    }

    private init?(path: String, token: String, fields: [Fields.Pair]) {
        guard WayBack.isOwn(path) else { return nil }
        self.path = path
        self.token = token
        self.fields = fields
    }

    /// Everything in one field of the login form, which nobody can read on the way.
    func carried(_ vault: Vault) -> HTML {
        let words = [path, token] + fields.flatMap { [$0.nameText.written, $0.valueText.written] }
        let plain = JSONWriter.write(.array(words.map(JSONValue.string)))
        guard let sealed = try? vault.sealCarried(plain, purpose: Self.purpose) else {
            return .empty
        }
        return hiddenField(Self.carriedField, Data(sealed).base64EncodedString())
    }

    /// The fields as they were, ready to be sent where they were going.
    var asSent: HTML {
        fields.reduce(.empty) { $0 + hiddenField($1.nameText.written, $1.valueText.written) }
    }

    /// What a person wrote, to be read before it is sent: not the ids our own pages put in, nor the codes of choices.
    var written: [Fields.Pair] { filled.filter { !Self.isCode($0.valueText) } }

    /// Whether something was chosen besides.
    var hasChoices: Bool { filled.contains { Self.isCode($0.valueText) } }

    private var filled: [Fields.Pair] {
        fields.filter { !$0.valueText.trimmed.isEmpty && !Self.ours.contains($0.nameText) }
    }

    /// What our own pages put in, and nobody wrote.
    private static let ours = Set(["id", "videre", carriedField].map { OutsideText($0) })

    /// `in-person`, `ja`: what a radio button sends, not what anybody types.
    private static func isCode(_ value: OutsideText) -> Bool {
        value.utf8.count <= 30
            && value.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
            }
    }
}

/// The address somebody was on her way to before she had to log in.
enum WayBack {
    /// Of this site, in plain characters, and of a length an address has.
    static func isOwn(_ text: String) -> Bool {
        text.hasPrefix("/") && Address.isLocal(text) && text.utf8.count <= lengthMax
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    /// Where a form or an address says she was going; nil for what is no address of ours.
    static func read(_ text: OutsideText?) -> String? {
        guard let text = try? text?.string(atMost: lengthMax), isOwn(text) else { return nil }
        return text
    }

    private static let lengthMax = 500

    /// Where a request was going; nil for an address that cannot be given back as it is.
    static func of(_ request: Request) -> String? {
        let query = request.queryText
        let text = query.isEmpty ? request.path : "\(request.path)?\(query)"
        return isOwn(text) ? text : nil
    }
}
