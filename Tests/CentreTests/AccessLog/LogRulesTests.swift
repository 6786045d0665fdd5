import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("The rules that ask about lines of the access log")
struct LogRulesTests {
    let house: TestHouse

    init() throws { house = try TestHouse() }

    func open(_ refs: CaseRef..., as role: Role) throws {
        let client = try Visitor(house, as: role)
        let room = role == .reception ? "henvendelser" : "sager"
        for ref in refs { #expect(try client.get("/\(room)/\(ref.number)").status == 200) }
    }

    /// How many lines each rule hits today; a rule that does not is not named.
    func hits(_ query: String = "") throws -> [LogRule: Int] {
        let page = try Visitor(house, as: .auditor).get("/adgangslog?\(query)").text
        var hits: [LogRule: Int] = [:]
        for match in page.matches(
            of: /<li><a href="[^"]*regel=([a-z-]+)[^"]*">[^<]*\((\d+) linje/)
        {
            let rule = try #require(LogRule(rawValue: String(match.1)))
            hits[rule] = Int(match.2)
        }
        #expect(page.contains("Ingen regel er udløst") == hits.isEmpty)
        return hits
    }

    @Test("somebody who neither answers for a case nor ever wrote in it has opened it")
    func stranger() throws {
        let ref = try house.enquiry(name: Secret.name)
        try open(ref, as: .reception)
        #expect(try hits().isEmpty, "the reception wrote the enquiry down")
        try open(ref, ref, as: .consultant)
        #expect(try hits() == [.stranger: 2])
        let consultant = try house.member(.consultant).id.rawValue
        #expect(try hits("bruger=\(consultant)") == [.stranger: 2])
        let leader = try house.member(.leader).id.rawValue
        #expect(try hits("bruger=\(leader)").isEmpty)
        #expect(try hits("sag=1999-0001").isEmpty)
        // It was she who took the case on afterwards: no question is left, also not once it is closed.
        try house.act(.consultant, TakeCase(), on: ref)
        #expect(try hits().isEmpty)
        try house.write([NewFact(CaseClosed(), on: house.today)], to: ref)
        #expect(try hits().isEmpty)
    }

    @Test("what is written days later does not explain why a case was opened")
    func later() throws {
        let ref = try house.enquiry()
        try open(ref, as: .consultant)
        house.time.advance(days: 2)
        try house.act(.consultant, TakeCase(), on: ref)
        try open(ref, as: .consultant)
        #expect(try hits()[.stranger] == 1)
    }

    @Test(
        "the case is about somebody who is called what a colleague is called, and the look is itself logged"
    )
    func colleague() throws {
        try house.centre.services.index.buildNow(for: house.records)
        let namesake = try house.enquiry(name: "Leader Medarbejder")
        let other = try house.enquiry(name: "Leader Larsen")
        let longer = try house.enquiry(name: "Leaders Medarbejdersen")
        #expect(try hits().isEmpty)
        try open(namesake, other, longer, as: .reception)
        let before = try house.logCount(of: namesake)
        #expect(try hits() == [.colleague: 1])
        #expect(try house.logCount(of: namesake) == before + 1)
        #expect(try house.logCount(of: other) == before)
    }

    @Test("names are not compared before they are read in, and the page says so")
    func unread() throws {
        let auditor = try Visitor(house, as: .auditor)
        #expect(try auditor.get("/adgangslog").text.contains("Navne er ikke sammenlignet"))
        try house.centre.services.index.buildNow(for: house.records)
        #expect(try !auditor.get("/adgangslog").text.contains("Navne er ikke sammenlignet"))
    }

    @Test("a rule asks about openings, whatever else was chosen")
    func action() throws {
        try open(try house.enquiry(), as: .consultant)
        let auditor = try Visitor(house, as: .auditor)
        let page = try auditor.get("/adgangslog?regel=stranger&handling=logged-in").text
        #expect(page.contains("åbnede en sag</td>"))
        #expect(page.contains("<option value=\"stranger\" selected>"))
        #expect(!page.contains("<option value=\"logged-in\" selected>"))
    }

    @Test("an old case was opened for a reason")
    func oldCase() throws {
        let trial = try ReadingReasonTests()
        let asked = try trial.leader.get(trial.address)
        _ = try trial.answer(trial.leader, asked, [("grund", "access-or-complaint")])
        _ = try trial.leader.get(trial.address)
        let here = LogRulesTests(trial.house)
        #expect(try here.hits() == [.oldCase: 1, .stranger: 1])
    }

    private init(_ house: TestHouse) { self.house = house }

    @Test(
        "it was before six, after eight in the evening, or on a day off",
        arguments: [
            (5, 59, true), (6, 0, false), (19, 59, false), (20, 0, true), (24 + 24 + 10, 0, true),
        ])
    func oddHour(hour: Int, minute: Int, isOdd: Bool) throws {
        // The house's clock stands at 9.14 on a Thursday; the day after next is a Saturday.
        house.time.advance(minutes: (hour - 9) * 60 + minute - 14)
        try open(try house.enquiry(), as: .reception)
        #expect(try hits() == (isOdd ? [.oddHour: 1] : [:]))
    }

    @Test(
        "more cases were opened within an hour than anybody meets; the line that made them too many is named once"
    )
    func many() throws {
        let refs = try (0..<LogRule.casesAnHourMax + 3).map { _ in try house.enquiry() }
        for ref in refs.prefix(LogRule.casesAnHourMax) { try open(ref, ref, as: .reception) }
        #expect(try hits().isEmpty)
        house.time.advance(minutes: 59)
        for ref in refs.suffix(2) { try open(ref, as: .reception) }
        #expect(try hits() == [.many: 1])
        // An hour later it begins anew.
        house.time.advance(minutes: 61)
        for ref in refs { try open(ref, as: .reception) }
        #expect(try hits() == [.many: 2])
    }

    @Test("its lines are shown alone, and page by page")
    func lines() throws {
        let refs = try (0..<2).map { _ in try house.enquiry() }
        try open(refs[0], as: .reception)
        for _ in 0..<LogReview.linesMax / 2 + 1 { try open(refs[0], refs[1], as: .consultant) }
        let auditor = try Visitor(house, as: .auditor)
        let page = try auditor.get("/adgangslog?regel=stranger")
        #expect(page.rows(of: "log").count == LogReview.linesMax)
        let first = page.text
        #expect(!first.contains("Reception Medarbejder</td>"))
        let link = try #require(first.firstMatch(of: /rel="next" href="([^"]*)"/))
        let rest = try auditor.get(String(link.1).replacing("&amp;", with: "&"))
        #expect(rest.rows(of: "log").count == 2)
        let second = rest.text
        #expect(!second.contains("rel=\"next\""))
    }
}
