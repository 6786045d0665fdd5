internal import Domain
internal import Records
internal import SQLite

// The intake room's invariants:
// - nothing a citizen types is readable here before Send: the draft's key is in her browser alone;
// - Send writes the case, its facts, the code's digest and the audit entry in one transaction, once;
// - no name, number or CPR is asked for or needed, and where she comes from is not written down.

/// Keeps drafts, turns a sent one into a case, and finds a case by its code.
struct IntakeService: Sendable {
    let vault: Vault
    let ledger: Ledger
    let audit: AuditLog

    /// What became of pressing Send.
    enum Sending: Sendable {
        /// The case is written: now, or the first time it was pressed.
        case sent(isNew: Bool)
        /// An answer is still needed.
        case incomplete(EnquiryStep)
        /// The draft has died, or never was.
        case gone
        /// The form is not one of this draft's.
        case foreign
    }

    // MARK: Drafts

    /// Reads a draft that is not dead. A row that the key does not open is no draft of hers.
    func draft(
        _ key: DraftKey, at now: Instant, in db: borrowing Connection
    ) throws -> EnquiryDraft? {
        let sealed = try db.firstRow(
            IntakeSQL.draft.rawValue, [.blob(key.rowID), .text(now.wholeSecond.rfc3339)]
        ) { $0.blob(0) }
        return sealed.flatMap { try? key.open($0) }
    }

    /// Keeps a draft for its hour from now.
    func keep(
        _ draft: EnquiryDraft, _ key: DraftKey, at now: Instant, in db: borrowing Connection
    ) throws {
        let minutes =
            draft.receipt == nil ? EnquiryDraft.minutesMax : EnquiryDraft.receiptMinutesMax
        try db.run(
            IntakeSQL.keepDraft.rawValue,
            [
                .blob(key.rowID), .blob(try key.seal(draft)),
                .text(Instant(seconds: now.seconds + minutes * 60).rfc3339),
            ])
    }

    /// Deletes the drafts whose hour is over: when the house opens, and every few minutes. None is shown after its hour.
    static func deleteExpiredDrafts(at now: Instant, in db: borrowing Connection) throws {
        try db.run(IntakeSQL.deleteExpiredDrafts.rawValue, [.text(now.wholeSecond.rfc3339)])
    }

    /// Deletes a draft at once: she has left.
    func delete(_ key: DraftKey, in db: borrowing Connection) throws {
        try db.run(IntakeSQL.deleteDraft.rawValue, [.blob(key.rowID)])
    }

    // MARK: Send

    /// Makes a case of a draft. A second press finds the receipt where the answers were.
    func send(
        _ key: DraftKey, token: String, under standard: AdoptedStandard, at now: Instant,
        in db: borrowing Connection
    ) throws -> Sending {
        guard var draft = try draft(key, at: now, in: db) else { return .gone }
        guard draft.receipt == nil else { return .sent(isNew: false) }
        guard ConstantTime.areEqual(token, draft.token) else { return .foreign }
        if let step = draft.answers.firstOpenStep { return .incomplete(step) }
        let ref = try register(
            draft.answers, as: draft.entryID, under: standard, at: now, in: db)
        let code = try giveCode(to: ref, at: now, in: db)
        draft.receipt = try receipt(
            for: draft.answers, code: code, ref, under: standard, at: now, in: db)
        draft.answers = EnquiryAnswers()
        try keep(draft, key, at: now, in: db)
        return .sent(isNew: true)
    }

    /// Writes the enquiry as facts of a new case. The day it arrives is day 0 whatever the hour.
    ///
    /// - Law: Sundhedsloven § 141, stk. 2 and 7.
    private func register(
        _ answers: EnquiryAnswers, as entryID: EntryID, under standard: AdoptedStandard,
        at now: Instant, in db: borrowing Connection
    ) throws -> CaseRef {
        let ref = try ledger.openCase(under: standard.id, at: now, in: db)
        let enquiry = NewFact(
            .enquiry(answers.enquiry), on: now.day, at: now, body: Words(answers.message),
            id: entryID)
        let person = NewFact(
            PersonKnown(isAnonymous: true, isRelative: answers.concern == .another),
            on: now.day, body: answers.person)
        let row = try ledger.append([enquiry, person], to: ref, by: nil, at: now, in: db)
        try audit.record(
            .enquiryRegistered, by: .citizen, cases: [ref], writing: row, at: now, in: db)
        return ref
    }

