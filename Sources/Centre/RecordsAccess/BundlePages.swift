internal import Domain
internal import HTML
internal import Records

// The files of the bundle: each a page by itself, without script, without address to anything else, to be read in any
// browser for as long as there are browsers.

/// An entry as it stands in the bundle.
struct BundleLine {
    struct Replaced {
        let at: Instant
        let isGone: Bool
        let why: String
    }

    let on: CalendarDay
    let at: Instant?
    let title: String
    /// What was written, with what it is called.
    let words: [(label: String?, text: String)]
    let author: String
    let writtenOn: CalendarDay?
    let replaced: Replaced?
}

/// What is kept out, and why.
struct BundleWithheld {
    let on: CalendarDay?
    let ground: String
    let why: String
}

/// A consent as it stands in the bundle.
struct BundleConsent {
    let recipient: String
    let what: String
    let purpose: String
    let givenOn: CalendarDay
    let lastDay: CalendarDay?
    let isRevoked: Bool
}

/// What somebody else was told.
struct BundleDisclosure {
    let on: CalendarDay
    let recipient: String
    let what: String
    let way: String
}

/// What the parts of a sealed body are called.
enum BundleWords {
    static func label(_ key: String) -> String? {
        switch key {
        case "text": nil
        case "name": "Navn"
        case "contactBy": "Vil kontaktes"
        case "contactTimes": "Hvornår"
        case "noMessage": "Læg ikke besked"
        case "avoid": "Må ikke kontaktes på"
        case "ageGroup": "Alder"
        case "pregnant": "Gravid"
        case "children": "Børn under 18 år hjemme"
        case "acute": "Akut"
        case "born": "Født"
        case "sex": "Køn"
        case "municipality": "Kommunekode"
        case "phone": "Telefon"
        case "cpr": "CPR-nummer"
        case "recipient": "Til"
        case "purpose": "Formål"
        case "lesson": "Det har vi lært"
        case "receipt": "Kvittering"
        case "whyOral": "Hvorfor mundtligt"
        case "why": "Hvorfor rettet"
        case "subject": "Emne"
        case "paragraphs": "Brevet"
        default: key
        }
    }

    /// What is kept as a word of the house, as it is said.
    static func value(_ key: String, _ text: String) -> String {
        switch (key, text) {
        case ("sex", "female"): "kvinde"
        case ("sex", "male"): "mand"
        case ("contactBy", "selv"): "kontakter selv os"
        case ("ageGroup", "siger-ikke"): "vil ikke sige det"
        default: text
        }
    }
}

