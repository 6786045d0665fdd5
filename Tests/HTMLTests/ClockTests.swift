import HTML
import Testing

@Suite("The clock of a deadline says in words what its bar draws")
struct ClockTests {
    private func clock(
        today: Int?, beginning: ClockBox.Beginning = .none, because: [HTML] = []
    ) -> String {
        clockBox(
            ClockBox(
                .soon, headline: "4 dage tilbage", received: "den 2. november",
                lastDay: "den 16. november", today: today, beginning: beginning, because: because)
        ).text
    }

    /// Where the first line or shape of a class begins, in per cent of the width.
    private func place(of name: String, in text: String, attribute: String) throws -> Double {
        let pattern = try Regex("class=\"\(name)\"[^>]* \(attribute)=\"([0-9.]+)%\"")
        let match = try #require(text.firstMatch(of: pattern))
        return try #require(Double(match.output[1].substring ?? ""))
    }

    @Test("the headline and the three dates stand beside the drawing")
    func words() {
        let text = clock(today: 10, beginning: .booked(onDay: 12, "den 14. november kl. 9.00"))
        #expect(text.contains("<p class=\"headline\" id=\"garanti\"><strong>4 dage tilbage"))
        #expect(text.contains("<dt>Modtaget</dt><dd>den 2. november</dd>"))
        #expect(text.contains("<dt>Sidste dag</dt><dd>den 16. november</dd>"))
        #expect(text.contains("Tid</dt><dd>den 14. november kl. 9.00</dd>"))
    }

    @Test("the drawing has a name and a description, and no style of its own")
    func drawing() {
        let text = clock(today: 10, beginning: .booked(onDay: 12, "x"))
        #expect(
            text.contains("role=\"img\" aria-labelledby=\"garanti-tegning garanti-forklaring\""))
        #expect(
            text.contains(
                "<desc id=\"garanti-forklaring\">I dag er dag 10 af 14. Der er en tid på dag 12.</desc>"
            ))
        #expect(!text.contains("style="))
    }

    @Test("while there is time the last day stands at the far end, and today before it")
    func inTime() throws {
        let text = clock(today: 7)
        #expect(try place(of: "limit", in: text, attribute: "x1") == 98)
        #expect(text.contains("<svg x=\"50%\" overflow=\"visible\"><path class=\"today\""))
        #expect(!text.contains("class=\"over\""))
        #expect(text.contains("<dt>Tid</dt><dd>Ingen tid endnu</dd>"))
    }

    @Test(
        "past the last day the bar is hatched up to today, however late it is",
        arguments: [15, 27, 400])
    func late(today: Int) throws {
        let text = clock(today: today)
        let limit = try place(of: "limit", in: text, attribute: "x1")
        #expect(limit == 68)
        #expect(text.contains("fill=\"url(#garanti-over)\""))
        let width = try place(of: "over", in: text, attribute: "width")
        #expect(width > 0 && limit + width <= 98)
    }

    @Test("a booked time after the last day is not yet late days")
    func bookedLate() throws {
        let text = clock(today: 12, beginning: .booked(onDay: 20, "den 22. november"))
        #expect(!text.contains("class=\"over\""))
    }

    @Test("what began has no today; the bar is filled to the day it began")
    func began() throws {
        let text = clock(today: nil, beginning: .began(onDay: 7, "den 9. november"))
        #expect(!text.contains("i dag"))
        #expect(text.contains("Behandlingen begyndte på dag 7."))
        #expect(try place(of: "elapsed", in: text, attribute: "width") == 48)
    }

    @Test("a day before the enquiry does not leave the bar")
    func before() {
        #expect(clock(today: -3).contains("<svg x=\"2%\" overflow=\"visible\">"))
    }

    @Test("the reckoning is folded under the box, and is not there without steps")
    func because() {
        #expect(
            clock(today: 1, because: ["Dag 0 er den 2. november."]).contains(
                "<summary>Sådan er fristen beregnet</summary>"))
        #expect(!clock(today: 1).contains("<details"))
    }

    @Test("without a deadline it says why")
    func none() {
        let text = clockBox(withoutDeadline: "Tæller ikke (rådgivning)", "Fristen løber ikke.").text
        #expect(text.contains("class=\"guarantee outside\""))
        #expect(text.contains("Tæller ikke (rådgivning)"))
        #expect(!text.contains("<svg"))
    }
}
