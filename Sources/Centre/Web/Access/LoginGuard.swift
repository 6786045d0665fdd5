internal import Crypto
internal import Domain
internal import Foundation
internal import HTTP
internal import Records
internal import Synchronization

/// What guards `/log-ind`: whose turn it is to try, and which forms are its own. In memory only.
///
/// A try takes a turn before its password is looked at, and keeps it whether it was right or wrong: many at once gain
/// nothing, and nothing is told by it. No login is ever closed, so nobody can keep a colleague out by guessing at her name.
final class LoginGuard: Sendable {
    static let cookieName = "__Host-log-ind"

    /// A whole town hall may stand behind one address.
    static let household = Pace(atOnce: 30, secondsForOne: 15)
    /// All strangers together, so that many households guessing at once gain nothing.
    static let strangers = Pace(atOnce: 100, secondsForOne: 3)
    /// A browser in which she has logged in before: strangers cannot use its turns up.
    static let browser = Pace(atOnce: 20, secondsForOne: 15)

    private enum Counter: Hashable {
        case household(NetworkPrefix)
        case strangers
        case browser(String)
        case inside(String)
        case factor(StaffID)
    }

    private let turns = TurnTaking<Counter>()
    /// Made anew at every start: a form from before it is handed back with what was typed.
    private let formKey = SymmetricKey(size: .bits256)

    /// Why a try has to wait.
    enum Wait: Hashable {
        /// Others where she is have tried.
        case household(seconds: Int)
        /// So many strangers try that new browsers wait.
        case everybody(seconds: Int)
    }

    /// Takes a turn; nil where there was one.
    func wait(from guest: ClientAddress, in browser: KnownBrowser?, at now: Instant) -> Wait? {
        if let browser {
            return turns.secondsToWait([(.browser(browser.key), Self.browser)], at: now)
                .map { .household(seconds: $0) }
        }
        let household: [(key: Counter, pace: Pace)] = guest.paces(Self.household).map {
            (key: .household($0.key), pace: $0.pace)
        }
        if let seconds = turns.secondsLeft(household, at: now) {
            return .household(seconds: seconds)
        }
        return turns.secondsToWait(household + [(.strangers, Self.strangers)], at: now)
            .map { .everybody(seconds: $0) }
    }

    /// A code of six digits is guessed in a million tries.
    static let factor = Pace(atOnce: 5, secondsForOne: 60)

    /// Takes a turn of who types the code of her app; nil where there was one.
    func secondsToWait(forCodeOf staff: StaffID, at now: Instant) -> Int? {
        turns.secondsToWait([(.factor(staff), Self.factor)], at: now)
    }

    private let usedSteps = Mutex<[StaffID: Int]>([:])

    /// The step of the code that was used last: a code that somebody looked at over her shoulder opens nothing.
    func lastStep(of staff: StaffID) -> Int { usedSteps.withLock { $0[staff] ?? 0 } }

    /// Notes that a code was used; false where another has used the same meanwhile.
    func use(step: Int, of staff: StaffID) -> Bool {
        usedSteps.withLock { steps in
            guard step > steps[staff] ?? 0 else { return false }
            steps[staff] = step
            return true
        }
    }

    /// Takes a turn of who is logged in and types her password again; nil where there was one.
    func secondsToWait(inside digest: String, at now: Instant) -> Int? {
        turns.secondsToWait([(.inside(digest), Self.browser)], at: now)
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
