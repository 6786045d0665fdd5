import Domain
import Foundation
import HTTP
import SQLite
import Testing

@testable import Centre

@Suite("Searching")
struct SearchTests {
    let house: TestHouse

    init() throws {
        house = try TestHouse()
        try house.centre.search.buildNow(for: house.centre)
    }

    private func search(_ typed: String, as role: Role = .consultant) throws -> TestAnswer {
        let client = try TestClient(house, as: role)
        let token = try client.get("/soeg").hidden("token") ?? ""
        return try client.ask(.post, "/soeg", form: Fields([("token", token), ("ord", typed)]))
    }

    @Test("finds a person by name, telephone and case number, and says who may read on where")
    func finds() throws {
        let ref = try house.enquiry(name: "Søren Ågård", phone: "12446688")
        for typed in ["soeren", "ÅGÅRD sø", "12 44 66 88", "+45 12446688", "\(ref.number)"] {
            let answer = try search(typed)
            #expect(answer.status == 200)
            #expect(answer.text.contains("Søren Ågård"), "\(typed)")
            #expect(answer.text.contains("href=\"/sager/\(ref.number)\""))
        }
        let atTheDesk = try search("ågård", as: .reception)
        #expect(atTheDesk.text.contains("href=\"/henvendelser/\(ref.number)\""))
        #expect(atTheDesk.text.contains("sig ikke, om borgeren er kendt her"))
        #expect(try !search("agard").text.contains("Søren"))
    }

    @Test("finds by CPR number, and shows the day of birth and not the number")
    func findsByCPR() throws {
        let ref = try house.enquiry(name: "Ida Holm")
        var facts = JSONObject()
        facts.append("anonymous", false)
        try house.write(
            [
                NewEntry(
                    HouseFact.person, on: house.today, facts: facts,
                    body: EntryBody([.name: "Ida Holm", .cpr: "0107801236"]))
            ], to: ref)
        let answer = try search("010780-1236")
        #expect(answer.text.contains("Ida Holm"))
        #expect(answer.text.contains("01.07.1980"))
        #expect(answer.text.components(separatedBy: "0780-1236").count == 2)
    }

    @Test("somebody anonymous is found by what she lets herself be called, never by her number")
    func anonymous() throws {
        try house.enquiry(name: "Svale", phone: "12446688", isAnonymous: true)
        #expect(try search("svale").text.contains("Anonym"))
        #expect(try !search("12446688").text.contains("Svale"))
    }

    @Test(
        "a search is in the log before its hits are sent, with the cases it led to and no word of it"
    )
    func logged() throws {
        let ref = try house.enquiry(name: "Bodil Krag")
        try house.enquiry(name: "Bent Krog")
        #expect(try house.logCount(.searched) == 0)
        let before = try house.logCount(of: ref)
        _ = try search("krag")
        #expect(try house.logCount(.searched) == 1)
        #expect(try house.logCount(of: ref) == before + 1)
        #expect(try search("findes ikke").text.contains("Ingen fundet"))
        #expect(try house.logCount(.searched) == 2)
        #expect(try search(" ,. ").status == 422)
        #expect(try house.logCount(.searched) == 2)
    }

    @Test("what was written a moment ago is found, and what was erased is not")
    func current() throws {
        let ref = try house.enquiry(name: "Karen Blik")
        #expect(try search("blik").text.contains("Karen"))
        try house.write(
            [NewEntry(HouseFact.person, on: house.today, body: EntryBody([.name: "Karen Dal"]))],
            to: ref)
        #expect(try search("blik").text.contains("Ingen fundet"))
        #expect(try search("dal").text.contains("Karen"))
        try house.centre.forget(ref, by: .system)
        #expect(try search("dal").text.contains("Ingen fundet"))
        #expect(try search("\(ref.number)").text.contains("Ingen fundet"))
        #expect(house.centre.search.size.count == 0)
    }

    @Test("what is rolled back never was")
    func rolledBack() throws {
        let ref = try house.enquiry(name: "Mette Ravn")
        let (cases, now) = (house.centre.cases, house.clock.now)
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try house.centre.writer.perform { db in
                _ = try cases.append(
                    [NewEntry(HouseFact.person, on: now.day, body: EntryBody([.name: "Zenia"]))],
                    to: ref, by: nil, at: now, in: db)
                throw Stop()
            }
        }
        #expect(try search("zenia").text.contains("Ingen fundet"))
        #expect(try search("ravn").text.contains("Mette"))
    }

    @Test("until the names are read the page says so, and a case number works")
    func building() throws {
        let fresh = try TestHouse()
        let ref = try fresh.enquiry(name: "Lone Vig")
        let client = try TestClient(fresh, as: .leader)
        let token = try client.get("/soeg").hidden("token") ?? ""
        func ask(_ typed: String) throws -> TestAnswer {
            try client.ask(.post, "/soeg", form: Fields([("token", token), ("ord", typed)]))
        }
        let early = try ask("lone")
        #expect(early.text.contains("Indekset bygges"))
        #expect(!early.text.contains("Ingen fundet"))
        #expect(try ask("\(ref.number)").text.contains("Lone Vig"))
        try fresh.centre.search.buildNow(for: fresh.centre)
        let late = try ask("lone")
        #expect(late.text.contains("Lone Vig"))
        #expect(!late.text.contains("Indekset bygges"))
        #expect(try fresh.logCount(.indexBuilt) == 1)
    }

    @Test("four words of a receipt lead to the case")
    func code() throws {
        var draft = EnquiryDraft()
        draft.answers.concern = .myself
        draft.answers.age = .adult
        draft.answers.wish = .treatment
        draft.answers.contact = .comesSelf
        let (key, kept, intake) = (DraftKey.random(), draft, house.centre.intake)
        let (standard, now) = (try house.centre.standardToday(), house.clock.now)
        let receipt = try house.centre.writer.perform { db in
            try intake.keep(kept, key, at: now, in: db)
            _ = try intake.send(key, token: kept.token, under: standard, at: now, in: db)
            return try intake.draft(key, at: now, in: db)?.receipt
        }
        let code = try #require(receipt?.code.joined(separator: " "))
        let answer = try search(code)
        #expect(answer.text.contains("href=\"/sager/2026-0001\""))
        #expect(try search(code, as: .reception).text.contains("/henvendelser/2026-0001"))
    }
}
