internal import Domain
internal import HTML
internal import Records

/// The pages that only inform. Short sentences, no long words where a short one will do.
enum InformationPage: String, CaseIterable, Sendable {
    case relatives = "paaroerende"
    case young = "unge"
    case howItWorks = "saadan-foregaar-det"
    case rights = "dine-rettigheder"
    case acute = "akut"
    case privacy = "personoplysninger"
    case accessibility = "tilgaengelighed"

    /// Where it lies.
    var path: String { "/\(rawValue)" }

    /// What the browser's history says.
    var title: String {
        switch self {
        case .relatives: "Til dig, der er pårørende"
        case .young: "Til dig under 18"
        case .howItWorks: "Sådan foregår det"
        case .rights: "Dine rettigheder"
        case .acute: "Akut hjælp"
        case .privacy: "Personoplysninger"
        case .accessibility: "Tilgængelighed"
        }
    }
}

extension Frame {
    /// An information page.
    func informationPage(_ kind: InformationPage) -> HTML {
        page(PublicPage(title: kind.title, back: "/", content: content(of: kind)))
    }

    private func content(of kind: InformationPage) -> HTML {
        switch kind {
        case .relatives: relatives
        case .young: young
        case .howItWorks: howItWorks
        case .rights: rights
        case .acute: acute
        case .privacy: privacy
        case .accessibility: accessibility
        }
    }

    private var ring: HTML { "<a href=\"\(profile.phoneLink)\">\(profile.phone)</a>" }

    private var relatives: HTML {
        """
        <h1>Er du bekymret for en, du holder af?</h1>
        <p class="lead">Det er svært at se en anden drikke for meget. Du kan også få hjælp.</p>
        <p>Du kan tale med os om det. Det er gratis. Du behøver ikke sige, hvem du er. Du behøver \
        heller ikke sige, hvem det drejer sig om.</p>
        <h2>Det kan vi hjælpe med</h2>
        <ul>
        <li>Hvordan du kan tale med den anden om at drikke mindre.</li>
        <li>Hvordan du selv får det bedre.</li>
        <li>Hvordan I hjælper børnene, hvis der er børn.</li>
        </ul>
        <p>Vi ringer ikke til den anden, uden at I har aftalt det. En voksen bestemmer selv, om han \
        eller hun vil i gang.</p>
        <p class="buttons">\(buttonLink("Få råd", to: "/faa-hjaelp?om=anden", id: "faa-hjaelp"))</p>
        <p>Du kan også ringe til os på \(ring).</p>
        \(acuteBox)
        """
    }

    private var young: HTML {
        """
        <h1>Til dig under 18</h1>
        <p class="lead">Drikker du for meget? Eller drikker din mor, far eller en ven? Vi kan hjælpe.</p>
        <h2>Er det anonymt?</h2>
        <p>Du kan tale med os én eller to gange uden at sige dit navn. Hvis du vil i gang med et \
        forløb, får dine forældre det at vide. Så er der også en rådgiver fra kommunen med. Vi \
        aftaler sammen, hvordan de får det at vide.</p>
        <p>Er vi bange for, at du ikke har det godt derhjemme, fortæller vi det til kommunens \
        familieafdeling. Vi taler med dig om det først.</p>
        <p class="buttons">\(buttonLink("Få hjælp", to: "/faa-hjaelp", id: "faa-hjaelp"))</p>
        <h2>Vil du hellere tale med nogen nu?</h2>
        <p>Ring til os på \(ring). Eller ring til BørneTelefonen på \
        <a href="tel:116111">116 111</a>. Det er gratis, og de kan ikke se dit nummer.</p>
        \(acuteBox)
        """
    }

    private var howItWorks: HTML {
        """
        <h1>Sådan foregår det</h1>
        <ol>
        <li><strong>Du kontakter os.</strong> Du kan skrive her på siden, ringe eller komme forbi. \
        Du behøver ikke en henvisning.</li>
        <li><strong>Vi ringer eller skriver til dig.</strong> Vi gør det, som du har bedt om. Vi \
        siger kun, at vi ringer fra kommunen.</li>
        <li><strong>Du kommer til en samtale.</strong> Den varer cirka en time. Vi spørger til dit \
        forbrug, dit helbred og din hverdag. Du siger det, du har lyst til.</li>
        <li><strong>Vi laver en plan sammen.</strong> Du bestemmer målet. Du kan drikke mindre, \
        eller du kan holde helt op.</li>
        <li><strong>Du begynder.</strong> Vil du i gang med behandling, kan du begynde inden \
        \(profile.guaranteeDaysInWords). Dagene tæller fra den dag, du beder om det.</li>
        </ol>
        <h2>Hvis du har drukket den dag</h2>
        <p>Kom alligevel, eller ring. Vi finder en anden tid, hvis det er bedst.</p>
        <p class="buttons">\(buttonLink("Jeg vil have hjælp", to: "/faa-hjaelp", id: "faa-hjaelp"))</p>
        """
    }

    /// What the centre's standard promises beyond the law.
    private var ownPromise: HTML {
        profile.guaranteeDays < GuaranteeClock.limitDays
            ? " Hos os kan du begynde senest \(profile.guaranteeDaysInWords) efter." : .empty
    }

