import Domain
import Testing

/// The numbers are those of the published descriptions; none belongs to a living person.
@Suite("CPR numbers")
struct CPRNumberTests {
    @Test(
        "carry birth date and sex",
        arguments: [
            ("0707614285", "1961-07-07", Sex.male), ("2110625629", "1862-10-21", .male),
            ("2110620629", "1962-10-21", .male), ("2512489996", "1948-12-25", .female),
            ("290200-4000", "2000-02-29", .female), ("290200 4001", "2000-02-29", .male),
            ("0203291WQ3", "1929-03-02", .male), ("1308781OS6", "1978-08-13", .female),
            ("3101057JC9", "2005-01-31", .male), ("280456-0PJ2", "1956-04-28", .female),
            ("0101365AB1", "1836-01-01", .male), ("0101366AB1", "2036-01-01", .male),
            ("0101374000", "1937-01-01", .female), ("0101364000", "2036-01-01", .female),
            ("0101575000", "2057-01-01", .female), ("0101585000", "1858-01-01", .female),
        ])
    func carry(text: String, born: String, sex: Sex) {
        let cpr = CPRNumber(text)
        #expect(cpr?.born.isoText == born)
        #expect(cpr?.sex == sex)
    }

    @Test(
        "are refused by shape and date only",
        arguments: [
            "290200-1000", "2902015000", "3102610000", "6707614285", "070761428", "07076142855",
            "070761-428", "0707614-285", "070761—4285", "0707611ÆØ5", "0707612AB5", "abcdefghij",
            "",
        ])
    func refused(text: String) {
        #expect(CPRNumber(text) == nil)
    }

    @Test("modulus 11 is a hint only")
    func modulus() {
        #expect(CPRNumber("0707614285")?.passesModulus11 == true)
        #expect(CPRNumber("2110625629")?.passesModulus11 == true)
        #expect(CPRNumber("2512489996")?.passesModulus11 == false)
        #expect(CPRNumber("0203291WQ3")?.passesModulus11 == nil)
    }

    @Test("show no digit in a description")
    func description() throws {
        let cpr = try #require(CPRNumber("0707614285"))
        #expect("\(cpr)" == "CPR-nummer")
        #expect(cpr.hyphenated == "070761-4285")
    }

    @Test("there are 98 municipalities")
    func municipalities() {
        #expect(Municipality.codes.count == 98)
        #expect(Municipality.name(ofCode: "0173") == "Lyngby-Taarbæk")
        #expect(Municipality.name(ofCode: "0411") == nil)
    }
}
