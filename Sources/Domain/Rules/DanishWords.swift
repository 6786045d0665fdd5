/// Numbers with their noun.
enum Count {
    static func days(_ count: Int) -> String { count == 1 ? "1 dag" : "\(count) dage" }
    static func minutes(_ count: Int) -> String { count == 1 ? "1 minut" : "\(count) minutter" }
    static func months(_ count: Int) -> String { count == 1 ? "1 måned" : "\(count) måneder" }
    static func years(_ count: Int) -> String { "\(count) år" }
    static func weeks(_ count: Int) -> String { count == 1 ? "1 uge" : "\(count) uger" }
    /// `25 år`, or `25 eller 26 år` where only the birth year is known.
    static func ages(_ ages: ClosedRange<Int>) -> String {
        if ages.lowerBound < 0 { return "endnu ikke født" }
        return ages.count == 1
            ? "\(ages.lowerBound) år" : "\(ages.lowerBound) eller \(ages.upperBound) år"
    }
    static func talks(_ count: Int) -> String {
        count == 1 ? "1 anonym samtale" : "\(count) anonyme samtaler"
    }
    static func times(_ count: Int) -> String { count == 1 ? "1 gang" : "\(count) gange" }
}

extension ServiceCode {
    /// The service as staff say it, without an article: in a list, at the head of a row.
    package var danishName: String {
        switch self {
        case .informationTalk: "informationssamtale"
        case .assessment: "udredning"
        case .motivationalTalk: "motiverende samtale"
        case .individualSession: "individuel samtale"
        case .groupSession: "gruppesamtale"
        case .coupleSession: "parsamtale"
        case .familySession: "familiesamtale"
        case .relativeTalk: "pårørendesamtale"
        case .medicalConsultation: "lægesamtale"
        case .withdrawalTreatment: "abstinensbehandling"
        case .antabus: "udlevering af antabus"
        case .cravingMedicine: "trangsdæmpende medicin"
        case .nada: "NADA"
        case .urineTest: "urinprøve"
        case .physicalTraining: "fysisk træning"
        case .crossSectorMeeting: "tværfagligt møde"
        case .dayTreatment: "dagbehandling"
        case .residentialDay: "døgn"
        case .providerContact: "kontakt til behandlingssted"
        case .generalAdvice: "rådgivning"
        case .teaching: "undervisning"
        }
    }

    /// The service in the midst of a sentence: `med en individuel samtale`.
    package var danishPhrase: String {
        switch self {
        case .informationTalk, .motivationalTalk, .individualSession, .groupSession,
            .coupleSession, .familySession, .relativeTalk, .medicalConsultation, .urineTest,
            .assessment:
            "en \(danishName)"
        case .crossSectorMeeting: "et \(danishName)"
        case .residentialDay: "døgnbehandling"
        case .providerContact: "kontakt til behandlingsstedet"
        case .withdrawalTreatment, .antabus, .cravingMedicine, .nada, .physicalTraining,
            .dayTreatment, .generalAdvice, .teaching:
            danishName
        }
    }
}

extension DischargeReason {
    /// The code of the product's own list (afslutningsårsag).
    package var danishCode: String {
        switch self {
        case .completed: "faerdig"
        case .transferred: "andet_tilbud"
        case .hospital: "hospital"
        case .other: "anden"
        case .againstAdvice: "mod_raad"
        case .noShow: "udeblevet"
        case .moved: "flyttet"
        case .expelled: "bortvist"
        case .prison: "faengsel"
        case .deceased: "doed"
        }
    }

    /// The reason in words.
    package var danishName: String {
        switch self {
        case .completed: "færdigbehandlet"
        case .transferred: "udskrevet til andet tilbud"
        case .hospital: "udskrevet til hospital"
        case .other: "anden årsag"
        case .againstAdvice: "ophørt mod givet råd"
        case .noShow: "kom ikke mere"
        case .moved: "flyttet fra kommunen"
        case .expelled: "udskrevet på grund af regelbrud"
        case .prison: "fængsel eller varetægt"
        case .deceased: "død"
        }
    }
}

extension Modality {
    /// The kind of treatment in the middle of a sentence.
    package var danishName: String {
        switch self {
        case .outpatient: "ambulant behandling"
        case .day: "dagbehandling"
        case .residential: "døgnbehandling"
        }
    }
}

extension Drug {
    /// The medicine in the middle of a sentence.
    package var danishName: String {
        switch self {
        case .antabus: "antabus"
        case .craving: "trangsdæmpende medicin"
        case .withdrawal: "abstinensmedicin"
        }
    }
}
