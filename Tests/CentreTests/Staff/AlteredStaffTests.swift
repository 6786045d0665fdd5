import Records
import SQLite
import Testing

@testable import Centre
@testable import TestHouse

/// Somebody with the database file and without the keys makes herself a leader.
@Suite("A row of staff counts only with its proof")
struct AlteredStaffTests {
    let house: TestHouse

    init() throws { house = try TestHouse() }

    /// Changes the file behind the house's back.
    private func alter(_ script: String) throws { try house.files.tamper(script) }

    @Test(
        "an altered row is out at the next click, cannot log in, and is told at operations",
        arguments: [
            "UPDATE staff SET role = 'leader' WHERE login = 'reception'",
            "UPDATE staff SET name = 'En anden' WHERE login = 'reception'",
            "UPDATE staff SET proof = NULL WHERE login = 'reception'",
            "UPDATE staff SET password = (SELECT replace(password, 'ln=10', 'ln=11') FROM staff WHERE login = 'leader') WHERE login = 'reception'",
        ])
    func altered(script: String) throws {
        let inside = try Visitor(house, as: .reception)
        #expect(try inside.get("/henvendelser").status == 200)
        try alter(script)
        #expect(try inside.get("/henvendelser").status == 303)
        #expect(try inside.get("/rapporter/garanti").status == 303)
        #expect(try Visitor(house).logIn("reception").status == 422)
        let administrator = try Visitor(house, as: .administrator)
        #expect(
            try administrator.get("/drift").text.contains(
                "Brugere er ændret uden om programmet og kan ikke logge ind: reception"))
        #expect(
            try administrator.get("/administration/brugere").text.contains(
                "Ændret uden om programmet"))
    }

    @Test("an older row with its own true proof is not the one that was written last")
    func putBack() throws {
        let kept = try house.perform { db in
            try db.firstRow(
                "SELECT hex(proof), password FROM staff WHERE login = 'consultant'", []
            ) { (proof: $0.text(0), password: $0.text(1)) }
        }
        let old = try #require(kept)
        let administrator = try Visitor(house, as: .administrator)
        try administrator.post("/administration/brugere/consultant/luk")
        #expect(try Visitor(house).logIn("consultant").status == 422)
        try alter(
            """
            UPDATE staff SET disabled_at = NULL, password = '\(old.password)', proof = x'\(old.proof)'
            WHERE login = 'consultant'
            """)
        #expect(try Visitor(house).logIn("consultant").status == 422)
    }

    @Test("a new password does not make an altered row a true one")
    func blessing() throws {
        try alter("UPDATE staff SET role = 'leader' WHERE login = 'reception'")
        let administrator = try Visitor(house, as: .administrator)
        let answer = try administrator.post(
            "/administration/brugere/reception/adgangskode")
        #expect(answer.status == 422)
        #expect(answer.text.contains("Brugeren er ændret uden om programmet"))
        #expect(
            try Visitor(house).logIn("reception", password: "torv-lampe-sne-17").status == 422)
        #expect(throws: StaffRefusal.rowAltered) {
            try house.records.setStaffPassword("reception", to: "torv-lampe-sne-17")
        }
    }

    @Test("a row that was put into the table opens nothing")
    func inserted() throws {
        try alter(
            """
            INSERT INTO staff SELECT 7, 'eva', 'Eva', 'leader', password, created_at, NULL, proof
            FROM staff WHERE login = 'leader'
            """)
        #expect(try Visitor(house).logIn("eva").status == 422)
    }
}
