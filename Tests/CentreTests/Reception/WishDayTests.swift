import Domain
import SQLite
import Testing

@testable import Centre

@Suite("The day of an enquiry, mended")
struct WishDayTests {
    let house: TestHouse
    let client: TestClient

    init() throws {
        house = try TestHouse()
        client = try TestClient(house, as: .reception)
    }

    func correct(_ ref: CaseRef, to day: String, time: String = "") throws -> TestAnswer {
        let page = try client.get("/henvendelser/\(ref.number)")
        return try client.post(
            "/henvendelser/\(ref.number)/dato",
            [
                ("token", client.formToken(house)), ("ret-dato", day), ("ret-tid", time),
                ("post", page.hidden("post") ?? ""), ("id", EntryID(RandomID.int64()).formText),
            ])
    }

    func received(_ ref: CaseRef) throws -> CalendarDay? {
        try house.centre.writer.perform { [house] db in
            let file = try house.centre.cases.file(ref, in: db)
            return try house.centre.clocks(of: file, on: house.today).last?.received
        }
    }

    @Test("the page says the day in words, and how long ago it is")
    func words() throws {
        let ref = try house.enquiry(daysAgo: 9)
        let page = try client.get("/henvendelser/\(ref.number)").text
        #expect(page.contains("Modtaget tirsdag den 3. november 2026"))
        #expect(page.contains("for 9 dage siden"))
    }

    @Test("the verdict follows; what stood before stays, struck through; what was said stays too")
    func corrected() throws {
        let ref = try house.enquiry(daysAgo: 2, text: "Ringede fra bilen.")
        #expect(try correct(ref, to: "03-11-2026", time: "0830").status == 303)
        #expect(try received(ref) == house.today.adding(days: -9))
        let page = try client.get("/henvendelser/\(ref.number)").text
        #expect(page.contains("3. november 2026 kl. 8.30"))
        #expect(page.contains("Ringede fra bilen."))
        let journal = try TestClient(house, as: .consultant).get("/sager/\(ref.number)").text
        #expect(journal.contains("(rettet)"))
        var faults: [String] = []
        _ = try house.centre.verification(head: nil).run { faults += $0.faults }
        #expect(faults == [])
        // And again: the correction itself can be mended.
        #expect(try correct(ref, to: "04-11-2026").status == 303)
        #expect(try received(ref) == house.today.adding(days: -8))
    }

    @Test("a day to come, a day after what was done, and no day are refused in words")
    func refused() throws {
        let ref = try house.enquiry(daysAgo: 9)
        try house.act { [house] acts, act, db in
            try acts.record(.withdrew, on: house.today.adding(days: -5), of: ref, as: act, in: db)
        }
        #expect(try correct(ref, to: "i morgen").text.contains("kan ikke være efter i dag"))
        #expect(try correct(ref, to: "").text.contains("Skriv datoen"))
        let late = try correct(ref, to: "10-11-2026")
        #expect(late.status == 422)
        #expect(late.text.contains("Der er allerede skrevet noget fra 07-11-2026"))
        #expect(try received(ref) == house.today.adding(days: -9))
    }

    @Test("after a withdrawal a new wish begins new days; while days run it begins none")
    func newWish() throws {
        let ref = try house.enquiry(daysAgo: 9)
        let address = "/henvendelser/\(ref.number)"
        #expect(try !client.get(address).text.contains("ønsker behandling igen"))
        func wish() throws -> TestAnswer {
            try client.post(
                "\(address)/oensker",
                [
                    ("token", client.formToken(house)),
                    ("id", EntryID(RandomID.int64()).formText),
                ])
        }
        #expect(try wish().text.contains("Borgeren er allerede i gang fra 03-11-2026"))
        try house.act { [house] acts, act, db in
            try acts.record(.withdrew, on: house.today.adding(days: -5), of: ref, as: act, in: db)
        }
        #expect(try client.get(address).text.contains("Borgeren ønsker behandling igen"))
        #expect(try wish().status == 303)
        #expect(try received(ref) == house.today)
        #expect(try client.get(address).text.contains("14 dage tilbage"))
    }
}
