internal import Domain
internal import HTML
internal import Records

/// `/kalender/abonnement`
func feedPage(madeAt: Instant?, token: String) -> HTML {
    """
    <h1>Din kalender på telefonen</h1>
    <p>Du kan få dine tider at se i en anden kalender. Der står kun, hvornår og hvor. Der står \
    aldrig, hvem du mødes med.</p>
    <p>Alle, der kender adressen, kan læse dine tider. Del den ikke med nogen.</p>
    \(madeAt.map { "<p>Din adresse er lavet \($0.inDigits).</p>" as HTML })
    \(form(
        "/kalender/abonnement", id: "abonnement-formular", token: token,
        button(
            madeAt == nil ? "Lav en adresse" : "Lav en ny adresse, og luk den gamle", .secondary,
            id: "lav-adresse")))
    \(madeAt == nil ? .empty : form(
        "/kalender/abonnement/luk", id: "luk-formular", token: token,
        button("Luk adressen", .secondary, id: "luk-adresse")))
    """
}
