import HTML
import Testing

@Suite("Whose page it is, and what happened")
struct CaseTests {
    @Test(
        "a number is a link in pairs; what is more than a number keeps its words",
        arguments: [
            ("20304050", "<a href=\"tel:20304050\">20&nbsp;30&nbsp;40&nbsp;50</a>"),
            ("20 30 40 50", "<a href=\"tel:20304050\">20&nbsp;30&nbsp;40&nbsp;50</a>"),
            ("+45 20304050", "<a href=\"tel:+4520304050\">+45 20304050</a>"),
            ("112", "<a href=\"tel:112\">112</a>"),
            ("20304050 hos mormor", "20304050 hos mormor"), ("12", "12"), ("", ""),
            ("20304050<b>", "20304050&lt;b&gt;"), ("2030405\u{301}0", "2030405\u{301}0"),
        ])
    func phone(typed: String, expected: String) {
        #expect(phoneLink(typed).text == expected)
    }

    @Test("the bar names the case and shows only what it was given")
    func identity() {
        let text = identityBar(
            IdentityBar(
                name: "Fuglen", isAlias: true, caseNumber: "2026-0117", state: "lukket",
                facts: [("Næste tid", "i morgen kl. 9.00")])
        ).text
        #expect(text.contains("<section class=\"identity\" aria-label=\"Sag 2026-0117\">"))
        #expect(text.contains("<strong>Fuglen</strong> <span class=\"tag\">Anonym</span>"))
        #expect(text.contains("Sag 2026-0117 · lukket"))
        #expect(text.contains("Ansvarlig: ingen endnu"))
        #expect(text.contains("<dt>Næste tid</dt><dd>i morgen kl. 9.00</dd>"))
        for absent in ["cpr", "contact", "class=\"age\"", "class=\"tags\""] {
            #expect(!text.contains(absent), "\(absent)")
        }
    }

    @Test("a masked cpr-nummer is named for those who hear it, with its form beside it")
    func masked() {
        let text = identityBar(
            IdentityBar(
                name: "Bo", caseNumber: "2026-1", maskedCPR: "07••••-••••",
                showsCPR: form("/vis", button("Vis", .quiet, about: "cpr-nummeret")))
        ).text
        #expect(text.contains("<span class=\"visually-hidden\">Cpr-nummer </span>07••••-••••"))
        #expect(text.contains("Vis<span class=\"visually-hidden\"> cpr-nummeret</span></button>"))
    }

    @Test("phone and rule stand in one line")
    func contact() {
        let text = identityBar(
            IdentityBar(
                name: "Bo", caseNumber: "2026-1", phone: phoneLink("112"), contactRule: "Ring kun")
        ).text
        #expect(text.contains("<p class=\"contact\"><a href=\"tel:112\">112</a> · Ring kun</p>"))
    }

    private func entries(_ entries: TimelineEntry...) -> String {
        timeline([TimelineDay("2026-11-12", "i dag", entries)], whenEmpty: "Tom").text
    }

    @Test("a day is a heading with its date; an hour stands only where one is known")
    func timelineDays() {
        let text = entries(
            TimelineEntry(time: "10.55", "Samtale", by: "Anne"), TimelineEntry("Brev", by: "Per"))
        #expect(text.contains("<h3><time datetime=\"2026-11-12\">i dag</time></h3>"))
        #expect(text.contains("<span class=\"when\">10.55</span> <strong>Samtale</strong>"))
        #expect(text.contains("<p class=\"title\"><strong>Brev</strong></p>"))
        #expect(!text.contains("00.00"))
    }

    @Test("what was removed stays struck through, and says who, when and why")
    func struck() {
        let text = entries(
            TimelineEntry(
                "Notat", by: "Anne", text: "a\nb",
                strike: TimelineStrike(
                    .removed, "den 13. november kl. 8.02", by: "Per", why: "forkert sag")))
        #expect(text.contains("<li class=\"struck\">"))
        #expect(text.contains("<strong><s>Notat</s></strong>"))
        #expect(text.contains("Fjernet den 13. november kl. 8.02 af Per: forkert sag</p>"))
        #expect(text.contains("<p class=\"note-text\"><s>a\nb</s></p>"))
    }

    @Test("what was typed in a note stays text")
    func noteIsText() {
        #expect(
            entries(TimelineEntry("Notat", by: "A", text: "<script>")).contains("&lt;script&gt;"))
    }

    @Test("an empty story says so, with its filters still there")
    func emptyTimeline() {
        let text = timeline(
            [], filters: filterLinks([FilterLink("Alle", to: "/a")]), whenEmpty: "Intet endnu."
        ).text
        #expect(text.contains("<p class=\"empty\" id=\"tidslinje\">Intet endnu.</p>"))
        #expect(text.contains("<a href=\"/a\">Alle</a>"))
    }

    @Test("the story comes before the facts, for the eye and for the ear")
    func columns() throws {
        let text = caseColumns(acts: ["GØR"], story: "HISTORIE", facts: "FAKTA").text
        let story = try #require(text.firstRange(of: "HISTORIE"))
        let facts = try #require(text.firstRange(of: "FAKTA"))
        let acts = try #require(text.firstRange(of: "GØR"))
        #expect(acts.lowerBound < story.lowerBound && story.lowerBound < facts.lowerBound)
        #expect(!caseColumns(story: "a", facts: "b").text.contains("buttons"))
    }

    @Test("a deadline shows its weight, and how it was reckoned")
    func dates() {
        let text = dateList(
            [
                DatedLine(
                    .late, when: "den 3. november", "Planen ses igen", because: ["Efter 3 måneder"],
                    action: link("Se planen", to: "/plan"))
            ], id: "frister", whenEmpty: "Ingen frister."
        ).text
        #expect(text.contains("<span class=\"status late\">den 3. november</span>"))
        #expect(text.contains("<li>Efter 3 måneder</li>"))
        #expect(text.contains("<a href=\"/plan\">Se planen</a>"))
        #expect(
            dateList([], id: "frister", whenEmpty: "Ingen frister.").text
                == "<p class=\"empty\" id=\"frister\">Ingen frister.</p>")
    }
}
