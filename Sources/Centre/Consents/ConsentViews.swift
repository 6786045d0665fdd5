internal import Domain
internal import HTML
internal import Records

/// The consents of a case and what was told under them.
func consentSection(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    """
    <p>Et samtykke gælder højst et år. Borgeren kan altid trække det tilbage, og så stopper det med \
    det samme.</p>
    \(panel(
        "samtykkerne", "Samtykker",
        actions: [buttonLink(
            "Nyt samtykke", to: GiveConsent.address(of: reading.ref.number), id: "nyt-samtykke")],
        consentTable(reading)))
    \(panel(
        "videregivet", "Det har vi givet videre",
        actions: reading.file.consents.isEmpty ? [] : [
            buttonLink(
                "Skriv, at noget er givet videre", to: Disclose.address(of: reading.ref.number),
                .secondary, id: "ny-videregivelse")
        ], disclosureTable(reading)))
    """
}

private func consentTable(_ reading: CaseReading) -> HTML {
    dataTable(
        DataTable(
            id: "samtykker", caption: "Samtykker, nyeste først", hidesCaption: true,
            columns: [
                "Hvem", "Hvad vi må fortælle", "Hvad det bruges til", "Givet", "Gælder", "Handling",
            ],
            rows: reading.file.consents.reversed().map { consentRow($0, reading) },
            whenEmpty: "Der er intet samtykke. Uden et samtykke fortæller vi ikke andre noget."))
}

private func consentRow(_ given: WrittenConsent, _ reading: CaseReading) -> DataRow {
    let kind = Deadline.Kind.consentExpiry(id: given.consent.id)
    let standing = reading.verdict.deadlines.first { $0.kind == kind }
    let words = reading.words(of: given)
    let (tag, weight) = standingTag(standing, on: reading.today)
    let form =
        given.isInWriting
        ? "skriftligt" : "mundtligt: \(words?.whyOral ?? "")"
    return DataRow(
        [
            "\(reading.name(ofRecipient: given.recipient))", "\(words?.what ?? "")",
            "\(words?.purpose ?? "")",
            """
            \(given.entry.on.danishDigits)<br>\(given.giver.danishName), \(form)
            """,
            """
            \(tag)\(fold(
                "regnet-\(given.consent.id)", "Sådan er dagen regnet", isBare: true,
                "<ol>\((standing?.because ?? []).map { "<li>\(reading.words(of: $0))</li>" })</ol>"))
            """,
            rowActions(consentActions(given, standing, reading)),
        ], id: "samtykke-\(given.consent.id)", weight)
}

private func consentActions(
    _ given: WrittenConsent, _ standing: Deadline?, _ reading: CaseReading
) -> [HTML] {
    let number = reading.ref.number.description
    let post = given.entry.id.formText
    let about: HTML = "samtykket til \(given.recipient), givet \(given.entry.on.danishDigits)"
    let correct = link(
        "Ret", to: "/sager/\(word: number)/\(word: GiveConsent.address)?post=\(word: post)",
        about: about)
    guard standing?.state == .open else { return [correct] }
    return [
        link(
            "Træk tilbage",
            to: "/sager/\(word: number)/\(word: RevokeConsent.address)?post=\(word: post)",
            about: about), correct,
    ]
}

/// `gælder til og med 3.3.2027`, and how that weighs.
private func standingTag(_ standing: Deadline?, on today: CalendarDay) -> (HTML, StatusWeight) {
    guard let standing, let due = standing.due else { return (.empty, .outside) }
    switch standing.state {
    case .open:
        let isNear = today.days(until: due) <= nearDays
        let weight: StatusWeight = isNear ? .soon : .kept
        return (statusTag("Til og med \(due.danishDigits)", weight), weight)
    case .cancelled: return (statusTag("Trukket tilbage", .outside), .outside)
    default: return (statusTag("Udløbet \(due.danishDigits)", .outside), .outside)
    }
}

/// So many days before its last one a consent is worth a word to the citizen.
private let nearDays = 30

private func disclosureTable(_ reading: CaseReading) -> HTML {
    let told = reading.file.current.filter { $0.isOwn(Disclosure.self) }.reversed()
    return dataTable(
        DataTable(
            id: "videregivelser", caption: "Hvad der er givet videre, nyeste først",
            hidesCaption: true, columns: ["Dato", "Til", "Hvad", "Hvordan", "På hvilket grundlag"],
            rows: told.compactMap { disclosureRow($0, reading) },
            whenEmpty: "Der er ikke givet noget videre."))
}

private func disclosureRow(_ entry: LedgerEntry, _ reading: CaseReading) -> DataRow? {
    guard let disclosure = entry.own(Disclosure.self) else { return nil }
    let words = try? reading.body(of: entry).read(DisclosureWords.self)
    let name = words?.recipient ?? ""
    return DataRow(
        [
            "\(entry.on.danishDigits)",
            "\(name.isEmpty ? disclosure.recipient : "\(disclosure.recipient): \(name)")",
            "\(words?.what ?? "")", "\(disclosure.way.danishName)",
            ground(disclosure, entry, reading),
        ], id: "videregivelse-\(entry.id.formText)")
}

/// The consent it stands on; or that none does, where one was taken back or mended afterwards.
private func ground(
    _ disclosure: Disclosure, _ entry: LedgerEntry, _ reading: CaseReading
) -> HTML {
    let given = reading.state.consent(covering: disclosure.recipient, on: entry.on)
    guard let given else { return statusTag("Intet samtykke den dag", .late) }
    return "Samtykke givet \(given.entry.on.danishDigits) (sundhedsloven § 43)"
}
