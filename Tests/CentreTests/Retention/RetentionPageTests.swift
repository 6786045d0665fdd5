import Domain
import Foundation
import HTTP
import Records
import SQLite
import Testing

@testable import Centre
@testable import TestHouse

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
        let client = try Visitor(house, as: role)
        let page = try client.get("/sletning")
        let fields = [
            ("id", page.hidden("id") ?? ""),
            ("grund", reason),
        ]
        return try client.post("/sletning", fields + refs.map { ("sag", $0.number.description) })
    }

    func answer(_ request: String, _ act: String, as role: Role) throws -> TestAnswer {
        let client = try Visitor(house, as: role)
        return try client.post("\(request)/\(act)")
    }

    @Test("shows the cases whose time is over, with the rule's reason, and none else")
    func due() throws {
        let old = try OldCases.add(to: house)
        let young = try OldCases.add(to: house, yearsAgo: 4)
        let medical = try OldCases.add(to: house, by: .medical)
        let open = try OldCases.add(to: house, isOpen: true)
        let page = try Visitor(house, as: .leader).get("/sletning")
        #expect(page.status == 200)
        #expect(page.text.contains("value=\"\(old.number)\""))
        for kept in [young, medical, open] {
            #expect(!page.text.contains("value=\"\(kept.number)\""), "\(kept.number)")
        }
        #expect(page.text.contains("Den gemmes i 5 år"))
        #expect(page.text.contains("1 sag har ligget længere"))
        #expect(try house.logCount(of: old) > 0)
        // A second look reads the cases that are kept from memory, and says the same.
        let again = try Visitor(house, as: .administrator).get("/sletning")
        #expect(again.text.contains("value=\"\(old.number)\""))
        #expect(!again.text.contains("value=\"\(medical.number)\""))
    }

    @Test("a case that is sent twice, however it is written, is asked for once")
    func twice() throws {
        let old = try OldCases.add(to: house)
        let answer = try ask([old, old, old])
        #expect(answer.status == 303)
        #expect(try house.rowCount("erasure_request_case") == 1)
    }

    @Test("a case whose slot was exchanged is not erased, and no key is touched")
    func exchangedSlot() throws {
        let old = try OldCases.add(to: house)
        let living = try house.enquiry(isAnonymous: true)
        let request = try #require(try ask([old]).location)
        try house.files.tamper(
            """
            UPDATE care_case SET key_slot = 999 WHERE id = \(living.id.rawValue);
            UPDATE care_case SET key_slot = \(living.slot.rawValue) WHERE id = \(old.id.rawValue);
            """)
        let answer = try answer(request, "godkend", as: .administrator)
        #expect(answer.status == 422)
        #expect(answer.text.contains("er ændret uden om programmet"))
        #expect(try !house.records.vault.isErased(slot: living.slot))
        #expect(try !house.records.vault.isErased(slot: old.slot))
    }

    @Test("is due the day after the last day of keeping, and not on it")
    func lastDay() throws {
        let ref = try OldCases.add(to: house, yearsAgo: 5)
        let keeping = try house.perform { [house] db in
            try house.centre.services.retention.keeping(of: ref, on: house.today, in: db)
        }
        #expect(keeping == .kept(until: house.today))
        #expect(try !Visitor(house, as: .leader).get("/sletning").text.contains("\(ref.number)"))
        house.time.advance(days: 1)
        #expect(try Visitor(house, as: .leader).get("/sletning").text.contains("\(ref.number)"))
    }

    @Test("one asks, another says yes: the rows and the key go, and the receipt names nobody")
    func forgotten() throws {
        let ref = try OldCases.add(to: house)
        let other = try OldCases.add(to: house, yearsAgo: 1)
        let asked = try ask([ref])
        #expect(asked.status == 303)
        let request = try #require(asked.location)
        #expect(try house.logCount(.erasureAsked) == 1)

        let waiting = try Visitor(house, as: .administrator).get(request)
        #expect(waiting.text.contains("Godkend og slet 1 sag"))
        let done = try answer(request, "godkend", as: .administrator)
        #expect(done.status == 303)

        #expect(try house.records.vault.isErased(slot: ref.slot))
        #expect(try !house.records.vault.isErased(slot: other.slot))
        let db = try Connection(path: house.configuration.databaseFile, .readOnly)
        for table in ["ledger_entry", "open_case", "closed_case", "receipt_code"] {
            let left = try db.firstRow(
                "SELECT count(*) FROM \(table) WHERE case_id = ?1", [.integer(ref.id.rawValue)]
            ) { $0.int(0) }
            #expect(left == 0, "\(table)")
        }
        let receipt = try Visitor(house, as: .auditor).get(request)
        #expect(receipt.text.contains("Kvittering for sletning"))
        #expect(receipt.text.contains("Leader Medarbejder"))
        #expect(receipt.text.contains("Administrator Medarbejder"))
        #expect(receipt.text.contains(ref.number.description))
        #expect(receipt.text.contains("Hændelser og notater"))
        for secret in Secret.all { #expect(!receipt.text.contains(secret)) }
        #expect(try house.logCount(.caseErased) == 1)
        #expect(try house.records.faults() == [])
    }

    @Test("nothing of it can be read in any file, table by table")
    func everyTable() throws {
        let ref = try OldCases.add(to: house)
        let request = try #require(try ask([ref]).location)
        let db = try Connection(path: house.configuration.databaseFile, .readOnly)
        let bodies = try db.rows(
            "SELECT body FROM ledger_entry WHERE case_id = ?1 AND body IS NOT NULL",
            [.integer(ref.id.rawValue)]
        ) { $0.blob(0) }
        #expect(bodies.count >= 2)
        _ = try answer(request, "godkend", as: .administrator)
        for name in ["", "-wal"] {
            guard
                let bytes = FileManager.default.contents(
                    atPath: house.configuration.databaseFile + name)
            else { continue }
            for body in bodies { #expect(bytes.range(of: Data(body)) == nil, "\(name)") }
        }
        let left = Set(try db.tables(holding: ref.id.rawValue))
        #expect(left.subtracting(house.records.plan.tables.remainingOfACase) == [])
        #expect(try Visitor(house, as: .leader).get("/sager/\(ref.number)").status == 404)
    }

    @Test("nobody says yes to her own request, and the database would not let her")
    func ownRequest() throws {
        let ref = try OldCases.add(to: house)
        let request = try #require(try ask([ref]).location)
        let own = try Visitor(house, as: .leader).get(request)
        #expect(!own.text.contains("Godkend og slet"))
        let refused = try answer(request, "godkend", as: .leader)
        #expect(refused.status == 422)
        #expect(refused.text.contains("En anden person skal godkende den"))
        #expect(try house.logCount(.erasureRefused) == 1)
        #expect(try !house.records.vault.isErased(slot: ref.slot))
        let leader = try house.member(.leader).id.rawValue
        #expect(throws: SQLiteError.self) {
            try house.perform { db in
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
        try house.act(.medical, WriteNote("Et brev kom frem.", on: house.today), on: ref)
        let refused = try answer(request, "godkend", as: .administrator)
        #expect(refused.status == 422)
        #expect(refused.text.contains("Sag \(ref.number) skal ikke længere slettes"))
        for one in [ref, other] { #expect(try !house.records.vault.isErased(slot: one.slot)) }
        #expect(try answer(request, "afvis", as: .administrator).status == 303)
        #expect(try house.logCount(.erasureDeclined) == 1)
        let page = try Visitor(house, as: .leader).get("/sletning")
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
        let client = try Visitor(house, as: .leader)
        let id = try #require(try client.get("/sletning").hidden("id"))
        let fields = [
            ("id", id), ("grund", "asked"),
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
        #expect(try !house.records.vault.isErased(slot: ref.slot))
        #expect(try Visitor(house, as: .leader).get(request).text.contains("Trukket tilbage"))
    }
}
