import Domain
import Testing

/// Four-scale forms, drinks and the satisfaction survey.
@Suite struct ScalesTests {
    @Test("17.5 lies below the line, 23.0 is a reliable change, 26.0 also crosses it")
    func wellbeing() throws {
        let first = try FourScales(.wellbeing, tenths: [42, 51, 38, 44])
        let second = try FourScales(.wellbeing, tenths: [58, 57, 57, 58])
        let third = try FourScales(.wellbeing, tenths: [65, 65, 65, 65])
        #expect(first.totalTenths == 175 && first.isBelowCutOff())
        #expect(second.totalTenths == 230)
        let small = ScaleChange(from: first, to: second)
        #expect(small.tenths == 55 && small.isReliable && !small.isClinicallySignificant)
        let large = ScaleChange(from: first, to: third)
        #expect(large.tenths == 85 && large.isClinicallySignificant)
    }

    @Test("on the line is not below it", arguments: [(250, false), (249, true)])
    func wellbeingLine(total: Int, isBelow: Bool) throws {
        let form = try FourScales(.wellbeing, tenths: [100, 100, total - 200, 0])
        #expect(form.isBelowCutOff() == isBelow)
    }

    @Test(
        "the line of wellbeing follows the age",
        arguments: [(12, 320), (13, 280), (17, 280), (18, 250)])
    func ageLine(age: Int, cutOff: Int) {
        #expect(FourScales.cutOffTenths(.wellbeing, for: .init(age: age)) == cutOff)
    }

    @Test(
        "36.0 is no alert, 35.9 is, and so is one mark below 9",
        arguments: [
            ([90, 90, 90, 90], false), ([90, 90, 90, 89], true), ([100, 100, 100, 89], true),
            ([100, 100, 100, 90], false),
        ])
    func alliance(tenths: [Int], alerts: Bool) throws {
        #expect(try FourScales(.alliance, tenths: tenths).alertsAlliance == alerts)
    }

    @Test(
        "a deterioration across the line is significant too, a change of 4.9 is not even reliable")
    func deterioration() throws {
        let good = try FourScales(.wellbeing, tenths: [70, 70, 70, 65])
        let bad = try FourScales(.wellbeing, tenths: [55, 55, 55, 55])
        let nearly = try FourScales(.wellbeing, tenths: [60, 60, 60, 46])
        #expect(ScaleChange(from: good, to: bad).isClinicallySignificant)
        #expect(!ScaleChange(from: good, to: nearly).isReliable)
        #expect(ScaleChange(from: good, to: nearly).crossesCutOff)
    }

    @Test("marks outside the line, and three or five of them, are refused")
    func refused() {
        #expect(throws: InstrumentFault.notAllowed(item: "2", answer: 101)) {
            try FourScales(.wellbeing, tenths: [0, 101, 0, 0])
        }
        #expect(throws: InstrumentFault.wrongNumberOfAnswers(expected: 4, given: 3)) {
            try FourScales(.alliance, tenths: [0, 0, 0])
        }
    }

    @Test(
        "drinks by volume and strength",
        arguments: [
            (330.0, 4.6, 11.98, "1,00"), (750.0, 13.0, 76.93, "6,41"),
            (700.0, 40.0, 220.92, "18,41"), (0.0, 40.0, 0.0, "0,00"),
        ])
    func drinks(millilitres: Double, percent: Double, grams: Double, text: String) {
        let drink = Drinks(millilitres: millilitres, percent: percent)
        #expect(abs(drink.grams - grams) < 0.005)
        #expect(drink.danishText == text)
    }

    @Test("advice has its version")
    func advice() {
        #expect(Drinks.Advice.sst2022.weekMax(sex: .male) == 10)
        #expect(Drinks.Advice.sst2022.weekMax(sex: .female) == 10)
        #expect(Drinks.Advice.sst2022.weekMax(sex: .male, age: 17) == 0)
        #expect(Drinks.Advice.sst2022.weekMax(sex: .female, isPregnant: true) == 0)
        #expect(Drinks.Advice.sst2022.dayMax() == 4)
        #expect(Drinks.Advice.sst2010.weekMax(sex: .male) == 21)
        #expect(Drinks.Advice.sst2010.weekMax(sex: .female) == 14)
        #expect(Drinks.Advice.sst2010.dayMax() == nil)
    }

    @Test("\"Slet ikke\" is the best answer on waiting and the worst on influence")
    func satisfaction() throws {
        let waiting = SatisfactionSurvey.items[1]
        let content = SatisfactionSurvey.items[3]
        let last = try #require(waiting.answers.firstIndex(of: "Slet ikke"))
        #expect(waiting.score(answer: last) == 5)
        #expect(content.score(answer: last) == 1)
        #expect(content.score(answer: 5) == nil)
        #expect(SatisfactionSurvey.items.count == 7)
    }

    @Test("four answers are not published, five are")
    func tooFew() {
        #expect(SatisfactionSurvey.mean([5, 5, 4, 4]) == nil)
        #expect(SatisfactionSurvey.mean([5, 5, 4, 4, 2]) == 4.0)
    }
}
