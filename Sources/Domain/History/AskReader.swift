/// Reads the own keys of each question.
extension Ask {
    typealias Reading = @Sendable (inout ObjectReader) -> Ask?

    static let readings: [String: Reading] = [
        "target-group": { _ in .targetGroup },
        "unit": { keys in .unit(site: keys.optional("site", .text)) },
        "anonymous-counselling": { _ in .anonymousCounselling },
        "anonymous-treatment": { _ in .anonymousTreatment },
        "free-choice": { keys in place(&keys).map { .freeChoice($0) } },
        "send-application": { keys in
            keys.required("modality", ValueForm<Modality>.word).map { .sendApplication($0) }
        },
        "send-documents": { keys in
            keys.required("recipient", .text).map { .sendDocuments(recipient: $0) }
        },
        "dispense": { keys in
            let drug = keys.required("drug", ValueForm<Drug>.word)
            let sober = keys.required("sober", ValueForm<Sobriety>.word)
            guard let drug, let sober else { return nil }
            return .dispense(drug, sober: sober)
        },
        "give-nada": { keys in
            keys.required("staffTrained", .flag).map { .giveNada(staffTrained: $0) }
        },
        "payment": { keys in
            keys.required("item", ValueForm<PaymentItem>.word).map { .payment($0) }
        },
        "close-case": { _ in .closeCase },
        "notify-authority": { keys in
            keys.required("role", ValueForm<NotifierRole>.word).map { .notifyAuthority($0) }
        },
        "notify-police": { _ in .notifyPolice },
        "acute": { keys in .acute(acuteState(&keys)) },
    ]

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
            ciwa: keys.optional("ciwa", .whole(0...67)))
    }
}
