internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

/// `/se-din-aftale/aftale/…`: a citizen who is inside with her code books, moves and gives up her time.
struct OwnTimeRoutes: Sendable {
    let times: OwnTimes
    let door: CodeGuard

    var all: [CentreRoute] {
        [
            .open(.post, "/se-din-aftale/aftale/book", book),
            .open(.get, "/se-din-aftale/aftale/flyt") { visit, loop in
                try show(visit, loop) { inside, loop in try movePage(inside, nil, visit, loop) }
            },
            .open(.post, "/se-din-aftale/aftale/flyt", move),
            .open(.get, "/se-din-aftale/aftale/aflys") { visit, loop in
                try show(visit, loop) { inside, _ in
                    inside.time.map { visit.page(visit.frame.giveUpPage($0)) }
                        ?? .seeOther("/se-din-aftale/aftale")
                }
            },
            .open(.post, "/se-din-aftale/aftale/aflys", giveUp),
            .open(.get, "/se-din-aftale/aftale.ics") { visit, loop in
                try show(visit, loop) { inside, _ in
                    .calendar(
                        ICalendar(
                            inside.state.file.standing(from: visit.now).map {
                                ICalendar.Event($0, at: visit.frame.profile)
                            }), named: "aftale.ics")
                }
            },
        ]
    }

    /// Who stands inside, and her case.
    private struct Inside: Sendable {
        let ref: CaseRef
        let state: CaseState
        let age: ClosedRange<Int>?

        /// Her next time that has an hour.
        var next: Appointment? { state.file.standing(from: state.now).first }

        var time: OwnTime? {
            next.map { OwnTime(entry: $0.entry.id, startsAt: $0.time.startsAt) }
        }
    }

    /// The case behind the cookie; nil for whoever has no code, or whose quarter of an hour is over.
    private func ref(_ visit: Visit, _ loop: LoopContext) throws -> CaseRef? {
        let key = visit.request.cookieWord(CodeGuard.cookieName)
        return try door.caseID(key, at: visit.now).flatMap {
            try times.ledger.find($0, in: loop.db)
        }
    }

    private static let outside = Response.seeOther("/se-din-aftale")

    /// A page of hers, its reading logged.
    private func show(
        _ visit: Visit, _ loop: LoopContext,
        _ page: @escaping @Sendable (Inside, LoopContext) throws -> Response
    ) throws -> Answer {
        guard let ref = try ref(visit, loop) else { return .now(Self.outside) }
        let (audit, now) = (times.audit, visit.now)
        return visit.writing { db in
            try audit.record(.receiptRead, by: .citizen, cases: [ref], at: now, in: db)
        } then: { token, loop in
            let file = try times.ledger.file(ref, in: loop.db)
            return try page(
                Inside(
                    ref: ref, state: try CaseState(file, times.standards, by: nil, at: now),
                    age: try times.ledger.person(of: file, token).age(on: now.day)), loop)
        }
    }

    private func movePage(
        _ inside: Inside, _ fault: String?, _ visit: Visit, _ loop: LoopContext
    ) throws -> Response {
        guard let next = inside.next, let time = inside.time else {
            return .seeOther("/se-din-aftale/aftale")
        }
        let free = try times.free(
            inside.state, moving: next, age: inside.age, count: OwnTimes.offeredCount, in: loop.db)
        return visit.page(
            visit.frame.ownMovePage(
                OwnChoice(
                    free: free,
                    names: CalendarNames(
                        facts: times.standards.facts(on: visit.today), staff: [:]),
                    lastDay: next.isOffer ? inside.state.runningLastDay : nil, fault: fault),
                from: time),
            status: fault == nil ? .ok : .unprocessable)
    }

    private func book(_ visit: Visit, _ loop: LoopContext) throws -> Answer {
        guard let ref = try ref(visit, loop) else { return .now(Self.outside) }
        let (text, id, now) = (visit.field("own-tid"), visit.entryID, visit.now)
        return visit.writing { [times] db in
            try times.choose(text, moving: nil, in: ref, as: id, at: now, in: db)
        } then: { outcome, _ in
            switch outcome {
            case .done: .seeOther("/se-din-aftale/aftale?gjort=booket")
            case .taken: .seeOther("/se-din-aftale/aftale?gjort=optaget")
            case .nothingChosen: .seeOther("/se-din-aftale/aftale?gjort=ikke-valgt")
            case .over: .seeOther("/se-din-aftale/aftale")
            }
        }
    }

    private func move(_ visit: Visit, _ loop: LoopContext) throws -> Answer {
        guard let ref = try ref(visit, loop) else { return .now(Self.outside) }
        let (text, id, now) = (visit.field("own-tid"), visit.entryID, visit.now)
        let old = EntryID(formText: visit.field("aftale"))
        return visit.writing { [times] db -> (OwnTimes.Outcome, AccessToken) in
            let outcome =
                try old.map {
                    try times.choose(text, moving: $0, in: ref, as: id, at: now, in: db)
                } ?? .over
            return (
                outcome,
                try times.audit.record(.receiptRead, by: .citizen, cases: [ref], at: now, in: db)
            )
        } then: { result, loop in
            let (outcome, token) = result
            let fault: String
            switch outcome {
            case .done: return .seeOther("/se-din-aftale/aftale?gjort=flyttet")
            case .over: return .seeOther("/se-din-aftale/aftale")
            case .taken: fault = OwnChoice.takenWords
            case .nothingChosen: fault = OwnChoice.nothingWords
            }
            let file = try times.ledger.file(ref, in: loop.db)
            let inside = Inside(
                ref: ref, state: try CaseState(file, times.standards, by: nil, at: now),
                age: try times.ledger.person(of: file, token).age(on: now.day))
            return try movePage(inside, fault, visit, loop)
        }
    }

    private func giveUp(_ visit: Visit, _ loop: LoopContext) throws -> Answer {
        guard let ref = try ref(visit, loop) else { return .now(Self.outside) }
        let (id, now) = (visit.entryID, visit.now)
        let old = EntryID(formText: visit.field("aftale"))
        return visit.writing { [times] db in
            try old.map { try times.giveUp($0, in: ref, as: id, at: now, in: db) } ?? .over
        } then: { outcome, _ in
            .seeOther(
                outcome == .done
                    ? "/se-din-aftale/aftale?gjort=aflyst" : "/se-din-aftale/aftale")
        }
    }
}

extension Visit {
    /// The id that the form has chosen for what it writes.
    fileprivate var entryID: EntryID { EntryID(formText: field("id")) ?? .random() }
}
