/// What was done, as the log keeps it and as those who look through the log read it. Each room declares its own, and
/// the list of rooms hands all of them down.
package struct AuditAction: Hashable, Sendable {
    /// As it stands in the log: `case-read`.
    package let code: String
    /// As it is read there: `åbnede en sag`.
    package let words: String
    /// The same, where it is known to which member of staff it was done; `{navn}` stands for the name.
    package let wordsWithName: String?

    package init(_ code: String, _ words: String, withName: String? = nil) {
        self.code = code
        self.words = words
        wordsWithName = withName
    }

    package static func == (one: AuditAction, other: AuditAction) -> Bool {
        one.code == other.code
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(code)
    }

    /// What was done to a member of staff of this name.
    package func words(to name: String) -> String {
        wordsWithName?.replacing("{navn}", with: name) ?? words
    }
}

/// What this floor itself does.
extension AuditAction {
    package static let staffAdded = AuditAction(
        "staff-added", "tilføjede en bruger", withName: "tilføjede brugeren {navn}")
    package static let staffDisabled = AuditAction(
        "staff-disabled", "lukkede for en bruger", withName: "lukkede for brugeren {navn}")
    package static let passwordChanged = AuditAction(
        "password-changed", "gav en bruger ny adgangskode",
        withName: "gav brugeren {navn} ny adgangskode")
    package static let firstPasswordUsed = AuditAction(
        "first-password-used", "brugte sin første adgangskode")
    package static let factorSet = AuditAction(
        "factor-set", "satte en app til at lave koder", withName: "satte en app til for {navn}")
    package static let factorRemoved = AuditAction(
        "factor-removed", "fjernede en brugers app", withName: "fjernede appen for {navn}")
    package static let recoveryCodeUsed = AuditAction(
        "recovery-code-used", "brugte en nødkode")
    /// What was written of staff before each act had a word of its own.
    package static let staffChanged = AuditAction("staff-changed", "ændrede en bruger")
    /// What was written in a case before each act had a word of its own.
    package static let caseWritten = AuditAction("case-written", "skrev i en sag")
    package static let caseRead = AuditAction("case-read", "åbnede en sag")
    package static let listRead = AuditAction("list-read", "så en liste")
    package static let exported = AuditAction("exported", "tog et udtræk")
    package static let standardAdopted = AuditAction(
        "standard-adopted", "indførte en kvalitetsstandard")
    package static let caseErased = AuditAction("case-erased", "slettede sager")
    package static let verified = AuditAction("verified", "kontrollerede databasen")
    package static let keyRotationBegun = AuditAction(
        "key-rotation-begun", "begyndte at skifte nøgle")
    package static let keyRotated = AuditAction("key-rotated", "skiftede nøgle")
    /// The house began to prove its rows: one entry for each case, member of staff and standard from before.
    package static let rowsProven = AuditAction(
        "rows-proven", "forseglede ældre rækker", withName: "forseglede brugeren {navn}")

    package static let own: [AuditAction] = [
        .staffAdded, .staffDisabled, .passwordChanged, .firstPasswordUsed, .factorSet,
        .factorRemoved, .recoveryCodeUsed, .staffChanged,
        .caseWritten, .caseRead, .listRead,
        .exported, .standardAdopted, .caseErased, .verified, .keyRotationBegun, .keyRotated,
        .rowsProven,
    ]
}
