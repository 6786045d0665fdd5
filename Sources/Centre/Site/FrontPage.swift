internal import Domain
internal import HTML
internal import Records

extension Frame {
    /// `/`: in ten seconds it must be clear that help is free, may be anonymous, and is near.
    func frontPage(at moment: Instant) -> HTML {
        page(
            PublicPage(
                title: "Få hjælp",
                content: """
                    \(profile.notice.isEmpty
                        ? .empty : notice(.info, id: "besked", "<p>\(profile.notice)</p>"))\
                    \(caseColumns(
                        story: doors, facts: openingHours(at: moment) + acuteBox))
                    <ul class="links">
                    <li><a href="/saadan-foregaar-det">Hvad sker der, når du kontakter os?</a></li>
                    <li><a href="/dine-rettigheder#anonym">Er det anonymt?</a></li>
                    </ul>
                    """))
    }

    private var doors: HTML {
        frontDoor(
            heading: "Hjælp til at drikke mindre – eller holde op",
            lead: "Drikker du for meget? Eller drikker en, du holder af, for meget?",
            """
            Vi kan hjælpe. Det er gratis. Du kan være anonym. Du behøver ingen henvisning fra lægen. \
            Du kan begynde inden \(profile.guaranteeDaysInWords).
            """,
            doors: [
                buttonLink("Jeg vil have hjælp", to: "/faa-hjaelp?om=selv", id: "faa-hjaelp"),
                buttonLink(
                    "Jeg er bekymret for en anden", to: "/paaroerende", .secondary,
                    id: "paaroerende"),
                buttonLink("Jeg er under 18", to: "/unge", .secondary, id: "unge"),
            ], below: codeLine)
    }

    private var codeLine: HTML {
        """
        <p>Har du en kode? <a id="se-din-aftale" href="/se-din-aftale">Se din aftale</a></p>
        <p>Mange er i tvivl, før de skriver. Det er i orden. Vi taler med dig om det.</p>
        """
    }

    /// What to do at once, and when. Complete in itself, and clear without its colour.
    var acuteBox: HTML {
        acuteCard(
            heading: "Akut: Ring 112, hvis det er livsfarligt",
            """
            <p>Ring 112, hvis du eller en anden har kramper, ser syner, ikke kan vækkes eller vil \
            tage sit liv.</p>
            <p>Det kan være farligt at stoppe brat, hvis du drikker meget hver dag. Tal med en læge \
            først.</p>
            """)
    }

    /// Whether the door is open now. A centre whose hours nobody has told says how to reach it instead of guessing.
    private func openingHours(at moment: Instant) -> HTML {
        guard let now = profile.hours.sentence(at: moment) else {
            return """
                <div class="opening">
                <p>Du kan også ringe til os på <a href="\(profile.phoneLink)">\(profile.phone)</a>.</p>
                </div>
                """
        }
        return openingSign(
            isOpen: profile.hours.isOpen(at: moment), "\(now)",
            hours: "Kom forbi uden en tid: \(profile.hours.inWords).\(phoneHours)")
    }

    private var phoneHours: HTML {
        profile.openHours.spans.isEmpty
            ? .empty : " Du kan ringe: \(profile.openHours.inWords)."
    }
}
