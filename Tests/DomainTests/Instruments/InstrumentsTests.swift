import Domain
import Testing

/// The instruments' arithmetic: the vectors of the manuals, the edges of every cut-off, and what
/// must be refused.
@Suite struct InstrumentsTests {
    static let all = [
        AUDIT.instrument, AUDIT.auditC, WHO5.instrument, CIWAAr.instrument, K10.instrument,
        K10.americanVariant, MDI.instrument, FourScales.instrument(.wellbeing),
        FourScales.instrument(.alliance),
    ]

    @Test("every edition's bands cover every total once", arguments: all)
    func bandsCover(instrument: Instrument) {
        for edition in instrument.editions {
            for total in instrument.totalMin...instrument.totalMax {
                #expect(edition.bands.count { $0.range.contains(total) } == 1)
            }
            #expect(edition.bands.first?.range.lowerBound ?? 0 <= instrument.totalMin)
            #expect(edition.bands.last?.range.upperBound == instrument.totalMax)
        }
    }

    @Test("the highest and lowest answers give the highest and lowest totals", arguments: all)
    func extremes(instrument: Instrument) throws {
        let most = try instrument.score(instrument.items.map { $0.scoreMax })
        let least = try instrument.score(instrument.items.map { $0.scoreMin })
        #expect(most.total == instrument.totalMax)
        #expect(least.total == instrument.totalMin)
    }

    @Test("one missing answer, whichever it is, means no total", arguments: all)
    func incomplete(instrument: Instrument) throws {
        for index in instrument.items.indices {
            var answers: [Int?] = instrument.items.map { $0.scoreMin }
            answers[index] = nil
            let score = try instrument.score(answers)
            #expect(score.total == nil && score.band == nil && !score.isComplete)
            #expect(score.missing == [instrument.items[index].label])
        }
    }

