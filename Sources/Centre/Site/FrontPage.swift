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
                    <h1>Hjælp til at drikke mindre – eller holde op</h1>
                    \(profile.notice.isEmpty ? .empty : notice(.info, id: "besked", "<p>\(profile.notice)</p>"))
                    <p class="lead">Drikker du for meget? Eller drikker en, du holder af, for meget?</p>
                    <p>Vi kan hjælpe. Det er gratis. Du kan være anonym. Du behøver ingen \
                    henvisning fra lægen. Du kan begynde inden \(profile.guaranteeDaysInWords).</p>
                    <ul class="doors">
                    <li>\(buttonLink("Jeg vil have hjælp", to: "/faa-hjaelp", id: "faa-hjaelp"))</li>
                    <li>\(buttonLink(
                        "Jeg er bekymret for en anden", to: "/paaroerende", .secondary,
                        id: "paaroerende"))</li>
                    <li>\(buttonLink("Jeg er under 18", to: "/unge", .secondary, id: "unge"))</li>
                    </ul>
                    <p>Har du en kode? <a id="se-din-aftale" href="/se-din-aftale">Se din aftale</a></p>
                    \(acuteBox)
                    \(openingHours(at: moment))
                    <ul class="links">
                    <li><a href="/saadan-foregaar-det">Hvad sker der, når du kontakter os?</a></li>
                    <li><a href="/dine-rettigheder#anonym">Er det anonymt?</a></li>
                    </ul>
                    """))
    }

    /// What to do at once, and when. Complete in itself, and clear without its colour.
    var acuteBox: HTML {
        """
        <section class="acute" aria-labelledby="akut">
        <h2 id="akut">Akut: Ring 112, hvis det haster</h2>
        <p>Ring 112, hvis du eller en anden har kramper, ser syner, ikke kan vækkes eller vil \
        tage sit liv.</p>
        <p>Det kan være farligt at stoppe brat, hvis du drikker meget hver dag. Tal med en læge \
        først.</p>
        </section>
        """
    }

    private func openingHours(at moment: Instant) -> HTML {
        let phone: HTML =
            profile.openHours.spans.isEmpty
            ? .empty : "<p>Du kan ringe: \(profile.openHours.inWords).</p>\n"
        guard let now = profile.hours.sentence(at: moment) else { return phone }
        return """
            \(phone)<p>Åbent for alle uden tid: \(profile.hours.inWords).<br>
            <strong>\(now)</strong></p>
            """
    }
}
