import Domain
import SQLite
import Testing

@testable import Centre

@Suite("A citizen's enquiry becomes a case, once, and names nobody on disk")
struct IntakeServiceTests {
    let evening = IntakeHouse.evening

    private func sent(_ answers: EnquiryAnswers) throws -> (IntakeHouse, DraftKey, Receipt) {
        let house = try IntakeHouse()
        let key = try house.keep(answers)
        try house.send(key)
        return (house, key, try #require(house.draft(key)?.receipt))
    }

    @Test("the answers are facts of a new case, and what is personal is sealed")
    func facts() throws {
        let (house, _, receipt) = try sent(CitizenPages.filled)
        let file = try #require(try house.file(receipt))
        #expect(file.entries.map(\.type).sorted() == ["enquiry", "person"])
        let enquiry = try #require(file.entries.first { $0.type == "enquiry" })
        #expect(enquiry.facts["wish"] == "treatment")
        #expect(enquiry.facts["by"] == "self")
        #expect(enquiry.facts["channel"] == "web")
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
        #expect(try house.count("care_case") == 1)
        #expect(try house.count("receipt_code") == 1)
        #expect(try house.count("audit_entry") == 1)
        #expect(try house.draft(key)?.receipt == receipt)
    }

    @Test("nothing is sent with another form's token, or while an answer is missing")
    func refusals() throws {
        let house = try IntakeHouse()
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
        #expect(try house.count("care_case") == 0)
    }

    @Test("a draft lives for its hour, a receipt for half of one, and then they are gone")
    func lifetime() throws {
        let house = try IntakeHouse()
        let later = { (minutes: Int) in Instant(seconds: IntakeHouse.evening.seconds + minutes * 60)
        }
        let key = try house.keep(CitizenPages.filled)
        #expect(try house.draft(key, at: later(59)) != nil)
        #expect(try house.draft(key, at: later(60)) == nil)
        guard case .gone = try house.send(key, token: "", at: later(61)) else {
            Issue.record("a dead draft was sent")
            return
        }
        let sent = try house.keep(CitizenPages.filled)
        try house.send(sent)
        #expect(try house.draft(sent, at: later(29))?.receipt != nil)
        #expect(try house.draft(sent, at: later(30)) == nil)
        _ = try house.keep(EnquiryAnswers(), at: later(61))
        #expect(try house.count("draft") == 1)
    }

    @Test("no byte on disk tells what was typed, which code was given, or who has the key")
    func nothingReadable() throws {
        let house = try IntakeHouse()
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

    private func expectNothing(in house: IntakeHouse, _ more: [String]) throws {
        let disk = house.bytesOnDisk
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

    @Test("every intake statement fits the newest schema", arguments: IntakeSQL.allCases)
    func fitsSchema(statement: IntakeSQL) throws {
        let house = try IntakeHouse()
        try house.writer.perform { db in
            _ = try db.rows("EXPLAIN \(statement.rawValue.replacing(#/\?\d/#, with: "NULL"))", []) {
                $0.integer(0)
            }
        }
    }
}

@Suite("The code's door opens to the right words and not to guessing")
struct CodeDoorTests {
    private func after(_ minutes: Int) -> Instant {
        Instant(seconds: IntakeHouse.evening.seconds + minutes * 60)
    }

    @Test("five wrong codes from one place close the door there for a quarter of an hour")
    func fiveTries() {
        let door = CodeDoor()
        for _ in 0..<5 {
            #expect(!door.isClosed(to: "a", at: after(0)))
            door.wrongCode(from: "a", at: after(0))
        }
        #expect(door.isClosed(to: "a", at: after(14)))
        #expect(!door.isClosed(to: "b", at: after(14)))
        #expect(!door.isClosed(to: "a", at: after(15)))
    }

    @Test("a right code does not wipe the slate")
    func rightCodeKeepsCount() {
        let door = CodeDoor()
        for _ in 0..<5 { door.wrongCode(from: "a", at: after(0)) }
        _ = door.letIn(CaseID(1), at: after(0))
        #expect(door.isClosed(to: "a", at: after(1)))
    }

    @Test("many places guessing together are braked together")
    func globalBrake() {
        let door = CodeDoor()
        for place in 0..<300 { door.wrongCode(from: "\(place)", at: after(0)) }
        #expect(door.isClosed(to: "somebody else", at: after(1)))
        #expect(!door.isClosed(to: "somebody else", at: after(15)))
    }

    @Test("who is let in may look for a quarter of an hour, or until she leaves")
    func inside() {
        let door = CodeDoor()
        let key = door.letIn(CaseID(7), at: after(0))
        #expect(door.caseID(key, at: after(14)) == CaseID(7))
        #expect(door.caseID(key, at: after(15)) == nil)
        #expect(door.caseID("another", at: after(0)) == nil)
        #expect(door.caseID(nil, at: after(0)) == nil)
        door.letOut(key)
        #expect(door.caseID(key, at: after(1)) == nil)
    }

    @Test("what was typed comes back to the one who typed it")
    func refusal() {
        let door = CodeDoor()
        let key = door.refuse("lampe fulg", .unknown, at: after(0))
        #expect(door.refusal(key, at: after(1))?.typed == "lampe fulg")
        #expect(door.refusal(key, at: after(1))?.fault == .unknown)
        #expect(door.caseID(key, at: after(1)) == nil)
        #expect(door.refusal("another", at: after(1)) == nil)
    }
}

extension [UInt8] {
    fileprivate func contains(_ text: String) -> Bool {
        let wanted = Array<UInt8>(text.utf8)
        guard let first = wanted.first, count >= wanted.count else { return false }
        return withUnsafeBufferPointer { bytes in
            (0...(bytes.count - wanted.count)).contains { start in
                bytes[start] == first
                    && wanted.indices.allSatisfy { bytes[start + $0] == wanted[$0] }
            }
        }
    }
}
