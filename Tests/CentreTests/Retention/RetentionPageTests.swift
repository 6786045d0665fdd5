import Domain
import Foundation
import HTTP
import SQLite
import Testing

@testable import Centre

/// A case whose social records ended long before the house's clock, and one that is still kept.
struct OldCases {
    static let years = 6

    /// An enquiry so many years ago, a talk, a discharge; all written as it happened.
    static func add(
        to house: TestHouse, yearsAgo: Int = years, by role: Role = .consultant,
        text: String = Secret.words, isOpen: Bool = false
    ) throws -> CaseRef {
        let day = house.today.adding(years: -yearsAgo)
        let then = Instant(day: day, hour: 10, minute: 0)
        let standard = try house.centre.standardToday().id
        let actor = Actor(
            staff: try house.member(role).id, role: role.rawValue, session: "test")
        let act = CaseActs.Act(actor: actor, now: then)
        let received = ReceivedEnquiry(
            receivedAt: then, wish: .treatment, by: .`self`, channel: .phone, isAnonymous: false,
            person: EntryBody([.name: Secret.name, .phone: Secret.phone]), text: text)
        let acts = house.centre.acts
        return try house.centre.writer.perform { db in
            let ref = try acts.register(received, under: standard, as: act, in: db)
            try acts.deliver(
                Service(.individualSession, minutes: 60), at: then, text: text, to: ref,
                as: CaseActs.Act(actor: actor, now: then), in: db)
            if !isOpen {
                try acts.discharge(
                    .completed, on: day, of: ref, as: CaseActs.Act(actor: actor, now: then), in: db)
            }
            return ref
        }
    }
}

@Suite("The page that forgets cases")
struct RetentionPageTests {
    let house: TestHouse

    init() throws {
        house = try TestHouse()
    }

    /// Asks for a case to be forgotten, as the page's form does; answers with the request's address.
    @discardableResult
    func ask(
        _ refs: [CaseRef], as role: Role = .leader, reason: String = "expired"
    ) throws -> TestAnswer {
        let client = try TestClient(house, as: role)
        let page = try client.get("/sletning")
        let fields = [
            ("token", client.formToken(house)), ("id", page.hidden("id") ?? ""),
            ("grund", reason),
        ]
        return try client.post("/sletning", fields + refs.map { ("sag", $0.number.description) })
    }

    func answer(_ request: String, _ act: String, as role: Role) throws -> TestAnswer {
        let client = try TestClient(house, as: role)
        return try client.post("\(request)/\(act)", [("token", client.formToken(house))])
    }

    @Test("shows the cases whose time is over, with the rule's reason, and none else")
    func due() throws {
        let old = try OldCases.add(to: house)
        let young = try OldCases.add(to: house, yearsAgo: 4)
        let medical = try OldCases.add(to: house, by: .medical)
        let open = try OldCases.add(to: house, isOpen: true)
        let page = try TestClient(house, as: .leader).get("/sletning")
        #expect(page.status == 200)
        #expect(page.text.contains("value=\"\(old.number)\""))
        for kept in [young, medical, open] {
            #expect(!page.text.contains("value=\"\(kept.number)\""), "\(kept.number)")
        }
        #expect(page.text.contains("Den gemmes i 5 år"))
        #expect(page.text.contains("1 sag har ligget længere"))
        #expect(try house.logCount(of: old) > 0)
        // A second look reads the cases that are kept from memory, and says the same.
        let again = try TestClient(house, as: .administrator).get("/sletning")
        #expect(again.text.contains("value=\"\(old.number)\""))
        #expect(!again.text.contains("value=\"\(medical.number)\""))
    }

    @Test("is due the day after the last day of keeping, and not on it")
    func lastDay() throws {
        let ref = try OldCases.add(to: house, yearsAgo: 5)
        let keeping = try house.centre.writer.perform { [house] db in
            try house.centre.retention.keeping(of: ref, on: house.today, in: db)
        }
        #expect(keeping == .kept(until: house.today))
        #expect(try !TestClient(house, as: .leader).get("/sletning").text.contains("\(ref.number)"))
        house.clock.advance(days: 1)
        #expect(try TestClient(house, as: .leader).get("/sletning").text.contains("\(ref.number)"))
    }

