import Domain
import HTTP
import Records
import Testing

@testable import Centre

@Suite("The code's door opens to the right words and not to guessing")
struct CodeGuardTests {
    private static let evening = Instant(day: CitizenPages.monday, hour: 23, minute: 40)

    private func after(_ minutes: Int) -> Instant {
        Instant(seconds: Self.evening.seconds + minutes * 60)
    }

    private func place(_ text: String) throws -> ClientAddress {
        try #require(ClientAddress(text))
    }

    @Test(
        "five wrong codes from one household, then one in three minutes there, and none elsewhere waits"
    )
    func fiveTries() throws {
        let door = CodeGuard()
        let (one, other) = (try place("198.51.100.7"), try place("198.51.100.8"))
        for _ in 0..<5 {
            #expect(door.secondsToWait(from: one, at: after(0)) == nil)
            door.wrongCode(from: one, at: after(0))
        }
        #expect(door.secondsToWait(from: one, at: after(1)) == 120)
        #expect(door.secondsToWait(from: other, at: after(1)) == nil)
        #expect(door.secondsToWait(from: one, at: after(3)) == nil)
        door.wrongCode(from: one, at: after(3))
        #expect(door.secondsToWait(from: one, at: after(3)) == 180)
    }

    @Test("who holds a /48 has the turns of four households, not of sixty thousand")
    func blocks() throws {
        let door = CodeGuard()
        var count = 0
        for number in 0..<1_000 {
            let guest = try place("2001:db8:7:\(String(number, radix: 16))::1")
            guard door.secondsToWait(from: guest, at: after(0)) == nil else { continue }
            door.wrongCode(from: guest, at: after(0))
            count += 1
        }
        #expect(count == 20)
        #expect(door.secondsToWait(from: try place("2001:db8:8::1"), at: after(0)) == nil)
    }

    @Test("a right code gives no turn back")
    func rightCodeKeepsCount() throws {
        let door = CodeGuard()
        let one = try place("198.51.100.7")
        for _ in 0..<5 { door.wrongCode(from: one, at: after(0)) }
        _ = door.beginSession(CaseID(1), at: after(0))
        #expect(door.secondsToWait(from: one, at: after(1)) != nil)
    }

    @Test("many places guessing together are braked together")
    func globalBrake() throws {
        let door = CodeGuard()
        for number in 0..<300 {
            door.wrongCode(from: try place("10.0.\(number / 250).\(number % 250)"), at: after(0))
        }
        let elsewhere = try place("192.0.2.1")
        #expect(door.secondsToWait(from: elsewhere, at: after(0)) == 3)
        #expect(door.secondsToWait(from: elsewhere, at: after(1)) == nil)
    }

    @Test("twenty thousand empty codes put out nobody who holds a code's session")
    func eviction() {
        let door = CodeGuard()
        let key = door.beginSession(CaseID(7), at: after(0))
        let typed = door.refuse("mine ord", .unknown, at: after(0))
        for _ in 0..<20_000 { _ = door.refuse("", .missing, at: after(1)) }
        #expect(door.caseID(key, at: after(2)) == CaseID(7))
        #expect(door.refusal(typed, at: after(2)) == nil, "what strangers typed makes room")
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
