internal import HTML
internal import Records

/// The pages for when something is not as it should be. Each says what to do next, and none
/// tells a stranger more than that.
extension Frame {
    /// 404. A page that may not be seen and a page that does not exist read the same.
    func notFoundPage(isStaff: Bool = false) -> HTML {
        trouble(
            "Siden findes ikke",
            """
            <h1>Siden findes ikke</h1>
            <p>Siden findes ikke, eller du har ikke adgang.</p>
            <p>\(isStaff ? "<a href=\"/start\">Gå til Overblik</a>" : toFrontPage)</p>
            """)
    }

    /// 403. A form that was not sent from one of our pages, or from one that is too old.
    func forbiddenPage() -> HTML {
        trouble(
            "Prøv igen",
            """
            <h1>Vi kunne ikke tage imod formularen</h1>
            <p>Siden har måske været åben for længe. Gå tilbage, hent siden igen, og prøv en gang til.</p>
            \(orRing)
            """)
    }

    /// 500. `number` finds the event in the log; nothing else about it is said.
    func failurePage(number: String, again: HTML? = nil) -> HTML {
        trouble(
            "Fejl hos os",
            """
            <h1>Der er en fejl hos os</h1>
            <p>Der er en fejl hos os. Det er ikke noget, du har gjort.</p>
            \(textIsKept(again))<p>Prøv igen om lidt. \(HTML(escaping: "Fejlnummer \(number)"))</p>
            \(orRing)
            """)
    }

    /// 405: an address that forms are sent to, opened from the address line or a tab that came back.
    func sendOnlyPage() -> HTML {
        trouble(
            "Siden kan ikke åbnes",
            """
            <h1>Siden kan ikke åbnes</h1>
            <p>Adressen hører til en formular. Den kan ikke åbnes alene. Gå tilbage i din browser. Så \
            kan du se det, du har skrevet.</p>
            <p>\(toFrontPage)</p>
            """)
    }

    /// 503. `until` is when it is over, if anybody knows: `kl. 13.00`. `again` sends what was typed once more.
    func closedPage(until: String? = nil, again: HTML? = nil) -> HTML {
        trouble(
            "Lukket lige nu",
            """
            <h1>Siden er lukket lige nu</h1>
            \(textIsKept(again))
            <p>Ring <a href="\(profile.phoneLink)">\(profile.phone)</a>.\
            \(until.map { " Vi er tilbage \($0)." })</p>
            <p>Ring 112, hvis det er akut.</p>
            """)
    }

    /// Why a request got no further than the door.
    enum Refusal {
        /// 413: more than the form takes.
        case tooLarge
        /// 422: signs that no language puts together, or more fields than any form of ours has.
        case unreadable
        /// 408: it came too slowly.
        case tooSlow
        /// 503: too many wait already.
        case busy
        case other
    }

    /// What the server answers before anybody has looked at a request. What was typed is still in the browser.
    func refusalPage(_ refusal: Refusal) -> HTML {
        let (title, words): (String, HTML) =
            switch refusal {
            case .tooLarge:
                (
                    "Teksten er for lang",
                    """
                    Du har sendt mere, end vi kan tage imod på én gang. Gå tilbage i din browser, og gør \
                    teksten kortere.
                    """
                )
            case .unreadable:
                (
                    "Vi kunne ikke læse teksten",
                    """
                    Der er tegn i teksten, som vi ikke kan læse. Gå tilbage i din browser, og skriv den \
                    uden særlige tegn.
                    """
                )
            case .tooSlow:
                (
                    "Det tog for lang tid",
                    """
                    Din forbindelse var for langsom, så vi fik ikke det hele. Gå tilbage i din browser, \
                    og send det igen.
                    """
                )
            case .busy:
                (
                    "Der er travlt lige nu",
                    """
                    Vi kan ikke nå at svare lige nu. Vent et øjeblik, gå tilbage i din browser, og prøv \
                    igen.
                    """
                )
            case .other:
                (
                    "Det gik ikke",
                    """
                    Vi kunne ikke tage imod det, du sendte. Gå tilbage i din browser, og prøv igen.
                    """
                )
            }
        return trouble(
            title,
            """
            <h1>\(HTML(escaping: title))</h1>
            <p>\(words)</p>
            \(orRing)
            """)
    }

    /// Where logging off leads. `wasIdle`: the house did it, after a time without a sign of life.
    func loggedOutPage(afterMinutes: Int? = nil) -> HTML {
        trouble(
            "Logget af",
            """
            <h1>Du er logget af</h1>
            \(afterMinutes.map { minutes in
                "<p>Du blev logget af efter \(minutes) minutter. Log ind igen for at fortsætte.</p>"
            })
            <p><a class="button primary" id="log-ind" href="/log-ind">Log ind</a></p>
            """)
    }

    private func textIsKept(_ again: HTML?) -> HTML {
        again.map { form in
            "<p id=\"gemt\">Din tekst er gemt her. Prøv igen om lidt.</p>\n\(form)\n"
        } ?? .empty
    }

    private func trouble(_ title: String, _ content: HTML) -> HTML {
        page(PublicPage(title: title, content: content))
    }

    private var toFrontPage: HTML { "<a href=\"/\">Gå til forsiden</a>" }

    private var orRing: HTML {
        """
        <p>Du kan også ringe til os på <a href="\(profile.phoneLink)">\(profile.phone)</a>.</p>
        <p>\(toFrontPage)</p>
        """
    }
}
