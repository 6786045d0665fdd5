/// May the citizen choose this place (frit valg)? First the standard, then § 141, stk. 6.
struct FreeChoiceAnswer {
    let standard: QualityStandard
    let on: CalendarDay

    func ruling(_ place: ChosenPlace, relative: Bool) -> Ruling {
        if relative && standard.freeChoice.relatives.value != true {
            let own = standard.freeChoice.relatives
            return denied(
                own.quote == nil
                    ? "Pårørende har ikke frit valg. Loven taler kun om den, der drikker."
                    : "Pårørende har ikke frit valg.",
                own.quote == nil ? LawSource.treatment(on: on) : own.source)
        }
        let rule = standard.freeChoice[place.modality]
        let name = place.modality.danishName
        if place.modality == .outpatient {
            guard rule.allowed.value != false else {
                return denied(
                    "Kvalitetsstandarden giver ikke frit valg af \(name).", rule.allowed.source)
            }
        } else {
            guard let allowed = rule.allowed.value else {
                return denied(
                    "Frit valg af \(name) er \(Deadline.notSetWords), og loven giver det ikke.",
                    rule.allowed.source)
            }
            guard allowed else {
                return denied(
                    "Kvalitetsstandarden giver ikke frit valg af \(name).", rule.allowed.source)
            }
            guard place.granted == place.modality else {
                return denied(
                    place.granted == nil
                        ? "\(name.capitalizedFirst) er ikke bevilget."
                        : "Borgeren er bevilget \(place.granted?.danishName ?? "andet") og kan ikke "
                            + "vælge \(name).",
                    rule.conditions.value == nil ? rule.allowed.source : rule.conditions.source)
            }
        }
        return ofRightKind(place, rule)
    }

    private func ofRightKind(
        _ place: ChosenPlace, _ rule: QualityStandard.FreeChoice.Rule
    ) -> Ruling {
        guard place.approved && place.listed else { return notOnTheList(place, rule) }
        let needsAgreement =
            place.modality == .outpatient || rule.conditions.value?.contains(.agreement) == true
        if needsAgreement && !place.municipal && place.municipalAgreements < 1 {
            let isLaw = place.modality == .outpatient
            return Ruling(
                allowed: false, value: "denied",
                because: conditions(of: rule, naming: .agreement) + [
                    Reason(
                        "Stedet drives ikke af en kommune og har ingen aftale med en kommune.",
                        source: isLaw ? LawSource.approvedPlaces(on: on) : rule.conditions.source)
                ])
        }
        var reasons = [
            Reason(
                rule.allowed.value == nil
                    ? "Frit valg er \(Deadline.notSetWords), men ambulant behandling er fri, uanset "
                        + "hvor man bor."
                    : "Kvalitetsstandarden giver frit valg af \(place.modality.danishName).",
                source: rule.allowed.value == nil
                    ? LawSource.freeWhereverYouLive(on: on) : rule.allowed.source)
        ]
        reasons += conditions(of: rule)
        if place.modality == .outpatient {
            reasons += [
                Reason("Stedet er godkendt af Socialtilsynet.", source: LawSource.approval(on: on)),
                Reason(
                    place.municipal
                        ? "En kommune driver stedet. Så behøver det ingen aftale."
                        : "Stedet har aftale med mindst en kommune.",
                    source: LawSource.approvedPlaces(on: on)),
            ]
        }
        return Ruling(allowed: true, value: "allowed", because: reasons)
    }

    /// Right kind, but not approved, or not on Tilbudsportalen.
    private func notOnTheList(
        _ place: ChosenPlace, _ rule: QualityStandard.FreeChoice.Rule
    ) -> Ruling {
        let why =
            place.approved
            ? Reason(
                "Stedet står ikke på Tilbudsportalen.", source: LawSource.placeDirectory(on: on))
            : Reason(
                "Stedet er ikke godkendt af Socialtilsynet.", source: LawSource.approval(on: on))
        guard rule.unapproved.value == .selfPay else {
            return Ruling(
                allowed: false, value: "denied",
                because: conditions(of: rule, naming: place.approved ? .listed : .approved) + [why])
        }
        return Ruling(
            allowed: true, value: "self-pay",
            because: conditions(of: rule) + [
                why,
                Reason(
                    "Borgeren kan vælge det, men betaler selv.", source: rule.unapproved.source),
            ])
    }

    /// What the standard itself asks of the place, read aloud; where one condition matters, only
    /// if it is among them.
    private func conditions(
        of rule: QualityStandard.FreeChoice.Rule, naming one: FreeChoiceCondition? = nil
    ) -> [Reason] {
        guard let conditions = rule.conditions.value, !conditions.isEmpty,
            one.map({ conditions.contains($0) }) ?? true
        else { return [] }
        let words = conditions.map { "at \($0.danishWords)" }
        let all =
            words.count == 1
            ? words[0] : words.dropLast().joined(separator: ", ") + " og " + words[words.count - 1]
        return [Reason("Kvalitetsstandarden kræver, \(all).", source: rule.conditions.source)]
    }

    private func denied(_ text: String, _ source: String) -> Ruling {
        .no(Reason(text, source: source), value: "denied")
    }
}

extension String {
    /// The same words at the beginning of a sentence.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
