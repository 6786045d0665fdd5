/// The answer to one question of a history.
package struct QuestionAnswer: Hashable, Sendable {
    /// What was asked.
    package let ask: Ask.Kind
    /// For which day.
    package let on: CalendarDay
    /// Whether it may be done.
    package let allowed: Bool
    /// What the answer says beside yes and no, where it says more.
    package let value: String?
    /// Why.
    package let because: [Reason]

    /// The answer as a verdict writes it.
    package var json: JSONValue {
        var object = JSONObject()
        object.append("ask", .string(ask.rawValue))
        object.append("on", .string(on.isoText))
        object.append("allowed", .bool(allowed))
        object.append("value", value.map { .string($0) })
        object.append("because", because.json)
        return .object(object)
    }
}

/// What a rule says to a question, before it is put together with the question.
struct Ruling {
    let allowed: Bool
    var value: String?
    let because: [Reason]

    static func yes(_ reasons: Reason..., value: String? = nil) -> Ruling {
        Ruling(allowed: true, value: value, because: reasons)
    }

    static func no(_ reasons: Reason..., value: String? = nil) -> Ruling {
        Ruling(allowed: false, value: value, because: reasons)
    }
}

/// Answers the questions of a history: each by the rule that decides it, with the facts that were
/// known at the end of its day.
struct AnswerRule {
    let standard: QualityStandard

    func answers(_ history: CaseHistory, _ facts: CaseFacts) -> [QuestionAnswer] {
        history.questions.map { question in
            let ruling = ruling(question, facts.known(on: question.on))
            return QuestionAnswer(
                ask: question.ask.kind, on: question.on, allowed: ruling.allowed,
                value: ruling.value, because: ruling.because)
        }
    }

    private func ruling(_ question: Question, _ facts: CaseFacts) -> Ruling {
        let access = AccessAnswers(facts: facts, standard: standard, on: question.on)
        let acts = ActAnswers(facts: facts, standard: standard, on: question.on)
        return switch question.ask {
        case .targetGroup: access.targetGroup()
        case .unit(let site): access.unit(site: site)
        case .anonymousCounselling: access.anonymousCounselling()
        case .anonymousTreatment: access.anonymousTreatment()
        case .freeChoice(let place):
            FreeChoiceAnswer(standard: standard, on: question.on)
                .ruling(place, relative: facts.person.relative)
        case .sendApplication(let modality): acts.sendApplication(modality)
        case .sendDocuments(let recipient): acts.sendDocuments(recipient)
        case .dispense(let drug, let sober):
            MedicineAnswers(facts: facts, standard: standard)
                .dispense(drug, sober: sober, on: question.on)
        case .giveNada(let trained):
            MedicineAnswers(facts: facts, standard: standard)
                .giveNada(staffTrained: trained, on: question.on)
        case .payment(let item):
            PaymentAnswer(facts: facts, standard: standard, on: question.on)
                .ruling(item)
        case .closeCase: CloseCaseAnswer(facts: facts, standard: standard, on: question.on).ruling()
        case .notifyAuthority(let role): acts.notifyAuthority(role)
        case .notifyPolice: acts.notifyPolice()
        case .acute(let state): AcuteAnswer.ruling(state)
        }
    }
}
