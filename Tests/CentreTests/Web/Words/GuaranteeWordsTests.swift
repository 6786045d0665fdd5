import Domain
import Testing

@testable import Centre

@Suite("The words of the guarantee")
struct GuaranteeWordsTests {
    static let received = CalendarDay(isoText: "2026-11-02") ?? CalendarDay(number: 0)

    /// The words for a history of facts after an enquiry on 2 November, some days later.
    func words(after days: Int, booked: Int? = nil, _ facts: [(Int, Fact)] = []) throws -> String {
        let enquiry = Event(
            on: Self.received, .enquiry(Enquiry(wish: .treatment, by: .`self`, channel: .phone)))
        let events = facts.map { Event(on: Self.received.adding(days: $0.0), $0.1) }
        let standard = try #require(QualityStandard.shipped(id: "lyngby-2024"))
        let day = Self.received.adding(days: days)
        let clock = guaranteeClocks(
            of: CaseHistory(events: [enquiry] + events), under: standard, on: day
        ).last
        return guaranteeStatus(
            clock, booked: booked.map { Self.received.adding(days: $0) }, on: day)
    }

    @Test("while it runs, and after")
    func running() throws {
        #expect(try words(after: 10, booked: 12) == "4 dage tilbage · tid 14-11")
        #expect(try words(after: 10, booked: 10) == "4 dage tilbage · tid i dag")
        #expect(try words(after: 9) == "5 dage tilbage · ingen tid")
        #expect(try words(after: 13) == "1 dag tilbage · ingen tid")
        #expect(try words(after: 14).hasPrefix("Frist i dag"))
        #expect(try words(after: 15).hasPrefix("Overskredet 1 dag ·"))
        #expect(try words(after: 16).hasPrefix("Overskredet 2 dage"))
    }

    @Test("every outcome has its own")
    func outcomes() throws {
        let session = Fact.service(Service(.individualSession, minutes: 60))
        let offer = Fact.offer(
            Offer(
                startsOn: Self.received.adding(days: 7), modality: .outpatient, provider: .own))
        #expect(try words(after: 20, [(10, session)]) == "Opfyldt på dag 10")
        #expect(
            try words(after: 20, [(17, session)]) == "Overskredet 3 dage · begyndt på dag 17")
        #expect(
            try words(after: 20, [(2, offer), (7, .noShow)]) == "Tilbudt i tide, kom ikke")
        #expect(
            try words(
                after: 20, [(2, offer), (3, .offerDeclined(reason: .ownChoice, written: true))])
                == "Fraveget, eget valg")
        #expect(try words(after: 20, [(4, .withdrawal)]) == "Frafaldet")
        #expect(
            try words(after: 20, [(4, .outsideDuty(reason: .admitted, regionReceivedOn: nil))])
                == "Ikke omfattet")
        #expect(try words(after: 20, [(18, .withdrawal)]) == "Overskredet 4 dage · afsluttet")
        #expect(guaranteeStatus(nil, booked: nil, on: Self.received) == "Tæller ikke (rådgivning)")
    }
}
