import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("An enquiry at the desk")
struct DeskTests {
    let house: TestHouse
    let client: Visitor

    init() throws {
        house = try TestHouse()
        client = try Visitor(house, as: .reception)
    }

    /// Sends the form as its page would, with some fields typed otherwise.
    func send(_ typed: [String: String]) throws -> TestAnswer {
        var fields = [
            "dato": "i dag", "tid": "0900", "kanal": "phone",
            "hvem": "self", "oenske": "treatment", "navn": "Grethe Gran",
        ]
        fields.merge(typed) { $1 }
        return try client.post("/henvendelser/ny", fields.map { ($0.key, $0.value) })
    }

    @Test("what is wrong is told in the order of the fields: the date, then the hour")
    func order() throws {
        let answer = try send(["dato": "31-11-2026", "tid": "x", "kanal": "", "oenske": ""])
        #expect(
            answer.problems.map { $0.prefix { $0 != ":" } } == ["dato", "tid", "kanal", "oenske"])
    }

    @Test("a date is told in words when it is saved, with the last day that follows from it")
    func echoed() throws {
        let kept = try send(["dato": "9/11"])
        #expect(kept.status == 303)
        let page = try client.get(kept.location ?? "")
        #expect(
            page.words(of: "bekraeftelse")?.contains(
                "Modtaget mandag den 9. november 2026. Sidste dag er mandag den 23. november 2026.")
                == true, "\(page.words(of: "bekraeftelse") ?? "")")
        #expect(try send(["dato": "29-10-2026"]).status == 303, "fourteen days are not asked about")
        #expect(try send(["dato": "28-10-2026"]).status == 422)
        let advice = try client.get(try send(["oenske": "advice"]).location ?? "")
        #expect(advice.words(of: "bekraeftelse")?.contains("Sidste dag") == false)
    }

    @Test(
        "a day more than fourteen days back is asked about once, and kept when it is said to be right"
    )
    func oldDay() throws {
        let asked = try send(["dato": "12-11-1930"])
        #expect(asked.status == 422)
        #expect(asked.text.contains("12.11.1930 er mere end 14 dage siden"))
        #expect(asked.text.contains("Ja, henvendelsen kom onsdag den 12. november 1930"))
        #expect(asked.text.contains("value=\"12-11-1930\""))
        #expect(
            try send(["dato": "11-11-1930", "gammel": "1930-11-12"]).status == 422,
            "another day is asked about again")
        let kept = try send(["dato": "12-11-1930", "gammel": "1930-11-12"])
        #expect(kept.status == 303)
        #expect(try client.get(kept.location ?? "").text.contains("12. november 1930"))
    }

    @Test("an hour still to come is a slip, but for a few minutes of rounding")
    func hourToCome() throws {
        let refused = try send(["tid": "1530"])
        #expect(refused.status == 422)
        #expect(refused.text.contains("Klokken er 9.14 nu. Skriv et tidspunkt, der har været"))
        #expect(refused.text.contains("value=\"1530\""))
        let rounded = try send(["tid": "0929"])
        #expect(rounded.status == 303)
        #expect(try client.get(rounded.location ?? "").text.contains("kl. 9.14"))
        #expect(try send(["tid": "0930"]).status == 422)
        #expect(try send(["dato": "i går", "tid": "1530"]).status == 303)
    }

    @Test("a name that is too long comes back whole, and nothing is cut unseen")
    func longName() throws {
        let long = String(repeating: "Ø", count: DeskForm.lineLengthMax + 1)
        for field in ["navn", "undgaa"] {
            let refused = try send([field: long])
            #expect(refused.status == 422)
            #expect(refused.text.contains("Skriv højst 200 tegn"))
            #expect(refused.text.contains(long))
        }
        #expect(try send(["navn": String(long.dropLast())]).status == 303)
    }

    @Test("characters that turn the writing around are left out of a name")
    func turnedName() throws {
        let kept = try send(["navn": "Grethe\u{202E}narG\u{0007}"])
        #expect(try client.get(kept.location ?? "").text.contains("GrethenarG"))
    }
}
