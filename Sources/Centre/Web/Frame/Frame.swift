internal import HTML
internal import Records
internal import SQLite

/// Where the files lie that every page asks for; the addresses change with their content.
struct PageAssets: Sendable {
    var stylesheet = "/style.css"
    var script = "/fjorten.js"
    var icon = "/favicon.svg"
}

/// What stands around every page: who speaks, how to reach them, and the way out.
struct Frame: Sendable {
    var profile = CentreProfile.demonstration
    var assets = PageAssets()
    /// Whether the people in it are invented: every page says so.
    var isPractice = false

    /// A page that both may come upon: in the staff's frame for who is logged in, else in the public's.
    func page(_ page: PublicPage, for reader: StaffReader?) -> HTML {
        guard let reader else { return self.page(page) }
        return self.page(
            StaffPage(
                title: page.title, back: page.back, problems: page.problems, content: page.content),
            for: reader)
    }

    /// A page for the public. It says whose it is, how to ring, and how to leave at once.
    func page(_ page: PublicPage) -> HTML {
        document(
            title: page.title, problems: page.problems, bodyClass: "public",
            """
            <header>
            \(practice)\
            <div class="band">
            <a class="sender" href="/">\(profile.municipality)<span>\(profile.unit)</span></a>
            <a href="\(profile.phoneLink)">Ring \(profile.phone)</a>
            <a class="exit" id="forlad" href="/forlad" rel="nofollow noreferrer">Forlad siden nu</a>
            </div>
            </header>
            <main id="indhold" tabindex="-1">
            \(page.back.map { backLink(to: $0) })\
            \(errorSummary(page.problems))
            \(page.content)
            </main>
            \(publicFooter)
            """)
    }

    /// A page for staff: one menu with access keys, the name of who is logged in, the way out.
    func page(_ page: StaffPage, for reader: StaffReader) -> HTML {
        document(
            title: page.title, problems: page.problems, bodyClass: "staff",
            """
            <header>
            \(practice)\
            <div class="band">
            <a class="sender" href="\(reader.home)">\(profile.municipality) · \(profile.unit)</a>
            \(reader.search.map { search in
                searchBox(
                    search.address, token: reader.formToken, label: search.label,
                    accessKey: search.accessKey)
            })
            <form method="post" action="/log-ud" novalidate>
            <div hidden>\(hiddenField("token", reader.formToken))</div>
            <a href="\(OwnAccess.address)" id="min-adgang">\(reader.name) (\(reader.role))</a>
            \(button("Log af", .quiet, id: "log-af"))
            </form>
            </div>
            <nav class="menu" aria-label="Menu">
            <ul>
            \(reader.menu.map { menuLine($0, isCurrent: $0.id == page.menuItem) })\
            </ul>
            </nav>
            </header>
            <main id="indhold" tabindex="-1">
            \(endWarning(reader))\
            \(page.back.map { backLink(to: $0) })\
            \(errorSummary(page.problems, on: page.content))
            \(page.confirmation)\
            \(page.content)
            </main>
            <footer>
            <div><p><a href="/hjaelp/tastatur">Genveje på tastaturet</a></p></div>
            </footer>
            """)
    }

    /// The screen as it is turned to the citizen: one thing, and no way to anything else.
    func page(_ page: ScreenPage) -> HTML {
        document(
            title: page.title, problems: page.problems, bodyClass: "public",
            """
            <header>
            <div class="band">
            <p class="sender">\(profile.municipality)<span>\(profile.unit)</span></p>
            </div>
            </header>
            <main id="indhold" tabindex="-1">
            \(errorSummary(page.problems, on: page.content))
            \(page.content)
            </main>
            """)
    }

