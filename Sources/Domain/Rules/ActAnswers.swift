/// May an application or documents be sent, may others be notified?
struct ActAnswers {
    let facts: CaseFacts
    let standard: QualityStandard
    let on: CalendarDay

    func sendApplication(_ modality: Modality) -> Ruling {
        let tried = standard.visitation.outpatientTried
        guard
            let (entry, application) = facts.last({ fact in
                fact.application.flatMap { $0.modality == modality ? $0 : nil }
            })
        else {
            return .no(
                Reason(
                    "Der er ingen ansøgning om \(modality.danishName) i sagen.",
                    source: HouseSource.caseItself))
        }
        let made = "Ansøgningen om \(modality.danishName) er fra \(entry.on.inSentence)."
        guard tried.value == true else {
            return .yes(
                Reason(made, source: HouseSource.caseItself, facts: [entry.index]),
                Reason(
                    "Om ambulant behandling skal være forsøgt først, er \(Deadline.notSetWords).",
                    source: tried.source))
        }
        if application.outpatientTried {
            return .yes(
                Reason(
                    "\(made) Ambulant behandling er forsøgt.", source: tried.source,
                    facts: [entry.index]))
        }
        if let exception = application.exceptionReason, !exception.isBlank {
            return .yes(
                Reason(
                    "\(made) Ambulant behandling er ikke forsøgt, men der står hvorfor.",
                    source: tried.source, facts: [entry.index]))
        }
        return .no(
            Reason(
                "\(made) Ambulant behandling er ikke forsøgt, og der står ikke hvorfor.",
                source: tried.source, facts: [entry.index]))
    }

    func sendDocuments(_ recipient: String) -> Ruling {
        let consents = ConsentRule(facts: facts).given().filter {
            $0.consent.scope.contains { $0.hasSameBytes(as: recipient) }
        }
        if let valid = consents.last(where: { $0.isValid(on: on) }) {
            return .yes(
                Reason(
                    "Borgeren gav \(valid.entry.on.inSentence) samtykke til \(recipient). Det gælder "
                        + "til og med \(valid.lastDay.inSentence).",
                    source: LawSource.consent(on: on), facts: [valid.entry.index]))
        }
        guard let latest = consents.last else {
            return .no(
                Reason("Der er intet samtykke til \(recipient).", source: LawSource.consent(on: on))
            )
        }
        let text =
            latest.revoked.map { "Samtykket blev trukket tilbage \($0.on.inSentence)." }
            ?? "Samtykket gjaldt til og med \(latest.lastDay.inSentence)."
        return .no(
            Reason(
                text, source: LawSource.consent(on: on),
                facts: [latest.entry.index] + (latest.revoked.map { [$0.index] } ?? [])))
    }

    func notifyAuthority(_ role: NotifierRole) -> Ruling {
        let rule = standard.notifications.authorityBy
        guard let roles = rule.value else {
            return .no(
                Reason(
                    "Underretning af tilsynsmyndigheden er \(Deadline.notSetWords).",
                    source: rule.source))
        }
        guard roles.contains(role) else {
            return .no(Reason("Underretningen foretages af lægekonsulenten.", source: rule.source))
        }
        guard facts.person.healthAuthorisation == true else {
            return .no(
                Reason(
                    "Det vides ikke, at borgeren har en sundhedsautorisation.", source: rule.source)
            )
        }
        return .yes(
            Reason(
                "Borgeren har en sundhedsautorisation, og lægekonsulenten må underrette.",
                source: rule.source))
    }

    func notifyPolice() -> Ruling {
        let rule = standard.notifications.policeAfterInformed
        guard rule.value == true else {
            return .no(
                Reason("Underretning af politiet er \(Deadline.notSetWords).", source: rule.source))
        }
        guard let informed = facts.entries.last(where: { $0.fact == .informed(about: .driving) })
        else {
            return .no(
                Reason(
                    "Borgeren er ikke informeret om, at politiet underrettes.", source: rule.source)
            )
        }
        return .yes(
            Reason(
                "Borgeren blev informeret \(informed.on.inSentence).", source: rule.source,
                facts: [informed.index]))
    }
}

extension String {
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
