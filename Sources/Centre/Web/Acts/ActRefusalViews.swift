internal import Domain
internal import Records

extension ActRefusal {
    /// The words, with the name of whoever was first.
    func words(_ name: (StaffID) -> String?) -> String {
        switch self {
        case .sentBefore(let number):
            """
            Det, du sendte før, er gemt på sag \(number). Skal det her også gemmes, så gem igen
            """
        case .closed: "Sagen er lukket i mellemtiden. Det her er ikke gemt"
        case .taken(let staff):
            "\(name(staff) ?? "En kollega") har taget sagen. Det er ikke ændret"
        case .replaced(let staff, let moment):
            """
            \(staff.flatMap(name) ?? "En kollega") har rettet notatet kl. \(moment.clockText). \
            Din tekst står her. Læs rettelsen, og gem din tekst som et nyt notat, hvis den stadig \
            skal med
            """
        case .beforeEnquiry(let day): "Datoen ligger før henvendelsen \(day.fieldText)"
        case .afterFirstAct(let day):
            "Der er allerede skrevet noget fra \(day.fieldText). Datoen kan ikke ligge efter"
        case .notCorrectable: "Datoen kan ikke rettes, for borgeren har selv sendt henvendelsen"
        case .clockRuns(let day): "Borgeren er allerede i gang fra \(day.fieldText)"
        case .noOffer:
            "Der er ikke tilbudt en tid at svare på. Skriv først tiden under \"Tilbyd en tid\""
        case .beforeOffer(let day): "Datoen ligger før den tilbudte tid \(day.fieldText)"
        case .beforeStart(let day):
            "Behandlingen begyndte \(day.fieldText). Datoen kan ikke ligge før"
        case .stillWaiting:
            """
            Borgeren venter stadig på behandling. Vælg, hvorfor det sluttede, eller skriv under \
            "Registrér udfald", at borgeren har trukket sig
            """
        case .timeTaken(let moment, let isRoom):
            isRoom
                ? "Lokalet er optaget \(moment.nearInWords). Vælg en anden tid"
                : "Tiden \(moment.nearInWords) er taget. Vælg en anden"
        case .noAppointment: "Der er ingen aftale at ændre. Åbn sagen igen, og se, hvad der står"
        case .appointmentOver:
            "Aftalen er flyttet, aflyst eller afholdt i mellemtiden. Det her er ikke gemt"
        case .appointmentAhead: "Aftalen er ikke begyndt endnu. Aflys eller flyt den i stedet"
        case .inTreatment(let start):
            "Borgeren har været i behandling siden \(start.fieldText). Vælg, hvorfor det sluttede"
        case .notDischarged: "Borgeren er ikke udskrevet. Der er ikke noget at følge op på endnu"
        case .beforeDischarge(let day):
            "Borgeren blev udskrevet \(day.fieldText). Datoen kan ikke ligge før"
        case .noPlan: "Der er ingen plan endnu. Skriv den først under fanen Plan"
        case .planAgreedAlready(let day):
            "Denne version blev aftalt \(day.fieldText). Er den set igen, så brug \"Planen er set igen\""
        case .beforePlan(let day): "Planen blev aftalt \(day.fieldText). Datoen kan ikke ligge før"
        }
    }
}
