internal import HTTP

// What takes long, each kind on threads of its own: what one waits for, another does not.

extension WorkQueue {
    /// Passwords that strangers type. scrypt takes a third of a second and 32 MB, one at a time; few wait, and not long.
    static let strangersPasswords = WorkQueue(
        named: "passwords", waitingMax: 6, patience: .seconds(5), retryAfterSeconds: 10)
    /// Places kept for those whose browser is known, and for who is logged in: strangers cannot fill them.
    static let knownPasswords = WorkQueue(
        named: "known-pw", waitingMax: 24, patience: .seconds(15), retryAfterSeconds: 10)
    /// Reports, exports and lists over many cases.
    static let reports = WorkQueue(
        named: "reports", waitingMax: 32, patience: .seconds(30), retryAfterSeconds: 15)
}
