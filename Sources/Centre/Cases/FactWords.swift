internal import Domain
internal import Records

/// A fact in one line of Danish.
func entryTitle(
    _ entry: LedgerEntry, in reading: CaseReading, _ page: CasePageContext
) -> String {
    if let fact = entry.fact { return factTitle(fact, entry) }
    if entry.isOwn(PersonKnown.self) { return "Oplysninger om personen" }
    if entry.isOwn(CaseClosed.self) { return "Sagen er lukket" }
    if let chosen = entry.own(ResponsibleChosen.self) {
        return "Ansvarlig: \(chosen.staff.flatMap { reading.names[$0] } ?? "ingen")"
    }
    return page.acts.act(writing: entry)?.told(entry) ?? entry.type
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
        return "Tilbudt tid den \(offer.startsOn.danishDigits)\(time)"
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
    case .followUp(let reached):
        return reached ? "Opfølgning: talte med borgeren" : "Opfølgning: fik ikke fat i borgeren"
    default: return entry.type
    }
}
