internal import Domain

/// How to complain, as a citizen reads it; the same in every letter.
func guidanceText(
    _ guidance: ComplaintGuidance, delivery: Delivery, phone: String
) -> [String] {
    let whom = guidance.to.map { "Er du uenig, kan du klage. Skriv til: \($0)." }
    let deadline = guidance.lastDay.map {
        "Vi skal have din klage senest \($0.inWords)."
    }
    let arrival =
        delivery == .letter
        ? "Vi regner med, at du har fået brevet \(guidance.receivedOn.inWords)." : nil
    let answer = guidance.answerWeeks.map { "Du får svar inden for \($0) uger." }
    let first = [whom, deadline, guidance.lastDay == nil ? nil : arrival, answer]
        .compactMap(\.self)
    let again =
        guidance.to == nil
        ? "Er du uenig, så skriv eller ring til os. Så ser vi på det igen."
        : guidance.lastDay == nil
            ? "Der er ingen frist, men klag gerne så snart, du kan. Så ser vi på det igen."
            : "Så ser vi på det igen. Får du ikke ret, skriver vi hvorfor."
    let health = guidance.healthBody.map { body in
        """
        Gælder klagen noget, en læge eller en sygeplejerske har gjort? Så klag til \(body.name)\
        \(body.address.map { " (\($0))" } ?? ""). Det kan du gøre i \(guidance.healthYears) år, fra \
        du vidste det, og højst i \(guidance.healthAbsoluteYears) år, fra det skete.
        """
    }
    return [
        first.joined(separator: " "), again,
        "Der er ingen anden myndighed, du kan klage til over selve afgørelsen.",
        health ?? "", "Vi hjælper dig gerne med at klage. Ring til os på \(phone).",
    ].filter { !$0.isEmpty }
}
