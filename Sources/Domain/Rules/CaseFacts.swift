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
        let place: Int
    }

    /// The day on which the case is looked at.
    let asOf: CalendarDay
    let entries: ArraySlice<Entry>
    private let personAtFirst: Person
    /// Where anonymity was given up, and what became known.
    private let identities: ArraySlice<(place: Int, identity: Identity)>

    init(_ history: CaseHistory, asOf: CalendarDay) {
        // Places in the file, by day; most files stand in order already.
        var order = history.events.indices.filter { history.events[$0].on <= asOf }
        let isInOrder = zip(order, order.dropFirst())
            .allSatisfy { history.events[$0].on <= history.events[$1].on }
        if !isInOrder {
            order.sort { (history.events[$0].on, $0) < (history.events[$1].on, $1) }
        }
        let entries = order.enumerated().map { place, index in
            Entry(
                on: history.events[index].on, fact: history.events[index].fact, index: index,
                place: place)
        }
        let identities = entries.compactMap { entry in
            if case .identified(let identity) = entry.fact {
                (place: entry.place, identity: identity)
            } else {
                nil
            }
        }
        self.init(
            asOf: asOf, entries: entries[...], person: history.person, identities: identities[...])
    }

    private init(
        asOf: CalendarDay, entries: ArraySlice<Entry>, person: Person,
        identities: ArraySlice<(place: Int, identity: Identity)>
    ) {
        self.asOf = asOf
        self.entries = entries
        personAtFirst = person
        self.identities = identities
    }

    /// The same case, as it was known at the end of an earlier day.
    func known(on day: CalendarDay) -> CaseFacts {
        let end = entries.partitioningIndex { $0.on > day }
        // Nothing is copied: a history may ask many questions.
        return CaseFacts(
            asOf: min(day, asOf), entries: entries[..<end], person: personAtFirst,
            identities: identities.prefix { $0.place < end })
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

extension RandomAccessCollection where Index == Int {
    /// The first index whose element fulfils a condition that, once fulfilled, stays fulfilled.
    func partitioningIndex(where isInSecondPart: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if isInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