    @Test("one asks, another says yes: the rows and the key go, and the receipt names nobody")
    func forgotten() throws {
        let ref = try OldCases.add(to: house)
        let other = try OldCases.add(to: house, yearsAgo: 1)
        let asked = try ask([ref])
        #expect(asked.status == 303)
        let request = try #require(asked.location)
        #expect(try house.logCount(.erasureAsked) == 1)

        let waiting = try TestClient(house, as: .administrator).get(request)
        #expect(waiting.text.contains("Godkend og slet 1 sag"))
        let done = try answer(request, "godkend", as: .administrator)
        #expect(done.status == 303)

        #expect(try house.centre.vault.isErased(slot: ref.slot))
        #expect(try !house.centre.vault.isErased(slot: other.slot))
        let db = try Connection(path: house.databaseFile, .readOnly)
        for table in ["ledger_entry", "open_case", "closed_case", "receipt_code"] {
            let left = try db.firstRow(
                "SELECT count(*) FROM \(table) WHERE case_id = ?1", [.integer(ref.id.rawValue)]
            ) { $0.int(0) }
            #expect(left == 0, "\(table)")
        }
        let receipt = try TestClient(house, as: .auditor).get(request)
        #expect(receipt.text.contains("Kvittering for sletning"))
        #expect(receipt.text.contains("Leader Medarbejder"))
        #expect(receipt.text.contains("Administrator Medarbejder"))
        #expect(receipt.text.contains(ref.number.description))
        #expect(receipt.text.contains("Hændelser og notater"))
        for secret in Secret.all { #expect(!receipt.text.contains(secret)) }
        #expect(try house.logCount(.caseErased) == 1)
        var faults: [String] = []
        _ = try house.centre.verification(head: nil).run { faults += $0.faults }
        #expect(faults == [])
    }

    @Test("nothing of it can be read in any file, table by table")
    func everyTable() throws {
        let ref = try OldCases.add(to: house)
        let request = try #require(try ask([ref]).location)
        let db = try Connection(path: house.databaseFile, .readOnly)
        let bodies = try db.rows(
            "SELECT body FROM ledger_entry WHERE case_id = ?1 AND body IS NOT NULL",
            [.integer(ref.id.rawValue)]
        ) { $0.blob(0) }
        #expect(bodies.count >= 2)
        _ = try answer(request, "godkend", as: .administrator)
        for name in ["", "-wal"] {
            guard let bytes = FileManager.default.contents(atPath: house.databaseFile + name)
            else { continue }
            for body in bodies { #expect(bytes.range(of: Data(body)) == nil, "\(name)") }
        }
        #expect(try Set(db.tableNames()) == Set(ForgettingTests.fates.keys))
        for table in try db.tableNames() {
            try db.forEachRow(ofTable: table) { row in
                for column in 0..<row.count where row.value(column) == .integer(ref.id.rawValue) {
                    #expect(ForgettingTests.fates[table] == .receipt, "\(table)")
                }
            }
        }
        #expect(try TestClient(house, as: .leader).get("/sager/\(ref.number)").status == 404)
    }

    @Test("nobody says yes to her own request, and the database would not let her")
    func ownRequest() throws {
        let ref = try OldCases.add(to: house)
        let request = try #require(try ask([ref]).location)
        let own = try TestClient(house, as: .leader).get(request)
        #expect(!own.text.contains("Godkend og slet"))
        let refused = try answer(request, "godkend", as: .leader)
        #expect(refused.status == 422)
        #expect(refused.text.contains("En anden person skal godkende den"))
        #expect(try house.logCount(.erasureRefused) == 1)
        #expect(try !house.centre.vault.isErased(slot: ref.slot))
        let leader = try house.member(.leader).id.rawValue
        #expect(throws: SQLiteError.self) {
            try house.centre.writer.perform { db in
                try db.run(
                    "UPDATE erasure_request SET answer = 'erased', answered_by = ?1, answered_at = 'x'",
                    [.integer(leader)])
            }
        }
    }

    @Test("a case that was written in meanwhile stops the whole run, in words")
    func changedMeanwhile() throws {
        let (ref, other) = (try OldCases.add(to: house), try OldCases.add(to: house))
        let request = try #require(try ask([ref, other]).location)
        try house.act(.medical) { acts, act, db in
            try acts.note(
                "Et brev kom frem.", on: act.now.day, by: .physician, in: ref, as: act, in: db)
        }
        let refused = try answer(request, "godkend", as: .administrator)
        #expect(refused.status == 422)
        #expect(refused.text.contains("Sag \(ref.number) skal ikke længere slettes"))
        for one in [ref, other] { #expect(try !house.centre.vault.isErased(slot: one.slot)) }
        #expect(try answer(request, "afvis", as: .administrator).status == 303)
        #expect(try house.logCount(.erasureDeclined) == 1)
        let page = try TestClient(house, as: .leader).get("/sletning")
        #expect(!page.text.contains("value=\"\(ref.number)\""))
        #expect(page.text.contains("value=\"\(other.number)\""), "it can be asked for again")
    }

    @Test("sent twice it is asked once; what is not due, or asked for already, is refused in words")
    func asking() throws {
        let (ref, young) = (
            try OldCases.add(to: house), try OldCases.add(to: house, yearsAgo: 2)
        )
        #expect(try ask([ref, young]).text.contains("Sag \(young.number) skal stadig gemmes"))
        #expect(try ask([]).text.contains("Vælg mindst en sag"))
        #expect(try ask([ref], reason: "").text.contains("Vælg, hvorfor sagerne skal slettes"))
        let client = try TestClient(house, as: .leader)
        let id = try #require(try client.get("/sletning").hidden("id"))
        let fields = [
            ("token", client.formToken(house)), ("id", id), ("grund", "asked"),
            ("sag", ref.number.description),
        ]
        #expect(try client.post("/sletning", fields).location == "/sletning/\(id)")
        #expect(try client.post("/sletning", fields).location == "/sletning/\(id)")
        #expect(try house.logCount(.erasureAsked) == 1)
        #expect(try ask([ref]).text.contains("er der allerede bedt om at slette"))
    }

    @Test("answered once is answered for good")
    func answeredOnce() throws {
        let ref = try OldCases.add(to: house)
        let request = try #require(try ask([ref]).location)
        #expect(try answer(request, "afvis", as: .leader).status == 303)
        let late = try answer(request, "godkend", as: .administrator)
        #expect(late.text.contains("Anmodningen er allerede besvaret"))
        #expect(try !house.centre.vault.isErased(slot: ref.slot))
        #expect(try TestClient(house, as: .leader).get(request).text.contains("Trukket tilbage"))
    }
}

@Suite("Mended facts and the lists")
struct CorrectionPlaceTests {
    @Test("a correction in a case that is closed does not open it again")
    func closedStaysClosed() throws {
        let house = try TestHouse()
        let ref = try OldCases.add(to: house)
        let enquiry = try house.centre.writer.perform { [house] db in
            try house.centre.cases.file(ref, in: db).entries[0]
        }
        let day = enquiry.on.adding(days: -3)
        try house.write(
            [NewEntry("enquiry", on: day, facts: enquiry.facts, corrects: enquiry.id)], to: ref)
        let file = try house.centre.writer.perform { [house] db in
            try house.centre.cases.file(ref, in: db)
        }
        #expect(CaseProjection(file)?.isOpen == false)
        #expect(file.current.first?.on == day)
        var faults: [String] = []
        _ = try house.centre.verification(head: nil).run { faults += $0.faults }
        #expect(faults == [])
    }
}
