internal import Domain
internal import HTML
internal import Records

/// The timeline (tidslinje): every fact of the case, newest first, with who wrote it. What was corrected or taken away
/// stays, struck through, and says by whom, when and why.
func timeline(_ reading: CaseReading, _ page: CasePageContext) -> HTML {
    let replaced = Dictionary(
        reading.file.entries.compactMap { entry in entry.corrects.map { ($0, entry) } },
        uniquingKeysWith: { $1 })
    let entries = reading.file.entries.filter(\.isTold).sorted {
        ($0.placeInDay, $0.position) > ($1.placeInDay, $1.position)
    }
    let lines = entries.map { entry in
        let later = replaced[entry.id]
        return timelineLine(
            entry, in: reading, page, replacedBy: later,
            correction: later == nil ? correction(of: entry, reading, page) : nil)
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

/// Where what was written wrong is put right.
private struct CorrectionLink {
    /// `Ret`, or `Fjern` where there is nothing to correct.
    let word: String
    let address: Address
}

/// Where an entry is put right; nil where her role may not, or nobody can.
private func correction(
    of entry: LedgerEntry, _ reading: CaseReading, _ page: CasePageContext
) -> CorrectionLink? {
    guard entry.recordedBy != nil, page.acts.mayTakeAway(entry, page.role),
        let act = page.acts.act(writing: entry)
    else { return nil }
    let isCorrectable = act.values(of: entry, OpenedBody()) != nil
    let (number, step) = (
        reading.ref.number.description, isCorrectable ? act.address : TakeBack.address
    )
    return CorrectionLink(
        word: isCorrectable ? "Ret" : TakeBack.button,
        address: "/sager/\(word: number)/\(word: step)?post=\(word: entry.id.formText)")
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
        !isOwn(EntryTakenAway.self) && !(isOwn(PersonKnown.self) && position <= 2)
    }
}

private func timelineLine(
    _ entry: LedgerEntry, in reading: CaseReading, _ page: CasePageContext,
    replacedBy later: LedgerEntry?, correction: CorrectionLink?
) -> HTML {
    let author = entry.recordedBy.flatMap { reading.names[$0] } ?? "borgeren selv"
    let title = entryTitle(entry, in: reading, page)
    let text = reading.body(of: entry).text
    let isLate = entry.recordedAt.day != entry.on
    return """
        <li\(attribute("class", later == nil ? nil : "replaced"))>
        <p class="when"><time datetime="\(entry.on.isoText)">\(entry.on.danishDigits)</time>\
        \(entry.moment.map { " kl. \($0.clockText)" })</p>
        <p><strong>\(struck("\(title)", later))</strong></p>
        \(later.map { replacement($0, in: reading) })\
        \(text.map { "<p class=\"note-text\">\(struck("\($0)", later))</p>\n" })\
        <p class="by">\(author)\
        \(isLate ? "\(HTML(escaping: ", skrevet \(entry.recordedAt.day.danishDigits)"))" : "")\
        \(correction.map { correctionLink($0, title, on: entry.on) })</p>
        </li>\n
        """
}

/// With a line through it, where something else has taken its place.
private func struck(_ words: HTML, _ later: LedgerEntry?) -> HTML {
    later == nil ? words : "<s>\(words)</s>"
}

/// `Rettet den 13.11.2026 kl. 8.02 af Anne Madsen: forkert dato`
private func replacement(_ later: LedgerEntry, in reading: CaseReading) -> HTML {
    let isGone = later.isOwn(EntryTakenAway.self)
    let body = reading.body(of: later)
    let why = isGone ? body.text : body.why
    let who = later.recordedBy.flatMap { reading.names[$0] }.map { " af \($0)" } ?? ""
    let what = isGone ? "Fjernet" : "Rettet"
    return """
        <p class="replacement">\(what) den \(later.recordedAt.inDigits)\(who)\
        \(why.map { ": \($0)" })</p>\n
        """
}

private func correctionLink(_ correction: CorrectionLink, _ title: String, on day: CalendarDay)
    -> HTML
{
    let what: HTML = " \(day.danishDigits), \(title)"
    return """
         · <a href="\(correction.address)">\(correction.word)\
        <span class="visually-hidden">\(what)</span></a>
        """
}

/// A fact in one line of Danish.
private func entryTitle(
    _ entry: LedgerEntry, in reading: CaseReading, _ page: CasePageContext
) -> String {
    if let fact = entry.fact { return factTitle(fact, entry, page) }
    if entry.isOwn(PersonKnown.self) { return "Oplysninger om personen" }
    if entry.isOwn(CaseClosed.self) { return "Sagen er lukket" }
    if let chosen = entry.own(ResponsibleChosen.self) {
        return "Ansvarlig: \(chosen.staff.flatMap { reading.names[$0] } ?? "ingen")"
    }
    return page.acts.act(writing: entry)?.told(entry) ?? entry.type
}

private func factTitle(_ fact: Fact, _ entry: LedgerEntry, _ page: CasePageContext) -> String {
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
    default: return page.acts.act(writing: entry)?.told(entry) ?? entry.type
    }
}
