import HTML
import Testing

@Suite("A control says what it is, what helps and what is wrong")
struct ControlTests {
    let problem = FormProblem(field: "telefon", message: "Skriv et telefonnummer")

    @Test("a text field without trouble has a label, and no more than that")
    func plainField() {
        #expect(
            textField("navn", label: "Navn", value: "Bo").text == """
                <div class="field">
                <label for="navn">Navn</label>
                <input class="input" type="text" id="navn" name="navn" value="Bo">
                </div>
                """)
    }

    @Test("label, hint, error and field come in that order and point at one another")
    func anatomy() {
        let field = textField(
            "telefon", label: "Telefonnummer", value: "20 30", kind: .tel, width: .eleven,
            hint: "8 tal", problems: [problem], autocomplete: "tel", isRequired: true)
        #expect(
            field.text == """
                <div class="field has-error">
                <label for="telefon">Telefonnummer</label>
                <p class="hint" id="telefon-hjaelp">8 tal</p>
                <p class="error" id="telefon-fejl"><span class="visually-hidden">Fejl: </span>\
                Skriv et telefonnummer</p>
                <input class="input width-11" type="tel" id="telefon" name="telefon" \
                value="20 30" autocomplete="tel" aria-describedby="telefon-hjaelp telefon-fejl" \
                aria-invalid="true" required>
                </div>
                """)
    }

    @Test("the error summary says the same words and leads to the field")
    func summary() {
        let text = errorSummary([problem]).text
        #expect(text.contains("<a href=\"#telefon\">Skriv et telefonnummer</a>"))
        #expect(text.contains("role=\"alert\""))
        #expect(text.contains("<h2 id=\"fejl-overskrift\">Der er problemer</h2>"))
        #expect(errorSummary([]).isEmpty)
    }

    @Test("the first radio carries the group's id; the chosen one is checked, no other")
    func radioIDs() {
        let text = radios(
            "hvem", legend: "Hvem?",
            choices: [Choice("selv", "Mig selv"), Choice("anden", "En anden", hint: "Få råd.")],
            chosen: "anden", as: .heading
        ).text
        #expect(text.contains("<legend><h1 class=\"question\">Hvem?</h1></legend>"))
        #expect(text.contains("id=\"hvem\" name=\"hvem\" value=\"selv\">"))
        #expect(
            text.contains(
                "id=\"hvem-anden\" name=\"hvem\" value=\"anden\" checked "
                    + "aria-describedby=\"hvem-anden-hjaelp\">"))
    }

    @Test("what a choice asks for stands right after it")
    func revealedFields() {
        let text = radios(
            "kontakt", legend: "Hvordan?",
            choices: [Choice("ring", "Ring", fields: textField("telefon", label: "Nummer"))]
        ).text
        #expect(text.contains("<div class=\"revealed\">\n<div class=\"field\">"))
    }

    @Test("a text area keeps a line break that comes first")
    func textAreaKeepsText() {
        #expect(textArea("note", label: "Notat", value: "\n<a>").text.contains(">\n\n&lt;a&gt;</"))
    }

    @Test("what may be left out says so")
    func optionalLabel() {
        let text = textField("navn", label: "Navn", isOptional: true).text
        #expect(text.contains("Navn <span class=\"optional\">(frivilligt)</span></label>"))
    }

    @Test("a form posts, is not checked by the browser, and carries its token")
    func formToken() {
        let text = form("/log-ind", token: "abc", button("Log ind")).text
        #expect(text.hasPrefix("<form method=\"post\" action=\"/log-ind\" novalidate>"))
        #expect(text.contains("<input type=\"hidden\" name=\"token\" value=\"abc\">"))
    }

    @Test("a table has a caption, headings and row headings; an empty one says why")
    func tables() {
        let columns: [Column] = ["Sag", .number("Dage", sort: .ascending)]
        let full = table(
            id: "sager", caption: "Åbne sager", columns: columns, rows: [["2026-1", "\(3)"]],
            whenEmpty: "Ingen sager.")
        #expect(full.text.contains("<caption id=\"sager-titel\">Åbne sager</caption>"))
        #expect(full.text.contains("<th scope=\"col\" class=\"number\" aria-sort=\"ascending\">"))
        #expect(full.text.contains("<th scope=\"row\">2026-1</th><td class=\"number\">3</td>"))
        let empty = table(
            id: "sager", caption: "", columns: columns, rows: [], whenEmpty: "Ingen sager.")
        #expect(empty.text == "<p id=\"sager\" class=\"empty\">Ingen sager.</p>")
    }

    @Test("a line of a summary can be changed, and the link says what it changes")
    func summaryLines() {
        let text = summaryList([
            SummaryRow("Alder", "18 år eller mere", change: ("/faa-hjaelp/alder", "alder"))
        ]).text
        #expect(
            text.contains(
                "<a href=\"/faa-hjaelp/alder\">Ret<span class=\"visually-hidden\"> alder</span></a>"
            ))
    }
}
