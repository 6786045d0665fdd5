import Domain
import Foundation
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("A centre that promises more than the law")
struct OwnPromiseTests {
    /// Lyngby's standard with seven days instead of fourteen, as a file of the centre's own.
    private func ownStandard() throws -> String {
        let shipped = try #require(ShippedStandards.file(id: "lyngby-2024"))
        let text = String(decoding: shipped, as: UTF8.self)
        let days = try #require(text.firstRange(of: #""days": { "value": 14"#))
        let file = FileManager.default.temporaryDirectory.appending(
            path: "\(UUID().uuidString).json")
        try text.replacingCharacters(in: days, with: #""days": { "value": 7"#)
            .write(to: file, atomically: true, encoding: .utf8)
        return file.path
    }

    @Test("the desk tells the law's last day before and after, the journal the promise beside it")
    func lastDay() throws {
        let file = try ownStandard()
        defer { try? FileManager.default.removeItem(atPath: file) }
        let house = try TestHouse(standard: file)
        let client = try Visitor(house, as: .reception)
        let before = try client.get("/henvendelser/ny")
        #expect(before.text.contains("Ja: sidste dag er den 26.11.2026"))
        let ref = try house.enquiry()
        let after = try client.get("/henvendelser/\(ref.number)")
        #expect(after.text.contains("<dt>Sidste dag</dt><dd>26.11.2026</dd>"))
        let journal = try Visitor(house, as: .leader).get("/sager/\(ref.number)")
        #expect(
            journal.words(of: "frister")?
                .contains("Begyndt, som kvalitetsstandarden lover Senest den 19.11.2026") == true)
    }

    @Test("the public pages promise what the standard promises, and still say what the law is")
    func publicPages() throws {
        let file = try ownStandard()
        defer { try? FileManager.default.removeItem(atPath: file) }
        let guest = try Visitor(try TestHouse(standard: file))
        #expect(try guest.get("/").text.contains("Du kan begynde inden 7 dage"))
        let rights = try guest.get("/dine-rettigheder").text
        #expect(rights.contains("Du har ret til at begynde senest 14 dage efter"))
        #expect(rights.contains("Hos os kan du begynde senest 7 dage efter"))
    }
}
