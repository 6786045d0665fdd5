/// The facts of a case that are known on a day, in the order in which they count: by day, and on
/// the same day as the history lists them.
struct CaseFacts: Sendable {
    /// A fact in its place.
    struct Entry: Hashable, Sendable {
        let on: CalendarDay
        let fact: Fact
        /// Where it stands in the history's `events`.
        let index: Int
        /// Where it stands among the facts in their order.
        var place = 0
    }

    /// The day on which the case is looked at.
    let asOf: CalendarDay
    let entries: [Entry]
    private let personAtFirst: Person
    /// Where anonymity was given up, and what became known.
    private let identities: [(place: Int, identity: Identity)]

    init(_ history: CaseHistory, asOf: CalendarDay) {
        var known = history.events.enumerated()
            .filter { $0.element.on <= asOf }
            .map { Entry(on: $0.element.on, fact: $0.element.fact, index: $0.offset) }
            .sorted { ($0.on, $0.index) < ($1.on, $1.index) }
        for place in known.indices { known[place].place = place }
        self.init(asOf: asOf, entries: known, person: history.person)
    }

    private init(asOf: CalendarDay, entries: [Entry], person: Person) {
        self.asOf = asOf
        self.entries = entries
        personAtFirst = person
        identities = entries.enumerated().compactMap { place, entry in
            if case .identified(let identity) = entry.fact { (place, identity) } else { nil }
        }
    }

    /// The same case, as it was known at the end of an earlier day.
    func known(on day: CalendarDay) -> CaseFacts {
        let end = entries.partitioningIndex { $0.on > day }
        return CaseFacts(
            asOf: min(day, asOf), entries: Array(entries[..<end]), person: personAtFirst)
    }

    /// The entries a reading recognises, with what it read, in order.
    func all<Found>(_ read: (Fact) -> Found?) -> [(entry: Entry, found: Found)] {
        entries.compactMap { entry in read(entry.fact).map { (entry, $0) } }
    }

    /// The last entry a reading recognises.
    func last<Found>(_ read: (Fact) -> Found?) -> (entry: Entry, found: Found)? {
        for entry in entries.reversed() {
            if let found = read(entry.fact) { return (entry, found) }
        }
        return nil
    }

    /// The discharges with their reasons, in order.
    var discharges: [(entry: Entry, found: DischargeReason)] {
        all(\.dischargeReason)
    }

    /// The day the citizen died, where she did.
    var died: Entry? {
        discharges.first { $0.found == .deceased }?.entry
    }

    /// The person as she is known on this day.
    var person: Person {
        person(after: entries.count)
    }

    /// The person as she is known before an entry's place.
    func person(after count: Int) -> Person {
        identities.prefix { $0.place < count }
            .reduce(personAtFirst) { $0.identified(by: $1.identity) }
    }

    /// The person as she is known at the end of a day.
    func person(on day: CalendarDay) -> Person {
        person(after: entries.partitioningIndex { $0.on > day })
    }
}

extension Array {
    /// The first index whose element fulfils a condition that, once fulfilled, stays fulfilled.
    func partitioningIndex(where isInSecondPart: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
