import Domain
import Records
import Testing

@testable import Centre

@Suite("The code's door opens to the right words and not to guessing")
struct CodeGuardTests {
    private static let evening = Instant(day: CitizenPages.monday, hour: 23, minute: 40)

    private func after(_ minutes: Int) -> Instant {
        Instant(seconds: Self.evening.seconds + minutes * 60)
    }

    @Test("five wrong codes from one place close the door there for a quarter of an hour")
    func fiveTries() {
        let door = CodeGuard()
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
        let door = CodeGuard()
        for _ in 0..<5 { door.wrongCode(from: "a", at: after(0)) }
        _ = door.beginSession(CaseID(1), at: after(0))
        #expect(door.isClosed(to: "a", at: after(1)))
    }

    @Test("many places guessing together are braked together")
    func globalBrake() {
        let door = CodeGuard()
        for place in 0..<300 { door.wrongCode(from: "\(place)", at: after(0)) }
        #expect(door.isClosed(to: "somebody else", at: after(1)))
        #expect(!door.isClosed(to: "somebody else", at: after(15)))
    }

    @Test("who is let in may look for a quarter of an hour, or until she leaves")
    func inside() {
        let door = CodeGuard()
        let key = door.beginSession(CaseID(7), at: after(0))
        #expect(door.caseID(key, at: after(14)) == CaseID(7))
        #expect(door.caseID(key, at: after(15)) == nil)
        #expect(door.caseID("another", at: after(0)) == nil)
        #expect(door.caseID(nil, at: after(0)) == nil)
        door.endSession(key)
        #expect(door.caseID(key, at: after(1)) == nil)
    }

    @Test("what was typed comes back to the one who typed it")
    func refusal() {
        let door = CodeGuard()
        let key = door.refuse("lampe fulg", .unknown, at: after(0))
        #expect(door.refusal(key, at: after(1))?.typed == "lampe fulg")
        #expect(door.refusal(key, at: after(1))?.fault == .unknown)
        #expect(door.caseID(key, at: after(1)) == nil)
        #expect(door.refusal("another", at: after(1)) == nil)
    }
}
