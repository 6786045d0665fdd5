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
        case .nothingApplied:
            "Der er ingen indstilling, der er klar. Skriv den først under \"Indstil til behandling\""
        case .decidedAlready(let day):
            "Der er truffet afgørelse \(day.fieldText). Genoptag den først, hvis den skal ændres"
        case .notDecided: "Der er ingen afgørelse i sagen"
        case .conflictOfInterest:
            "Du har selv skrevet, at du er inhabil i sagen. En anden må træffe afgørelsen"
        case .hearingRuns(let day):
            "Borgeren kan svare til og med \(day.fieldText). Vent på svaret, eller skriv, at det er kommet"
        case .nothingAsked: "Der er ikke sendt et brev om partshøring, som der kan svares på"
        case .againstRules(let reason): "\(reason.text) (\(reason.source))"
        case .notLate: "Fristen er ikke overskredet"
        case .noConsent: "Samtykket står ikke i sagen mere"
        case .noComplaint: "Klagen står ikke i sagen mere"
        case .complaintOver(let day): "Klagen blev afsluttet \(day.fieldText)"
        case .complaintInTime: "Klagen kom i tide, så der er ikke noget at vurdere"
        case .beforeComplaint(let day): "Klagen kom først \(day.fieldText). Skriv en senere dag"
        case .lateComplaintFirst:
            "Klagen kom for sent. Vurdér først, om den behandles alligevel"
        case .noRecordsRequest:
            "Ingen venter på aktindsigt. Skriv først anmodningen under \"Ny anmodning\""
        case .beforeRecordsRequest(let day):
            "Anmodningen kom først \(day.fieldText). Skriv en senere dag"
        case .somethingWithheld: "Der er undtaget noget fra mappen. Vælg \"Noget er undtaget\""
        case .nothingToWithhold: "Det står ikke i sagen mere"
        case .withheldAlready: "Det er allerede undtaget"
        case .notDelayed(let due):
            "Fristen er først \(due.fieldText). Skriv en dag efter den, eller svar i tide"
        }
    }
}
