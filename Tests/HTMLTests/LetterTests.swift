import HTML
import Testing

@Suite("A letter carries what a letter always carries")
struct LetterTests {
    private func letter(decision: HTML? = nil, guidance: Letter.ComplaintGuidance? = nil) -> String
    {
        letterSheet(
            Letter(
                sender: ["Torvehuset", "2800 Lyngby"], recipient: ["Bo Hansen", "Vej 1"],
                facts: [("Sag", "2026-0371")], subject: "Svar", "<p>Kære Bo</p>",
                decision: decision, guidance: guidance, closing: ["Hilsen", "Anne"],
                status: "Udkast")
        ).text
    }

    @Test("sender, recipient, facts, subject, text and closing are there in their order")
    func order() throws {
        let text = letter()
        let wanted = [
            "Torvehuset<br>2800", "Bo Hansen<br>Vej 1", "2026-0371", "<h1", "Kære", "Hilsen<br>",
        ]
        let found = try wanted.map { try #require(text.firstRange(of: $0)).lowerBound }
        #expect(found == found.sorted())
        #expect(text.contains("<p class=\"draft\">Udkast</p>"))
    }

    @Test("decision and guidance have a place of their own, and only when they are there")
    func parts() {
        let text = letter(
            decision: "<p>Du kan ikke få …</p>",
            guidance: Letter.ComplaintGuidance("Sådan klager du", "<p>Skriv til os.</p>"))
        #expect(text.contains("<div class=\"decision\"><p>Du kan ikke"))
        #expect(text.contains("<h2 id=\"brev-vejledning\">Sådan klager du</h2>"))
        #expect(!letter().contains("decision") && !letter().contains("guidance"))
    }
}
