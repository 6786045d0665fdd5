internal import Domain
internal import Foundation
internal import HTML
internal import HTTP
internal import Records

/// Between the password and the code: who it is travels sealed in the page, for five minutes, and is stored nowhere.
struct SecondStep: Sendable {
    static let address: Address = "/log-ind/kode"
    private static let field = "trin"
    private static let purpose: StaticString = "second step"
    private static let secondsMax = 300

    let login: String
    /// A digest of the password that was right: another password makes the page worthless.
    private let mark: String
    private let sealed: String

    /// What is wrong with a code.
    enum Fault: Hashable, Sendable {
        case wrong
        case mustWait(seconds: Int)
    }

    init(
        _ known: (member: StaffMember, passwordHash: String), at now: Instant, _ vault: Vault
    ) {
        login = known.member.login
        mark = Self.mark(known.passwordHash, vault)
        let words = [login, mark, String(now.seconds)].map(JSONValue.string)
        let bytes = try? vault.sealCarried(
            JSONWriter.write(.array(words)), purpose: Self.purpose)
        sealed = Data(bytes ?? []).base64EncodedString()
    }

    /// What the page has carried; nil for what we have not sealed in the last five minutes.
    init?(_ request: Request, at now: Instant, _ vault: Vault) {
        guard let text = request.form.text(Self.field),
            let bytes = Data(base64Encoded: Data(text.utf8)),
            let opened = vault.openCarried([UInt8](bytes), purpose: Self.purpose),
            let words = try? JSONReader.read(opened).array?.compactMap(\.string), words.count == 3,
            let seconds = Int(words[2]), (0...Self.secondsMax).contains(now.seconds - seconds)
        else { return nil }
        (login, mark) = (words[0], words[1])
        sealed = bytes.base64EncodedString()
    }

    /// Whether she still has the password she typed.
    func isOf(_ known: (member: StaffMember, passwordHash: String), _ vault: Vault) -> Bool {
        ConstantTime.areEqual(mark, Self.mark(known.passwordHash, vault))
    }

    var carried: HTML { hiddenField(Self.field, sealed) }

    private static func mark(_ passwordHash: String, _ vault: Vault) -> String {
        Hex.text(vault.lookup(passwordHash, purpose: "second step"))
    }
}

extension Visit {
    /// The page that asks for the code.
    func secondStepPage(_ step: SecondStep, _ fault: SecondStep.Fault? = nil) -> Response {
        let cookie = request.cookieWord(LoginGuard.cookieName) ?? ""
        let status: Status =
            switch fault {
            case nil: .ok
            case .wrong: .unprocessable
            case .mustWait: .tooManyRequests
            }
        return page(
            frame.secondStepPage(
                step, fault,
                carried: SavedForm(carriedBy: request, web.house.vault)?.carried(web.house.vault),
                wayBack: WayBack.read(request.form.text("videre")),
                token: web.loginGuard.formToken(for: cookie)),
            status: status)
    }

    /// Waits for the disk; where her door was closed meanwhile, she is sent to the beginning.
    func logInSlowly(_ make: @escaping @Sendable () throws -> Response?) -> Answer {
        .slow(on: .knownPasswords) {
            do {
                return try make() ?? loginAgain(.wrong)
            } catch {
                return failure(error)
            }
        }
    }
}
