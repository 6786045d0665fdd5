internal import Domain
internal import HTML
internal import Records

/// The citizen takes a consent back (tilbagetrækning): from that moment nothing more is told.
///
/// - Law: databeskyttelsesforordningen art. 7, stk. 3; Sundhedsloven § 44.
struct RevokeConsent: CaseAct {
    static let address = "traek-samtykke"
    static let title = "Træk et samtykke tilbage"
    static let button = "Træk samtykket tilbage"
    static let roles = Set<Role>.clinical
    static let leadsTo = CaseTab.consents
    static let audit = AuditAction("consent-revoked", "trak et samtykke tilbage")

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .select(
                "traek-hvilket", "Hvilket samtykke?",
                state.file.consents.map {
                    Choice(
                        $0.consent.id, "\($0.recipient), givet \($0.entry.on.danishDigits)")
                }, prompt: "Vælg"),
            .day("traek-dato", "Trukket tilbage", state.today),
            ActField(
                name: "traek-tekst", label: "Hvad sagde borgeren?",
                kind: .text(rows: 2, lengthMax: 1_000), isOptional: true),
        ]
    }

    static func about(_ entry: LedgerEntry, _ state: CaseState) -> FieldValues? {
        WrittenConsent(entry).map { FieldValues(["traek-hvilket": [$0.consent.id]]) }
    }

    static func shown(_ field: ActField, _ reading: CaseReading) -> ActField {
        guard field.name == "traek-hvilket" else { return field }
        var field = field
        field.kind = .select(
            reading.file.consents.map { given in
                Choice(
                    given.consent.id,
                    """
                    \(reading.name(ofRecipient: given.recipient)), \
                    givet \(given.entry.on.danishDigits)
                    """)
            }, prompt: "Vælg")
        return field
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard case .consentRevoked(let revocation) = entry.fact else { return nil }
        return FieldValues([
            "traek-hvilket": [revocation.id], "traek-dato": [entry.on.fieldText],
            "traek-tekst": body.text.map { [$0] } ?? [],
        ])
    }

    static func told(_ entry: LedgerEntry) -> String {
        guard case .consentRevoked(let revocation) = entry.fact else { return title }
        return "Samtykke trukket tilbage: \(revocation.scope?.first ?? "")"
    }

    let consent: Consent
    let day: CalendarDay
    let text: String

    func require(_ state: CaseState) throws(ActRefusal) {
        let kind = Deadline.Kind.consentExpiry(id: consent.id)
        let standing = deadlines(
            of: state.file.history(), under: state.standard.standard, on: state.today
        ).first { $0.kind == kind }
        guard let standing, let reason = standing.because.last else { throw .noConsent }
        guard standing.state == .open else { throw .againstRules(reason) }
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        [
            NewFact(
                .consentRevoked(Revocation(id: consent.id, scope: consent.scope)), on: day,
                body: Words(text))
        ]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation(
            "Samtykket er trukket tilbage.",
            next: "Fra nu af fortæller vi ikke \(consent.scope.first ?? "dem") noget.")
    }
}

extension RevokeConsent {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let which = typed.raw("traek-hvilket")
        let given = state.file.consents.first { $0.consent.id.utf8.elementsEqual(which.utf8) }
        if given == nil { typed.fault("traek-hvilket", "Vælg, hvilket samtykke det er") }
        let day = typed.pastDay("traek-dato")
        if let given, let day, day < given.entry.on {
            typed.fault(
                "traek-dato",
                "Samtykket blev først givet \(given.entry.on.fieldText). Skriv en senere dag")
        }
        text = typed.text("traek-tekst")
        consent = try typed.required(given).consent
        self.day = try typed.required(day)
    }
}
