/// Access to records (aktindsigt) and how long records are kept.
struct RecordsDeadlines {
    typealias Entry = CaseFacts.Entry

    /// - Law: offentlighedsloven § 36, stk. 2.
    static let answerWorkingDays = 7

    let facts: CaseFacts
    let standard: QualityStandard

    func all() -> [Deadline] {
        answers() + EntryAuthor.allCases.compactMap(retention)
    }

    // MARK: Access

    /// Each request with the answer it got; an answer goes to the oldest open request.
    static func requests(_ facts: CaseFacts) -> [(request: Entry, answer: Entry?)] {
        let requests = facts.entries.filter { $0.fact == .recordsRequest }
        var answers: [Entry] = []
        var open = 0
        for entry in facts.entries {
            if entry.fact == .recordsRequest { open += 1 }
            if entry.fact == .recordsAnswer, open > 0 {
                answers.append(entry)
                open -= 1
            }
        }
        return requests.enumerated().map { number, request in
            (request, number < answers.count ? answers[number] : nil)
        }
    }

    private func answers() -> [Deadline] {
        let workingDays = WorkingDays(closed: standard.records.closedDays.value ?? [])
        return Self.requests(facts).map { request, answer in
            let due = workingDays.adding(Self.answerWorkingDays, to: request.on)
            let source = LawSource.records(on: request.on)
            return DueAct(due: due, act: answer, asOf: facts.asOf).deadline(
                .recordsAnswer, .law,
                [
                    Reason(
                        "Borgeren bad om aktindsigt \(request.on.inSentence). Svaret skal gives "
                            + "inden for \(Self.answerWorkingDays) arbejdsdage, altså senest "
                            + "\(due.inSentence).", source: source, facts: [request.index])
                ], source: source)
        }
    }

    // MARK: Retention

    private func retention(_ author: EntryAuthor) -> Deadline? {
        guard let last = facts.entries.last(where: { $0.fact == .entry(by: author) }) else {
            return nil
        }
        let saying = standard.retention.socialYears.saying
        guard let years = Self.years(author, standard) else {
            return .notSet(
                .retention(author), "Hvor længe sociale notater gemmes,", saying, after: last)
        }
        let isSocial = author == .social
        let source = isSocial ? saying.source : LawSource.retention(on: last.on)
        let from = isSocial ? max(last.on, facts.discharges.last?.entry.on ?? last.on) : last.on
        let binding: DeadlineBinding = isSocial ? .standard : .law
        var reasons = [
            Reason(
                "Den sidste optegnelse ved \(author.danishName) er fra \(last.on.inSentence)."
                    + (from > last.on
                        ? " Forløbet sluttede senere, \(from.inSentence), og der regnes fra den dag."
                        : ""),
                source: source, facts: [last.index]),
            Reason(
                "Den gemmes i \(Count.years(years)), altså til og med "
                    + "\(from.adding(years: years).inSentence).", source: source),
        ]
        let suspension = Suspension(facts)
        if let open = suspension.open {
            reasons.append(
                Reason(
                    "En \(open.kind.danishName) har været i gang siden \(open.entry.on.inSentence). "
                        + "Så længe slettes intet.",
                    source: LawSource.retention(on: open.entry.on), facts: [open.entry.index]))
            return Deadline(.retention(author), due: nil, .open, binding, because: reasons)
        }
        var due = from.adding(years: years)
        if let ended = suspension.lastEnded, ended.entry.on > due {
            due = ended.entry.on
            reasons.append(
                Reason(
                    "En \(ended.kind.danishName) var i gang til \(ended.entry.on.inSentence). "
                        + "Så længe gemmes den.",
                    source: LawSource.retention(on: ended.entry.on), facts: [ended.entry.index]))
        }
        return .end(
            .retention(author), due: due, asOf: facts.asOf, binding, because: reasons)
    }

    /// - Law: autorisationsloven § 25 and journalføringsbekendtgørelsen § 15: ten years for
    ///   physicians, five for nurses and other authorised staff. Others: the standard.
    private static func years(_ author: EntryAuthor, _ standard: QualityStandard) -> Int? {
        switch author {
        case .physician: 10
        case .nurse, .otherHealth: 5
        case .social: standard.retention.socialYears.value
        }
    }

    /// The cases that suspend the end of retention: which one is still open, and which ended last.
    private struct Suspension {
        var open: (entry: Entry, kind: PendingKind)?
        var lastEnded: (entry: Entry, kind: PendingKind)?

        init(_ facts: CaseFacts) {
            var pending: [(entry: Entry, kind: PendingKind)] = []
            for entry in facts.entries {
                switch entry.fact {
                case .pending(let kind): pending.append((entry, kind))
                case .pendingEnded(let kind):
                    guard let place = pending.firstIndex(where: { kind == nil || $0.kind == kind })
                    else { continue }
                    lastEnded = (entry, pending.remove(at: place).kind)
                default: break
                }
            }
            open = pending.first
        }
    }
}

extension EntryAuthor {
    /// The profession in the middle of a sentence.
    var danishName: String {
        switch self {
        case .physician: "en læge"
        case .nurse: "en sygeplejerske"
        case .otherHealth: "en anden sundhedsperson"
        case .social: "en socialfaglig medarbejder"
        }
    }
}

extension PendingKind {
    /// The case in the middle of a sentence, without its article.
    var danishName: String {
        switch self {
        case .complaint: "klagesag"
        case .supervision: "tilsynssag"
        case .compensation: "erstatningssag"
        }
    }
}
