import Domain
import HTTP
import Records
import SQLite
import Testing

@testable import Centre
@testable import TestHouse

/// A person whose name, number and words must be seen by nobody who may not see them.
struct Secret {
    static let name = "Ødger Quistgaard"
    static let initials = "Ø.Q."
    static let phone = "12 44 66 88"
    /// As a page links to it.
    static let dialled = "12446688"
    static let words = "Jeg gemmer flaskerne i kælderen"

    /// What somebody wrote of her.
    static let note = EntryID(1_234_567)

    /// What was written to her.
    static let letter = EntryID(2_345_678)

    /// Somebody asked that an old case of hers be erased.
    static let request = FormID(7_654_321)

    static let all = [name, "Quistgaard", initials, phone, dialled, words]

    /// A house that knows her, and in which she is somebody's case.
    static func house() throws -> (house: TestHouse, ref: CaseRef) {
        let house = try TestHouse()
        let ref = try house.enquiry(daysAgo: 3, name: name, phone: phone, text: words)
        try house.act(.consultant, TakeCase(), on: ref)
        try house.act(
            .consultant, WriteNote(words, on: house.today), on: ref,
            id: note)
        try house.act(
            .reception, MakeLetter(kind: EnquiryReceivedLetter.self, recipient: [name]), on: ref,
            id: letter)
        try house.writePlan(words, on: ref)
        let old = try OldCases.add(to: house)
        let (leader, now) = (try house.context(.leader).actor, house.now)
        let retention = house.centre.services.retention
        let review = LogReview(audit: house.records.audit)
        try house.perform { db in
            try retention.ask(
                for: [old.number], because: .expired, as: request, by: leader, at: now, in: db)
            try review.draw(request, from: now.day, through: now.day, by: leader, at: now, in: db)
        }
        return (house, ref)
    }
}

/// One visitor at one door.
struct Knock: CustomTestStringConvertible, Sendable {
    let route: CentreRoute
    let role: Role?

    var admits: Bool { route.access.admits(role) }
    var testDescription: String {
        "\(role?.rawValue ?? "guest"): \(route.method.rawValue) \(route.pattern)"
    }

    /// A guest and every role, at every door of the house.
    static func all(_ house: TestHouse) -> [Knock] {
        house.centre.routes.flatMap { route in
            ([nil] + Role.allCases.map { Optional($0) }).map { Knock(route: route, role: $0) }
        }
    }

    /// The pattern with something that exists in every place.
    func address(_ ref: CaseRef) -> String {
        route.pattern.replacing("{number}", with: ref.number.description)
            .replacing("{bruger}", with: TestHouse.login(.reception))
            .replacing("{skema}", with: "audit").replacing("{skabelon}", with: "egedal")
            .replacing("{brev}", with: Secret.letter.formText)
            .replacing("{stikproeve}", with: Secret.request.formText)
            .replacing("{anmodning}", with: Secret.request.formText)
            .replacing("{noegle}", with: String(repeating: "0", count: 32))
    }

    func client(_ house: TestHouse) throws -> Visitor {
        try role.map { try Visitor(house, as: $0) } ?? Visitor(house)
    }
}

@Suite("Who may pass which door")
struct AccessMatrixTests {
    @Test("guest and every role at every door")
    func matrix() throws {
        let (house, ref) = try Secret.house()
        for knock in Knock.all(house) {
            let client = try knock.client(house)
            let answer = try client.ask(
                knock.route.method, knock.address(ref),
                form: knock.route.method == .post ? Fields([("navn", "x")]) : nil)
            check(answer, knock)
            if !knock.admits || Self.seeNobody.contains(knock.role) {
                for secret in Secret.all {
                    #expect(!answer.text.contains(secret), "\(knock.testDescription)")
                }
            }
        }
    }

    /// No page of theirs has anything of a citizen on it.
    static let seeNobody: Set<Role?> = [nil, .administrator, .auditor]

    private func check(_ answer: TestAnswer, _ knock: Knock) {
        let said = "\(knock.testDescription): \(answer.status)"
        switch (knock.route.access, knock.role, knock.route.method) {
        case (.everyone, _, _):
            #expect(answer.status != 404 && answer.status < 500, "\(said)")
        case (_, nil, .post):
            #expect(answer.status == 401, "\(said)")
        case (_, nil, _):
            #expect(answer.status == 303, "\(said)")
            #expect(answer.location?.hasPrefix("/log-ind?videre=") == true, "\(said)")
        case (_, _, _) where !knock.admits:
            #expect(answer.status == 404, "\(said)")
        case (_, _, .post):
            // Without the session's token nothing is done.
            #expect(answer.status == 403, "\(said)")
        default:
            #expect([200, 303].contains(answer.status), "\(said)")
        }
    }

