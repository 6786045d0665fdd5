import HTML
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("What stands around the staff's pages")
struct StaffFrameTests {
    let house: TestHouse

    init() throws {
        house = try TestHouse()
    }

    @Test(
        "how many nobody has taken stands in the menu of every page, also of one that is not there")
    func counter() throws {
        let client = try Visitor(house, as: .reception)
        try client.get("/hjaelp/tastatur")
        #expect(client.page.contains("href=\"/henvendelser\" accesskey=\"4\">Modtagelse</a>"))
        let ref = try house.enquiry(daysAgo: 1)
        try house.enquiry(daysAgo: 2)
        for address in ["/hjaelp/tastatur", "/henvendelser", "/sager/2020-0001", "/findes/ikke"] {
            try client.get(address)
            #expect(
                client.page.contains("Modtagelse <span class=\"count\">(2)</span></a>"),
                "\(address)")
        }
        try house.act(.consultant, TakeCase(), on: ref)
        #expect(try client.get("/henvendelser").text.contains("<span class=\"count\">(1)</span>"))
    }

    @Test("the search box stands everywhere for those who may search, and nowhere else")
    func search() throws {
        for role in Role.allCases {
            let client = try Visitor(house, as: role)
            let mayStart = Set<Role>.frontOffice.contains(role)
            for address in ["/hjaelp/tastatur", "/findes/ikke"] {
                let text = try client.get(address).text
                #expect(text.contains("id=\"hoved-ord\"") == mayStart, "\(role) \(address)")
                #expect(text.contains("accesskey=\"2\"") == mayStart, "\(role) \(address)")
            }
        }
        try house.enquiry(daysAgo: 1, name: "Grethe Gran")
        let client = try Visitor(house, as: .reception)
        try client.get("/overblik")
        #expect(client.answer.form("/soeg")?.fields.map(\.0).sorted() == ["ord", "token"])
    }

    @Test("what is not there is said inside the frame, with the way back to where the day began")
    func notFound() throws {
        for role in Role.allCases {
            let client = try Visitor(house, as: role)
            for address in ["/findes/ikke", "/sager/2020-0001", "/sager/bo-hansen"] {
                #expect(try client.get(address).status == 404)
                #expect(client.page.contains("id=\"log-af\""), "\(role) \(address)")
                let home = house.centre.web.menu.home(for: role)
                #expect(
                    client.page.contains("<a href=\"\(home.text)\">Gå til "), "\(role) \(address)")
            }
        }
        let stranger = try Visitor(house)
        #expect(try stranger.get("/findes/ikke").text.contains("Gå til forsiden"))
        #expect(!stranger.page.contains("log-af"))
    }

    @Test("a form that is too old comes back inside the frame")
    func tooOld() throws {
        let client = try Visitor(house, as: .reception)
        let token = house.centre.web.formOwner.token(for: try house.member(.reception).id)
        let answer = try client.post("/henvendelser/ny", [("token", token + "x"), ("navn", "Bo")])
        #expect(answer.status == 403)
        #expect(answer.text.contains("id=\"log-af\""))
    }

    @Test("a house for practice says so on every page, and no other does")
    func practice() throws {
        #expect(try !Visitor(house).get("/").text.contains("Øvelse"))
        let frame = Frame(isPractice: true)
        #expect(frame.frontPage(at: house.now).text.contains("<strong>Øvelse</strong>"))
        #expect(frame.notFoundPage().text.contains("<strong>Øvelse</strong>"))
    }

    @Test("no label of the menu tells its key: the number behind it is how many wait")
    func labels() {
        for item in house.centre.rooms.flatMap(\.description.menu) {
            #expect(!item.label.text.contains("("), "\(item.id)")
        }
        let keys = house.centre.rooms.flatMap(\.description.menu).compactMap(\.accessKey)
        #expect(Set(keys).count == keys.count)
    }

    @Test("the keys are told as they are for her role")
    func keys() throws {
        let reception = try Visitor(house, as: .reception).get("/hjaelp/tastatur")
        #expect(reception.words(of: "genveje")?.contains("Alt + 2 Søg") == true)
        #expect(try Visitor(house, as: .auditor).get("/hjaelp/tastatur").text.contains("Alt + 9"))
        #expect(try !Visitor(house, as: .auditor).get("/hjaelp/tastatur").text.contains("Alt + 2"))
    }
}