/// How a page of the bundle begins.
func bundleHead(_ title: HTML) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="da">
    <head>
    <meta charset="utf-8">
    <title>\(title)</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style>
    body { font: 1.05rem/1.55 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; \
    color: #1a1a1a; background: #fff; }
    h1, h2 { line-height: 1.25; }
    article { border-top: 1px solid #767676; padding: .5rem 0; break-inside: avoid; }
    article h3 { margin: .2rem 0; font-size: 1.05rem; }
    article p { margin: .3rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
    .by, .when { color: #4a4a4a; font-size: .95rem; }
    s { color: #595959; }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid #b0b0b0; }
    </style>
    </head>
    <body>
    <main>
    <h1>\(title)</h1>
    """
}

/// How it ends.
let bundleTail: HTML = "</main>\n</body>\n</html>\n"

/// Whose case it is, when this was made, what is not in it.
func bundleIntroduction(
    profile: CentreProfile, number: CaseNumber, madeAt: Instant, withheld: [BundleWithheld]
) -> HTML {
    let missing: HTML =
        withheld.isEmpty
        ? "<p>Der er ikke undtaget noget.</p>"
        : """
        <ul>\(withheld.map { one in
            "<li>\(one.on.map { "Fra \($0.danishDigits): " })\(one.ground). \(one.why)</li>\n"
        })</ul>
        <p>Du kan klage over, at noget er undtaget. Ring til os på \(profile.phone), så fortæller vi hvordan.</p>
        """
    return """
        <p>Det her er alt, hvad der står i din sag hos \(profile.unit), \(profile.municipality), den \
        \(madeAt.day.danishText) kl. \(madeAt.clockText). Det, der er rettet eller fjernet, står med streg over.</p>
        <p>I mappen ligger også dine breve (mappen breve), dine samtykker (samtykker.html), hvem der har åbnet \
        sagen (adgangslog.html), og sagen som data (sagshistorie.json).</p>
        <h2>Undtaget</h2>
        \(missing)
        <h2>Sagen</h2>

        """
}

/// One entry, with its versions told by the line through it.
func bundleEntry(_ line: BundleLine) -> HTML {
    let isStruck = line.replaced != nil
    func struck(_ words: HTML) -> HTML { isStruck ? "<s>\(words)</s>" : words }
    let replaced = line.replaced.map { later -> HTML in
        let what: HTML = later.isGone ? "Fjernet" : "Rettet"
        let why: HTML = later.why.isEmpty ? .empty : ": \(later.why)"
        return "<p class=\"by\">\(what) \(later.at.inDigits)\(why)</p>\n"
    }
    return """
        <article>
        <p class="when"><time datetime="\(line.on.isoText)">\(line.on.danishDigits)</time>\
        \(line.at.map { " kl. \($0.clockText)" })</p>
        <h3>\(struck("\(line.title)"))</h3>
        \(line.words.map { words -> HTML in
            let label: HTML = words.label.map { "\($0): " } ?? .empty
            return "<p>\(struck("\(label)\(words.text)"))</p>\n"
        })\
        \(replaced)\
        <p class="by">\(line.author)\(line.writtenOn.map { ", skrevet \($0.danishDigits)" })</p>
        </article>

        """
}

/// A letter, as a page of its own.
func bundleLetter(_ text: LetterText, on day: CalendarDay, isGone: Bool) -> HTML {
    """
    \(bundleHead("\(text.subject)"))
    <p class="when">\(day.danishText)\(isGone ? "<br>Brevet er fjernet fra sagen." : "")</p>
    <p>\(text.recipient.map { HTML(escaping: $0) }.joined(by: "<br>"))</p>
    \(text.paragraphs.map { "<p>\($0)</p>\n" })\
    \(bundleTail)
    """
}

/// The consents and what was told under them.
func bundleConsents(_ consents: [BundleConsent], _ told: [BundleDisclosure]) -> HTML {
    """
    \(bundleHead("Samtykker"))
    \(bundleTable(
        "Samtykker", ["Hvem", "Hvad", "Hvad det bruges til", "Givet", "Gælder"],
        consents.map { one in
            [
                "\(one.recipient)", "\(one.what)", "\(one.purpose)", "\(one.givenOn.danishDigits)",
                one.isRevoked
                    ? "trukket tilbage" : "\(one.lastDay.map { "til og med \($0.danishDigits)" } ?? "")",
            ]
        }, whenEmpty: "Der er ingen samtykker."))
    \(bundleTable(
        "Det har vi givet videre", ["Dato", "Til", "Hvad", "Hvordan"],
        told.map { ["\($0.on.danishDigits)", "\($0.recipient)", "\($0.what)", "\($0.way)"] },
        whenEmpty: "Vi har ikke givet noget videre."))
    \(bundleTail)
    """
}

private func bundleTable(
    _ heading: HTML, _ columns: [HTML], _ rows: [[HTML]], whenEmpty: HTML
) -> HTML {
    guard !rows.isEmpty else { return "<h2>\(heading)</h2>\n<p>\(whenEmpty)</p>" }
    return """
        <h2>\(heading)</h2>
        <table>
        <thead><tr>\(columns.map { "<th scope=\"col\">\($0)</th>" })</tr></thead>
        <tbody>
        \(rows.map { row in "<tr>\(row.map { "<td>\($0)</td>" })</tr>\n" })</tbody>
        </table>
        """
}

/// How the list of those who have opened the case begins.
let bundleAccessHead: HTML = """
    \(bundleHead("Hvem har åbnet sagen"))
    <p>Hver gang nogen åbner sagen, bliver det skrevet ned. Vil du vide, hvem der har gjort noget bestemt, så spørg os.</p>
    <table>
    <thead><tr><th scope="col">Hvornår</th><th scope="col">Hvem</th><th scope="col">Hvad</th>\
    <th scope="col">Hvorfor</th></tr></thead>
    <tbody>

    """

/// One who has.
func bundleAccessLine(at moment: Instant, role: String, action: String, reason: String) -> HTML {
    """
    <tr><td>\(moment.inDigits)</td><td>\(role)</td><td>\(action)</td><td>\(reason)</td></tr>

    """
}

/// And how it ends.
let bundleAccessTail: HTML = "</tbody>\n</table>\n\(bundleTail)"
