internal import Domain

extension CaseFile {
    /// The latest offer that nothing after it has answered.
    var openOffer: LedgerEntry? {
        let current = current
        guard let place = current.lastIndex(where: { $0.type == "offer" }) else { return nil }
        let offer = current[place]
        let isAnswered = current[(place + 1)...].contains { entry in
            Self.answersToOffer.contains(entry.type)
                || entry.type == "service" && entry.on >= (offer.startsOn ?? offer.on)
        }
        return isAnswered ? nil : offer
    }

    private static let answersToOffer: Set<String> = [
        "offer-declined", "no-show", "withdrawal", "outside-duty", "discharge", HouseFact.closed,
    ]
}

extension LedgerEntry {
    /// The day an offer names.
    var startsOn: CalendarDay? {
        facts["startsOn"]?.string.flatMap { CalendarDay(isoText: $0) }
    }

    /// The moment an offer names, where the hour was said.
    var startsAt: Instant? {
        details["at"]?.string.flatMap { Instant(rfc3339: $0) }
    }
}
