internal import Domain

extension Deadline.Kind {
    /// What is due, as staff say it.
    var danishName: String {
        switch self {
        case .intakeInterview: "Første samtale"
        case .visitation: "Visitation"
        case .guaranteePromise: "Begyndt, som kvalitetsstandarden lover"
        case .milestone: "Milepæl"
        case .planInGuarantee: "Behandlingsplan inden for garantien"
        case .planReview: "Planen ses igen"
        case .courseEvaluation: "Forløbet vurderes"
        case .followUp(let months):
            "Opfølgning \(months) \(months == 1 ? "måned" : "måneder") efter udskrivning"
        case .returnWindow: "Kan vende tilbage"
        case .grantExpiry: "Bevillingen udløber"
        case .grantRenewal: "Ny indstilling"
        case .grantStatus: "Status på bevillingen"
        case .providerMidway: "Midtvejsstatus"
        case .complaintDecision: "Klage over afgørelsen"
        case .complaintHealth, .complaintHealthAbsolute: "Klage over sundhedsfaglig behandling"
        case .regionGuarantee: "Regionens behandlingsgaranti"
        case .recordsAnswer: "Svar på aktindsigt"
        case .consentExpiry: "Samtykke udløber"
        case .retention: "Journalen gemmes"
        case .pregnancyContractEnd: "Kontrakten udløber"
        case .detentionEnd: "Tilbageholdelsen ophører"
        }
    }
}