    @Test("an answer no item has, and a wrong number of answers, are refused", arguments: all)
    func refused(instrument: Instrument) {
        for index in instrument.items.indices {
            for wrong in [-1, 6 + instrument.totalMax] {
                var answers: [Int?] = instrument.items.map { $0.scoreMin }
                answers[index] = wrong
                let fault = InstrumentFault.notAllowed(
                    item: instrument.items[index].label, answer: wrong)
                #expect(throws: fault) { try instrument.score(answers) }
            }
        }
        let count = instrument.items.count
        #expect(throws: InstrumentFault.wrongNumberOfAnswers(expected: count, given: count + 1)) {
            try instrument.score(Array(repeating: nil, count: count + 1))
        }
    }

    // MARK: AUDIT

    @Test(
        "AUDIT's vectors",
        arguments: [
            ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 0, "no-sign", "zone-1"),
            ([4, 4, 4, 4, 4, 4, 4, 4, 4, 4], 40, "dependence", "zone-4"),
            ([3, 2, 3, 0, 0, 0, 0, 0, 0, 0], 8, "harmful", "zone-2"),
            ([2, 1, 1, 0, 0, 0, 0, 0, 0, 0], 4, "no-sign", "zone-1"),
            ([4, 3, 4, 2, 1, 1, 2, 0, 0, 2], 19, "harmful", "zone-3"),
            ([4, 3, 4, 2, 1, 1, 1, 0, 4, 0], 20, "dependence", "zone-4"),
            ([4, 3, 4, 2, 1, 1, 0, 0, 0, 0], 15, "harmful", "zone-2"),
            ([4, 3, 0, 0, 0, 0, 0, 0, 0, 0], 7, "no-sign", "zone-1"),
        ])
    func audit(answers: [Int], total: Int, danish: String, who: String) throws {
        let score = try AUDIT.instrument.score(answers)
        #expect(score.total == total)
        #expect(score.band?.code == danish)
        #expect(score.edition == "dk")
        #expect(try AUDIT.instrument.score(answers, edition: "who").band?.code == who)
    }

    @Test("AUDIT's last two items have no 1 and no 3", arguments: [8, 9], [1, 3])
    func auditNoOne(index: Int, answer: Int) {
        var answers: [Int?] = Array(repeating: 0, count: 10)
        answers[index] = answer
        #expect(throws: InstrumentFault.notAllowed(item: "\(index + 1)", answer: answer)) {
            try AUDIT.instrument.score(answers)
        }
    }

    @Test("AUDIT's subscales, each only when its own items are answered")
    func auditSubscales() {
        var answers: [Int?] = [4, 3, 4, 2, 1, 1, 2, 0, 0, 2]
        let audit = AUDIT.instrument
        #expect(audit.use.parts.map { audit.sum($0, of: answers) } == [11, 4, 4])
        answers[9] = nil
        #expect(audit.use.parts.map { audit.sum($0, of: answers) } == [11, 4, nil])
    }

    @Test("who never drinks goes on with item 9, and so does who never drinks much")
    func auditPassedOver() {
        let nothing: [Int?] = [nil] + Array(repeating: nil, count: 9)
        #expect(AUDIT.passedOver(after: nothing).isEmpty)
        #expect(AUDIT.passedOver(after: [0] + nothing.dropFirst()) == 1..<8)
        #expect(AUDIT.passedOver(after: [2, 0, 0] + nothing.dropFirst(3)) == 3..<8)
        #expect(AUDIT.passedOver(after: [2, 0, 1] + nothing.dropFirst(3)).isEmpty)
        #expect(AUDIT.passedOver(after: [2, 0] + nothing.dropFirst(2)).isEmpty)
    }

    @Test(
        "AUDIT-C's line lies at 4 for men and 3 for women, or at 5 for all",
        arguments: [
            (3, Sex.male, false, false), (4, .male, true, false), (2, .female, false, false),
            (3, .female, true, false), (5, .male, true, true), (5, .female, true, true),
        ])
    func auditC(total: Int, sex: Sex, bySex: Bool, five: Bool) {
        let own = AUDIT.auditC.edition(for: sex, age: nil)
        #expect((own?.band(of: total)?.code == "raised") == bySex)
        #expect((AUDIT.auditC.edition("five")?.band(of: total)?.code == "raised") == five)
        #expect(AUDIT.auditC.edition(for: nil, age: nil)?.id == "women", "unknown: the lower line")
    }

    // MARK: WHO-5

    @Test(
        "WHO-5's vectors",
        arguments: [
            ([5, 5, 5, 5, 5], 100, "none"), ([2, 2, 2, 2, 1], 36, "risk"),
            ([2, 2, 2, 1, 1], 32, "high-risk"), ([3, 3, 3, 2, 2], 52, "none"),
            ([3, 3, 2, 2, 2], 48, "risk"), ([0, 0, 0, 0, 0], 0, "high-risk"),
        ])
    func who5(answers: [Int], total: Int, band: String) throws {
        let score = try WHO5.instrument.score(answers)
        #expect(score.total == total)
        #expect(score.band?.code == band)
    }

    @Test("a change of ten points or more is sure, of eight it is not; more is better")
    func who5Change() {
        let readings = [(40, 52), (52, 40), (40, 48)].map {
            TotalChange(from: $0.0, to: $0.1, in: WHO5.instrument).reading
        }
        #expect(readings == [.better, .worse, .unsure])
    }

    // MARK: CIWA-Ar

    @Test("CIWA-Ar goes to 67, because orientation ends at 4")
    func ciwaMax() throws {
        #expect(CIWAAr.instrument.totalMax == 67)
        #expect(throws: InstrumentFault.notAllowed(item: "10", answer: 5)) {
            try CIWAAr.instrument.score([0, 0, 0, 0, 0, 0, 0, 0, 0, 5])
        }
    }

    @Test(
        "CIWA-Ar's bands in each edition",
        arguments: [
            (8, "mild", "mild", "moderate"), (9, "mild", "mild", "moderate"),
            (10, "moderate", "mild", "moderate"), (11, "moderate", "moderate", "moderate"),
            (15, "moderate", "moderate", "severe"), (16, "severe", "severe", "severe"),
            (7, "mild", "mild", "mild"),
        ])
    func ciwaBands(total: Int, house: String, wikipedia: String, early: String) throws {
        let answers = (0..<10).map { min(7, max(0, total - 7 * $0)) }
        let bands = try [nil, "wikipedia", "early-severe"].map {
            try CIWAAr.instrument.score(answers, edition: $0).band?.code
        }
        #expect(bands == [house, wikipedia, early])
    }

    @Test("a CIWA-Ar assessment carries its moment")
    func ciwaMoment() throws {
        let moment = try #require(Instant(rfc3339: "2024-02-20T09:00:00+01:00"))
        let assessment = try CIWAAr(at: moment, answers: [2, 3, 2, 2, 1, 0, 0, 0, 1, 0])
        #expect(assessment.score.total == 11)
        #expect(assessment.score.band?.code == "moderate")
        #expect(assessment.at == moment)
    }

    // MARK: K10 and MDI

    @Test(
        "K10's bands in both editions",
        arguments: [
            (10, "low", "well"), (15, "low", "well"), (16, "moderate", "well"),
            (19, "moderate", "well"), (20, "moderate", "mild"), (21, "moderate", "mild"),
            (22, "high", "mild"), (25, "high", "moderate"), (29, "high", "moderate"),
            (30, "very-high", "severe"), (50, "very-high", "severe"),
        ])
    func k10(total: Int, australian: String, clinical: String) throws {
        let answers = (0..<10).map { 1 + min(4, max(0, total - 10 - 4 * $0)) }
        #expect(try K10.instrument.score(answers).total == total)
        #expect(try K10.instrument.score(answers).band?.code == australian)
        #expect(try K10.instrument.score(answers, edition: "clinical").band?.code == clinical)
        #expect(try K10.americanVariant.score(answers.map { $0 - 1 }).total == total - 10)
    }

    @Test("MDI takes the higher of 8a and 8b, and of 10a and 10b")
    func mdiAlternatives() throws {
        let answers = [5, 5, 5, 5, 5, 5, 5, 0, 5, 5, 5, 0]
        #expect(try MDI.instrument.score(answers).total == 50)
        #expect(MDI.instrument.totalMax == 50)
        #expect(try MDI.instrument.score([0, 0, 0, 0, 0, 0, 0, 2, 1, 0, 0, 3]).total == 5)
    }

    @Test(
        "MDI's cut-offs moved between editions",
        arguments: [
            (19, "none", "none"), (20, "none", "mild"), (21, "mild", "mild"),
            (25, "mild", "moderate"), (26, "moderate", "moderate"), (29, "moderate", "moderate"),
            (30, "moderate", "severe"), (31, "severe", "severe"),
        ])
    func mdiEditions(total: Int, newer: String, older: String) throws {
        // The first alternatives stay 0, so the total is spread over items 1–7, 8b, 9 and 10b.
        let spread = (0..<10).map { min(5, max(0, total - 5 * $0)) }
        let answers = Array(spread[0..<7]) + [0, spread[7], spread[8], 0, spread[9]]
        let score = try MDI.instrument.score(answers)
        #expect(score.total == total)
        #expect(score.band?.code == newer)
        #expect(try MDI.instrument.score(answers, edition: "2001").band?.code == older)
    }

    @Test(
        "MDI by ICD-10 counts symptoms: three core ones and seven others",
        arguments: [
            ([4, 4, 4, 3, 3, 3, 3, 3, 0, 0, 0, 0], MDI.Depression.severe),
            ([4, 4, 3, 3, 3, 3, 3, 0, 0, 0, 0, 0], .moderate),
            ([4, 4, 4, 3, 3, 3, 3, 0, 0, 0, 0, 0], .moderate),
            ([4, 4, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0], .mild),
            ([4, 4, 0, 3, 2, 2, 2, 2, 2, 2, 2, 2], .none),
            ([4, 3, 3, 5, 5, 5, 5, 5, 5, 5, 5, 5], .none),
            ([4, 4, 4, 0, 0, 0, 0, 3, 3, 3, 3, 3], .mild),
        ])
    func mdiICD10(answers: [Int], expected: MDI.Depression) {
        #expect(MDI.icd10(answers) == expected)
        #expect(MDI.icd10(answers.dropLast() + [nil]) == nil)
    }

    @Test("any answer above never to MDI's sixth item asks for a talk about suicide")
    func mdiSuicide() {
        var answers: [Int?] = Array(repeating: 0, count: 12)
        #expect(!MDI.asksAboutSuicide(answers))
        answers[5] = 1
        #expect(MDI.asksAboutSuicide(answers))
        #expect(MDI.asksAboutSuicide([nil, nil, nil, nil, nil, 5]))
    }

    @Test("an unknown edition is refused")
    func unknownEdition() {
        #expect(throws: InstrumentFault.unknownEdition) {
            try WHO5.instrument.score([1, 1, 1, 1, 1], edition: "1999")
        }
    }
}
