/// A closed list of words as a history writes them: `treatment`, `against-advice`.
package protocol HistoryWord: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

extension Sex: HistoryWord {}

/// How treatment is delivered: ambulant, dag, døgn.
package enum Modality: String, HistoryWord {
    case outpatient, day, residential
}

/// What the one who drinks wishes, as the sender reports it.
package enum Wish: String, HistoryWord {
    case treatment, advice, undecided
}

/// Who turned to the centre.
package enum Sender: String, HistoryWord {
    case `self`, relative, professional
}

/// How an enquiry (henvendelse) came.
package enum EnquiryChannel: String, HistoryWord {
    case web, phone, walkIn = "walk-in", letter, email, referral
}

/// Whose place an offered start is at.
package enum OfferProvider: String, HistoryWord {
    case own, other
}

/// Why an offered start was declined.
package enum DeclineReason: String, HistoryWord {
    case ownChoice = "own-choice", other
}

/// How a service was delivered.
package enum ServiceChannel: String, HistoryWord {
    case inPerson = "in-person", phone, video
}

/// The kinds of service (ydelse) that a centre delivers.
package enum ServiceCode: String, HistoryWord {
    case informationTalk = "information-talk"
    case assessment
    case motivationalTalk = "motivational-talk"
    case individualSession = "individual-session"
    case groupSession = "group-session"
    case coupleSession = "couple-session"
    case familySession = "family-session"
    case relativeTalk = "relative-talk"
    case medicalConsultation = "medical-consultation"
    case withdrawalTreatment = "withdrawal-treatment"
    case antabus
    case cravingMedicine = "craving-medicine"
    case nada
    case urineTest = "urine-test"
    case physicalTraining = "physical-training"
    case crossSectorMeeting = "cross-sector-meeting"
    case dayTreatment = "day-treatment"
    case residentialDay = "residential-day"
    case providerContact = "provider-contact"
    case generalAdvice = "general-advice"
    case teaching
}

/// Why the municipality has no duty meanwhile (Sundhedsloven § 141, stk. 1, 2nd sentence).
package enum OutsideDutyReason: String, HistoryWord {
    case admitted, integratedTreatment = "integrated-treatment"
}

/// What a decision (afgørelse) said.
package enum DecisionOutcome: String, HistoryWord {
    case granted, refused
}

/// How the letter of a decision was delivered.
package enum Delivery: String, HistoryWord {
    case digitalPost = "digital-post", letter, inPerson = "in-person"
}

/// Why a course ended (afslutningsårsag).
package enum DischargeReason: String, HistoryWord {
    case completed, transferred, hospital, other
    case againstAdvice = "against-advice"
    case noShow = "no-show"
    case moved, expelled, prison, deceased
}

/// What a complaint (klage) is about.
package enum ComplaintSubject: String, HistoryWord {
    case decision, service, health
}

/// Who wrote a journal entry; it decides how long the entry is kept.
package enum EntryAuthor: String, HistoryWord {
    case physician, nurse, otherHealth = "other-health", social
}

/// A case that suspends the end of retention.
package enum PendingKind: String, HistoryWord {
    case complaint, supervision, compensation
}

/// What is prescribed and handed out.
package enum Drug: String, HistoryWord {
    case antabus, craving, withdrawal
}

/// Who may prescribe.
package enum PrescriberProfession: String, HistoryWord {
    case physician
}

/// An answer that may be unknown.
package enum Sobriety: String, HistoryWord {
    case yes, no, unknown
}

/// Whose child it is.
package enum ChildRelation: String, HistoryWord {
    case own, partner
}

/// What a pregnant woman answered to the contract offer (Sundhedsloven § 141 b).
package enum PregnancyAnswer: String, HistoryWord {
    case accepted, declined, terminated
}

/// What the citizen was told about.
package enum InformationSubject: String, HistoryWord {
    case driving, authorisation, freeChoice = "free-choice", complaint, anonymity
}

/// What may cost money.
package enum PaymentItem: String, HistoryWord {
    case treatment, antabus, craving
    case supportMedicine = "support-medicine"
    case transport
    case boardAndLodging = "board-and-lodging"
}

/// Who wants to notify the authority.
package enum NotifierRole: String, HistoryWord {
    case consultant, leader, medicalConsultant = "medical-consultant"
}
