import HTML
import Testing

@Suite("What a page says of itself and of what was done")
struct PageTests {
    @Test("a confirmation says what, when and what comes next, and can be taken back")
    func confirmation() {
        let text = confirmationBanner(
            "Tiden er tilbudt.", when: "Kl. 9.14.", next: "Borgeren får en sms.",
            undo: form("/fortryd", button("Fortryd", .secondary))
        ).text
        #expect(text.hasPrefix("<div class=\"confirmation\" id=\"bekraeftelse\" tabindex=\"-1\">"))
        #expect(text.contains("<div role=\"status\">\n<p><strong>Tiden er tilbudt.</strong>"))
        #expect(text.contains("<span class=\"when\">Kl. 9.14.</span>"))
        #expect(text.contains("<div class=\"undo\"><form method=\"post\" action=\"/fortryd\""))
        #expect(!confirmationBanner("Gemt.").text.contains("undo"))
    }

    @Test("a check page shows the lines, carries what was typed, and names the act on its button")
    func check() {
        let text = checkPage(
            CheckPage(
                [SummaryRow("Årsag", "Færdigbehandlet")], warning: "Det kan ikke fortrydes.",
                action: "/afslut", token: "t", carried: hiddenField("aarsag", "a\"b"),
                confirm: "Afslut sagen", back: "/sag")
        ).text
        #expect(text.contains("<h1>Tjek, før du gemmer</h1>"))
        #expect(text.contains("name=\"aarsag\" value=\"a&quot;b\""))
        #expect(text.contains("id=\"bekraeft\" accesskey=\"9\">Afslut sagen</button>"))
        #expect(text.contains("<a href=\"/sag\">Gå tilbage og ret</a>"))
        #expect(text.contains("<div class=\"notice warning\">"))
    }

    @Test("the errors are listed in the order of the fields, and what has no field comes last")
    func errorOrder() {
        let page: HTML = """
            \(textField("dato", label: "Dato"))\(textField("tid", label: "Klokken"))\
            \(radios("hvem", legend: "Hvem?", choices: [Choice("a", "A")]))
            """
        let problems = ["sag", "hvem", "tid", "dato"].map { FormProblem(field: $0, message: $0) }
        #expect(problems.inOrder(of: page).map(\.field) == ["dato", "tid", "hvem", "sag"])
        let summary = errorSummary(problems, on: page).text
        #expect(
            summary.matches(of: /#(\w+)/).map { String($0.1) } == ["dato", "tid", "hvem", "sag"])
    }

    @Test("two faults of one field keep their order; what was typed is no field")
    func errorOrderIsSafe() {
        let page = textField("dato", label: "Dato", value: "x\" id=\"tid\" y")
        let problems = [
            FormProblem(field: "tid", message: "1"), FormProblem(field: "dato", message: "2"),
            FormProblem(field: "dato", message: "3"),
        ]
        #expect(problems.inOrder(of: page).map(\.message) == ["2", "3", "1"])
        #expect([FormProblem]().inOrder(of: page).isEmpty)
    }

    @Test(
        "a notice with a heading is a part of the page with a name", arguments: NoticeKind.allCases)
    func notices(kind: NoticeKind) {
        #expect(
            notice(kind, "<p>x</p>").text
                == "<div class=\"notice \(kind.rawValue)\">\n<p>x</p>\n</div>")
        let headed = notice(kind, id: "obs", heading: "Vær opmærksom", "<p>x</p>").text
        #expect(headed.contains("aria-labelledby=\"obs-titel\""))
        #expect(headed.contains("<h2 id=\"obs-titel\">Vær opmærksom</h2>"))
        #expect(notice(kind, isAnnounced: true, "x").text.contains("role=\"status\""))
    }

    @Test("steps say which are done and which is now, not only by their looks")
    func steps() {
        #expect(stepCaption(2, of: 5).text == "<p class=\"caption\">Trin 2 af 5</p>")
        let text = progressSteps(
            [Step("A", .done, to: "/a"), Step("B", .current), Step("C", .ahead)], label: "Trin"
        ).text
        #expect(
            text.contains("<a href=\"/a\">A<span class=\"visually-hidden\">, klaret</span></a>"))
        #expect(text.contains("<li class=\"current\" aria-current=\"step\">B</li>"))
        #expect(text.contains("C<span class=\"visually-hidden\">, senere</span>"))
    }

    @Test("a tab is a link, and says where she stands")
    func tabLinks() {
        let text = tabs(
            [
                Tab("Plan", id: "p", to: "/plan"),
                Tab("Adgang", id: "a", to: "/adgang", isCurrent: true),
            ],
            label: "Sagens sider"
        ).text
        #expect(text.contains("<nav class=\"tabs\" aria-label=\"Sagens sider\">"))
        #expect(text.contains("<a id=\"p\" href=\"/plan\">Plan</a>"))
        #expect(text.contains("<a id=\"a\" href=\"/adgang\" aria-current=\"page\">Adgang</a>"))
    }

    @Test("none waiting is not said")
    func counter() {
        #expect(counted("Modtagelse", 6).text == "Modtagelse <span class=\"count\">(6)</span>")
        #expect(counted("Modtagelse", 0).text == "Modtagelse")
    }

    @Test("the search box posts, so that no name stands in an address")
    func search() {
        let text = searchBox("/soeg", token: "t", label: "Navn", accessKey: "2", value: "\"Bo").text
        #expect(
            text.contains("<form class=\"search\" role=\"search\" method=\"post\" action=\"/soeg\"")
        )
        #expect(text.contains("<label class=\"visually-hidden\" for=\"hoved-ord\">Navn</label>"))
        #expect(
            text.contains(
                "value=\"&quot;Bo\" autocomplete=\"off\" placeholder=\"Navn\" accesskey=\"2\""))
    }

    @Test("a fold works without script, and opens when asked")
    func folds() {
        #expect(fold("a", "Mere", "<p>x</p>").text.hasPrefix("<details class=\"fold\" id=\"a\">"))
        #expect(fold("a", "Mere", isOpen: true, "x").text.contains(" open>"))
    }

    @Test("the head of a page and a sheet carry their actions once")
    func heads() {
        let text = pageHead("Modtagelse", caption: "i dag", actions: [printButton()]).text
        #expect(text.contains("<h1>Modtagelse</h1>\n<p class=\"caption\">i dag</p>"))
        #expect(text.contains("data-print hidden>Udskriv</button>"))
        let sheet = panel("aftale", "Næste aftale", "<p>I morgen</p>").text
        #expect(
            sheet.contains(
                "<section class=\"panel\" id=\"aftale\" aria-labelledby=\"aftale-titel\">"))
        #expect(!sheet.contains("buttons"))
    }

    @Test("the front door has its doors, the acute box its name, the sign its words")
    func front() {
        let text = frontDoor(
            heading: "Hjælp", lead: "Drikker du for meget?", "Det er gratis.",
            doors: [buttonLink("Jeg vil have hjælp", to: "/faa-hjaelp")]
        ).text
        #expect(text.contains("<h1>Hjælp</h1>"))
        #expect(text.contains("<li><a class=\"button primary\" href=\"/faa-hjaelp\">"))
        #expect(
            acuteCard(heading: "Ring 112", "<p>x</p>").text.contains("aria-labelledby=\"akut\""))
        #expect(
            openingSign(isOpen: false, "Vi åbner kl. 8.30", hours: "man-fre").text.contains(
                "<span class=\"status outside\">Vi åbner kl. 8.30</span>"))
        #expect(
            practiceBanner().text.contains(
                "<strong>Øvelse</strong> Alle personer her er opdigtede."))
    }
}