    private func giveCode(
        to ref: CaseRef, at now: Instant, in db: borrowing Connection
    ) throws -> ReceiptCode {
        // Forty bits meet themselves so seldom that drawing again is enough.
        var code = ReceiptCode.random()
        while try caseID(behind: code, in: db) != nil { code = ReceiptCode.random() }
        let key = try keys.current(in: db)
        try db.run(
            IntakeSQL.keepCode.rawValue,
            [
                .blob(digest(of: code, under: key)), .integer(ref.id.rawValue),
                .text(now.rfc3339), .integer(key.rawValue),
            ])
        return code
    }

    private func receipt(
        for answers: EnquiryAnswers, code: ReceiptCode, _ ref: CaseRef,
        under standard: AdoptedStandard, at now: Instant, in db: borrowing Connection
    ) throws -> Receipt {
        let history = try ledger.file(ref, in: db).history()
        let clocks = verdict(of: history, under: standard.standard, on: now.day).guarantee
        return Receipt(
            code: code.words, contact: answers.contact ?? .comesSelf,
            isDiscreet: answers.isDiscreet, audience: Receipt.Audience(answers),
            promisedBy: Self.promisedBy(now.day),
            lastDay: clocks.last?.lastDay)
    }

    /// We ring or write on the first open day after the enquiry at the latest: not on Saturdays,
    /// Sundays, public holidays, 5 June, 24 or 31 December.
    static func promisedBy(_ received: CalendarDay) -> CalendarDay {
        WorkingDays.citizensDeadline.adding(1, to: received)
    }

    // MARK: Codes

    /// The case a code opens.
    func caseID(behind code: ReceiptCode, in db: borrowing Connection) throws -> CaseID? {
        // While the keys are being exchanged, a code may be under either.
        for key in try keys.live(in: db) {
            let found = try db.firstRow(
                IntakeSQL.caseBehindCode,
                [.blob(digest(of: code, under: key)), .integer(key.rawValue)]
            ) { CaseID($0.integer(0)) }
            if let found { return found }
        }
        return nil
    }

    /// The case that four words open, as somebody typed them; nil for anything else.
    func caseID(behindTyped text: String, in db: borrowing Connection) throws -> CaseID? {
        try ReceiptCode(typed: text).flatMap { try caseID(behind: $0, in: db) }
    }

    private var keys: CodeKeys { CodeKeys(vault: vault) }

    private func digest(of code: ReceiptCode, under key: KeySlot) throws -> [UInt8] {
        try vault.lookup(code.canonicalText, purpose: "receipt code", under: key)
    }
}

extension EnquiryAnswers {
    /// The enquiry as the rules know it.
    fileprivate var enquiry: Enquiry {
        Enquiry(
            wish: historyWish, by: concern == .another ? .relative : .`self`, channel: .web)
    }

    private var historyWish: Domain.Wish {
        switch wish {
        case .treatment: .treatment
        case .talk: .advice
        case .unsure, nil: .undecided
        }
    }

    /// Everybody who writes is anonymous until she says otherwise.
    fileprivate var person: PersonDetails {
        var person = PersonDetails()
        person.name = alias.isEmpty ? nil : alias
        person.phone = reachableNumber
        person.contact = contact
        if contact == .call {
            let times = PartOfDay.allCases.filter(hours.contains).map(\.rawValue)
            person.contactTimes = times.isEmpty ? nil : times.joined(separator: ", ")
            person.isDiscreet = isDiscreet
        }
        person.ageGroup = age
        person.isPregnant = isPregnant
        person.hasChildrenAtHome = hasChildren
        return person
    }

    private var reachableNumber: String? {
        let typed =
            switch contact {
            case .call: phone
            case .text: mobile
            case .comesSelf, nil: ""
            }
        return PhoneNumber.kept(typed)
    }
}
