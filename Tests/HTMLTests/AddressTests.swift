import HTML
import Testing

@Suite("An address stays on the site and in its step")
struct AddressTests {
    @Test(
        "a word in a path is encoded whole",
        arguments: [
            ("2026-0407", "2026-0407"), ("a/b", "a%2Fb"), ("a?b#c", "a%3Fb%23c"),
            ("æ ø", "%C3%A6%20%C3%B8"), ("..", "%252E%252E"), (".", "%252E"), ("a.csv", "a.csv"),
            ("%2e", "%252e"), ("\n", "%0A"), ("", ""),
        ])
    func encodesWords(word: String, expected: String) {
        let address: Address = "/sager/\(word: word)/notat?side=\(2)"
        #expect(address.text == "/sager/\(expected)/notat?side=2")
    }

    @Test("an address can be put in front of a fragment")
    func fragment() {
        let step: Address = "/faa-hjaelp/hvem"
        let address: Address = "\(step)#hvem"
        #expect(address.text == "/faa-hjaelp/hvem#hvem")
    }

    @Test("it is written into a link as it is")
    func inLink() {
        let address: Address = "/sager?vis=\(word: "\"><script>")&side=\(1)"
        let page: HTML = "<a href=\"\(address)\">x</a>"
        #expect(page.text == "<a href=\"/sager?vis=%22%3E%3Cscript%3E&amp;side=1\">x</a>")
    }
}
