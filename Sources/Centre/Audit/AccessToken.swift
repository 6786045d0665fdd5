/// Proof that this reading of sealed values is in the audit log.
///
/// Only the audit room makes one, in the transaction that wrote its entry; the vault opens nothing
/// without it.
public struct AccessToken: Sendable {
    internal init() {}
}
