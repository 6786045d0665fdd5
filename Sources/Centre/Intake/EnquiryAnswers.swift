internal import Records

/// What a citizen has answered so far: as typed, right or wrong, so that nothing is ever lost.
///
/// Only three answers are needed: who it is about, what is wished, and how we may reach her
/// (or that she will come to us). No question asks for a name or a CPR number.
struct EnquiryAnswers: Hashable, Sendable {
    /// Who it is about.
    var concern: Concern?
    /// How old the one who writes is.
    var age: AgeGroup?
    /// What she wishes.
    var wish: Wish?
    var isPregnant = false
    var hasChildren = false
    /// In her own words.
    var message = ""
    /// How we may reach her.
    var contact: ContactWay?
    /// As typed; one for calls, one for texts, so that changing her mind loses neither.
    var phone = ""
    var mobile = ""
    /// When a call suits her.
    var hours: Set<PartOfDay> = []
    /// No message on the machine, and no word of where we call from.
    var isDiscreet = true
    /// What to call her; need not be her name.
    var alias = ""

    /// Longer than anybody writes; it only keeps the ledger from abuse.
    static let messageLengthMax = 5_000
    static let shortTextLengthMax = 200

    /// Hvem vil du have hjælp til?
    enum Concern: String, CaseIterable, Sendable {
        case myself = "selv"
        case another = "anden"
        case unsure = "andet"
    }

    /// Hvad ønsker du?
    enum Wish: String, CaseIterable, Sendable {
        /// Starts the fourteen days when it is the drinker's own wish.
        case treatment = "behandling"
        case talk = "tale"
        case unsure = "ved-ikke"
    }

    /// Hvornår passer det?
    enum PartOfDay: String, CaseIterable, Sendable {
        case morning = "formiddag"
        case afternoon = "eftermiddag"
        case evening = "aften"
    }
}

/// The five pages, in order. The receipt is not one of them.
enum EnquiryStep: Int, CaseIterable, Comparable, Sendable {
    case who = 1
    case age, situation, contact, check

    static func < (earlier: EnquiryStep, later: EnquiryStep) -> Bool {
        earlier.rawValue < later.rawValue
    }

    /// The last part of its address.
    var slug: String {
        switch self {
        case .who: "hvem"
        case .age: "alder"
        case .situation: "situation"
        case .contact: "kontakt"
        case .check: "tjek"
        }
    }

    init?(slug: String) {
        guard let step = Self.allCases.first(where: { $0.slug == slug }) else { return nil }
        self = step
    }

    var next: EnquiryStep { EnquiryStep(rawValue: rawValue + 1) ?? .check }
    var before: EnquiryStep? { EnquiryStep(rawValue: rawValue - 1) }
}

/// What is wrong with an answer. The words are the view's.
enum EnquiryFault: Hashable, Sendable {
    case concernMissing
    case wishMissing
    case contactMissing
    case phoneMissing
    case mobileMissing
    case phoneLength(field: PhoneField, digits: Int)
    case messageTooLong(lengthMax: Int)
    case aliasTooLong(lengthMax: Int)

    enum PhoneField: Hashable, Sendable { case phone, mobile }
}

extension EnquiryAnswers {
    /// What must be mended before one may go on from a step.
    func faults(in step: EnquiryStep) -> [EnquiryFault] {
        switch step {
        case .who: concern == nil ? [.concernMissing] : []
        case .age: []
        case .situation: situationFaults
        case .contact: contactFaults
        case .check: EnquiryStep.allCases.dropLast().flatMap { faults(in: $0) }
        }
    }

    /// The first step that still needs an answer; nil when everything may be sent.
    var firstOpenStep: EnquiryStep? {
        EnquiryStep.allCases.dropLast().first { !faults(in: $0).isEmpty }
    }

    /// Nothing in it is longer than what is kept.
    var isKeepable: Bool {
        message.unicodeScalars.count <= Self.messageLengthMax
            && alias.unicodeScalars.count <= Self.shortTextLengthMax
    }

    private var situationFaults: [EnquiryFault] {
        var faults: [EnquiryFault] = []
        if wish == nil { faults.append(.wishMissing) }
        if message.unicodeScalars.count > Self.messageLengthMax {
            faults.append(.messageTooLong(lengthMax: Self.messageLengthMax))
        }
        return faults
    }

    private var contactFaults: [EnquiryFault] {
        let faults: [EnquiryFault] =
            switch contact {
            case nil: [.contactMissing]
            case .comesSelf: []
            case .call: Self.faults(of: phone, .phone, ifMissing: .phoneMissing)
            case .text: Self.faults(of: mobile, .mobile, ifMissing: .mobileMissing)
            }
        let isAliasTooLong = alias.unicodeScalars.count > Self.shortTextLengthMax
        return faults
            + (isAliasTooLong ? [.aliasTooLong(lengthMax: Self.shortTextLengthMax)] : [])
    }

    private static func faults(
        of text: String, _ field: EnquiryFault.PhoneField, ifMissing: EnquiryFault
    ) -> [EnquiryFault] {
        switch PhoneNumber.read(text) {
        case .number: []
        case .nothing: [ifMissing]
        case .wrongLength(let digits): [.phoneLength(field: field, digits: digits)]
        }
    }
}
