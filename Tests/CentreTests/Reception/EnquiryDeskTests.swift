import Domain
import Testing

@testable import Centre
@testable import Records
@testable import TestHouse

@Suite("Writing an enquiry down")
struct EnquiryDeskTests {
    let house: TestHouse

    init() throws { house = try TestHouse() }

    private func asked(_ name: String = "Grethe Gran", by: Sender = .`self`) -> ReceivedEnquiry {
        var enquiry = ReceivedEnquiry.test(
            receivedAt: Instant(seconds: house.now.seconds - 86_400), name: name,
            phone: "12446688", text: "Ringede fra bilen")
        enquiry.by = by
        enquiry.channel = .letter
        return enquiry
    }

    @Test("opens a case of the day it arrived, with who and what sealed, under today's standard")
    func registered() throws {
        let ref = try house.register(asked(), house.context(.reception, id: EntryID(7)))
        #expect(ref.number == CaseNumber(year: 2026, serial: 1))
        #expect(ref.standard == (try house.records.standardToday().id))
        let entries = try house.file(ref).entries
        #expect(entries.map(\.type) == ["enquiry", "person"])
        #expect(entries[0].id == EntryID(7))
        #expect(
            entries[0].fact
                == .enquiry(Enquiry(wish: .treatment, by: .`self`, channel: .letter)))
        for entry in entries {
            #expect(entry.on == house.today.adding(days: -1))
            #expect(entry.recordedBy == (try house.member(.reception).id))
            #expect(entry.sealedBody != nil)
        }
        #expect(try house.guaranteeClock(of: ref)?.received == house.today.adding(days: -1))
        #expect(try house.actionsLogged() == ["enquiry-registered"])
        #expect(try house.records.faults() == [])
    }

    @Test("no byte on disk tells who it was or what was said")
    func sealed() throws {
        try house.register(asked(), house.context(.reception))
        let disk = house.files.folder.everyByte
        for secret in ["Grethe", "12446688", "Ringede fra"] {
            #expect(!disk.contains(secret), "\(secret)")
        }
    }

    @Test("a relative's case is about her own talks, and starts no clock for her")
    func relative() throws {
        let ref = try house.register(asked(by: .relative), house.context(.reception))
        #expect(try house.file(ref).personKnown.isRelative)
        #expect(try house.guaranteeClock(of: ref) == nil)
    }

    @Test(
        "sent twice it is one case; another typed over it is refused, and the page says which it is"
    )
    func typedOver() throws {
        let context = try house.context(.reception, id: EntryID(7))
        let ref = try house.register(asked(), context)
        #expect(try house.register(asked(), context) == ref)
        #expect(throws: SentBeforeRefusal(number: ref.number)) {
            try house.register(asked("Den Anden"), context)
        }
        #expect(try house.rowCount("care_case") == 1)
        #expect(try house.logCount(.enquiryRegistered) == 1)
    }

    @Test("the page says the same, and keeps what was typed")
    func typedOverPage() throws {
        let reception = try Visitor(house, as: .reception)
        let form = try #require(try reception.get("/henvendelser/ny").form("henvendelse"))
        let first = ["oenske": "treatment", "navn": "Den Første"]
        for _ in 1...2 { try reception.send(form.filled(first), to: form.action) }
        #expect(reception.address == "/henvendelser/2026-0001")
        #expect(
            reception.answer.words(of: "bekraeftelse")?
                .hasPrefix("Henvendelsen er gemt som sag 2026-0001. Modtaget") == true)
        try reception.send(
            form.filled(["oenske": "treatment", "navn": "Den Anden"]), to: form.action)
        #expect(reception.status == 422)
        #expect(reception.answer.problems.first?.contains("sag 2026-0001") == true)
        #expect(reception.answer.form("henvendelse")?["navn"] == "Den Anden")
        #expect(try house.rowCount("care_case") == 1)
        try reception.fill("henvendelse")
        #expect(try house.rowCount("care_case") == 2, "saved again it is a case of its own")
    }
}
