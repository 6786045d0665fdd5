/// What a password must be: long, and not what everybody tries first.
///
/// - Standard: NIST SP 800-63B §5.1.1.2, OWASP ASVS 5.0 6.2: length counts, no recipe of signs, common and contextual
///   words are refused.
package enum PasswordRules {
    /// Shorter ones are refused.
    package static let lengthMin = 10
    /// Longer ones are refused, so that nobody's is cut where it is typed.
    package static let lengthMax = 200

    /// Nothing, where a password may be used by her.
    ///
    /// - Throws: ``StaffRefusal``: too short, too long, common, or made of her own login and name.
    package static func check(_ password: String, login: String, name: String) throws(StaffRefusal)
    {
        let scalars = password.unicodeScalars.count
        guard scalars >= lengthMin else { throw .passwordTooShort(lengthMin: lengthMin) }
        guard scalars <= lengthMax else { throw .passwordTooLong(lengthMax: lengthMax) }
        let typed = password.lowercased()
        if isCommon(typed) { throw .passwordCommon }
        if isMadeOf(login, name, typed) { throw .passwordHoldsLogin }
    }

    // MARK: Common

    private static func isCommon(_ typed: String) -> Bool {
        // `aaaaaaaaaa`, `121212121212`
        if Set(typed).count < 5 { return true }
        // Digits alone: a row on the keyboard, a birthday, a CPR or telephone number.
        if typed.allSatisfy({ !$0.isLetter }) && typed.count < 20 { return true }
        let lines = keyboardLines.flatMap { [$0, String($0.reversed())] }
        if lines.contains(where: { ($0 + $0).contains(typed) }) { return true }
        // Without what is put behind and before it: `p4$$w0rd2026`.
        let bare = String(
            typed.drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed())
        return [typed, unmasked(typed), unmasked(bare)].contains {
            isOnlyCommonWords($0.filter(\.isLetter))
        }
    }

    private static let keyboardLines = [
        "1234567890", "abcdefghijklmnopqrstuvwxyzæøå", "qwertyuiopåasdfghjklæøzxcvbnm",
        "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgbyhnujm",
    ]

    /// `p4$$w0rd` is `password`.
    private static func unmasked(_ typed: String) -> String {
        let masks: [Character: Character] = [
            "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a",
            "$": "s", "!": "i", "€": "e",
        ]
        return String(typed.map { masks[$0] ?? $0 })
    }

    /// One common word, with digits and signs around it, or the same again and again.
    private static func isOnlyCommonWords(_ letters: String) -> Bool {
        if letters.isEmpty { return false }
        return CommonWords.all.contains { word in
            letters.count % word.count == 0
                && String(repeating: word, count: letters.count / word.count) == letters
        }
    }

    // MARK: Her own

    /// What is left without the parts of her login and her name is no password.
    private static func isMadeOf(_ login: String, _ name: String, _ typed: String) -> Bool {
        let parts = (login.lowercased() + " " + name.lowercased())
            .split { !$0.isLetter && !$0.isNumber }
            .map(String.init).filter { $0.count >= 3 }.sorted { $0.count > $1.count }
        var left = typed
        for part in parts { left = left.replacing(part, with: "") }
        return left.count < typed.count && left.count < 8
    }
}
