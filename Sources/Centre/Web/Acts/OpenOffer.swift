internal import Domain
internal import Records

extension CaseFile {
    /// The latest offer that nothing after it has answered.
    var openOffer: LedgerEntry? {
        guard let place = current.lastIndex(where: { $0.offer != nil }) else { return nil }
        let offer = current[place]
        let isAnswered = current[(place + 1)...].contains { $0.answers(offer) }
        return isAnswered ? nil : offer
    }
}

extension LedgerEntry {
    /// A first time that was offered.
    var offer: Offer? {
        guard case .offer(let offer) = fact else { return nil }
        return offer
    }

    /// The moment an offer names, where the hour was said.
    var startsAt: Instant? {
        details["at"]?.string.flatMap { Instant(rfc3339: $0) }
    }

    fileprivate func answers(_ offer: LedgerEntry) -> Bool {
        switch fact {
        case .offerDeclined, .noShow, .withdrawal, .outsideDuty, .discharge: true
        case .service: on >= (offer.offer?.startsOn ?? offer.on)
        case nil: isOwn(CaseClosed.self)
        default: false
        }
    }
}
