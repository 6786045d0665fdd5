internal import Domain

extension ServiceCode {
    /// The service as staff say it.
    var danishName: String {
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
}

extension DischargeReason {
    /// The reason as the register names it (afslutningsårsag).
    var danishName: String {
        switch self {
        case .completed: "Færdigbehandlet"
        case .transferred: "Udskrevet til andet tilbud"
        case .hospital: "Udskrevet til hospital"
        case .other: "Anden årsag"
        case .againstAdvice: "Ophørt mod givet råd"
        case .noShow: "Kom ikke mere"
        case .moved: "Flyttet fra kommunen"
        case .expelled: "Udskrevet på grund af regelbrud"
        case .prison: "Fængsel eller varetægt"
        case .deceased: "Død"
        }
    }
}

extension EnquiryChannel {
    /// How it came, as staff say it.
    var danishName: String {
        switch self {
        case .web: "nettet"
        case .phone: "telefon"
        case .walkIn: "fremmøde"
        case .letter: "brev"
        case .email: "mail"
        case .referral: "henvisning"
        }
    }
}

extension Wish {
    /// What was wished, as staff say it.
    var danishName: String {
        switch self {
        case .treatment: "ønsker behandling"
        case .advice: "ønsker råd"
        case .undecided: "ikke afklaret"
        }
    }
}

extension Sender {
    /// Who turned to us, as staff say it.
    var danishName: String {
        switch self {
        case .`self`: "borgeren selv"
        case .relative: "pårørende"
        case .professional: "fagperson"
        }
    }
}

extension CalendarDay {
    /// `to 19-11`: a day near today, as lists show it.
    var listText: String {
        "\(weekday.danishName.prefix(2)) \(padded(day))-\(padded(month))"
    }

    /// `19-11-2026`.
    var fieldText: String { "\(padded(day))-\(padded(month))-\(year)" }
}

extension ClockTime {
    /// `0930`, as it is typed.
    var fieldText: String { padded(hour) + padded(minute) }
}

private func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
}
