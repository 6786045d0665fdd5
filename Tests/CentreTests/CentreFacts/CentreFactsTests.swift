import Domain
import HTML
import HTTP
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("What the centre says of itself")
struct CentreFactsTests {
    let house: TestHouse
    let client: Visitor

    init() throws {
        house = try TestHouse()
        client = try Visitor(house, as: .administrator)
    }

    private func fill(_ part: FactsPart, _ typed: [String: String]) throws -> TestAnswer {
        try client.get(part.address.text)
        try client.fill("centret-formular", typed)
        return client.answer
    }

    private var facts: CentreFacts { house.records.standards.facts(on: house.today) }

    @Test("a new telephone number stands on every page at once, and the old one in the versions")
    func phone() throws {
        let old = facts.phone
        let citizen = try Visitor(house)
        #expect(try citizen.get("/").text.contains(old))
        _ = try fill(.contact, ["centrets-telefon": "0045 87654321"])
        #expect(client.page.contains("Navn og adresse er gemt"))
        #expect(try citizen.get("/").text.contains("87 65 43 21"))
        _ = try fill(.contact, ["centrets-telefon": "11223344"])
        #expect(client.page.contains("<s>87 65 43 21</s> → 11 22 33 44"))
        #expect(client.page.contains("Administrator Medarbejder"))
        #expect(try house.logCount(.centreFactsChanged) == 2)
        #expect(try house.records.faults() == [])
    }

    @Test("what is wrong is said, and what was typed comes back")
    func faults() throws {
        let answer = try fill(.hours, ["aabent-2": "8 til 15", "aabent-3": "hele dagen"])
        #expect(answer.status == 422)
        #expect(answer.text.contains("Skriv onsdag som 8-15"))
        #expect(answer.text.contains("value=\"hele dagen\""))
        #expect(house.records.standards.factsVersion == 0)
        let contact = try fill(.contact, ["centrets-telefon": "1234", "enhed": ""])
        #expect(contact.text.contains("Telefonnummeret skal have 8 tal"))
        #expect(contact.text.contains("Skriv, hvad centret hedder"))
    }

    @Test("on a closed day the door is said to be closed")
    func closed() throws {
        _ = try fill(.hours, ["uden-tid-4": "8-15", "uden-tid-5": "9-12"])
        let citizen = try Visitor(house)
        #expect(try citizen.get("/").text.contains("Åbent nu til 15.00"))
        _ = try fill(
            .closings,
            ["lukket-fra-0": "i dag", "lukket-til-0": "i dag", "lukket-ord-0": "Personaledag"])
        #expect(client.page.contains("Personaledag"))
        #expect(try citizen.get("/").text.contains("Vi åbner fredag kl. 9.00"))
    }

    @Test("sites keep their rooms and teams their members when others are edited")
    func sites() throws {
        _ = try fill(
            .sites,
            [
                "sted-navn-0": "Havnen", "sted-vej-0": "Kaj 3", "sted-by-0": "0999 Eksempelby",
                "lokaler-0": "Lokale 1\nLokale 2\nLokale 1",
            ])
        let site = try #require(facts.sites.first)
        #expect(site.rooms.map(\.name) == ["Lokale 1", "Lokale 2"])
        let consultant = String(try house.member(.consultant).id.rawValue)
        _ = try fill(
            .teams,
            [
                "team-navn-0": "Unge", "alder-fra-0": "15", "alder-til-0": "24",
                "medlemmer-0": consultant,
            ])
        #expect(facts.teams.first?.members.map(\.rawValue).map(String.init) == [consultant])
        _ = try fill(.sites, ["sted-navn-0": "Ny Havn", "lokaler-0": "Lokale 2\nLokale 3"])
        let renamed = try #require(facts.sites.first)
        #expect(renamed.id == site.id && renamed.name == "Ny Havn")
        #expect(renamed.rooms.first == site.rooms.last)
        #expect(facts.teams.count == 1)
        let wrong = try fill(.teams, ["alder-fra-0": "30"])
        #expect(wrong.text.contains("Skriv en alder, der ikke er under 30"))
    }

    @Test("of two who edit at once the second is told, and loses nothing")
    func twoAtOnce() throws {
        let other = try Visitor(house, as: .administrator)
        try client.get(FactsPart.texts.address.text)
        try other.get(FactsPart.texts.address.text)
        try other.fill("centret-formular", ["forside-besked": "Vi er flyttet"])
        try client.fill("centret-formular", ["forside-besked": "Telefonen er i stykker"])
        #expect(client.status == 422)
        #expect(client.page.contains("har rettet centrets oplysninger kl."))
        #expect(client.page.contains("Telefonen er i stykker"))
        #expect(facts.notice == "Vi er flyttet")
        try client.fill("centret-formular", [:])
        #expect(facts.notice == "Telefonen er i stykker")
        #expect(try Visitor(house).get("/").text.contains("Telefonen er i stykker"))
    }

    @Test("what is kept is read again as it was")
    func kept() throws {
        var facts = facts
        facts.openHours = OpeningHours([.monday: .init(ClockTime(8), ClockTime(15, 30))])
        facts.sites = [
            .init(
                id: "a", name: "Æ \"Ø\"", street: "Å", town: "0999 By",
                rooms: [.init(id: "b", name: "1")])
        ]
        facts.teams = [
            .init(
                id: "c", name: "T", ageMin: nil, ageMax: 17, site: "a",
                members: [StaffID(4_611_686_018_427_387_903)])
        ]
        facts.closings = [.init(first: house.today, last: house.today, words: "x")]
        #expect(try CentreFacts(facts.json) == facts)
    }
}
