import Domain
import HTML
import HTTP
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("Groups, and a calendar by telephone")
struct GroupTests {
    let house: TestHouse
    let day: CalendarDay

    init() throws {
        house = try TestHouse()
        try house.plan(.consultant)
        day = house.today.adding(days: 1)
    }

    /// A group that meets three weeks in a row, and its first meeting's page.
    private func group() throws -> Visitor {
        let visitor = try Visitor(house, as: .consultant)
        try visitor.get("/kalender/skriv")
        try visitor.fill(
            "post-formular",
            [
                "post-hvad": "group", "post-titel": "Fredagsholdet", "post-dato": "i morgen",
                "post-tid": "9", "post-minutter": "90", "post-antal": "3",
            ])
        let link = try #require(visitor.page.firstMatch(of: /\/kalender\/post\?id=[0-9a-z]+/))
        try visitor.get(String(link.0))
        return visitor
    }

    @Test("who is put down for a group has it in her case, and attendance is written in each")
    func attendance() throws {
        let refs = try ["Bo Hansen", "Ida Prøve"].map { try house.enquiry(name: $0) }
        let visitor = try group()
        for ref in refs {
            try visitor.fill("deltager-formular", ["sag": ref.number.description])
            #expect(visitor.page.contains("Sag \(ref.number) er skrevet på holdet"))
        }
        #expect(visitor.page.contains("B.H.") && !visitor.page.contains("Hansen"))
        #expect(try house.file(refs[0]).standing(from: house.now).count == 3)
        #expect(try house.bookedTimes().isEmpty, "the group takes its leader's hour once")
        try visitor.fill("deltager-formular", ["sag": refs[0].number.description])
        #expect(visitor.page.contains("står på holdet i forvejen"))
        try visitor.fill("deltager-formular", ["sag": "9999"])
        #expect(visitor.status == 422 && visitor.page.contains("value=\"9999\""))
        let page = visitor.address
        house.time.move(to: at(day, 10, 45))
        let later = try Visitor(house, as: .consultant)
        let link = try #require(
            try later.get("/min-dag").text.firstMatch(of: /\/kalender\/post\?id=[0-9a-z]+/))
        try later.get(String(link.0))
        let names = later.page.matches(of: /name="(kom-[0-9a-z]+)"/).map { String($0.1) }
        let seats = names.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        #expect(seats.count == 2, "\(page)")
        try later.fill("fremmoede-formular", [seats[0]: "ja", seats[1]: "nej"])
        #expect(later.page.contains("Fremmødet er gemt på 2 sager"))
        #expect(try house.file(refs[0]).appointments.first?.state == .held)
        #expect(try house.file(refs[1]).appointments.first?.state == .missed)
        let came = try house.file(refs[0]).current.compactMap { entry -> Service? in
            if case .service(let service) = entry.fact { service } else { nil }
        }
        #expect(came == [Service(.groupSession, minutes: 90)])
        try later.post(
            "/kalender/post/fremmoede",
            [("post", String(link.0.split(separator: "=")[1])), (seats[0], "nej")])
        #expect(try house.file(refs[0]).appointments.first?.state == .held, "answered once")
        #expect(try house.records.faults() == [])
    }

    @Test("a meeting that is taken out gives up every seat in it")
    func cancelled() throws {
        let ref = try house.enquiry()
        let visitor = try group()
        try visitor.fill("deltager-formular", ["sag": ref.number.description])
        try visitor.fill("fjern-formular")
        let states = try house.file(ref).appointments.map(\.state)
        #expect(states == [.cancelled(by: .centre), .booked, .booked])
        #expect(try house.records.faults() == [])
    }

    @Test("an administrator sees the meeting, and nobody who comes to it")
    func administrator() throws {
        let ref = try house.enquiry(name: "Bo Hansen")
        let visitor = try group()
        try visitor.fill("deltager-formular", ["sag": ref.number.description])
        let page = try Visitor(house, as: .administrator).get(visitor.address).text
        #expect(page.contains("Fredagsholdet") && !page.contains("B.H."))
    }

    @Test("one's own calendar is read behind its address, until a new one or none is wanted")
    func feed() throws {
        let ref = try house.enquiry(name: "Bo Hansen")
        try house.act(.consultant, house.talk(with: .consultant, at: at(day, 11)), on: ref)
        let visitor = try Visitor(house, as: .consultant)
        visitor.headers.append(("Host", "centret.example"))
        func renewed() throws -> String {
            try visitor.get("/kalender/abonnement")
            try visitor.fill("abonnement-formular")
            let match = try #require(
                visitor.page.firstMatch(of: #/https://centret\.example(/abonnement/[0-9a-f]{32})/#))
            return String(match.1)
        }
        let first = try renewed()
        let telephone = try Visitor(house)
        let answer = try telephone.get(first)
        #expect(answer.status == 200)
        #expect(answer.text.contains("SUMMARY:Samtale (fremmøde)\r\n"))
        #expect(!answer.text.contains("Hansen") && !answer.text.contains(ref.number.description))
        let second = try renewed()
        #expect(second != first)
        #expect(try telephone.get(first).status == 403)
        #expect(try telephone.get(second).status == 200)
        try visitor.get("/kalender/abonnement")
        try visitor.fill("luk-formular")
        #expect(try telephone.get(second).status == 403)
        #expect(try telephone.get("/abonnement/x").status == 403)
        #expect(try visitor.get("/kalender/abonnement").text.contains(second) == false)
    }
}
