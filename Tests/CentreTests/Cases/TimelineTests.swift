import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("The story of a case")
struct TimelineTests {
    let house: TestHouse
    let ref: CaseRef
    let visitor: Visitor

    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 9, text: "Ringede selv.")
        visitor = try Visitor(house, as: .consultant)
    }

    private func note(_ text: String, daysAgo: Int = 0) throws {
        try house.act(
            .consultant, WriteNote(text, on: house.today.adding(days: -daysAgo)), on: ref)
    }

    private func address(_ query: String = "") -> String { "/sager/\(ref.number)\(query)" }

    @Test("its last note stands on top, cut at a word, with the way to the whole of it")
    func lastNote() throws {
        #expect(try visitor.get(address()).words(of: "seneste-notat") == nil)
        try note("Den første.", daysAgo: 3)
        try note("Sover bedre. " + String(repeating: "Vi talte om ugen. ", count: 30))
        let page = try visitor.get(address())
        let words = try #require(page.words(of: "seneste-notat"))
        #expect(words.contains("Torsdag den 12. november 2026, i dag · Consultant Medarbejder"))
        #expect(words.contains("Sover bedre.") && !words.contains("Den første."))
        #expect(words.hasSuffix("… Læs hele notatet"))
        let whole = try #require(
            page.text.firstMatch(of: /href="([^"]*\?vis=notater)#(post-[^"]*)"/))
        #expect(try visitor.get(String(whole.1)).text.contains("id=\"\(whole.2)\""))
        let form = try #require(page.text.firstRange(of: "id=\"nyt-notat\""))
        let note = try #require(page.text.firstRange(of: "id=\"seneste-notat\""))
        let story = try #require(page.text.firstRange(of: "id=\"tidslinje\""))
        #expect(note.lowerBound < form.lowerBound && form.lowerBound < story.lowerBound)
    }

    @Test("it is told forty at a time, and what was written wrong stays where it stood")
    func pages() throws {
        for count in 1...45 { try note("Notat \(count).") }
        let first = try visitor.timeline(of: ref)
        #expect(first.count == 40)
        #expect(first.first?.contains("Notat 45.") == true)
        #expect(visitor.answer.words(of: "sider-viser") == "Viser 1-40 af 46")
        let rest = try visitor.get(address("?side=2")).lines(of: "tidslinje")
        #expect(rest.count == 6)
        #expect(rest.last?.contains("Henvendelse, telefon") == true)
        #expect(try visitor.get(address("?side=999")).lines(of: "tidslinje") == rest)
    }

    @Test("it can be narrowed to what is looked for, and says so where there is none")
    func filters() throws {
        for count in 1...8 { try note("Notat \(count).") }
        try house.act(.consultant, TakeCase(), on: ref)
        #expect(try visitor.get(address("?vis=notater")).lines(of: "tidslinje").count == 8)
        #expect(visitor.page.contains("aria-current=\"true\">Notater</a>"))
        #expect(try visitor.get(address("?vis=system")).lines(of: "tidslinje").count == 1)
        #expect(try visitor.get(address("?vis=kontakt")).lines(of: "tidslinje").count == 1)
        #expect(
            try visitor.get(address("?vis=afgoerelser")).text.contains("Intet af den slags endnu."))
        #expect(try visitor.get(address("?vis=%00&side=x")).lines(of: "tidslinje").count == 10)
    }
}
