internal import HTML

/// What the fields of our forms are called on their pages, by their names: for a form that is shown as a list.
enum FieldNames {
    static let danish: [String: HTML] = [
        "bruger": "Bruger", "handling": "Handling", "regel": "Regel, der slog til",
        "aarsag": "Hvorfor sluttede det?",
        "alder": "Alder", "anonym": "Vil være anonym",
        "besked": "Besked", "brugernavn": "Brugernavn", "dato": "Modtaget",
        "diskret": "Læg ikke besked", "fra": "Fra og med",
        "gammel": "Henvendelsen er mere end et år gammel", "grund": "Grund",
        "hvem": "Hvem henvender sig?", "hvordan": "Hvordan", "hvorfor": "Skriv grunden",
        "hvornaar": "Hvornår",
        "kaldenavn": "Hvad skal vi kalde dig?", "kanal": "Kanal", "kode": "Kode",
        "kom": "Kom borgeren?", "kontakt": "Kontakt", "login": "Brugernavn",
        "mere": "Vil du skrive mere?", "minutter": "Minutter", "mobil": "Mobilnummer",
        "navn": "Navn", "notat": "Notat", "notat-dato": "Dato", "notat-tid": "Klokken",
        "oenske": "Ønsker borgeren behandling nu?",
        "plan-begyndt": "Behandlingsplanen blev begyndt",
        "ord": "Søgt efter", "ret-dato": "Modtaget", "ret-tid": "Klokken", "rolle": "Rolle",
        "sag": "Sag",
        "skriftligt": "Sagt skriftligt", "slut-dato": "Dato", "telefon": "Telefon",
        "tid": "Klokken", "til": "Til og med", "tilbud-andet": "Et andet behandlingssted",
        "tilbud-dato": "Dato", "tilbud-form": "Hvad tilbydes?",
        "tilbud-hvorfor": "Hvorfor efter fristen?", "tilbud-tid": "Klokken",
        "udfald": "Hvad skete der?", "udfald-dato": "Hvornår?",
        "udfald-tekst": "Hvad blev der sagt?", "undgaa": "Må ikke kontaktes på",
        "vigtigt": "Vigtigt", "ydelse": "Ydelse",
    ]

    /// The field's label; a plain word for one that has none.
    static func label(of name: String) -> HTML { danish[name] ?? "Felt" }
}
