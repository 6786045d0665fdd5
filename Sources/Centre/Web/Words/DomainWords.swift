internal import Domain
internal import Records

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

extension PersonDetails {
    /// What to call the person on a page.
    func displayName(isAnonymous: Bool) -> String {
        name ?? (isAnonymous ? "Anonym borger" : "Navn ikke oplyst")
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
