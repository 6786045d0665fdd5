/// One course of treatment written down as facts with dates: all that the rules know of a case.
public struct CaseHistory: Hashable, Sendable {
    /// The name and version of the file format.
    public static let format = "fjorten-case-history/1"

    /// The one who drinks.
    public var person: Person
    /// What happened, in any order; on the same day the order here counts.
    public var events: [Event]
    /// What somebody wants to know.
    public var questions: [Question]

    /// A history of these facts.
    public init(person: Person = Person(), events: [Event] = [], questions: [Question] = []) {
        self.person = person
        self.events = events
        self.questions = questions
    }
}

/// A fact with its date.
public struct Event: Hashable, Sendable {
    /// The Danish calendar day that counts.
    public let on: CalendarDay
    /// The moment, where it is known; its day is ``on``.
    public let at: Instant?
    /// A name, so that others can point at it.
    public var id: String?
    /// Free text that no rule reads.
    public var note: String?
    /// What happened.
    public var fact: Fact

    /// A fact on a day.
    public init(on: CalendarDay, id: String? = nil, note: String? = nil, _ fact: Fact) {
        self.on = on
        self.at = nil
        self.id = id
        self.note = note
        self.fact = fact
    }

    /// A fact at a moment; the Danish day of the moment counts.
    public init(at: Instant, id: String? = nil, note: String? = nil, _ fact: Fact) {
        self.on = at.day
        self.at = at
        self.id = id
        self.note = note
        self.fact = fact
    }
}

/// May this be done, on that day?
public struct Question: Hashable, Sendable {
    /// The day it is asked for; it is asked at the end of that day.
    public var on: CalendarDay
    /// What is asked.
    public var ask: Ask

    /// A question.
    public init(on: CalendarDay, _ ask: Ask) {
        self.on = on
        self.ask = ask
    }
}

/// What can be asked.
public enum Ask: Hashable, Sendable {
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

    /// The word it has in a history.
    public var name: String {
        switch self {
        case .targetGroup: "target-group"
        case .unit: "unit"
        case .anonymousCounselling: "anonymous-counselling"
        case .anonymousTreatment: "anonymous-treatment"
        case .freeChoice: "free-choice"
        case .sendApplication: "send-application"
        case .sendDocuments: "send-documents"
        case .dispense: "dispense"
        case .giveNada: "give-nada"
        case .payment: "payment"
        case .closeCase: "close-case"
        case .notifyAuthority: "notify-authority"
        case .notifyPolice: "notify-police"
        case .acute: "acute"
        }
    }

    /// All the words.
    public static let names = [
        "target-group", "unit", "anonymous-counselling", "anonymous-treatment", "free-choice",
        "send-application", "send-documents", "dispense", "give-nada", "payment", "close-case",
        "notify-authority", "notify-police", "acute",
    ]
}

/// A place of treatment that a citizen wants to choose.
public struct ChosenPlace: Hashable, Sendable {
    /// What it offers.
    public var modality: Modality
    /// What the citizen was granted.
    public var granted: Modality?
    /// Whether Socialtilsynet has approved it.
    public var approved: Bool
    /// Whether it stands on Tilbudsportalen.
    public var listed: Bool
    /// How many municipalities have an agreement with it.
    public var municipalAgreements: Int
    /// Whether a municipality runs it.
    public var municipal: Bool

    /// A place.
    public init(
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
public struct AcuteState: Hashable, Sendable {
    /// Alcohol in the blood.
    public var promille: Double?
    /// Delirium tremens before.
    public var previousDelirium: Bool?
    /// Seizures before.
    public var previousSeizures: Bool?
    /// Suicidal thoughts.
    public var suicidal: Bool?
    /// Neurological symptoms.
    public var neurological: Bool?
    /// The CIWA-Ar total.
    public var ciwa: Int?

    /// What is known.
    public init(
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
