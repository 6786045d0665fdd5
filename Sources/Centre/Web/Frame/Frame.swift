internal import HTML
internal import Records

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

    /// A page for the public. It says whose it is, how to ring, and how to leave at once.
    func page(_ page: PublicPage) -> HTML {
        document(
            title: page.title, problems: page.problems, bodyClass: "public",
            """
            <header>
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
            <div class="band">
            <a class="sender" href="\(reader.home)">\(profile.municipality) · \(profile.unit)</a>
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

    private func backLink(to address: Address) -> HTML {
        "<a class=\"back\" id=\"tilbage\" href=\"\(address)\">‹ Tilbage</a>\n"
    }

    private func menuLine(_ item: MenuItem, isCurrent: Bool) -> HTML {
        """
        <li><a id="menu-\(item.id)" href="\(item.address)"\
        \(attribute("accesskey", item.accessKey))\
        \(attribute("aria-current", isCurrent ? "page" : nil))>\(item.label)</a></li>\n
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
    /// Where her role begins its day.
    var home: Address
    /// Until she is logged off; nil shows no countdown.
    var secondsLeft: Int?
}

/// A line of the staff's menu, reached by Alt and a digit.
struct MenuItem: Sendable {
    var id: String
    var label: HTML
    var address: Address
    var accessKey: String?
}
