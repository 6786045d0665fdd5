/// Numbers with their noun.
enum Count {
    static func days(_ count: Int) -> String { count == 1 ? "1 dag" : "\(count) dage" }
    static func months(_ count: Int) -> String { count == 1 ? "1 måned" : "\(count) måneder" }
    static func years(_ count: Int) -> String { "\(count) år" }
    static func weeks(_ count: Int) -> String { count == 1 ? "1 uge" : "\(count) uger" }
    static func services(_ count: Int) -> String { count == 1 ? "1 ydelse" : "\(count) ydelser" }
}

extension ServiceCode {
    /// The service as it is called in Danish, in the middle of a sentence.
    public var danishName: String {
        switch self {
        case .informationTalk: "en informationssamtale"
        case .assessment: "en udredningssamtale"
        case .motivationalTalk: "en motiverende samtale"
        case .individualSession: "en individuel samtale"
        case .groupSession: "gruppebehandling"
        case .coupleSession: "en parsamtale"
        case .familySession: "en familiesamtale"
        case .relativeTalk: "en pårørendesamtale"
        case .medicalConsultation: "en lægesamtale"
        case .withdrawalTreatment: "abstinensbehandling"
        case .antabus: "antabus"
        case .cravingMedicine: "trangsdæmpende medicin"
        case .nada: "NADA"
        case .urineTest: "en urinprøve"
        case .physicalTraining: "fysisk træning"
        case .crossSectorMeeting: "et tværsektorielt møde"
        case .dayTreatment: "dagbehandling"
        case .residentialDay: "døgnbehandling"
        case .providerContact: "kontakt med behandlingsstedet"
        case .generalAdvice: "generel rådgivning"
        case .teaching: "undervisning"
        }
    }
}

extension DischargeReason {
    /// The code of the product's own list (afslutningsårsag).
    public var danishCode: String {
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
    public var danishName: String {
        switch self {
        case .completed: "færdigbehandlet"
        case .transferred: "udskrevet til andet tilbud"
        case .hospital: "udskrevet til hospital"
        case .other: "anden årsag"
        case .againstAdvice: "ophørt mod givet råd"
        case .noShow: "udeblevet"
        case .moved: "flyttet"
        case .expelled: "udskrevet på grund af regelbrud"
        case .prison: "fængsel eller varetægt"
        case .deceased: "død"
        }
    }
}

extension Modality {
    /// The kind of treatment in the middle of a sentence.
    public var danishName: String {
        switch self {
        case .outpatient: "ambulant behandling"
        case .day: "dagbehandling"
        case .residential: "døgnbehandling"
        }
    }
}

extension Drug {
    /// The medicine in the middle of a sentence.
    public var danishName: String {
        switch self {
        case .antabus: "antabus"
        case .craving: "trangsdæmpende medicin"
        case .withdrawal: "abstinensmedicin"
        }
    }
}
