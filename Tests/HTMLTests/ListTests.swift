import HTML
import Testing

@Suite("A long list can be sorted, narrowed down and turned, and its state stands in the address")
struct ListTests {
    private func shown(_ state: ListState, rows: [DataRow]) -> String {
        dataTable(
            DataTable(
                id: "koe", caption: "Køen",
                columns: [Column("Sag", key: "sag"), .number("Dage", key: "dage"), "Hvem"],
                rows: rows, whenEmpty: "Ingen venter.", state: state,
                address: {
                    "/koe?sort=\(word: $0.sort ?? "")&vej=\(word: $0.direction.rawValue)&side=\($0.page)"
                }
            )
        ).text
    }

    @Test("a press on a heading sorts by it; the next press turns it, and both begin at page 1")
    func sorting() {
        let first = ListState(sort: "sag", page: 4)
        #expect(first.sorted(by: "dage") == ListState(sort: "dage", direction: .ascending, page: 1))
        #expect(first.sorted(by: "sag") == ListState(sort: "sag", direction: .descending, page: 1))
        #expect(first.sorted(by: "sag").sorted(by: "sag").direction == .ascending)
    }

    @Test("a heading says how it is sorted, and where a press leads")
    func headings() {
        let text = shown(ListState(sort: "dage"), rows: [DataRow(["1", "2", "Bo"])])
        #expect(
            text.contains(
                """
                <th role="columnheader" scope="col" class="number" aria-sort="ascending">\
                <a class="sort" href="/koe?sort=dage&amp;vej=descending&amp;side=1">Dage\
                <span class="visually-hidden">, sortér faldende</span></a></th>
                """))
        #expect(
            text.contains(
                "<th role=\"columnheader\" scope=\"col\"><a class=\"sort\" href=\"/koe?sort=sag"))
        #expect(text.contains("<th role=\"columnheader\" scope=\"col\">Hvem</th>"))
    }

    @Test("each cell knows its column, for a screen where the headings are not seen")
    func labels() {
        let text = shown(ListState(), rows: [DataRow(["1", "2", "<b>Bo</b>"], id: "r1", .late)])
        #expect(
            text.contains(
                """
                <tr role="row" id="r1" class="late"><th role="rowheader" scope="row">1</th>\
                <td role="cell" class="number" data-label="Dage">2</td>\
                <td role="cell" data-label="Hvem"><b>Bo</b></td></tr>
                """))
    }

    @Test("a heading with markup or a quotation mark in it stays inside its attribute")
    func labelIsText() {
        let typed = "\"><script>"
        let text = dataTable(
            DataTable(
                id: "t", caption: "x", columns: ["Sag", Column("<b>\"Hvem\"</b> \(typed)")],
                rows: [DataRow(["1", "2"])], whenEmpty: "")
        ).text
        #expect(text.contains("data-label=\"&quot;Hvem&quot; &quot;&gt;&lt;script&gt;\">2</td>"))
    }

    @Test("an empty list says what comes next instead of a table")
    func empty() {
        #expect(shown(ListState(), rows: []) == "<p class=\"empty\" id=\"koe\">Ingen venter.</p>")
    }

    @Test(
        "a page knows its lines, and a page too far is the last",
        arguments: [
            (1, 25, 312, 0..<25, 13), (13, 25, 312, 300..<312, 13), (99, 25, 312, 300..<312, 13),
            (0, 25, 312, 0..<25, 13), (1, 25, 0, 0..<0, 1), (2, 25, 25, 0..<25, 1),
            (2, 25, 26, 25..<26, 2), (1, 0, 3, 0..<1, 3), (1, 25, -4, 0..<0, 1),
        ])
    func pages(page: Int, size: Int, total: Int, lines: Range<Int>, pages: Int) {
        let paging = Paging(page: page, size: size, total: total)
        #expect(paging.lines == lines)
        #expect(paging.pages == pages)
    }

    @Test("every line of a list is on exactly one page")
    func wholeList() {
        for total in 0...60 {
            let pages = Paging(page: 1, size: 7, total: total).pages
            let lines = (1...pages).flatMap { Array(Paging(page: $0, size: 7, total: total).lines) }
            #expect(lines == Array(0..<total))
        }
    }

    @Test("the way through says how far, and leaves out what lies between")
    func turning() {
        let text = paging(Paging(page: 5, size: 25, total: 1_312)) { "/sager?side=\($0)" }.text
        #expect(text.contains("Viser 101-125 af 1.312"))
        let numbers = text.matches(of: /Side <\/span>(\d+)/).map { String($0.1) }
        #expect(numbers == ["1", "4", "5", "6", "53"])
        #expect(text.matches(of: /class="gap"/).count == 2)
        #expect(text.contains("<a href=\"/sager?side=5\" aria-current=\"page\">"))
        #expect(text.contains("<a rel=\"prev\" href=\"/sager?side=4\">Forrige</a>"))
        #expect(text.contains("<a rel=\"next\" href=\"/sager?side=6\">Næste</a>"))
    }

    @Test("one page left out is shown instead: it takes no more room than the sign")
    func smallGap() {
        let text = paging(Paging(page: 4, size: 1, total: 7)) { "/x?side=\($0)" }.text
        #expect(
            text.matches(of: /Side <\/span>(\d+)/).map { String($0.1) } == (1...7).map { "\($0)" })
        #expect(!text.contains("gap"))
    }

    @Test("one page has no way, and an empty list says nothing")
    func onePage() {
        let one = paging(Paging(page: 1, size: 25, total: 4)) { _ in "/" }.text
        #expect(one.contains("Viser 1-4 af 4") && !one.contains("<nav"))
        #expect(paging(Paging(page: 1, size: 25, total: 0)) { _ in "/" }.isEmpty)
    }

    @Test("a log without an end turns to older lines and back to the newest")
    func log() {
        let text = paging(newest: "/log", older: "/log?foer=117").text
        #expect(text.contains("<a rel=\"next\" href=\"/log?foer=117\">Ældre</a>"))
        #expect(paging(newest: nil, older: nil).isEmpty)
    }

    @Test("a filter that is on can be taken off, and is named for those who hear it")
    func chips() {
        let text = filterChips([FilterChip("Bruger: Anne", without: "/log")], clear: "/log").text
        #expect(
            text.contains(
                "<a href=\"/log\"><span class=\"visually-hidden\">Fjern filteret </span>Bruger: Anne</a>"
            ))
        #expect(text.contains("<a class=\"clear\" href=\"/log\">Fjern alle filtre</a>"))
        #expect(filterChips([], clear: "/log").isEmpty)
    }

    @Test("filters ask by GET and carry along how the list is sorted")
    func filterFields() {
        let text = filterForm(
            "/log", hidden: hiddenField("sort", "dage"), textField("fra", label: "Fra")
        ).text
        #expect(
            text.hasPrefix(
                "<form class=\"filter\" method=\"get\" action=\"/log\" novalidate id=\"filtrer\">"))
        #expect(
            text.contains("<div hidden><input type=\"hidden\" name=\"sort\" value=\"dage\"></div>"))
    }

    @Test("one of the ways to see a list is the present one")
    func links() {
        let text = filterLinks([
            FilterLink("Mine", to: "/m", isChosen: true), FilterLink("Alle", to: "/a"),
        ]).text
        #expect(text.contains("<a href=\"/m\" aria-current=\"true\">Mine</a>"))
        #expect(text.contains("<a href=\"/a\">Alle</a>"))
    }
}
