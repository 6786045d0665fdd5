import Domain
import Testing

/// The standards that are compiled in.
@Suite struct ProfileTests {
    @Test(
        "every shipped file is a valid standard and carries its own id",
        arguments: ShippedStandards.ids)
    func isValid(id: String) throws {
        let file = try #require(ShippedStandards.file(id: id))
        let standard = try QualityStandard(json: file)
        #expect(standard.id == id)
        #expect(QualityStandard.shipped(id: id) == standard)
    }

    @Test("Lyngby's values are where the rules look for them")
    func lyngby() throws {
        let standard = try #require(QualityStandard.shipped(id: "lyngby-2024"))
        #expect(standard.plan.reviewMaxMonths.value == 3)
        #expect(
            standard.plan.reviewMaxMonths.source
                == "lyngby-2024: »som minimum blive opdateret hver 3. måned«")
        #expect(standard.intake.interviewDays.value == 7)
        #expect(standard.payment[.antabus].value == nil)
        #expect(standard.payment[.boardAndLodging].value == .individualAssessment)
        #expect(standard.discharge.triggerReasons.value?.contains(.deceased) == false)
        #expect(standard.freeChoice[.day].allowed.value == false)
    }
}
