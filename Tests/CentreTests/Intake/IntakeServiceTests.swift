import Domain
import Records
import SQLite
import Testing

@testable import Centre
@testable import TestHouse

@Suite("A citizen's enquiry becomes a case, once, and names nobody on disk")
struct IntakeServiceTests {
    /// Monday 9 November 2026 at 23.40, by the Danish clock.
    static let evening = Instant(day: CitizenPages.monday, hour: 23, minute: 40)

    private func sent(_ answers: EnquiryAnswers) throws -> (TestHouse, DraftKey, Receipt) {
        let house = try TestHouse(at: Self.evening)
        let key = try house.keep(answers)
        try house.send(key)
        return (house, key, try #require(house.draft(key)?.receipt))
    }

    @Test("the answers are facts of a new case, and what is personal is sealed")
    func facts() throws {
        let (house, _, receipt) = try sent(CitizenPages.filled)
        let code = try #require(ReceiptCode(typed: receipt.code.joined(separator: " ")))
        let file = try #require(try house.file(behind: code))
        #expect(file.entries.map(\.type).sorted() == ["enquiry", "person"])
        let enquiry = try #require(file.entries.first { $0.type == "enquiry" })
        #expect(
            enquiry.fact == .enquiry(Enquiry(wish: .treatment, by: .`self`, channel: .web)))
        #expect(enquiry.on == CitizenPages.monday)
        #expect(enquiry.recordedBy == nil)
        #expect(file.isAnonymous)
    }

    @Test(
        "the last day is fourteen days after, and only where the drinker's own wish is treatment",
        arguments: [
            (EnquiryAnswers.Concern.myself, EnquiryAnswers.Wish.treatment, 14),
            (.unsure, .treatment, 14), (.another, .treatment, nil), (.myself, .talk, nil),
            (.myself, .unsure, nil), (.another, .talk, nil),
        ] as [(EnquiryAnswers.Concern, EnquiryAnswers.Wish, Int?)])
    func lastDay(
        concern: EnquiryAnswers.Concern, wish: EnquiryAnswers.Wish, daysAfter: Int?
    ) throws {
        var answers = CitizenPages.filled
        answers.concern = concern
        answers.wish = wish
        let (_, _, receipt) = try sent(answers)
        #expect(receipt.lastDay == daysAfter.map { CitizenPages.monday.adding(days: $0) })
        #expect(receipt.promisedBy == CitizenPages.monday.adding(days: 1))
    }

    @Test("pressing Send twice makes one case and keeps one code")
    func doubleSubmit() throws {
        let (house, key, receipt) = try sent(CitizenPages.filled)
        guard case .sent = try house.send(key) else {
            Issue.record("the second press was not taken as sent")
            return
        }
        #expect(try house.rowCount("care_case") == 1)
        #expect(try house.rowCount("receipt_code") == 1)
        #expect(try house.actionsLogged() == ["enquiry-registered"])
        #expect(try house.draft(key)?.receipt == receipt)
    }

    @Test("nothing is sent with another form's token, or while an answer is missing")
    func refusals() throws {
        let house = try TestHouse(at: Self.evening)
        let key = try house.keep(CitizenPages.filled)
        guard case .foreign = try house.send(key, token: "nope") else {
            Issue.record("another's form was taken")
            return
        }
        var unfinished = CitizenPages.filled
        unfinished.wish = nil
        guard case .incomplete(.situation) = try house.send(house.keep(unfinished)) else {
            Issue.record("an unfinished form was taken")
            return
        }
        #expect(try house.rowCount("care_case") == 0)
    }

    @Test("a draft lives for its hour, a receipt for half of one, and then they are gone")
    func lifetime() throws {
        let house = try TestHouse(at: Self.evening)
        let key = try house.keep(CitizenPages.filled)
        house.time.advance(minutes: 59)
        #expect(try house.draft(key) != nil)
        house.time.advance(minutes: 1)
        #expect(try house.draft(key) == nil)
        house.time.advance(minutes: 1)
        guard case .gone = try house.send(key, token: "") else {
            Issue.record("a dead draft was sent")
            return
        }
        let sent = try house.keep(CitizenPages.filled)
        try house.send(sent)
        house.time.advance(minutes: 29)
        #expect(try house.draft(sent)?.receipt != nil)
        house.time.advance(minutes: 1)
        #expect(try house.draft(sent) == nil)
        house.time.advance(minutes: 31)
        _ = try house.keep(EnquiryAnswers())
        #expect(try house.rowCount("draft") == 3)
        try house.runJobs()
        #expect(try house.rowCount("draft") == 1)
    }

    @Test("no byte on disk tells what was typed, which code was given, or who has the key")
    func nothingReadable() throws {
        let house = try TestHouse(at: Self.evening)
        var answers = CitizenPages.filled
        answers.message = "Zebrastriber hver aften"
        answers.alias = "Quirinus"
        let key = try house.keep(answers)
        try expectNothing(in: house, [key.text])
        try house.send(key)
        let receipt = try #require(house.draft(key)?.receipt)
        try expectNothing(
            in: house, [key.text, receipt.code.joined(separator: " "), receipt.code[0] + "\""])
    }

    private func expectNothing(in house: TestHouse, _ more: [String]) throws {
        let disk = house.files.folder.everyByte
        #expect(disk.count > 10_000)
        for secret in ["Zebrastriber", "Quirinus", "20304050", "20 30 40 50"] + more {
            #expect(!disk.contains(secret), "»\(secret)« can be read on disk")
        }
    }

    @Test(
        "we promise to call on the first open day after",
        arguments: [
            ("2026-11-09", "2026-11-10"), ("2026-11-13", "2026-11-16"),
            ("2026-11-14", "2026-11-16"), ("2026-12-23", "2026-12-28"),
            ("2026-04-01", "2026-04-07"), ("2026-06-04", "2026-06-08"),
        ])
    func promise(received: String, expected: String) throws {
        let day = try #require(CalendarDay(isoText: received))
        #expect(IntakeService.promisedBy(day).isoText == expected)
    }
}
