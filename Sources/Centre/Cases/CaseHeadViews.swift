internal import Domain
internal import HTML

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

private func contactRule(_ person: EntryBody) -> String {
    var words: [String] = []
    switch person[.contactBy] {
    case "ring": words.append("Ring")
    case "sms": words.append("Skriv sms")
    case "selv": words.append("Kontakter selv os")
    default: if person[.phone] != nil { words.append("Telefon") }
    }
    if let phone = person[.phone] { words.append(phone) }
    if let times = person[.contactTimes] { words.append("(\(times))") }
    var text = words.joined(separator: " ")
    if person[.noMessage] != nil {
        text +=
            text.isEmpty ? "Læg ikke besked" : ". Læg ikke besked, og sig ikke, hvor du ringer fra"
    }
    if let avoid = person[.avoid] {
        text += (text.isEmpty ? "" : ". ") + "Må ikke kontaktes på: \(avoid)"
    }
    return text
}

private func flags(_ person: EntryBody) -> HTML {
    var flags: [HTML] = []
    if person[.acute] != nil { flags.append("Akut") }
    if person[.pregnant] != nil { flags.append("Gravid") }
    if person[.children] != nil { flags.append("Børn under 18 hjemme") }
    switch person[.ageGroup] {
    case "15-17": flags.append("15-17 år")
    case "under-15": flags.append("Under 15 år")
    default: break
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
        clock, booked: reading.file.openOffer?.startsOn, on: reading.today)
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

/// What is due, and by which rule: the standard read as data.
func deadlineList(_ reading: CaseReading) -> HTML {
    let open = reading.verdict.deadlines.filter {
        [.open, .overdue, .notSet].contains($0.state)
    }
    guard !open.isEmpty else { return .empty }
    return """
        <section aria-labelledby="frister-titel">
        <h2 id="frister-titel">Frister</h2>
        <ul class="deadlines" id="frister">
        \(open.map(deadlineLine))\
        </ul>
        </section>
        """
}

private func deadlineLine(_ deadline: Deadline) -> HTML {
    let when: String =
        switch deadline.state {
        case .overdue: "overskredet, skulle være sket \(deadline.due?.danishDigits ?? "")"
        case .notSet: "ikke fastsat i kvalitetsstandarden"
        default: deadline.due.map { "senest \($0.danishDigits)" } ?? "ingen dato"
        }
    return """
        <li><details><summary>\(deadlineName(deadline.what)): \(when)</summary>
        <ol>\(deadline.because.map(reasonLine))</ol></details></li>\n
        """
}

/// The deadlines of the case history, as staff say them.
private func deadlineName(_ what: String) -> String {
    let parts = what.split(separator: ":", maxSplits: 1).map(String.init)
    let detail = parts.count > 1 ? parts[1] : ""
    return switch parts[0] {
    case "intake-interview": "Første samtale"
    case "visitation": "Visitation"
    case "milestone": "Milepæl"
    case "plan-in-guarantee": "Behandlingsplan inden for garantien"
    case "plan-review": "Planen ses igen"
    case "course-evaluation": "Forløbet vurderes"
    case "follow-up":
        "Opfølgning \(detail) \(detail == "1" ? "måned" : "måneder") efter udskrivning"
    case "return-window": "Kan vende tilbage"
    case "grant-expiry": "Bevillingen udløber"
    case "grant-renewal": "Ny indstilling"
    case "grant-status": "Status på bevillingen"
    case "provider-midway": "Midtvejsstatus"
    case "complaint-decision": "Klage over afgørelsen"
    case "complaint-health", "complaint-health-absolute": "Klage over sundhedsfaglig behandling"
    case "region-guarantee": "Regionens behandlingsgaranti"
    case "records-answer": "Svar på aktindsigt"
    case "consent-expiry": "Samtykke udløber"
    case "retention": "Journalen gemmes"
    case "pregnancy-contract-end": "Kontrakten udløber"
    case "detention-end": "Tilbageholdelsen ophører"
    default: what
    }
}
