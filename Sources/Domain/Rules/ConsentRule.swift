/// Consent to pass on what is known (samtykke).
struct ConsentRule {
    typealias Entry = CaseFacts.Entry

    /// A consent with its last valid day and what withdrew it.
    struct Given {
        let entry: Entry
        let consent: Consent
        let lastDay: CalendarDay
        var revoked: Entry?

        /// Whether it holds at the end of a day.
        func isValid(on day: CalendarDay) -> Bool {
            entry.on <= day && day <= lastDay && revoked == nil
        }
    }

    let facts: CaseFacts

    /// All consents. A revocation takes back every one of its name that was given before it.
    func given() -> [Given] {
        var all: [Given] = []
        var openByID: [[UInt8]: [Int]] = [:]
        for entry in facts.entries {
            switch entry.fact {
            case .consent(let consent):
                openByID[Array(consent.id.utf8), default: []].append(all.count)
                all.append(
                    Given(entry: entry, consent: consent, lastDay: Self.lastDay(consent, entry.on)))
            case .consentRevoked(let revocation):
                for place in openByID.removeValue(forKey: Array(revocation.id.utf8)) ?? []
                where entry.on <= all[place].lastDay {
                    all[place].revoked = entry
                }
            default: break
            }
        }
        return all
    }

    static func lastDay(_ consent: Consent, _ day: CalendarDay) -> CalendarDay {
        let byLaw = Consent.latestLastDay(givenOn: day)
        return consent.until.map { min($0, byLaw) } ?? byLaw
    }

    func deadlines() -> [Deadline] {
        given().map { given in
            var reasons = [
                Reason(
                    "Samtykket blev givet \(given.entry.on.inSentence). Det bortfalder senest et år "
                        + "efter og gælder til og med \(given.lastDay.inSentence).",
                    source: LawSource.consent(on: given.entry.on), facts: [given.entry.index])
            ]
            let kind = Deadline.Kind.consentExpiry(id: given.consent.id)
            guard let revoked = given.revoked else {
                return .end(kind, due: given.lastDay, asOf: facts.asOf, .law, because: reasons)
            }
            reasons.append(
                Reason(
                    "Borgeren trak det tilbage \(revoked.on.inSentence).",
                    source: LawSource.consent(on: revoked.on), facts: [revoked.index]))
            return Deadline(kind, due: given.lastDay, .cancelled, .law, because: reasons)
        }
    }
}

extension Consent {
    private static let yearsMax = 1

    /// The last day on which a consent that was given on a day can hold.
    ///
    /// - Law: Sundhedsloven § 44: a consent lapses at the latest one year after it was given.
    package static func latestLastDay(givenOn day: CalendarDay) -> CalendarDay {
        day.adding(years: yearsMax)
    }
}
