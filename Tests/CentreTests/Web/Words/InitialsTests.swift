import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("What a list on a shared screen may say of somebody")
struct InitialsTests {
    private func called(_ name: String?) -> PersonDetails {
        var person = PersonDetails()
        person.name = name
        return person
    }

    @Test("initials of a name, an alias, nothing")
    func nameless() throws {
        let house = try TestHouse()
        let open = try house.file(house.enquiry(name: "Bo Hansen"))
        let anonymous = try house.file(house.enquiry(isAnonymous: true))
        #expect(initials(of: called("Bo Erik Hansen"), of: open) == "B.H.")
        #expect(initials(of: called(nil), of: open) == "–")
        #expect(initials(of: called("Ærø"), of: anonymous) == "anonym (Æ.)")
        #expect(initials(of: called(nil), of: anonymous) == "anonym")
    }
}
