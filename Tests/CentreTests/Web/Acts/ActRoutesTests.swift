import Domain
import HTTP
import Records
import Testing

@testable import Centre
@testable import TestHouse

/// What holds for the page and the form of every act there is, also of one that is made tomorrow.
@Suite("The pages of all acts")
struct ActRoutesTests {
    let house: TestHouse
    let ref: CaseRef

    init() throws {
        house = try TestHouse()
        ref = try house.enquiry(daysAgo: 2, name: Secret.name)
    }

    private var acts: [any CaseAct.Type] { house.centre.services.acts.all }

    @Test("each says whose case it is, what it does, and has its button")
    func pages() throws {
        for act in acts {
            let role = try #require(Role.allCases.first(where: act.roles.contains))
            let before = try house.logCount(of: ref)
            let page = try Visitor(house, as: role).get("/sager/\(ref.number)/\(act.address)")
            #expect(page.status == 200, "\(act)")
            #expect(page.title == "\(act.title) · \(ref.number) – Fjorten")
            #expect(page.text.contains("<h1>\(act.title)</h1>"))
            #expect(page.text.contains(Secret.name) && page.text.contains("Sag \(ref.number)"))
            #expect(page.text.contains("id=\"gem-\(act.address)\""))
            #expect(page.form("\(act.address)-formular") != nil)
            #expect(try house.logCount(of: ref) == before + 1, "reading it is in the log")
        }
    }

    @Test("each has its address twice, for its page and for its form, and for its own roles only")
    func routes() {
        for act in acts {
            let routes = house.centre.routes.filter {
                $0.pattern == "/sager/{number}/\(act.address)"
            }
            #expect(routes.map(\.method) == [.get, .post], "\(act)")
            #expect(routes.allSatisfy { $0.access == .roles(act.roles) }, "\(act)")
        }
    }

    @Test("of a case that does not exist there is no act")
    func unknownCase() throws {
        let visitor = try Visitor(house, as: .consultant)
        for act in acts {
            #expect(try visitor.get("/sager/1999-0001/\(act.address)").status == 404)
            #expect(try visitor.post("/sager/1999-0001/\(act.address)").status == 404)
        }
    }

    @Test("a form in the wrong session is given back and changes nothing")
    func token() throws {
        for act in acts {
            let role = try #require(Role.allCases.first(where: act.roles.contains))
            let visitor = try Visitor(house, as: role)
            let sent = try visitor.post("/sager/\(ref.number)/\(act.address)", [("token", "x")])
            #expect(sent.status == 403, "\(act)")
        }
        #expect(try house.file(ref).entries.count == 2)
    }

    @Test("what was refused is a reading of the case, and is in the log as one")
    func refusalLogged() throws {
        try house.act(.visitator, TakeCase(), on: ref)
        let visitor = try Visitor(house, as: .consultant)
        let form = try visitor.form(of: TakeCase.self, on: ref)
        let before = try house.logCount(.caseRead)
        try visitor.send(form.fields, to: form.action)
        #expect(visitor.status == 422)
        #expect(try house.logCount(.caseRead) == before + 1)
        #expect(try house.logCount(TakeCase.audit) == 1)
    }

    @Test("an act that is sent without the id its form carried is still written")
    func withoutID() throws {
        let visitor = try Visitor(house, as: .consultant)
        try visitor.send(to: "/sager/\(ref.number)/tag")
        #expect(visitor.status == 200)
        #expect(try house.file(ref).entries.count == 3)
    }

    @Test("a case that ended long ago is asked about before an act of it, too")
    func reason() throws {
        let old = try OldCases.add(to: house)
        let visitor = try Visitor(house, as: .leader)
        #expect(try visitor.get("/sager/\(old.number)/notat").text.contains("Hvorfor åbner du sag"))
        let sent = try visitor.post("/sager/\(old.number)/notat", [("notat", "Prøve")])
        #expect(sent.status == 403)
        #expect(sent.text.contains("Din tekst er gemt her"))
    }
}