    @Test("a page one may not see and a page that does not exist are the same bytes")
    func sameWords() throws {
        let (house, ref) = try Secret.house()
        for role in Role.allCases {
            let client = try Visitor(house, as: role)
            let unknown = try client.get("/findes-ikke")
            #expect(unknown.status == 404)
            for knock in Knock.all(house)
            where knock.role == role && knock.route.method == .get && !knock.admits {
                let address = knock.address(ref)
                #expect(try client.get(address).bytes == unknown.bytes, "\(role) \(address)")
            }
            let known = try client.get("/sager/\(ref.number)")
            let none = try client.get("/sager/1999-0001")
            #expect(none.bytes == unknown.bytes)
            #expect(known.status == (Set<Role>.clinical.contains(role) ? 200 : 404))
        }
    }

    @Test("whoever is shown a name, the log says so")
    func logged() throws {
        let (house, ref) = try Secret.house()
        for knock in Knock.all(house) where knock.route.method == .get && knock.admits {
            let before = try house.logCount(of: ref)
            let answer = try knock.client(house).get(knock.address(ref))
            guard Secret.all.contains(where: { answer.text.contains($0) }) else { continue }
            #expect(try house.logCount(of: ref) > before, "\(knock.testDescription)")
        }
    }

    @Test("the pages that show a person do so, or the test above proves nothing")
    func shown() throws {
        let (house, ref) = try Secret.house()
        let client = try Visitor(house, as: .consultant)
        #expect(try client.get("/sager/\(ref.number)").text.contains(Secret.name))
        #expect(try client.get("/overblik").text.contains(Secret.initials))
        let reception = try Visitor(house, as: .reception)
        #expect(try reception.get("/henvendelser/\(ref.number)").text.contains(Secret.dialled))
    }

    @Test(
        "no number and no words in a field or an address stop the house",
        arguments: [
            "-9223372036854775808", "9223372036854775807", "-1", "0", "99999999999999999999",
            "9999-99-99", "31-12-9999", "01-01-0001", "29.02.1900", "99:99", "-", "\u{0}", "%",
            "ÅÅÅÅÅÅ",
        ])
    func strange(value: String) throws {
        let (house, ref) = try Secret.house()
        let names =
            house.centre.web.fieldLabels.names
            + ["foer", "videre", "vis", "kladde", "id", "gemt", "post", "retter"]
        for route in house.centre.routes where !route.pattern.hasPrefix("/log-ind") {
            let role =
                route.access == .everyone ? nil : Role.allCases.first(where: route.access.admits)
            let knock = Knock(route: route, role: role)
            let client = try knock.client(house)
            let fields = names.map { ($0, value) }
            let strange = route.pattern.replacing(/{[a-z]+}/, with: value)
            for address in Set([knock.address(ref), strange]) {
                let answer =
                    route.method == .post
                    ? try client.post(address, fields)
                    : try client.get(address + "?" + Self.query(fields))
                #expect(answer.status < 500, "\(knock.testDescription): \(answer.status)")
            }
        }
    }

    private static func query(_ fields: [(String, String)]) -> String {
        fields.map { name, value in
            "\(name)="
                + value.utf8.map { byte in
                    let digits = String(byte, radix: 16)
                    return "%" + (digits.count == 1 ? "0" : "") + digits
                }.joined()
        }.joined(separator: "&")
    }

    @Test("no address and no title says who somebody is")
    func titles() throws {
        let (house, ref) = try Secret.house()
        for route in house.centre.routes where route.method == .get {
            for role in Role.allCases where route.access.admits(role) {
                let knock = Knock(route: route, role: role)
                let text = try knock.client(house).get(knock.address(ref)).text
                let title = text.firstMatch(of: /<title>(.*?)<\/title>/).map { String($0.1) } ?? ""
                #expect(!Secret.all.contains { title.contains($0) }, "\(title)")
                // What is dialled goes to no server.
                for link in text.matches(of: /(?:href|action)="((?!tel:)[^"]*)"/) {
                    #expect(!Secret.all.contains { link.1.contains($0) }, "\(link.1)")
                }
                break
            }
        }
    }

    @Test("every door has its own pattern")
    func table() throws {
        let doors = try TestHouse().centre.routes.map { "\($0.method.rawValue) \($0.pattern)" }
        #expect(Set(doors).count == doors.count)
    }
}
