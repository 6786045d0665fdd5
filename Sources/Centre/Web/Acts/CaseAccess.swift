internal import Domain
internal import HTML
internal import HTTP
internal import Records
internal import SQLite

extension StaffVisit {
    /// A page about one case, its reading logged.
    func reading(
        _ ref: CaseRef, then page: @escaping @Sendable (CaseReading) throws -> Response
    ) -> Answer {
        logged(.caseRead, cases: [ref]) { token, loop in
            try page(try caseReading(ref, token, in: loop.db))
        }
    }

    /// A page of one case with what the rooms put on it, its reading logged.
    func reading(
        _ ref: CaseRef, with sections: [CaseSection], on page: CaseSection.Page,
        then answer: @escaping @Sendable (CaseReading, PreparedSections) throws -> Response
    ) -> Answer {
        let house = visit.web.house
        return logged(.caseRead, cases: [ref]) { token, loop in
            let reading = try caseReading(ref, token, in: loop.db)
            let prepared = try PreparedSections(
                sections, on: page, reading, CaseSection.Source(house: house, token: token),
                in: loop.db)
            return try answer(reading, prepared)
        }
    }

    /// The case as a page shows it, by an access that was logged.
    func caseReading(
        _ ref: CaseRef, _ token: AccessToken, in db: borrowing Connection
    ) throws -> CaseReading {
        try CaseReading(ref, token, visit.web.house, at: now, in: db)
    }

    /// Finds the case in the address, or answers as if there were none. Before a case that ended long ago stands the
    /// question why it is opened.
    func withCase(
        _ loop: LoopContext, _ answer: (CaseRef) throws -> Answer
    ) throws -> Answer {
        guard let ref = try caseInAddress(loop) else { return .now(visit.notFound()) }
        if let question = try questionBefore(ref, loop) { return .now(question) }
        return try answer(ref)
    }

    /// The case in the address; nil where there is none.
    func caseInAddress(_ loop: LoopContext) throws -> CaseRef? {
        try path["number"].flatMap { CaseNumber($0) }
            .flatMap { try visit.web.house.ledger.find($0, in: loop.db) }
    }

    /// The case's page for those who read journals, the enquiry's for the reception.
    func place(of ref: CaseRef, _ tab: CaseTab = .timeline) -> Address {
        let number = ref.number.description
        guard isClinical else { return "/henvendelser/\(word: number)" }
        return tab.address.map { "/sager/\(word: number)/\(word: $0)" } ?? "/sager/\(word: number)"
    }
}
