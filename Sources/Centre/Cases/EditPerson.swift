internal import Domain
internal import HTML
internal import Records

/// Who the person is and how she may be reached, written anew (stamoplysninger). What stood before stays in the ledger.
struct EditPerson: CaseAct {
    static let address = "person"
    static let title = "Ret oplysninger om borgeren"
    static let button = "Gem oplysningerne"
    static let roles = Set<Role>.frontOffice
    static let audit = AuditAction("person-edited", "rettede oplysninger om borgeren")

    static let lineLengthMax = 200
    private static let yes = "ja"

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .line("p-navn", "Navn eller kaldenavn", isOptional: true),
            .line(
                "p-telefon", "Telefon", hint: "Du kan skrive ord til, for eksempel: hos mormor",
                isOptional: true),
            .choice(
                "p-kontakt", "Hvordan må vi kontakte borgeren?",
                [
                    Choice("ring", "Ring"), Choice("sms", "Skriv sms"),
                    Choice("selv", "Kontakter selv os"), Choice("", "Ikke aftalt"),
                ], chosen: "", isInline: true),
            .line("p-tider", "Hvornår passer det?", isOptional: true),
            .tick("p-diskret", "Læg ikke besked, og sig ikke, hvor I ringer fra"),
            .line("p-undgaa", "Må ikke kontaktes på", isOptional: true),
            .ticks(
                "p-vigtigt", "Vær opmærksom på",
                [
                    Choice("gravid", "Gravid"), Choice("boern", "Børn under 18 hjemme"),
                    Choice("akut", "Akut"),
                ]),
            .tick("p-anonym", "Vil være anonym"),
            .line(
                "p-cpr", "Cpr-nummer",
                hint:
                    "Kun når borgeren har sagt ja. Et tomt felt ændrer ikke det nummer, der er skrevet",
                isOptional: true),
            .tick("p-samtykke", "Borgeren har sagt ja til, at cpr-nummeret bliver skrevet"),
            .line(
                "p-aar", "Fødselsår", hint: "Når cpr-nummeret ikke er kendt", isOptional: true),
        ]
    }

    /// What stands in the fields before anybody has typed.
    static func standing(_ reading: CaseReading) -> FieldValues? {
        let person = reading.person
        var values = FieldValues([:])
        func put(_ name: String, _ value: String?) { values[name] = value.map { [$0] } ?? [] }
        put("p-navn", person.name)
        put("p-telefon", person.phone)
        put("p-kontakt", person.contact?.rawValue ?? "")
        put("p-tider", person.contactTimes)
        put("p-diskret", person.isDiscreet ? yes : nil)
        put("p-undgaa", person.avoid)
        values["p-vigtigt"] = [
            person.isPregnant ? "gravid" : nil, person.hasChildrenAtHome ? "boern" : nil,
            person.isAcute ? "akut" : nil,
        ].compactMap { $0 }
        put("p-anonym", reading.file.isAnonymous ? yes : nil)
        // The number itself is shown by an act of its own; what is left empty is kept.
        put("p-aar", person.bornYear.map(String.init))
        return values
    }

    /// What the form says; the rest is carried over.
    let typed: PersonDetails
    let isAnonymous: Bool

    func require(_ state: CaseState) throws(ActRefusal) {}

    /// What the form does not ask about is kept.
    func carriedOver(from file: CaseFile) -> [LedgerEntry] { file.personEntry.map { [$0] } ?? [] }

    func facts(in scene: ActScene) throws -> [NewFact] {
        let file = scene.state.file
        var person =
            try file.personEntry.flatMap { scene.opened[$0.id] }?.read(PersonDetails.self)
            ?? PersonDetails()
        person.name = typed.name
        person.phone = typed.phone
        person.contact = typed.contact
        person.contactTimes = typed.contactTimes
        person.isDiscreet = typed.isDiscreet
        person.avoid = typed.avoid
        person.isPregnant = typed.isPregnant
        person.hasChildrenAtHome = typed.hasChildrenAtHome
        person.isAcute = typed.isAcute
        person.cpr = isAnonymous ? nil : typed.cpr ?? person.cpr
        person.bornYear = typed.bornYear
        let known = PersonKnown(
            isAnonymous: isAnonymous, isRelative: file.personKnown.isRelative)
        return [NewFact(known, on: scene.now.day, body: person)]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Oplysningerne om borgeren er gemt.")
    }
}

extension EditPerson {
    init(_ form: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        func line(_ name: String) -> String? {
            let text = form.text(name)
            return text.isEmpty ? nil : text
        }
        var person = PersonDetails()
        person.name = line("p-navn")
        person.phone = Self.phone(&form)
        person.contact = ContactWay(rawValue: form.raw("p-kontakt"))
        person.contactTimes = line("p-tider")
        person.isDiscreet = form.isTicked("p-diskret")
        person.avoid = line("p-undgaa")
        let important = form.ticked("p-vigtigt")
        person.isPregnant = important.contains("gravid")
        person.hasChildrenAtHome = important.contains("boern")
        person.isAcute = important.contains("akut")
        isAnonymous = form.isTicked("p-anonym")
        person.cpr = Self.cpr(&form, isAnonymous: isAnonymous)
        person.bornYear = Self.bornYear(&form)
        typed = person
        try form.finish()
    }

    /// Eight digits, or a foreign number; what has words beside it keeps them.
    private static func phone(_ form: inout TypedForm) -> String? {
        let text = form.text("p-telefon")
        guard !text.isEmpty else { return nil }
        switch PhoneNumber.read(text) {
        case .number: return PhoneNumber.kept(text)
        case .nothing: form.fault("p-telefon", "Telefonnummeret skal have 8 tal")
        case .wrongLength(let digits):
            form.fault("p-telefon", "Telefonnummeret skal have 8 tal. Du har skrevet \(digits)")
        }
        return nil
    }

    /// - Law: Sundhedsloven § 141, stk. 7: nobody is asked for her number who wishes to be anonymous.
    private static func cpr(_ form: inout TypedForm, isAnonymous: Bool) -> CPRNumber? {
        let text = form.text("p-cpr")
        guard !text.isEmpty else { return nil }
        guard let number = CPRNumber(text) else {
            form.fault("p-cpr", "Cpr-nummeret skal være 10 tal og begynde med en dato, der findes")
            return nil
        }
        if isAnonymous {
            form.fault(
                "p-cpr",
                "Et cpr-nummer kan ikke stå i en anonym sag. Slet nummeret, eller fjern krydset ved anonym"
            )
        } else if !form.isTicked("p-samtykke") {
            form.fault("p-samtykke", "Spørg borgeren, og sæt kryds, når borgeren har sagt ja")
        }
        return number
    }

    private static func bornYear(_ form: inout TypedForm) -> Int? {
        guard !form.raw("p-aar").isEmpty else { return nil }
        let year = form.today.year
        return form.number(
            "p-aar", in: year - 110...year,
            otherwise: "Skriv fødselsåret med fire tal, for eksempel 1979")
    }
}
