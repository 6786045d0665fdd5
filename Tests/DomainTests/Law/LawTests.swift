import Testing

@testable import Domain

/// The law as it stood on a date; the traps T1–T7 of the domain.
@Suite struct LawTests {
    @Test(
        "a subject is cited where it stood on the day",
        arguments: [
            (Law.Subject.guarantee, "2024-02-16", "Sundhedsloven § 141, stk. 2"),
            (.anonymity, "2015-12-31", "Sundhedsloven § 141, stk. 5"),
            (.anonymity, "2016-01-01", "Sundhedsloven § 141, stk. 7"),
            (.freeAnywhere, "2015-12-31", "Sundhedsloven § 141, stk. 6"),
            (.freeAnywhere, "2024-10-01", "Sundhedsloven § 141, stk. 8"),
            (.outsideDuty, "2024-09-01", "Sundhedsloven § 141, stk. 1, 2. pkt."),
            (.regionGuarantee, "2024-09-01", "Sundhedsloven § 82 c"),
            (.childNotification, "2023-12-31", "Serviceloven § 153"),
            (.childNotification, "2024-01-01", "Barnets lov § 133"),
            (.pregnancyContract, "2020-05-01", "Sundhedsloven § 141 b"),
            (.socialPlan, "2024-01-24", "Serviceloven § 141"),
        ])
    func cited(subject: Law.Subject, iso: String, citation: String) throws {
        let day = try #require(CalendarDay(isoText: iso))
        #expect(Law.citation(subject, on: day) == citation)
        #expect(Law.isInForce(subject, on: day))
    }

    @Test("the exception for integrated treatment begins on 2024-09-01, not a day before")
    func outsideDutyBegins() throws {
        let day = try #require(CalendarDay(isoText: "2024-08-31"))
        #expect(!Law.isInForce(.outsideDuty, on: day))
        #expect(Law.commencement(of: .outsideDuty) == day.adding(days: 1))
    }

    @Test("no appeal clause stands in § 141 b any more")
    func noAppealIsRepealed() throws {
        let before = try #require(CalendarDay(isoText: "2016-12-31"))
        #expect(Law.isInForce(.noAppeal, on: before))
        #expect(!Law.isInForce(.noAppeal, on: before.adding(days: 1)))
        // A because is never without a source, even when it says that something is gone.
        #expect(
            Law.citation(.noAppeal, on: before.adding(days: 1)) == "Sundhedsloven § 141 b, stk. 5")
    }

    @Test("the contract for pregnant women became a duty in 2017")
    func pregnancyContractDuty() throws {
        let before = try #require(CalendarDay(isoText: "2016-12-31"))
        #expect(!Law.mustOfferPregnancyContract(on: before))
        #expect(Law.mustOfferPregnancyContract(on: before.adding(days: 1)))
    }

    @Test(
        "complaints about health treatment go to the body of the day",
        arguments: [
            ("2010-12-31", "Sundhedsvæsenets Patientklagenævn"), ("2011-01-01", "Patientombuddet"),
            ("2017-12-31", "Styrelsen for Patientsikkerhed"),
            ("2018-01-01", "Styrelsen for Patientklager"),
        ])
    func healthComplaints(iso: String, name: String) throws {
        let day = try #require(CalendarDay(isoText: iso))
        #expect(PublicBody.holding(.healthComplaints, on: day)?.name == name)
    }

    @Test("Ankestyrelsen has taken Det Sociale Nævn's place since 2013-07-01")
    func socialAppeals() throws {
        let day = try #require(CalendarDay(isoText: "2013-07-01"))
        #expect(PublicBody.holding(.socialAppeals, on: day)?.name == "Ankestyrelsen")
        #expect(
            PublicBody.holding(.socialAppeals, on: day.adding(days: -1))?.name
                == "Det Sociale Nævn")
    }

    @Test("every period of the tables begins with a real date and ends after it")
    func periodsAreReal() {
        let periods = Law.provisions.map(\.period) + PublicBody.all.map(\.period)
        for period in periods {
            #expect(period.first.year >= 1987)
            if let last = period.last { #expect(last > period.first) }
        }
    }

    @Test("no subject stands in two places on the same day", arguments: Law.Subject.allCases)
    func oneProvisionADay(subject: Law.Subject) {
        let periods = Law.provisions.filter { $0.subject == subject }.map(\.period)
        #expect(!periods.isEmpty)
        for (index, period) in periods.enumerated() {
            for other in periods[(index + 1)...] {
                #expect(!period.contains(other.first) && !other.contains(period.first))
            }
        }
    }

    @Test(
        "the state pension age follows the date of birth, so 65 is no test",
        arguments: [
            ("1953-12-31", "2018-12-31"), ("1954-01-01", "2019-07-01"),
            ("1954-07-01", "2020-07-01"), ("1955-06-30", "2021-12-30"),
            ("1962-12-31", "2029-12-31"), ("1963-01-01", "2031-01-01"),
            ("1967-01-01", "2036-01-01"), ("1971-01-01", "2041-01-01"),
        ])
    func pensionAge(born: String, reached: String) throws {
        let born = try #require(CalendarDay(isoText: born))
        let day = try #require(CalendarDay(isoText: reached))
        #expect(PensionAge.day(born: born) == day)
        #expect(PensionAge.isReached(born: born, on: day))
        #expect(!PensionAge.isReached(born: born, on: day.adding(days: -1)))
    }
}
