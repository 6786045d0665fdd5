import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("The queue")
struct QueueTests {
    let house: TestHouse
    let client: Visitor

    init() throws {
        house = try TestHouse()
        client = try Visitor(house, as: .reception)
    }

    /// Somebody turned to us, with something that must be minded.
    @discardableResult
    func enquiry(
        daysAgo: Int, wish: Wish = .treatment, by channel: EnquiryChannel = .phone,
        _ mind: (inout PersonDetails) -> Void = { _ in }
    ) throws -> CaseRef {
        let received = Instant(seconds: house.now.seconds - daysAgo * 86_400)
        var told = ReceivedEnquiry.test(receivedAt: received, wish: wish)
        told.channel = channel
        mind(&told.person)
        return try house.register(told, house.context(.reception))
    }

    func numbers(_ address: String = "/henvendelser") throws -> [String] {
        try client.get(address).rows(of: "koe").compactMap { row in
            row.firstMatch(of: /\d{4}-\d{4}/).map { String($0.0) }
        }
    }

    func text(_ refs: CaseRef...) -> [String] { refs.map(\.number.description) }

    @Test(
        "has what is acute on top, then who cannot wait, then the nearest last day, then what does not count"
    )
    func order() throws {
        let advice = try enquiry(daysAgo: 30, wish: .advice)
        let fresh = try enquiry(daysAgo: 1)
        let overdue = try enquiry(daysAgo: 251)
        let pregnant = try enquiry(daysAgo: 2) { $0.isPregnant = true }
        let acute = try enquiry(daysAgo: 0) { $0.isAcute = true }
        #expect(try numbers() == text(acute, pregnant, overdue, fresh, advice))
        let page = client.page
        #expect(page.contains("<li class=\"tag late\">Akut</li>"))
        #expect(page.contains("<li class=\"tag soon\">Gravid</li>"))
        #expect(
            page.contains("<span class=\"status late\">Overskredet 237 dage · ingen tid</span>"))
        #expect(page.contains("Tag sagen<span class=\"visually-hidden\"> \(acute.number)</span>"))
    }

    @Test("is sorted and narrowed as its address says, and each filter is taken off by a press")
    func filters() throws {
        let old = try enquiry(daysAgo: 9)
        let web = try enquiry(daysAgo: 5, by: .web)
        let advice = try enquiry(daysAgo: 2, wish: .advice, by: .web)
        #expect(try numbers("/henvendelser?sort=modtaget&vej=ned") == text(advice, web, old))
        #expect(try numbers("/henvendelser?sort=frist&vej=ned") == text(web, old, advice))
        #expect(try numbers("/henvendelser?kilde=web") == text(web, advice))
        #expect(try numbers("/henvendelser?kilde=web&oenske=advice") == text(advice))
        #expect(client.page.contains("href=\"/henvendelser?vis=nye&amp;oenske=advice\""))
        #expect(client.page.contains("href=\"/henvendelser?vis=nye&amp;kilde=web\""))
        #expect(try numbers("/henvendelser?kilde=letter").isEmpty)
        #expect(client.page.contains("Ingen henvendelser passer til de valgte filtre."))
        #expect(try numbers("/henvendelser?kilde=%00&oenske=x&sort=y").count == 3)
    }

    @Test("shows 25 on a page; the case somebody has taken stands under Alle")
    func pages() throws {
        for days in 0..<26 { try enquiry(daysAgo: days) }
        #expect(try numbers().count == 25)
        #expect(client.answer.words(of: "sider-viser") == "Viser 1-25 af 26")
        #expect(try numbers("/henvendelser?side=2").count == 1)
        #expect(try numbers("/henvendelser?side=99").count == 1)
        let taken = try enquiry(daysAgo: 0)
        try house.act(.consultant, TakeCase(), on: taken)
        #expect(client.page.contains("Consultant") == false)
        #expect(
            try numbers("/henvendelser?vis=alle&sort=ansvarlig").first == taken.number.description)
        #expect(client.page.contains("Consultant Medarbejder"))
    }
}
