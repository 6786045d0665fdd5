internal import Domain
internal import HTML
internal import Records

/// The bar that says whose page this is: it stands on every page of a case, and again beside Save.
func caseHead(_ reading: CaseReading) -> HTML {
    let person = reading.person
    let contact = contactRule(person)
    return """
        <section class="identity" aria-label="Sagen">
        <p class="who"><strong>\(reading.displayName)</strong>\
        \(reading.hasAliasOnly ? " <span class=\"tag\">Anonym</span>" : .empty)</p>
        <p>Sag \(text: reading.ref.number) · \(reading.responsibleName ?? "ingen ansvarlig endnu")\
        \(reading.isOpen ? .empty : " · lukket")</p>
        \(contact.isEmpty ? .empty : "<p id=\"kontakt\">\(contact)</p>\n")\
        \(flags(person))\
        </section>
        \(guaranteeBox(reading))
        """
}

/// `Gemmes på sag 2026-0407 · Bo H.`: said where it is pressed, so that nothing lands on the wrong citizen.
func savedOn(_ reading: CaseReading) -> HTML {
    "<p class=\"hint\">Gemmes på sag \(text: reading.ref.number) · \(reading.displayName)</p>"
}

private func contactRule(_ person: PersonDetails) -> String {
    var words: [String] = []
    switch person.contact {
    case .call: words.append("Ring")
    case .text: words.append("Skriv sms")
    case .comesSelf: words.append("Kontakter selv os")
    case nil: if person.phone != nil { words.append("Telefon") }
    }
    if let phone = person.phone { words.append(phone) }
    if let times = person.contactTimes { words.append("(\(times))") }
    var text = words.joined(separator: " ")
    if person.isDiscreet {
        text +=
            text.isEmpty ? "Læg ikke besked" : ". Læg ikke besked, og sig ikke, hvor du ringer fra"
    }
    if let avoid = person.avoid {
        text += (text.isEmpty ? "" : ". ") + "Må ikke kontaktes på: \(avoid)"
    }
    return text
}

private func flags(_ person: PersonDetails) -> HTML {
    var flags: [HTML] = []
    if person.isAcute { flags.append("Akut") }
    if person.isPregnant { flags.append("Gravid") }
    if person.hasChildrenAtHome { flags.append("Børn under 18 hjemme") }
    switch person.ageGroup {
    case .youth: flags.append("15-17 år")
    case .child: flags.append("Under 15 år")
    case .adult, .untold, nil: break
    }
    guard !flags.isEmpty else { return .empty }
    return "<ul class=\"tags\">\(flags.map { "<li class=\"tag\">\($0)</li>" })</ul>\n"
}

/// The clock in a sentence, and how it was counted.
private func guaranteeBox(_ reading: CaseReading) -> HTML {
    guard let clock = reading.clock else {
        return """
            <section class="guarantee" aria-labelledby="garanti-titel">
            <h2 id="garanti-titel">Behandlingsgaranti</h2>
            <p id="garanti"><strong>Tæller ikke (rådgivning)</strong></p>
            <p>Fristen løber fra den dag, borgeren selv ønsker behandling.</p>
            </section>
            """
    }
    let status = guaranteeStatus(
        clock, booked: reading.file.openOffer?.offer?.startsOn, on: reading.today)
    return """
        <section class="guarantee" aria-labelledby="garanti-titel">
        <h2 id="garanti-titel">Behandlingsgaranti</h2>
        <p id="garanti"><strong>\(status)</strong></p>
        <p>Modtaget \(clock.received.danishDigits). Sidste dag \(clock.lastDay.danishDigits).</p>
        <details id="saadan-talt">
        <summary>Sådan er det talt</summary>
        <ol>\(clock.because.map(reasonLine))</ol>
        </details>
        </section>
        """
}

func reasonLine(_ reason: Reason) -> HTML {
    "<li>\(reason.text) <span class=\"source\">(\(reason.source))</span></li>"
}
