import Testing

/// Words and turns that were weighed once and never come back: what stands in a literal may be read by somebody.
@Suite("The words of the house")
struct WordTests {
    /// What is not said, and what is said instead.
    static var neverSaid: [(turn: Regex<Substring>, instead: String)] {
        [
            // What shames, and what the office says of people.
            (/\b[Mm]isbruger(?:en|e|s)?\b/, "borger, du"),
            (/\b[Aa]lkoholiker(?:en|e)?\b/, "person med alkoholproblemer"),
            (/\b[Kk]lient(?:en|er)?\b/, "borger"),
            (/\b[Uu]deblev(?:et|en)?\b|\b[Uu]deblivelse/, "kom ikke"),
            // What sounds like a form.
            (/\b[Vv]enligst\b/, "sig, hvad der skal gøres"),
            (/\b[Ss]åfremt\b|\b[Nn]ærværende\b|\b[Dd]iverse\b/, "hvis, denne, flere"),
            (
                /\b[Uu]dfyld feltet\b|\b[Uu]gyldig(?:t|e)?\b|\b[Pp]åkrævet\b/,
                "sig, hvad der skal skrives"
            ),
            (/\bvedr\.|\biht\.|\bifm\.|\bpga\./, "skriv ordet helt ud"),
            // What was stiff, and was mended.
            (/Vi har $/, "Ring til os på"),
            (/112[^.]*haster/, "hvis det er livsfarligt"),
            (/Så ringer du bare/, "Mister du koden, så ring til os. Så hjælper vi."),
            (/siger vi det til kommunen/, "fortæller vi det til kommunens familieafdeling"),
            (/Godt at vide/, "Er der noget, vi skal tage hensyn til?"),
            (/\bPersonen (?:er|vil)\b|\bhos personen\b/, "den, jeg er bekymret for"),
            (/siden \/was/, "et link med et navn"),
            (/Sådan er det talt/, "Sådan er fristen beregnet"),
            (/Hvad blev der af det/, "Registrér udfald"),
            (/Sagt skriftligt/, "Meddelt skriftligt"),
            (/hasteligste/, "nærmeste frist først"),
            (/dage eller før/, "frist inden for 7 dage"),
            (/er ikke passeret/, "fristen er ikke udløbet"),
            (/står for sig\b/, "det opgøres særskilt"),
            (/CPR-nummeret siger/, "Ifølge cpr-nummeret"),
            (/Intet mangler/, "Loggen er ubrudt"),
            (/[Rr]egel,? der slog til|[Rr]egler,? der slog til/, "Udløste regler"),
            (/Sidst sket noget/, "Seneste aktivitet"),
            (/\bBedt om\b/, "Anmodet"),
            (/Kun for serveren/, "Kun serveren har adgang"),
            (/Fundet:\s/, "1 resultat"),
        ]
    }

    @Test("nothing is said that was mended once", arguments: House.sources)
    func said(file: SourceFile) {
        let lines = file.parts.literals.replacing(/\\\n\s*/, with: "").split(separator: "\n")
        // One small word alone is a code that somebody's register has chosen.
        for line in lines where !line.contains(/^\s*[a-z_-]+$/) {
            for (turn, instead) in Self.neverSaid where line.contains(turn) {
                Issue.record("\(file.path): »\(line.trimmingPrefix(/\s+/))«. Say: \(instead)")
            }
        }
    }

    @Test("a menu's line, a button or a title does not shout", arguments: House.sources)
    func exclamation(file: SourceFile) {
        let shouted = file.parts.literals.split(separator: "\n").filter { line in
            line.contains(/[a-zæøå]!(?:\s|$)/)
        }
        #expect(shouted == [], "\(file.path)")
    }
}