    private func document(
        title: String, problems: [FormProblem], bodyClass: StaticString, _ body: HTML
    ) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="da">
        <head>
        <meta charset="utf-8">
        <title>\(problems.isEmpty ? "" : "Fejl: ")\(title) – Fjorten</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="format-detection" content="telephone=no">
        <link rel="icon" href="\(assets.icon)" type="image/svg+xml">
        <link rel="stylesheet" href="\(assets.stylesheet)">
        <script src="\(assets.script)" defer></script>
        </head>
        <body class="\(HTML(stringLiteral: bodyClass))">
        <a class="skip" href="#indhold">Gå til sidens indhold</a>
        \(body)
        </body>
        </html>
        """
    }

    private var practice: HTML { isPractice ? practiceBanner() + "\n" : .empty }

    private func backLink(to address: Address) -> HTML {
        "<a class=\"back\" id=\"tilbage\" href=\"\(address)\">‹ Tilbage</a>\n"
    }

    private func menuLine(_ item: MenuItem, isCurrent: Bool) -> HTML {
        """
        <li><a id="menu-\(item.id)" href="\(item.address)"\
        \(attribute("accesskey", item.accessKey))\
        \(attribute("aria-current", isCurrent ? "page" : nil))>\(counted(item.label, item.count))</a></li>\n
        """
    }

    /// Shown by the script five minutes before the visit ends; without it the server says so after.
    private func endWarning(_ reader: StaffReader) -> HTML {
        guard let seconds = reader.secondsLeft else { return .empty }
        return """
            <div class="notice warning" id="logget-af-om" role="status" hidden \
            data-seconds="\(seconds)" data-after="/logget-af">
            <p>Du bliver logget af om <span></span>. Gem det, du er i gang med.</p>
            </div>\n
            """
    }

    private var publicFooter: HTML {
        """
        <footer>
        <div>
        <p><strong>\(profile.municipality), \(profile.unit)</strong><br>
        \(profile.street), \(profile.town)<br>
        Telefon <a href="\(profile.phoneLink)">\(profile.phone)</a></p>
        <ul>
        <li><a href="/akut">Akut hjælp</a></li>
        <li><a href="/dine-rettigheder">Dine rettigheder</a></li>
        <li><a href="/personoplysninger">Personoplysninger</a></li>
        <li><a href="/tilgaengelighed">Tilgængelighedserklæring</a></li>
        </ul>
        <p>Vi bruger ingen cookies til statistik eller reklamer.</p>
        </div>
        </footer>
        """
    }
}

/// A page for the public.
struct PublicPage: Sendable {
    /// Neutral: it stands in the history of a browser that others may use.
    var title: String
    var back: Address?
    var problems: [FormProblem] = []
    var content: HTML
}

/// A page on a screen that is turned to the citizen.
struct ScreenPage: Sendable {
    /// Neutral.
    var title: String
    var problems: [FormProblem] = []
    var content: HTML
}

/// A page for staff.
struct StaffPage: Sendable {
    /// Never a name: cases stand by number.
    var title: String
    /// The id of the menu line this page belongs to.
    var menuItem: String?
    var back: Address?
    var problems: [FormProblem] = []
    /// What was just done.
    var confirmation: HTML?
    var content: HTML
}

/// Who is logged in, and what the frame offers her.
struct StaffReader: Sendable {
    var name: String
    /// The role in Danish.
    var role: String
    /// Proves that a form comes from one of our own pages.
    var formToken: String
    var menu: [MenuItem]
    /// The box in the header; nil for those who search nothing.
    var search: MenuItem?
    /// Where her role begins its day.
    var home: Address
    /// Until she is logged off; nil shows no countdown.
    var secondsLeft: Int?
}

/// A line of the staff's menu, reached by Alt and a digit; or the search box beside it.
struct MenuItem: Sendable {
    /// How many wait behind a line. Asked at every page, so it must be a small question.
    typealias Counter = @Sendable (House, borrowing Connection) throws -> Int

    var id: String
    /// What it is called; the key is told at `/hjaelp/tastatur`, the count is set by the frame.
    var label: HTML
    var address: Address
    var accessKey: String?
    /// A box that sends what is typed to the address, instead of a line that leads there.
    var isSearch = false
    var counter: Counter?
    /// How many wait there now.
    var count = 0
}
