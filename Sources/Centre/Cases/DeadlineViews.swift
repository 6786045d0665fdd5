internal import Domain
internal import HTML

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
