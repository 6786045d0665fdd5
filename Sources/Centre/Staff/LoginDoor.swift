internal import Crypto
internal import Domain
internal import Foundation

/// What guards `/log-ind`: counts the tries, and knows the forms that are its own. In memory only.
///
/// A try is counted before its password is looked at, so that many at once gain nothing, and taken back when it was right.
final class LoginDoor: Sendable {
    static let pauseMinutes = 15
    static let cookieName = "__Host-log-ind"

    /// Whoever guesses at one name.
    private let triesPerLogin = Throttle(failuresMax: 5, pauseMinutes: pauseMinutes)
    /// Whoever guesses at many names. A whole town hall may stand behind one address.
    private let triesPerSource = Throttle(failuresMax: 20, pauseMinutes: pauseMinutes)
    /// The brake on all sources together, so that many of them guessing at once gain nothing.
    private let triesInAll = Throttle(failuresMax: 100, pauseMinutes: pauseMinutes)
    /// Made anew at every start: a form from before it is handed back with what was typed.
    private let formKey = SymmetricKey(size: .bits256)

    /// Counts a try; false when the name, the source or everybody has used theirs up.
    func admits(_ login: String, from source: String, at now: Instant) -> Bool {
        let kept = [
            (triesPerLogin, login), (triesPerSource, source), (triesInAll, "all"),
        ]
        guard !kept.contains(where: { $0.0.isClosed($0.1, at: now) }) else { return false }
        for (throttle, key) in kept { throttle.failed(key, at: now) }
        return true
    }

    /// The password was right: the name has a clean slate, and the source this try back.
    func letIn(_ login: String, from source: String) {
        triesPerLogin.succeeded(login)
        triesPerSource.takeBack(source)
        triesInAll.takeBack("all")
    }

    /// The token of the form that was sent to the browser holding this cookie.
    func formToken(for cookie: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data(cookie.utf8), using: formKey)
        return code.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// Whether a form is one of ours, sent to this very browser.
    func knows(_ token: String, cookie: String?) -> Bool {
        guard let cookie, !cookie.isEmpty else { return false }
        return constantTimeEqual(token, formToken(for: cookie))
    }
}
