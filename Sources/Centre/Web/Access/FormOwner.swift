internal import Records

/// Who was given a form: its token says it to us alone, also when her session is over and the server was started again.
///
/// A form that comes back after a session is handed on through the next login; whoever logs in then must not read what
/// somebody else has written.
struct FormOwner: Sendable {
    let vault: Vault

    /// A token for the forms of one session.
    func token(for staff: StaffID) -> String {
        let random = RandomID.token()
        return "\(random).\(mark(random, staff))"
    }

    /// Whether a token was made for her.
    func isHers(_ token: String, _ staff: StaffID) -> Bool {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        return ConstantTime.areEqual(String(parts[1]), mark(String(parts[0]), staff))
    }

    private func mark(_ random: String, _ staff: StaffID) -> String {
        Hex.text(vault.lookup("\(random) \(staff.rawValue)", purpose: "form").prefix(16))
    }
}
