internal import Domain
internal import HTML
internal import Records

/// What the receipt says. Made from the draft, which lives thirty minutes after Send.
struct Receipt: Hashable, Sendable {
    /// Four words; nil when they have been shown for their time.
    var code: [String]
    var contact: ContactWay
    var isDiscreet: Bool
    /// Who asked: what comes next is told to her.
    var audience = Audience.adult
    /// The last day we ring or write.
    var promisedBy: CalendarDay
    /// The last day treatment may begin; nil where no clock runs.
    var lastDay: CalendarDay?

    /// To whom the receipt speaks. The raw value is what her draft keeps.
    enum Audience: String, Sendable {
        case adult, young
        /// She asks for somebody she worries about.
        case relative

        init(_ answers: EnquiryAnswers) {
            self =
                answers.concern == .another
                ? .relative : answers.age?.isMinor == true ? .young : .adult
        }
    }
}

extension Frame {
    /// `/faa-hjaelp/kvittering`: thanks, the code, and what happens next by which day.
    func receiptPage(_ receipt: Receipt) -> HTML {
        page(
            PublicPage(
                title: "Kvittering",
                content: """
                    <section class="receipt" role="status">
                    <h1>Tak. Vi har fået din besked.</h1>
                    <p>Din kode:</p>
                    <p class="code" id="kode" translate="no">\
                    \(receipt.code.map { "<span>\($0)</span>" as HTML }.joined(by: " "))</p>
                    </section>
                    <p id="loefte">\(contactPromise(receipt))</p>
                    <p>Skriv din kode ned, eller tag et billede af den. Brug den, når du vil se din \
                    tid. Mister du koden, så ring til os. Så hjælper vi.</p>
                    <h2>Det sker nu</h2>
                    <ol>
                    <li>\(firstStep(receipt.contact))</li>
                    <li>\(talk(receipt.audience))</li>
                    <li>\(together(receipt.audience))</li>
                    </ol>
                    \(afterwards(receipt))
                    \(receipt.lastDay == nil ? .empty : chooseTime(receipt))
                    <div class="buttons">
                    <button class="button primary" type="button" id="udskriv" data-print hidden>\
                    Udskriv kvittering</button>
                    \(buttonLink("Se din aftale", to: "/se-din-aftale", .secondary, id: "se-din-aftale"))
                    </div>
                    <p>Ring <a href="\(profile.phoneLink)">\(profile.phone)</a>, hvis det haster.<br>
                    Ring <a href="tel:112">112</a>, hvis det er livsfarligt.</p>
                    """))
    }

    /// The receipt after its thirty minutes, or opened from a bookmark.
    func receiptGonePage() -> HTML {
        page(
            PublicPage(
                title: "Kvittering",
                content: """
                    <h1>Koden vises kun én gang</h1>
                    <p>Har du sendt noget til os, har vi fået det. Vi kontakter dig, som du har bedt \
                    om.</p>
                    <p>Har du skrevet koden ned? Så kan du \
                    <a href="/se-din-aftale">se din aftale</a>.</p>
                    <p>Har du mistet koden, så ring til os på \
                    <a href="\(profile.phoneLink)">\(profile.phone)</a>.</p>
                    """))
    }

    private func contactPromise(_ receipt: Receipt) -> HTML {
        let day = receipt.promisedBy.nearInWords
        return switch receipt.contact {
        case .call where receipt.isDiscreet:
            """
            Vi ringer til dig senest \(day). Vi lægger ikke besked, og vi siger ikke, hvor vi \
            ringer fra.
            """
        case .call:
            "Vi ringer til dig senest \(day). Vi siger kun, at vi ringer fra kommunen."
        case .text:
            "Vi skriver til dig senest \(day). I beskeden står kun, at den er fra kommunen."
        case .comesSelf:
            """
            Ring til os på <a href="\(profile.phoneLink)">\(profile.phone)</a>, når det passer dig. \
            Sig din kode, så behøver du ikke sige dit navn.
            """
        }
    }

    /// Straight on to the free times, with the code she has just got.
    private func chooseTime(_ receipt: Receipt) -> HTML {
        form(
            "/se-din-aftale", id: "vaelg-tid-formular",
            """
            <p>Vil du selv vælge en tid? Det kan du gøre nu.</p>
            \(hiddenField("kode", receipt.code.joined(separator: " ")))
            \(button("Vælg en tid", .secondary, id: "vaelg-tid"))
            """)
    }

    private func firstStep(_ contact: ContactWay) -> HTML {
        switch contact {
        case .call: "Vi ringer til dig."
        case .text: "Vi skriver til dig."
        case .comesSelf: "Du ringer til os, eller du kommer forbi."
        }
    }

    private func talk(_ audience: Receipt.Audience) -> HTML {
        switch audience {
        case .adult: "Du får en tid til en samtale. Den varer cirka en time."
        case .relative:
            "Du får en tid til en samtale om det, der bekymrer dig. Den varer cirka en time."
        case .young: "Du får en tid til en samtale. Du kan tage en med, du er tryg ved."
        }
    }

    private func together(_ audience: Receipt.Audience) -> HTML {
        switch audience {
        case .adult, .young: "Sammen finder vi ud af, hvad der passer til dig."
        case .relative: "Sammen finder vi ud af, hvad du kan gøre. Du får også hjælp til dig selv."
        }
    }

    private func afterwards(_ receipt: Receipt) -> HTML {
        switch receipt.audience {
        case .adult: "<p id=\"frist\">\(lastDaySentence(receipt.lastDay))</p>"
        case .relative:
            """
            <p id="frist">Vi ringer ikke til den, du er bekymret for, uden at I har aftalt det.\
            \(receipt.lastDay.map { " Hjælpen kan begynde senest <strong>\($0.nearInWords)</strong>." })</p>
            """
        case .young:
            """
            <p id="frist">Du kan tale med os én eller to gange uden at sige dit navn. Vi taler med dig, før \
            dine forældre får noget at vide.</p>
            \(receipt.lastDay.map { "<p>\(lastDaySentence($0))</p>" })
            """
        }
    }

    private func lastDaySentence(_ lastDay: CalendarDay?) -> HTML {
        guard let lastDay else {
            return """
                Vil du i gang med behandling? Sig det, når vi taler sammen. Så kan du begynde inden \
                \(profile.guaranteeDaysInWords).
                """
        }
        return
            "Du har ret til at begynde i behandling senest <strong>\(lastDay.nearInWords)</strong>."
    }
}
