/// Reads the own keys of each question.
extension Ask {
    /// The question of a kind, from its own keys; `nil` where a fault was noted.
    static func read(_ kind: Kind, _ keys: inout ObjectReader) -> Ask? {
        switch kind {
        case .targetGroup: .targetGroup
        case .unit: .unit(site: keys.optional("site", .text))
        case .anonymousCounselling: .anonymousCounselling
        case .anonymousTreatment: .anonymousTreatment
        case .freeChoice: place(&keys).map { .freeChoice($0) }
        case .sendApplication:
            keys.required("modality", ValueForm<Modality>.word).map { .sendApplication($0) }
        case .sendDocuments:
            keys.required("recipient", .text).map { .sendDocuments(recipient: $0) }
        case .dispense: dispense(&keys)
        case .giveNada: keys.required("staffTrained", .flag).map { .giveNada(staffTrained: $0) }
        case .payment: keys.required("item", ValueForm<PaymentItem>.word).map { .payment($0) }
        case .closeCase: .closeCase
        case .notifyAuthority:
            keys.required("role", ValueForm<NotifierRole>.word).map { .notifyAuthority($0) }
        case .notifyPolice: .notifyPolice
        case .acute: .acute(acuteState(&keys))
        }
    }

    private static func dispense(_ keys: inout ObjectReader) -> Ask? {
        let drug = keys.required("drug", ValueForm<Drug>.word)
        let sober = keys.required("sober", ValueForm<Sobriety>.word)
        guard let drug, let sober else { return nil }
        return .dispense(drug, sober: sober)
    }

    private static func place(_ keys: inout ObjectReader) -> ChosenPlace? {
        let modality = keys.required("modality", ValueForm<Modality>.word)
        let granted = keys.optional("granted", ValueForm<Modality>.word)
        let approved = keys.required("approved", .flag)
        let listed = keys.required("listed", .flag)
        let agreements = keys.required("municipalAgreements", .count)
        let municipal = keys.required("municipal", .flag)
        guard let modality, let approved, let listed, let agreements, let municipal else {
            return nil
        }
        return ChosenPlace(
            modality: modality, granted: granted, approved: approved, listed: listed,
            municipalAgreements: agreements, municipal: municipal)
    }

    private static func acuteState(_ keys: inout ObjectReader) -> AcuteState {
        AcuteState(
            promille: keys.optional("promille", .amount),
            previousDelirium: keys.optional("previousDelirium", .flag),
            previousSeizures: keys.optional("previousSeizures", .flag),
            suicidal: keys.optional("suicidal", .flag),
            neurological: keys.optional("neurological", .flag),
            ciwa: keys.optional("ciwa", .ciwaTotal))
    }
}
