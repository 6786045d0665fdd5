import HTML
import Testing

@Suite("A drawing is words first, then shapes, then every number as a table")
struct ChartTests {
    let words = ChartWords(
        id: "vent", heading: "Ventetid", conclusion: "Halvdelen begyndte inden 6 dage.",
        count: "n = 74", axis: "dage")

    private func places(_ text: String, _ name: String, _ attribute: String) throws -> [Double] {
        let pattern = try Regex("<\\w+ class=\"\(name)\"[^>]*? \(attribute)=\"(-?[0-9.]+)%?\"")
        return text.matches(of: pattern).compactMap { Double($0.output[1].substring ?? "") }
    }

    @Test("heading, conclusion, drawing, count and table stand in that order")
    func order() throws {
        let text = barChart(
            BarChart(words, [Bar("0", 4), Bar("1", 2)], columns: ("Dage", "Antal"))
        ).text
        let wanted = ["<h3", "Halvdelen", "<svg", "n = 74", "<details", "<table"]
        let found = try wanted.map { try #require(text.firstRange(of: $0)).lowerBound }
        #expect(found == found.sorted())
        #expect(text.contains("aria-labelledby=\"vent-navn vent-om\""))
        #expect(text.contains("<th scope=\"row\">0</th><td class=\"number\">4</td>"))
        #expect(!text.contains("style="))
    }

    @Test("a bar is as high as its number, and none is drawn for nothing")
    func bars() throws {
        let text = barChart(
            BarChart(words, [Bar("0", 10), Bar("1", 5), Bar("2", 0)], columns: ("Dage", "Antal"))
        ).text
        let heights = try places(text, "bar", "height")
        #expect(heights.count == 2)
        #expect(abs(heights[0] - 2 * heights[1]) < 0.11)
    }

    @Test("what is too few is not drawn and not told")
    func tooFew() {
        let text = barChart(
            BarChart(words, [Bar("0", 10), .tooFew("1")], columns: ("Dage", "Antal"))
        ).text
        #expect(text.matches(of: /class="bar"/).count == 1)
        #expect(text.contains("&lt;5</text>"))
        #expect(text.contains("<td class=\"number\">færre end 5</td>"))
    }

    @Test("the deadline stands before the first late bar, and late bars have a pattern")
    func deadline() throws {
        let bars = (0...15).map { Bar("\($0)", 3, isLate: $0 > 14) }
        let text = barChart(
            BarChart(words, bars, deadline: "frist", columns: ("Dage", "Antal"))
        ).text
        let line = try #require(try places(text, "limit", "x1").first)
        let late = try #require(try places(text, "bar late", "x").first)
        let inTime = try #require(try places(text, "bar", "x").last)
        #expect(inTime < line && line < late)
        #expect(text.contains("fill=\"url(#vent-hatched)\""))
    }

    @Test("where none is late the line stands at the end")
    func deadlineAtEnd() throws {
        let text = barChart(
            BarChart(words, [Bar("0", 1)], deadline: "frist", columns: ("Dage", "Antal"))
        ).text
        #expect(try places(text, "limit", "x1") == [100])
    }

    @Test("a gap is a gap: no line leads over a place without a value")
    func gaps() {
        let points = [10.0, 12, nil, 14, 15].enumerated().map { index, value in
            LinePoint(at: Double(index), "\(index)", value)
        }
        let text = lineChart(LineChart(words, [LineSeries("ORS", points)], label: "Dato")).text
        #expect(text.matches(of: /class="line line-1"/).count == 2)
        #expect(text.matches(of: /class="mark mark-1"/).count == 4)
        #expect(text.contains("<th scope=\"row\">2</th><td class=\"number\">–</td>"))
    }

    @Test("a higher value stands higher, and time runs to the right by its own measure")
    func scale() throws {
        let points = [
            LinePoint(at: 0, "a", 10), LinePoint(at: 7, "b", 20), LinePoint(at: 28, "c", 30),
        ]
        let text = lineChart(
            LineChart(words, [LineSeries("ORS", points)], range: 0...40, label: "Dato")
        ).text
        let (x1, x2) = (
            try places(text, "line line-1", "x1"), try places(text, "line line-1", "x2")
        )
        let (y1, y2) = (
            try places(text, "line line-1", "y1"), try places(text, "line line-1", "y2")
        )
        #expect(abs((x2[1] - x1[0]) - 4 * (x2[0] - x1[0])) < 0.1)
        #expect(y1[0] > y1[1] && y1[1] > y2[1])
        #expect(y1[1] == y2[0])
    }

    @Test("a level and a band say their names")
    func levels() {
        let text = lineChart(
            LineChart(
                words, [LineSeries("ORS", [LinePoint(at: 0, "a", 17)])], range: 0...40,
                levels: [LevelLine(25, "grænse 25")], band: ChangeBand(12...22, "ingen ændring"),
                label: "Dato")
        ).text
        #expect(text.contains("grænse 25</text>") && text.contains("ingen ændring</text>"))
        #expect(text.contains("<rect class=\"band\""))
    }

    @Test("lines are told apart by dash and mark, and no two names cover one another")
    func manyLines() {
        let series = ["median", "90-percentil", "alle"].map { name in
            LineSeries("\(name)", (0...3).map { LinePoint(at: Double($0), "\($0)", 10) })
        }
        let text = lineChart(LineChart(words, series, label: "Måned")).text
        for index in 1...3 { #expect(text.contains("class=\"line line-\(index)\"")) }
        let baselines = text.matches(of: /class="strong" x="94%" y="([0-9.]+)"/).map {
            String($0.1)
        }
        #expect(baselines.count == 3 && Set(baselines).count >= 2)
    }

    @Test("values that are no numbers, or the same throughout, do not break the drawing")
    func strangeValues() {
        for values in [[Double.nan, 3], [.infinity, 3], [0, 0], [-5, -5], [7, 7]] {
            let points = values.enumerated().map { LinePoint(at: Double($0), "\($0)", $1) }
            let text = lineChart(LineChart(words, [LineSeries("x", points)], label: "Dato")).text
            #expect(!text.contains("nan") && !text.contains("inf"), "\(values)")
            _ = barChart(
                BarChart(words, values.map { Bar("a", $0) }, columns: ("Dage", "Antal")))
        }
    }

    @Test("a stack is as high as its parts, and the table has their sum")
    func stacks() throws {
        let text = stackedChart(
            StackedChart(
                words, series: ["telefon", "nettet"], [Stack("27", [3, 1]), Stack("28", [0, 4])],
                label: "Uge")
        ).text
        let heights = try places(text, "bar", "height").filter { $0 != 16 }
        #expect(heights.count == 3)
        #expect(abs(heights[0] + heights[1] - heights[2]) < 0.15)
        #expect(
            text.contains(
                "<td class=\"number\">3</td><td class=\"number\">1</td><td class=\"number\">4</td>")
        )
        #expect(text.contains("fill=\"url(#vent-hatched)\""))
    }

    @Test("a share table says each number beside its bar, and measures it against its limit")
    func shares() throws {
        let text = shareTable(
            words, columns: ("Navn", "Timer"),
            [
                ShareLine("Anne", 13, "13 af 26", limit: 26),
                ShareLine("Per", 30, "30 af 26", limit: 26),
            ], limit: "pladsen"
        ).text
        #expect(text.contains("<th scope=\"row\">Anne</th><td class=\"number\">13 af 26</td>"))
        #expect(text.matches(of: /class="bar late"/).count == 1)
        #expect(text.contains("Stregen er pladsen."))
    }

    @Test("nothing to draw says so in words")
    func empty() {
        let all = [
            barChart(BarChart(words, [], columns: ("a", "b"), whenEmpty: "Ingen endnu.")),
            lineChart(LineChart(words, [], label: "a", whenEmpty: "Ingen endnu.")),
            stackedChart(
                StackedChart(words, series: [], [], label: "a", whenEmpty: "Ingen endnu.")),
            shareTable(words, columns: ("a", "b"), [], whenEmpty: "Ingen endnu."),
        ]
        for figure in all {
            #expect(figure.text.contains("<p class=\"empty\">Ingen endnu.</p>"))
            #expect(!figure.text.contains("<svg"))
        }
    }

    @Test(
        "figures are Danish",
        arguments: [
            (0.0, 0, "0"), (1_234.5, 1, "1.234,5"), (1_234_567, 0, "1.234.567"), (-3.14, 1, "-3,1"),
            (0.05, 1, "0,1"), (1_000_000, 2, "1.000.000,00"), (999.999, 2, "1.000,00"),
            (-0.04, 1, "0,0"), (.nan, 1, "–"), (1e300, 0, "–"),
        ])
    func figures(number: Double, decimals: Int, expected: String) {
        #expect(danishFigure(number, decimals: decimals) == expected)
    }
}
