import HTML
import Testing

@Suite("How something stands is said in words; colour and shape only follow")
struct StatusTests {
    @Test("every weight carries its words", arguments: StatusWeight.allCases)
    func words(weight: StatusWeight) {
        #expect(
            statusTag("Frist i dag", weight).text
                == "<span class=\"status \(weight.rawValue)\">Frist i dag</span>")
    }

    @Test("what somebody typed stays text in a tag")
    func escapes() {
        let typed = "<b>Bo</b>"
        #expect(tag(Tag("\(typed)")).text == "<span class=\"tag\">&lt;b&gt;Bo&lt;/b&gt;</span>")
    }

    @Test("a row of tags names itself; no tags are no row")
    func rows() {
        let row = tags([Tag("Gravid", .soon), Tag("Anonym")], label: "Vær opmærksom på").text
        #expect(row.contains("<ul class=\"tags\" aria-label=\"Vær opmærksom på\">"))
        #expect(row.contains("<li class=\"tag soon\">Gravid</li><li class=\"tag\">Anonym</li>"))
        #expect(tags([]).isEmpty)
    }

    @Test("a count of none calls for nobody, and a count leads to its list")
    func tileColours() {
        let row = tiles([
            Tile(0, "uden tid", id: "a", .soon), Tile(2, "overskredet", id: "b", .late, to: "/x"),
        ]).text
        #expect(row.contains("<li id=\"a\"><strong>0</strong> uden tid</li>"))
        #expect(
            row.contains(
                "<li id=\"b\" class=\"late\"><a href=\"/x\"><strong>2</strong> overskredet</a></li>"
            ))
    }

    @Test("nothing here says what to do about it")
    func empty() {
        #expect(
            emptyState("Der er ingen breve.", id: "breve", next: link("Skriv et", to: "/ny")).text
                == """
                <p class="empty" id="breve">Der er ingen breve. <a href="/ny">Skriv et</a></p>
                """)
    }
}
