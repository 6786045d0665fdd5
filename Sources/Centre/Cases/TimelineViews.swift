internal import Domain
internal import HTML

/// The timeline (tidslinje): every fact of the case, newest first, with who wrote it. What was corrected stays, struck through.
func timeline(_ reading: CaseReading) -> HTML {
    let number = reading.ref.number.description
    let replaced = Set(reading.file.entries.compactMap(\.corrects))
    let entries = reading.file.entries.filter(\.isTold).sorted {
        ($0.placeInDay, $0.position) > ($1.placeInDay, $1.position)
    }
    let lines = entries.map { entry in
        let isReplaced = replaced.contains(entry.id)
        let isNote = ["service", "entry"].contains(entry.type) && !isReplaced
        let correct: Address? =
            isNote ? "/sager/\(word: number)/notat/\(word: entry.id.formText)" : nil
        return timelineLine(entry, in: reading, isReplaced: isReplaced, correct: correct)
    }
    return """
        <section aria-labelledby="tidslinje-titel">
        <h2 id="tidslinje-titel">Tidslinje</h2>
        <ol class="timeline" id="tidslinje">
        \(lines)\
        </ol>
        </section>
        """
}

extension LedgerEntry {
    /// When it happened, or was written the same day; a fact written later has a day and no hour.
    fileprivate var moment: Instant? {
        at ?? (recordedAt.day == on ? recordedAt : nil)
    }

    fileprivate var placeInDay: Instant {
        moment ?? Instant(day: on, hour: 0, minute: 0)
    }

    /// What the citizen said of herself with her first words stands at the top of the page already.
    fileprivate var isTold: Bool {
        type != HouseFact.void && !(type == HouseFact.person && position <= 2)
    }
}

private func timelineLine(
    _ entry: LedgerEntry, in reading: CaseReading, isReplaced: Bool, correct: Address?
) -> HTML {
    let author = entry.recordedBy.flatMap { reading.names[$0] } ?? "borgeren selv"
    let title = entryTitle(entry, in: reading)
    let shown: HTML = isReplaced ? "<s>\(title)</s> (rettet)" : "\(title)"
    let text = reading.bodies[entry.id]?[.text]
    let isLate = entry.recordedAt.day != entry.on
    return """
        <li>
        <p class="when"><time datetime="\(entry.on.isoText)">\(entry.on.danishDigits)</time>\
        \(entry.moment.map { " kl. \($0.clockText)" })</p>
        <p><strong>\(shown)</strong></p>
        \(text.map { "<p class=\"note-text\">\($0)</p>\n" })\
        <p class="by">\(author)\
        \(isLate ? "\(HTML(escaping: ", skrevet \(entry.recordedAt.day.danishDigits)"))" : "")\
        \(correct.map { correctLink(to: $0, title, on: entry.on) })</p>
        </li>\n
        """
}

private func correctLink(to address: Address, _ title: String, on day: CalendarDay) -> HTML {
    let what: HTML = " notat \(day.danishDigits), \(title)"
    return " · <a href=\"\(address)\">Ret<span class=\"visually-hidden\">\(what)</span></a>"
}

/// A fact in one line of Danish.
private func entryTitle(_ entry: LedgerEntry, in reading: CaseReading) -> String {
    switch entry.type {
    case HouseFact.person: return "Oplysninger om personen"
    case HouseFact.closed: return "Sagen er lukket"
    case HouseFact.responsible:
        let staff = entry.facts["staff"]?.string.flatMap { Int64($0) }.map { StaffID($0) }
        return "Ansvarlig: \(staff.flatMap { reading.names[$0] } ?? "ingen")"
    default: break
    }
    guard let event = entry.event, let fact = try? Event(json: event).fact else {
        return entry.type
    }
    return factTitle(fact, entry)
}

private func factTitle(_ fact: Fact, _ entry: LedgerEntry) -> String {
    switch fact {
    case .enquiry(let enquiry):
        let day = enquiry.asksForTreatment ? " (dag 0)" : " (tæller ikke)"
        return """
            Henvendelse, \(enquiry.channel.danishName), \(enquiry.by.danishName), \
            \(enquiry.wish.danishName)\(day)
            """
    case .treatmentWish: return "Ønsker nu behandling (dag 0)"
    case .offer(let offer):
        let time = entry.startsAt.map { " kl. \($0.clockText)" } ?? ""
        return "Tilbudt tid \(offer.startsOn.danishDigits)\(time)"
    case .offerDeclined(.ownChoice, let written):
        return "Takkede nej, eget valg (\(written ? "skriftligt" : "mundtligt"))"
    case .offerDeclined: return "Takkede nej, anden årsag"
    case .noShow: return "Kom ikke"
    case .service(let service):
        let length = service.minutes.map { " \($0) min" } ?? ""
        let name = service.code.danishName.capitalisedFirst
        return "\(name)\(length) (\(service.attended ? "kom" : "kom ikke"))"
    case .withdrawal: return "Trak sig"
    case .outsideDuty(let reason, _):
        return reason == .admitted
            ? "Ikke omfattet: indlagt på hospital"
            : "Ikke omfattet: visiteret til integreret behandling"
    case .outsideDutyEnded: return "Omfattet igen"
    case .discharge(let reason): return "Udskrevet: \(reason.danishName.lowercased())"
    case .entry: return "Notat"
    case .enrolment: return "Indskrevet"
    case .planAgreed: return "Behandlingsplan aftalt"
    case .planReviewed: return "Behandlingsplan set igen"
    default: return entry.type
    }
}

extension Instant {
    /// `10.00`, by the Danish clock.
    var clockText: String {
        let wall = copenhagen
        return ClockTime(wall.hour, wall.minute).danishText
    }
}

extension String {
    /// With its first letter large.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
