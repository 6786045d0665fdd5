import Domain
import Foundation
import HTTP
import Records
import SQLite
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Searching")
struct SearchTests {
    let house: TestHouse

    init() throws {
        house = try TestHouse()
        try house.centre.services.index.buildNow(for: house.records)
    }

    private func search(_ typed: String, as role: Role = .consultant) throws -> TestAnswer {
        let client = try Visitor(house, as: role)
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
        var ida = PersonDetails()
        ida.name = "Ida Holm"
        ida.cpr = CPRNumber("0107801236")
        try house.write(
            [NewFact(PersonKnown(isAnonymous: false), on: house.today, body: ida)], to: ref)
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
        var karen = PersonDetails()
        karen.name = "Karen Dal"
        try house.write(
            [NewFact(PersonKnown(isAnonymous: true), on: house.today, body: karen)], to: ref)
        #expect(try search("blik").text.contains("Ingen fundet"))
        #expect(try search("dal").text.contains("Karen"))
        try house.records.erase(ref, by: .system)
        #expect(try search("dal").text.contains("Ingen fundet"))
        #expect(try search("\(ref.number)").text.contains("Ingen fundet"))
        #expect(house.centre.services.index.size.count == 0)
    }

    @Test("what is rolled back never was")
    func rolledBack() throws {
        let ref = try house.enquiry(name: "Mette Ravn")
        let (ledger, now) = (house.records.ledger, house.now)
        var zenia = PersonDetails()
        zenia.name = "Zenia"
        let fact = NewFact(PersonKnown(isAnonymous: true), on: now.day, body: zenia)
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try house.perform { db in
                _ = try ledger.append([fact], to: ref, by: nil, at: now, in: db)
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
        let client = try Visitor(fresh, as: .leader)
        let token = try client.get("/soeg").hidden("token") ?? ""
        func ask(_ typed: String) throws -> TestAnswer {
            try client.ask(.post, "/soeg", form: Fields([("token", token), ("ord", typed)]))
        }
        let early = try ask("lone")
        #expect(early.text.contains("Indekset bygges"))
        #expect(!early.text.contains("Ingen fundet"))
        #expect(try ask("\(ref.number)").text.contains("Lone Vig"))
        try fresh.centre.services.index.buildNow(for: fresh.records)
        let late = try ask("lone")
        #expect(late.text.contains("Lone Vig"))
        #expect(!late.text.contains("Indekset bygges"))
        #expect(try fresh.logCount(.indexBuilt) == 1)
    }

    @Test("four words of a receipt lead to the case")
    func code() throws {
        let code = try #require(try house.codeOfNewEnquiry()).words.joined(separator: " ")
        let answer = try search(code)
        #expect(answer.text.contains("href=\"/sager/2026-0001\""))
        #expect(try search(code, as: .reception).text.contains("/henvendelser/2026-0001"))
    }
}
