import HTML
import Testing

@Suite("The page of building blocks is a page like any other")
struct BuildingBlocksTests {
    private static let text = buildingBlocks().text

    @Test("no two elements have one id")
    func ids() {
        let ids = Self.text.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys.sorted() == [])
    }

    @Test("what points at an element points at one that is there")
    func references() {
        let ids = Set(Self.text.matches(of: /\sid="([^"]*)"/).map { String($0.1) })
        let wanted = Self.text.matches(of: /\s(?:for|aria-labelledby|aria-describedby)="([^"]*)"/)
            .flatMap { $0.1.split(separator: " ").map(String.init) }
        let places = Self.text.matches(of: /(?:href="|url\()#([^")]*)/).map { String($0.1) }
        #expect(Set(wanted + places).subtracting(ids).sorted() == [])
    }

    @Test("nothing on it needs what the site's own policy refuses")
    func policy() {
        #expect(!Self.text.contains(/\sstyle="|\son[a-z]+="|<script|javascript:/))
    }

    @Test("every tag that is opened is closed, in turn")
    func balance() {
        let void: Set<Substring> = ["input", "br", "img", "meta", "link"]
        var open: [Substring] = []
        for match in Self.text.matches(of: /<(\/?)([a-z0-9]+)[^>]*?(\/?)>/) {
            if match.1.isEmpty, match.3.isEmpty, !void.contains(match.2) { open.append(match.2) }
            if !match.1.isEmpty { #expect(open.popLast() == match.2) }
        }
        #expect(open == [])
    }
}