    private var rights: HTML {
        """
        <h1>Dine rettigheder</h1>
        <h2>Du kan begynde inden \(profile.guaranteeDaysInWords)</h2>
        <p>Du har ret til at begynde senest 14 dage efter, at du har bedt om behandling. Det står i \
        sundhedsloven § 141.\(ownPromise)</p>
        <h2 id="anonym">Du kan være anonym</h2>
        <p>Du kan få råd og samtaler uden at sige dit navn. Du får en kode på fire ord. Med den kan \
        du se din aftale. Vi gemmer ikke, hvilken telefon eller computer du bruger.</p>
        <p>Er du anonym, kan vi ikke give dig medicin. Det kan din egen læge. Er du under 18, kan \
        du læse mere på <a href="/unge">siden til dig under 18</a>.</p>
        <h2>Det er gratis</h2>
        <p>Samtaler hos os koster ikke noget. Det gælder, hvor i landet du end bor.</p>
        <h2>Du kan vælge et andet sted</h2>
        <p>Du kan vælge at få samtaler i en anden kommune. Du kan også vælge et privat sted, som har \
        en aftale med en kommune. Spørg os, så hjælper vi.</p>
        <h2>Du kan se, hvad vi skriver</h2>
        <p>Du har ret til at læse det, vi skriver om dig. Du kan også få at vide, hvornår nogen har \
        læst det.</p>
        <h2>Du kan klage</h2>
        <p>Ring eller skriv til os, hvis du er utilfreds. Vi ser på det igen. Drejer det sig om en \
        læge eller sygeplejerske, kan du klage til Styrelsen for Patientklager.</p>
        <h2>Vi taler ikke om dig til andre</h2>
        <p>Vi har tavshedspligt. Vi taler kun med andre, hvis du har sagt ja. Men vi har pligt til at \
        fortælle det til kommunens familieafdeling, hvis et barn har brug for hjælp.</p>
        """
    }

    private var acute: HTML {
        """
        <h1>Akut hjælp</h1>
        \(acuteBox)
        <h2>Har du brug for en læge?</h2>
        <p>Ring til din egen læge om dagen. Ring til lægevagten om aftenen og i weekenden.</p>
        <h2>Har du tanker om at tage dit liv?</h2>
        <p>Ring 112, hvis det er nu. Du kan også ringe til Livslinjen på \
        <a href="tel:70201201">70 201 201</a>.</p>
        <h2>Når du stopper med at drikke</h2>
        <p>Drikker du meget hver dag, kan du blive syg af at stoppe brat. Du kan ryste, svede og få \
        kvalme. Det kan blive farligt. Tal med en læge først.</p>
        <p>Ring til os på \(ring), når vi har åbent.</p>
        """
    }

    private var privacy: HTML {
        """
        <h1>Personoplysninger</h1>
        <p class="lead">Her kan du læse, hvad vi gemmer om dig, og hvorfor.</p>
        <h2>Når du skriver til os</h2>
        <p>Vi gemmer dine svar, så vi kan hjælpe dig. Dit navn, dit nummer og din tekst bliver låst \
        med en nøgle. Kun de ansatte, der hjælper dig, kan læse dem. Vi skriver ned, hver gang \
        nogen gør det.</p>
        <p>Før du trykker Send, ligger dine svar i en kladde. Den er låst med en nøgle, som kun \
        din egen browser har. Den bliver slettet efter 60 minutter.</p>
        <p>Vi gemmer ikke din ip-adresse. Vi spørger ikke om dit cpr-nummer på siden.</p>
        <h2>Hvor længe</h2>
        <p>Det, vi skriver om behandling, bliver gemt i 5 eller 10 år. Det står i loven.</p>
        <h2>Cookies</h2>
        <p>Vi bruger kun den cookie, der er nødvendig for at huske dine svar. Den forsvinder, når du \
        lukker browseren.</p>
        <h2>Forlad siden nu</h2>
        <p>Knappen øverst lukker siden og viser vejret i stedet. Den fjerner ikke andre sider fra \
        din historik. Du kan også trykke tre gange på Shift.</p>
        <h2>Dine rettigheder</h2>
        <p>Du kan få at se, hvad vi har gemt. Du kan få rettet fejl. \(profile.municipality) har \
        ansvaret for dine oplysninger. Ring på \(ring), hvis du vil vide mere. Du kan klage til \
        Datatilsynet.</p>
        """
    }

    private var accessibility: HTML {
        """
        <h1>Tilgængelighed</h1>
        <p>Alle skal kunne bruge siden. Den virker med tastatur, med skærmlæser, på en lille skærm \
        og uden JavaScript.</p>
        <p>Læs også <a href="/was">kommunens erklæring om tilgængelighed</a>.</p>
        <h2>Kan du ikke bruge noget på siden?</h2>
        <p>Ring til os på \(ring), eller skriv til \(profile.email). Så hjælper vi dig. Vi retter \
        også fejlen.</p>
        <p>Der er én ting, vi ikke har nået. Folk, der bruger skærmlæser til daglig, har ikke prøvet \
        siden endnu.</p>
        """
    }
}
