internal import Crypto
internal import Domain
internal import Foundation
internal import Records

/// What guards `/log-ind`: counts the tries, and knows the forms that are its own. In memory only.
///
/// A try is counted before its password is looked at, so that many at once gain nothing, and taken back when it was right.
final class LoginGuard: Sendable {
    static let pauseMinutes = 15
    static let cookieName = "__Host-log-ind"

    /// Whoever guesses at one name.
    private let triesPerLogin = Throttle(failuresMax: 5, pauseMinutes: pauseMinutes)
    /// Whoever guesses at many names. A whole town hall may stand behind one address.
    private let triesPerSource = Throttle(failuresMax: 20, pauseMinutes: pauseMinutes)
    /// The brake on all sources together, so that many of them guessing at once gain nothing.
    private let triesInAll = Throttle(failuresMax: 100, pauseMinutes: pauseMinutes)
    /// A browser somebody has logged in with before, which strangers cannot use up the tries of: every name together, and
    /// each name in it.
    private let triesPerBrowser = Throttle(failuresMax: 20, pauseMinutes: pauseMinutes)
    private let triesPerLoginThere = Throttle(failuresMax: 5, pauseMinutes: pauseMinutes)
    /// Made anew at every start: a form from before it is handed back with what was typed.
    private let formKey = SymmetricKey(size: .bits256)

    /// Counts a try; false when the name, the source or everybody has used theirs up.
    func admits(
        _ login: String, from source: String, in browser: KnownBrowser? = nil, at now: Instant
    ) -> Bool {
        let kept = counts(login, source, browser)
        guard !kept.contains(where: { $0.0.isClosed($0.1, at: now) }) else { return false }
        for (throttle, key) in kept { throttle.failed(key, at: now) }
        return true
    }

    /// The password was right: the name has a clean slate, and the source this try back.
    func admit(_ login: String, from source: String, in browser: KnownBrowser? = nil) {
        let counts = counts(login, source, browser)
        if let (throttle, key) = counts.first { throttle.succeeded(key) }
        for (throttle, key) in counts.dropFirst() { throttle.takeBack(key) }
    }

    private func counts(
        _ login: String, _ source: String, _ browser: KnownBrowser?
    ) -> [(Throttle, String)] {
        guard let browser else {
            return [(triesPerLogin, login), (triesPerSource, source), (triesInAll, "all")]
        }
        return [
            (triesPerLoginThere, "\(browser.key) \(login)"), (triesPerBrowser, browser.key),
        ]
    }

    /// The token of the form that was sent to the browser holding this cookie.
    func formToken(for cookie: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data(cookie.utf8), using: formKey)
        return Hex.text(code)
    }

    /// Whether a form is one of ours, sent to this very browser.
    func knows(_ token: String, cookie: String?) -> Bool {
        guard let cookie, !cookie.isEmpty else { return false }
        return ConstantTime.areEqual(token, formToken(for: cookie))
    }
}
