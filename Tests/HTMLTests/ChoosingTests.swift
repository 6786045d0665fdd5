import HTML
import Testing

@Suite("Free times and files are chosen in a form as any other field")
struct ChoosingTests {
    private let days = [
        SlotDay("Fredag", []),
        SlotDay(
            "Mandag",
            [Slot("a1", "kl. 9.00", detail: "Anne"), Slot("a2", "kl. 10.00", isLate: true)]),
    ]

    @Test("the first time carries the group's id, so that an error leads to it")
    func ids() {
        let text = slotPicker("tid", legend: "Tid", days: days, chosen: "a2", whenEmpty: "Ingen")
            .text
        #expect(text.contains("<input type=\"radio\" id=\"tid\" name=\"tid\" value=\"a1\">"))
        #expect(
            text.contains("<input type=\"radio\" id=\"tid-a2\" name=\"tid\" value=\"a2\" checked>"))
        #expect(!text.contains("Fredag"), "a day without times is left out")
        #expect(text.contains("<div class=\"day\" role=\"group\" aria-label=\"Mandag\">"))
    }

    @Test("a time after the last day says so in words")
    func late() {
        let text = slotPicker("tid", legend: "Tid", days: days, whenEmpty: "Ingen").text
        #expect(
            text.contains(
                "kl. 10.00</strong><span class=\"after-deadline\">efter sidste dag</span>"))
        #expect(!text.contains(" checked"))
    }

    @Test("what is wrong stands at the group; no times at all is said")
    func states() {
        let wrong = slotPicker(
            "tid", legend: "Tid", days: days,
            problems: [FormProblem(field: "tid", message: "Vælg en tid")], whenEmpty: "Ingen"
        ).text
        #expect(wrong.contains("class=\"field slots has-error\" aria-describedby=\"tid-fejl\""))
        #expect(wrong.contains("Vælg en tid</p>"))
        #expect(
            slotPicker("tid", legend: "Tid", days: [], whenEmpty: "Ingen ledige").text
                == "<p class=\"empty\" id=\"tid\">Ingen ledige</p>")
    }

    @Test("a file field says what it takes; its form carries files")
    func files() {
        let field = fileField("fil", label: "Fil", accept: [".pdf", ".png"], allowsMany: true)
        #expect(
            field.text.contains(
                "<input class=\"input file\" type=\"file\" id=\"fil\" name=\"fil\" accept=\".pdf,.png\" multiple>"
            ))
        #expect(
            form("/ind", carriesFiles: true, field).text.hasPrefix(
                "<form method=\"post\" action=\"/ind\" novalidate enctype=\"multipart/form-data\">")
        )
    }
}
