package import Domain

/// Everything written about one case, in the order it was recorded.
package struct CaseFile: Sendable {
    package let ref: CaseRef
    package let entries: [LedgerEntry]
    /// The entries that count today: without those that were corrected and without what corrected them away. A
    /// correction stands in the place of what it corrects, so a mended date opens no case that was closed after it.
    package let current: [LedgerEntry]
    /// The history without the person, where it was made already.
    var keptHistory: CaseHistory?

    package init(ref: CaseRef, entries: [LedgerEntry]) {
        self.ref = ref
        self.entries = entries
        current = Self.counting(entries)
    }

    /// The same without one entry, and without what it took the place of, as if neither had ever been written: for
    /// whoever puts another in its place.
    package func without(_ id: EntryID) -> CaseFile {
        var gone: Set<EntryID> = [id]
        // A correction stands after what it corrects.
        for entry in entries.reversed() where gone.contains(entry.id) {
            if let earlier = entry.corrects { gone.insert(earlier) }
        }
        return CaseFile(ref: ref, entries: entries.filter { !gone.contains($0.id) })
    }

    /// The same as it was before an entry was written; whole where there is no such entry. Whoever sends a form twice is
    /// answered by what the case said the first time.
    package func before(_ id: EntryID) -> CaseFile {
        guard let place = entries.firstIndex(where: { $0.id == id }) else { return self }
        return CaseFile(ref: ref, entries: Array(entries[..<place]))
    }

    private static func counting(_ entries: [LedgerEntry]) -> [LedgerEntry] {
        let replaced = Set(entries.compactMap(\.corrects))
        guard !replaced.isEmpty else { return entries }
        let counted = entries.filter {
            !replaced.contains($0.id) && !$0.isOwn(EntryTakenAway.self)
        }
        var places: [EntryID: Int] = [:]
        for entry in entries {
            places[entry.id] = entry.corrects.flatMap { places[$0] } ?? entry.position
        }
        return counted.sorted { (places[$0.id] ?? 0) < (places[$1.id] ?? 0) }
    }

    /// The ledger is the case history: the same facts, as the rules read them.
    ///
    /// - Parameters:
    ///   - person: what is known of the person, where a logged access opened it; the rules of the clock need none of it.
    ///   - notes: what was written with an entry, where the same access opened it.
    package func history(
        person: PersonDetails? = nil, notes: [EntryID: String] = [:]
    ) -> CaseHistory {
        if person == nil, notes.isEmpty, let keptHistory { return keptHistory }
        return CaseHistory(
            person: historyPerson(person),
            events: chronological.compactMap { $0.event(note: notes[$0.id]) })
    }

    /// By day, and within the day in the order of recording.
    package var chronological: [LedgerEntry] {
        current.sorted { $0.on < $1.on }
    }

    /// What was written down of the course: every fact that counts but the house's own. Where none is left, the last
    /// one that was.
    package var records: [LedgerEntry] {
        let facts = current.filter { $0.fact != nil }
        return facts.isEmpty ? entries.max { $0.on < $1.on }.map { [$0] } ?? [] : facts
    }

    /// The day of the last of them; nil for a case nobody has written in.
    package var lastOn: CalendarDay? { records.map(\.on).max() }

    /// The latest word on who the person is.
    package var personEntry: LedgerEntry? {
        current.last { $0.isOwn(PersonKnown.self) }
    }

    /// What is plain of it; somebody of whom nothing is known counts as anonymous.
    package var personKnown: PersonKnown {
        personEntry?.own(PersonKnown.self) ?? PersonKnown(isAnonymous: true)
    }

    /// Whether the citizen has chosen to be anonymous.
    ///
    /// - Law: Sundhedsloven § 141, stk. 7.
    package var isAnonymous: Bool { personKnown.isAnonymous }

    private func historyPerson(_ details: PersonDetails?) -> Person {
        Person(
            born: details?.born, sex: details?.sex, cpr: isAnonymous ? nil : details?.cpr,
            anonymous: isAnonymous, municipality: details?.municipality)
    }
}

/// What the lists need to know of a case without reading it: kept in `open_case`, always computable from the ledger.
package struct CaseProjection: Hashable, Sendable {
    package let isOpen: Bool
    package let responsible: StaffID?
    package let receivedOn: CalendarDay

    /// Replays the entries that count. A case is open from its enquiry until a discharge or until it is closed; an
    /// enquiry after that opens it again.
    package init?(_ file: CaseFile) {
        var isOpen = false
        var responsible: StaffID?
        var receivedOn: CalendarDay?
        for entry in file.current {
            switch entry.fact {
            case .enquiry, .treatmentWish:
                isOpen = true
                receivedOn = entry.on
            case .discharge:
                isOpen = false
            case nil:
                if entry.isOwn(CaseClosed.self) { isOpen = false }
                if let chosen = entry.own(ResponsibleChosen.self) { responsible = chosen.staff }
            default:
                break
            }
        }
        guard let receivedOn else { return nil }
        self.isOpen = isOpen
        self.responsible = responsible
        self.receivedOn = receivedOn
    }
}
