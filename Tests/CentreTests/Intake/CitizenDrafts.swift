import Domain
import Records

@testable import Centre
@testable import TestHouse

// What a citizen's browser does in the web form.

extension TestHouse {
    private var intake: IntakeService { centre.services.intake }

    /// A draft kept under a new key.
    func keep(_ answers: EnquiryAnswers) throws -> DraftKey {
        var draft = EnquiryDraft()
        draft.answers = answers
        let (key, kept, intake, now) = (DraftKey.random(), draft, intake, now)
        try perform { db in try intake.keep(kept, key, at: now, in: db) }
        return key
    }

    func draft(_ key: DraftKey) throws -> EnquiryDraft? {
        let (intake, now) = (intake, now)
        return try perform { db in try intake.draft(key, at: now, in: db) }
    }

    @discardableResult
    func send(_ key: DraftKey, token: String? = nil) throws -> IntakeService.Sending {
        let token = try token ?? draft(key)?.token ?? ""
        let (intake, standard, now) = (intake, try records.standardToday(), now)
        return try perform { db in
            try intake.send(key, token: token, under: standard, at: now, in: db)
        }
    }

    /// Sends three answers, and gives the four words of the receipt.
    func codeOfNewEnquiry() throws -> ReceiptCode? {
        let key = try keep(
            EnquiryAnswers(concern: .myself, age: .adult, wish: .treatment, contact: .comesSelf))
        try send(key)
        return try draft(key)?.receipt.flatMap {
            ReceiptCode(typed: $0.code.joined(separator: " "))
        }
    }

    /// The case behind a code.
    func file(behind code: ReceiptCode) throws -> CaseFile? {
        let (intake, ledger) = (intake, records.ledger)
        return try perform { db in
            guard let id = try intake.caseID(behind: code, in: db),
                let ref = try ledger.find(id, in: db)
            else { return nil }
            return try ledger.file(ref, in: db)
        }
    }
}
