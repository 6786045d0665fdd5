import Domain
import Testing

@testable import Centre
@testable import TestHouse

@Suite("The public pages")
struct PublicPagesTests {
    @Test("every information page is there, and /was leads to the municipality's statement")
    func pages() throws {
        let house = try TestHouse(at: HouseFiles.monday)
        let citizen = try Visitor(house)
        for path in ["/"] + InformationPage.allCases.map(\.path) {
            try citizen.visit(path)
            #expect(citizen.status == 200, "\(path)")
            #expect(citizen.page.contains("Lyngby-Taarbæk Kommune"), "\(path)")
            #expect(citizen.cookies.isEmpty, "\(path)")
        }
        try citizen.visit("/was")
        #expect(citizen.answer.location?.contains("was.digst.dk") == true)
        try citizen.visit("/findes-ikke")
        #expect(citizen.status == 404)
    }
}
