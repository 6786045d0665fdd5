internal import HTML
internal import Records

/// The pages for when something is not as it should be. Each says what to do next, and none
/// tells a stranger more than that.
extension Frame {
    /// 404. A page that may not be seen and a page that does not exist read the same.
    func notFoundPage(for reader: StaffReader? = nil) -> HTML {
        trouble(
            "Siden findes ikke", for: reader,
            """
            <h1>Siden findes ikke</h1>
            <p>Siden findes ikke, eller du har ikke adgang.</p>
            <p>\(wayHome(reader))</p>
            """)
    }

    /// 403. A form that was not sent from one of our pages, or from one that is too old.
    func forbiddenPage(for reader: StaffReader? = nil) -> HTML {
        trouble(
            "Prøv igen", for: reader,
            """
            <h1>Vi kunne ikke tage imod formularen</h1>
            <p>Siden har måske været åben for længe. Gå tilbage, hent siden igen, og prøv en gang til.</p>
            \(orRing(reader))
            """)
    }

    /// 500. `number` finds the event in the log; nothing else about it is said.
    func failurePage(number: String, again: HTML? = nil, for reader: StaffReader? = nil) -> HTML {
        trouble(
            "Fejl hos os", for: reader,
            """
            <h1>Der er en fejl hos os</h1>
            <p>Der er en fejl hos os. Det er ikke noget, du har gjort.</p>
            \(textIsKept(again))<p>Prøv igen om lidt. \(HTML(escaping: "Fejlnummer \(number)"))</p>
            \(orRing(reader))
            """)
    }

    /// 405: an address that forms are sent to, opened from the address line or a tab that came back.
    func sendOnlyPage(for reader: StaffReader? = nil) -> HTML {
        trouble(
            "Siden kan ikke åbnes", for: reader,
            """
            <h1>Siden kan ikke åbnes</h1>
            <p>Adressen hører til en formular. Den kan ikke åbnes alene. Gå tilbage i din browser. Så \
            kan du se det, du har skrevet.</p>
            <p>\(wayHome(reader))</p>
            """)
    }

    /// 503. `until` is when it is over, if anybody knows: `kl. 13.00`. `again` sends what was typed once more.
    func closedPage(
        until: String? = nil, again: HTML? = nil, for reader: StaffReader? = nil
    ) -> HTML {
        trouble(
            "Lukket lige nu", for: reader,
            """
            <h1>Siden er lukket lige nu</h1>
            \(textIsKept(again))
            \(reader == nil ? ringMeanwhile(until) : "<p>Prøv igen om lidt.</p>")
            """)
    }

    private func ringMeanwhile(_ until: String?) -> HTML {
        """
        <p>Ring <a href="\(profile.phoneLink)">\(profile.phone)</a>.\
        \(until.map { " Vi er tilbage \($0)." })</p>
        <p>Ring 112, hvis det er livsfarligt.</p>
        """
    }

    /// Where logging off leads. `wasIdle`: the house did it, after a time without a sign of life.
    func loggedOutPage(afterMinutes: Int? = nil) -> HTML {
        trouble(
            "Logget af", for: nil,
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

    private func trouble(_ title: String, for reader: StaffReader?, _ content: HTML) -> HTML {
        page(PublicPage(title: title, content: content), for: reader)
    }

    /// Where the day began, or the front page.
    private func wayHome(_ reader: StaffReader?) -> HTML {
        guard let reader else { return "<a href=\"/\">Gå til forsiden</a>" }
        return link("Gå til \(reader.menu.first?.label ?? "din startside")", to: reader.home)
    }

    /// A colleague does not ring her own centre.
    private func orRing(_ reader: StaffReader?) -> HTML {
        let ring: HTML =
            """
            <p>Du kan også ringe til os på <a href="\(profile.phoneLink)">\(profile.phone)</a>.</p>\n
            """
        return "\(reader == nil ? ring : .empty)<p>\(wayHome(reader))</p>"
    }
}
