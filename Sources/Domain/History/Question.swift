/// May this be done, on that day?
package struct Question: Hashable, Sendable {
    /// The day it is asked for; it is asked at the end of that day.
    package var on: CalendarDay
    /// What is asked.
    package var ask: Ask

    /// A question.
    package init(on: CalendarDay, _ ask: Ask) {
        self.on = on
        self.ask = ask
    }
}

/// What can be asked.
package enum Ask: Hashable, Sendable {
    /// Does the citizen belong to those the standard is for?
    case targetGroup
    /// Which of the centre's units takes her?
    case unit(site: String?)
    /// May she be counselled anonymously?
    case anonymousCounselling
    /// May she be treated anonymously?
    case anonymousTreatment
    /// May she choose this place?
    case freeChoice(ChosenPlace)
    /// May an application for this modality be sent?
    case sendApplication(Modality)
    /// May documents be sent to this recipient?
    case sendDocuments(recipient: String)
    /// May this medicine be handed out?
    case dispense(Drug, sober: Sobriety)
    /// May NADA be given?
    case giveNada(staffTrained: Bool)
    /// Who pays?
    case payment(PaymentItem)
    /// May the case be closed?
    case closeCase
    /// May this role notify the authority?
    case notifyAuthority(NotifierRole)
    /// May the police be notified?
    case notifyPolice
    /// Admission or outpatient withdrawal?
    case acute(AcuteState)

    /// What can be asked, under the words of the format.
    package enum Kind: String, HistoryWord {
        case targetGroup = "target-group"
        case unit
        case anonymousCounselling = "anonymous-counselling"
        case anonymousTreatment = "anonymous-treatment"
        case freeChoice = "free-choice"
        case sendApplication = "send-application"
        case sendDocuments = "send-documents"
        case dispense
        case giveNada = "give-nada"
        case payment
        case closeCase = "close-case"
        case notifyAuthority = "notify-authority"
        case notifyPolice = "notify-police"
        case acute
    }

    /// What is asked, without its keys.
    package var kind: Kind {
        switch self {
        case .targetGroup: .targetGroup
        case .unit: .unit
        case .anonymousCounselling: .anonymousCounselling
        case .anonymousTreatment: .anonymousTreatment
        case .freeChoice: .freeChoice
        case .sendApplication: .sendApplication
        case .sendDocuments: .sendDocuments
        case .dispense: .dispense
        case .giveNada: .giveNada
        case .payment: .payment
        case .closeCase: .closeCase
        case .notifyAuthority: .notifyAuthority
        case .notifyPolice: .notifyPolice
        case .acute: .acute
        }
    }
}

/// A place of treatment that a citizen wants to choose.
package struct ChosenPlace: Hashable, Sendable {
    /// What it offers.
    package var modality: Modality
    /// What the citizen was granted.
    package var granted: Modality?
    /// Whether Socialtilsynet has approved it.
    package var approved: Bool
    /// Whether it stands on Tilbudsportalen.
    package var listed: Bool
    /// How many municipalities have an agreement with it.
    package var municipalAgreements: Int
    /// Whether a municipality runs it.
    package var municipal: Bool

    /// A place.
    package init(
        modality: Modality, granted: Modality? = nil, approved: Bool, listed: Bool,
        municipalAgreements: Int, municipal: Bool
    ) {
        self.modality = modality
        self.granted = granted
        self.approved = approved
        self.listed = listed
        self.municipalAgreements = municipalAgreements
        self.municipal = municipal
    }
}

/// What is known of one who comes with withdrawal symptoms.
package struct AcuteState: Hashable, Sendable {
    /// Alcohol in the blood.
    package var promille: Double?
    /// Delirium tremens before.
    package var previousDelirium: Bool?
    /// Seizures before.
    package var previousSeizures: Bool?
    /// Suicidal thoughts.
    package var suicidal: Bool?
    /// Neurological symptoms.
    package var neurological: Bool?
    /// The CIWA-Ar total.
    package var ciwa: Int?

    /// What is known.
    package init(
        promille: Double? = nil, previousDelirium: Bool? = nil, previousSeizures: Bool? = nil,
        suicidal: Bool? = nil, neurological: Bool? = nil, ciwa: Int? = nil
    ) {
        self.promille = promille
        self.previousDelirium = previousDelirium
        self.previousSeizures = previousSeizures
        self.suicidal = suicidal
        self.neurological = neurological
        self.ciwa = ciwa
    }
}
