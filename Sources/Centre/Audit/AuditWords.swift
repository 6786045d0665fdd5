internal import Domain

extension AuditAction {
    /// What was done, as those who look through the log read it.
    var danishName: String {
        switch self {
        case .loggedIn: "loggede ind"
        case .loginFailed: "forkert login"
        case .loggedOut: "loggede af"
        case .staffChanged: "ændrede en bruger"
        case .staffAdded: "tilføjede en bruger"
        case .staffDisabled: "lukkede for en bruger"
        case .passwordChanged: "gav en bruger ny adgangskode"
        case .enquiryRegistered: "oprettede en henvendelse"
        case .listRead: "så en liste"
        case .searched: "søgte"
        case .indexBuilt: "lavede søgeindeks"
        case .caseRead: "åbnede en sag"
        case .caseWritten: "skrev i en sag"
        case .cprShown: "så et cpr-nummer"
        case .receiptRead: "brugte sin kode"
        case .exported: "tog et udtræk"
        case .standardAdopted: "indførte en kvalitetsstandard"
        case .erasureAsked: "bad om sletning"
        case .erasureRefused: "fik nej til at slette"
        case .erasureDeclined: "afviste en sletning"
        case .caseErased: "slettede sager"
        case .verified: "kontrollerede databasen"
        case .keyRotationBegun: "begyndte at skifte nøgle"
        case .keyRotated: "skiftede nøgle"
        case .logRead: "så adgangsloggen"
        case .logSampled: "trak en stikprøve"
        case .logSampleSigned: "underskrev en stikprøve"
        case .rowsProven: "forseglede ældre rækker"
        }
    }

    /// The same, where it is known to which member of staff it was done.
    func danishName(to name: String) -> String {
        switch self {
        case .staffAdded: "tilføjede brugeren \(name)"
        case .staffDisabled: "lukkede for brugeren \(name)"
        case .passwordChanged: "gav brugeren \(name) ny adgangskode"
        case .rowsProven: "forseglede brugeren \(name)"
        default: danishName
        }
    }
}

extension LogRule {
    /// What it asks about.
    var danishName: String {
        switch self {
        case .stranger: "Åbnede en sag uden at have ansvar for den eller skrive i den"
        case .colleague: "Åbnede en sag om en med samme navn som en medarbejder"
        case .oldCase: "Åbnede en afsluttet sag og gav en grund"
        case .oddHour:
            "Åbnede en sag før kl. \(Self.dayHours.lowerBound), efter kl. \(Self.dayHours.upperBound) eller på en fridag"
        case .many: "Åbnede mere end \(Self.casesAnHourMax) sager på en time"
        }
    }
}

/// Who a line of the log is about: a name, or what stands in for one.
func logActorName(_ line: LogLine, _ names: [StaffID: String]) -> String {
    if let actor = line.actor { return names[actor] ?? "–" }
    switch line.role {
    case "citizen": return "Borger"
    case "system": return "Systemet"
    default: return "Ukendt"
    }
}
