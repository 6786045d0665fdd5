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
            $0.name != "token" && !$0.name.contains("adgangskode")
        }
        self.init(path: request.path, token: request.form["token"] ?? "", fields: fields)
    }

    /// What the login form has carried along.
    init?(carriedBy request: Request, _ vault: Vault) {
        guard let text = request.form[Self.carriedField],
            let sealed = Data(base64Encoded: text),
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
        let words = [path, token] + fields.flatMap { [$0.name, $0.value] }
        let plain = JSONWriter.write(.array(words.map(JSONValue.string)))
        guard let sealed = try? vault.sealCarried(plain, purpose: Self.purpose) else {
            return .empty
        }
        return hiddenField(Self.carriedField, Data(sealed).base64EncodedString())
    }

    /// The fields as they were, ready to be sent where they were going.
    var asSent: HTML {
        fields.reduce(.empty) { $0 + hiddenField($1.name, $1.value) }
    }

    /// What a person wrote, to be read before it is sent: not the ids our own pages put in, nor the codes of choices.
    var written: [Fields.Pair] { filled.filter { !Self.isCode($0.value) } }

    /// Whether something was chosen besides.
    var hasChoices: Bool { filled.contains { Self.isCode($0.value) } }

    private var filled: [Fields.Pair] {
        fields.filter { !$0.value.trimmed.isEmpty && !Self.ours.contains($0.name) }
    }

    /// What our own pages put in, and nobody wrote.
    private static let ours: Set<String> = ["id", "videre", carriedField]

    /// `in-person`, `ja`: what a radio button sends, not what anybody types.
    private static func isCode(_ value: String) -> Bool {
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
        text.hasPrefix("/") && Address.isLocal(text) && text.utf8.count <= 500
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    /// Where a request was going; nil for an address that cannot be given back as it is.
    static func of(_ request: Request) -> String? {
        let query = request.queryText
        let text = query.isEmpty ? request.path : "\(request.path)?\(query)"
        return isOwn(text) ? text : nil
    }
}
