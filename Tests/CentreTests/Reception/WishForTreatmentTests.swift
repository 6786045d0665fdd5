import Domain
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Somebody who asked for advice wants treatment")
struct WishForTreatmentTests {
    let house: TestHouse
    let ref: CaseRef
    let wish: ActTrial<WishForTreatment>

    /// Asked for advice nine days ago.
    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 9, wish: .advice)
        wish = try ActTrial(WishForTreatment.self, in: house, on: ref)
    }

    @Test("her fourteen days begin today; sent twice they begin once")
    func wished() throws {
        #expect(try house.guaranteeClock(of: ref) == nil)
        try wish.expectWrittenOnce(saying: "Fristen løber fra i dag.")
        #expect(try house.file(ref).current.last?.fact == .treatmentWish)
        let clock = try #require(try house.guaranteeClock(of: ref))
        #expect(clock.received == house.today)
        #expect(clock.lastDay == house.today.adding(days: 14))
    }

    @Test("while days run, or treatment does, it begins none, and the page does not offer it")
    func running() throws {
        let open = try house.enquiry(daysAgo: 9)
        let page = try wish.visitor.get("/sager/\(open.number)")
        #expect(page.form("oensker-formular") == nil)
        try ActTrial(WishForTreatment.self, in: house, on: open).expectRefused(
            "indhold: Borgeren er allerede i gang fra 03-11-2026")
        try house.act(.consultant, WriteNote(.individualSession, at: house.now), on: open)
        try ActTrial(WishForTreatment.self, in: house, on: open).expectRefused(
            "indhold: Borgeren er allerede i gang fra 03-11-2026")
    }

    @Test("after a withdrawal a new wish begins new days, and the page says so")
    func again() throws {
        let ref = try house.enquiry(daysAgo: 9)
        let reception = try Visitor(house, as: .reception)
        let address = "/henvendelser/\(ref.number)"
        #expect(try !reception.get(address).text.contains("i behandling igen"))
        try house.act(
            .reception, RecordOutcome(.withdrew, on: house.today.adding(days: -5)), on: ref)
        #expect(
            try reception.get(address).text.contains(
                "Vil borgeren i behandling igen, løber en ny frist fra i dag."))
        try reception.fill("oensker-formular")
        #expect(reception.address == address)
        #expect(try house.guaranteeClock(of: ref)?.received == house.today)
        #expect(try reception.get(address).text.contains("14 dage tilbage"))
    }

    @Test("nobody wants treatment before anybody has asked")
    func beforeTheEnquiry() throws {
        let early = try house.enquiry(daysAgo: -3, wish: .advice)
        try ActTrial(WishForTreatment.self, in: house, on: early).expectRefused(
            "indhold: Datoen ligger før henvendelsen 15-11-2026")
    }

    @Test("a closed case opens again")
    func reopened() throws {
        try house.act(.consultant, EndCase(ending: .closing), on: ref)
        #expect(CaseProjection(try house.file(ref))?.isOpen == false)
        try wish.visitor.visit("/sager/\(ref.number)").fill("oensker-formular")
        #expect(CaseProjection(try house.file(ref))?.isOpen == true)
    }

    @Test("it can be undone at once, but not once something has been done for it")
    func undone() throws {
        try wish.visitor.carryOut(WishForTreatment.self, on: ref).fill("fortryd-formular")
        #expect(wish.visitor.answer.words(of: "bekraeftelse")?.hasPrefix("Det er fjernet") == true)
        #expect(try house.guaranteeClock(of: ref) == nil)
        let second = EntryID(77)
        try house.act(.reception, WishForTreatment(), on: ref, id: second)
        let tomorrow = Instant(day: house.today.adding(days: 1), hour: 10, minute: 0)
        try house.act(.reception, OfferTime(startsAt: tomorrow), on: ref)
        try wish.visitor.carryOut(
            TakeBack.self, on: ref, about: second, ["hvorfor-fjernet": "Forkert sag"])
        #expect(
            wish.visitor.answer.problems == [
                """
                hvorfor-fjernet: Der er allerede skrevet noget fra 12-11-2026. Datoen kan ikke \
                ligge efter
                """
            ])
        #expect(try house.guaranteeClock(of: ref)?.received == house.today)
    }

    @Test("it is for those who receive citizens")
    func access() throws {
        try wish.expectOnly([.reception, .consultant, .medical, .visitator, .leader])
    }
}
