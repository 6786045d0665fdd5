import Testing

@testable import Records

@Suite("A password")
struct PasswordHashTests {
    @Test("is known again, and no other is")
    func matches() {
        let hash = PasswordHash(of: "rødgrød med fløde")
        #expect(hash.rawValue.hasPrefix("$scrypt$ln=15,r=8,p=3$"))
        #expect(!hash.rawValue.contains("fløde"))
        #expect(PasswordHash(rawValue: hash.rawValue).matches("rødgrød med fløde"))
        #expect(!hash.matches("rødgrød med flødf"))
    }

    @Test("is hashed as Python's scrypt hashes it")
    func independent() {
        let salt = "AAECAwQFBgcICQoLDA0ODw"
        let hash = "Fm7rIJLyw9nMQvXWXnbxXJW/OCtCHNipKEyGhMrRbiI"
        #expect(
            PasswordHash(rawValue: "$scrypt$ln=15,r=8,p=3$\(salt)$\(hash)").matches("hemmeligt ord")
        )
    }

    @Test("written with combining marks is the same")
    func normalised() {
        #expect(PasswordHash(of: "caf\u{e9}").matches("cafe\u{301}"))
    }

    @Test(
        "no text that is not a hash matches anything",
        arguments: [
            "", "x", "$scrypt$ln=15,r=8,p=3$", "$scrypt$ln=15,r=8,p=3$AAAAAAAAAAAAAAAAAAAAAA$",
            "$scrypt$ln=99,r=8,p=3$AAAAAAAAAAAAAAAAAAAAAA$AAAA",
        ])
    func malformed(text: String) {
        #expect(!PasswordHash(rawValue: text).matches(""))
    }
}
