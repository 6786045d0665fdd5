import Domain
import HTML
import Records
import Testing

@testable import Centre
@testable import TestHouse
@testable import HTTP

@Suite("Pages that are the same for everybody")
struct CommonPagesTests {
    @Test("are made once a minute, and anew when the minute is over")
    func onceAMinute() throws {
        let start = HouseFiles.monday
        let house = try TestHouse(at: Instant(seconds: start.seconds + 59))
        let pages = CommonPages()
        var count = 0
        func show(_ path: String = "/") -> String {
            let visit = house.centre.web.visit(Request(.get, path), PathParameters())
            let page = pages.page(path, for: visit) { _ in
                count += 1
                return HTML(escaping: "\(path) \(visit.now.seconds - start.seconds)")
            }
            #expect(page.mayBeCompressed)
            return String(decoding: page.bodyBytes, as: UTF8.self)
        }
        #expect(show() == "/ 59")
        #expect(show("/unge") == "/unge 59")
        #expect(show() == "/ 59")
        #expect(count == 2)
        house.time.advance(seconds: 1)
        #expect(show() == "/ 60")
        #expect(show("/unge") == "/unge 60")
    }
}
