internal import Domain

/// How a talk is held. Raw values stand in the ledger.
enum TalkForm: String, CaseIterable, Sendable {
    case inPerson = "in-person"
    case phone
    case video
    /// We come to her (opsøgende).
    case outreach

    var danishName: String {
        switch self {
        case .inPerson: "fremmøde"
        case .phone: "telefon"
        case .video: "video"
        case .outreach: "hos borgeren"
        }
    }

    /// Whether it takes one of our rooms.
    var needsRoom: Bool { self == .inPerson }

    /// How the service is delivered, as the case history counts it.
    var channel: ServiceChannel {
        switch self {
        case .inPerson, .outreach: .inPerson
        case .phone: .phone
        case .video: .video
        }
    }
}

/// What a talk is for. Raw values stand in the ledger.
enum TalkKind: String, CaseIterable, Sendable {
    /// The first time: the offer that answers the guarantee.
    case first
    case talk
    case assessment
    case medical
    case family
    case relative
    case followUp = "follow-up"
    case group

    var danishName: String {
        switch self {
        case .first: "første samtale"
        case .talk: "samtale"
        case .assessment: "udredning"
        case .medical: "lægesamtale"
        case .family: "familiesamtale"
        case .relative: "pårørendesamtale"
        case .followUp: "opfølgning"
        case .group: "gruppe"
        }
    }

    /// What staff choose among when they book the next one.
    static let bookable: [TalkKind] = [.talk, .assessment, .medical, .family, .relative, .followUp]

    /// The service that is usually delivered in it.
    var service: ServiceCode {
        switch self {
        case .first, .talk: .individualSession
        case .assessment: .assessment
        case .medical: .medicalConsultation
        case .family: .familySession
        case .relative: .relativeTalk
        case .followUp: .generalAdvice
        case .group: .groupSession
        }
    }
}

/// Who wanted a time changed or gave it up.
enum TimeChanger: String, CaseIterable, Sendable {
    case citizen
    case centre

    var danishName: String { self == .citizen ? "borgeren" : "os" }
}
