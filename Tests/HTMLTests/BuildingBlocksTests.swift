import Foundation
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

    @Test("it is written where the browser tests look at it")
    func written() throws {
        let folder = Stylesheet.root.appending(path: ".build/building-blocks")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="da">
            <head>
            <meta charset="utf-8">
            <title>Byggeklodser – Fjorten</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="stylesheet" href="/style.css">
            <script src="/fjorten.js" defer></script>
            </head>
            <body class="staff">
            <a class="skip" href="#indhold">Gå til sidens indhold</a>
            <header>
            <div class="band">
            <a class="sender" href="/overblik">Eksempel Kommune · Torvehuset</a>
            \(searchBox("/soeg", token: "opdigtet", label: "Navn eller sagsnummer"))
            <form method="post" action="/log-ud" novalidate>
            <span>Anne Madsen (behandler)</span>
            \(button("Log af", .quiet))
            </form>
            </div>
            <nav class="menu" aria-label="Menu">
            <ul>
            <li><a href="/overblik" aria-current="page">Overblik</a></li>
            <li><a href="/henvendelser">\(counted("Modtagelse", 6))</a></li>
            </ul>
            </nav>
            </header>
            <main id="indhold" tabindex="-1">
            \(buildingBlocks())
            </main>
            </body>
            </html>
            """
        try Data(page.bytes).write(to: folder.appending(path: "index.html"))
    }
}
