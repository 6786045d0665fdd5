internal import Domain
internal import HTML
internal import Records

/// A complaint is written down, however it came, also where it comes too late: it is never turned away at the door.
///
/// - Law: Forvaltningsloven § 7; god forvaltningsskik.
struct RegisterComplaint: CaseAct {
    static let address = "klage"
    static let title = "Skriv en klage ned"
    static let button = "Gem klagen"
    static let roles = Set<Role>.clinical
    static let leadsTo = CaseTab.complaints
    static let audit = AuditAction("complaint-registered", "skrev en klage ned")

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .choice(
                "klage-om", "Hvad klages der over?",
                [
                    Choice(
                        ComplaintSubject.decision.rawValue, "En afgørelse",
                        hint: "For eksempel et afslag på døgnbehandling"),
                    Choice(
                        ComplaintSubject.service.rawValue, "Hvordan man er blevet mødt",
                        hint: "For eksempel ventetid, tone eller aftaler, der ikke blev holdt"),
                    Choice(
                        ComplaintSubject.health.rawValue, "Den sundhedsfaglige behandling",
                        hint: "For eksempel medicin. Styrelsen for Patientklager afgør den"),
                ]),
            .text("klage-tekst", "Hvad siger klagen?", rows: 4, lengthMax: 10_000),
            .choice(
                "klage-vej", "Hvordan kom den?",
                ComplaintChannel.allCases.map { Choice($0.rawValue, "\($0.danishName)") },
                isInline: true),
            .choice(
                "klage-fra", "Hvem klager?",
                Complainant.allCases.map { Choice($0.rawValue, "\($0.danishName)") },
                chosen: Complainant.citizen.rawValue, isInline: true),
            .day("klage-dato", "Modtaget", state.today, row: 1),
            ActField(
                name: "klage-svar", label: "Vi svarer senest", kind: .day,
                hint: "Den dag, du lover borgeren svar. For eksempel +14", row: 1),
            ActField(
                name: "klage-skete", label: "Hvornår skete det?", kind: .day, isOptional: true,
                row: 2),
            ActField(
                name: "klage-kendt", label: "Hvornår opdagede borgeren det?", kind: .day,
                isOptional: true, row: 2),
        ]
    }

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        guard let written = WrittenComplaint(entry) else { return nil }
        func typed(_ text: String?) -> [String] { text.map { [$0] } ?? [] }
        return FieldValues([
            "klage-om": [written.complaint.about.rawValue], "klage-tekst": typed(body.text),
            "klage-vej": typed(written.channel?.rawValue),
            "klage-fra": typed(written.complainant?.rawValue),
            "klage-dato": [entry.on.fieldText], "klage-svar": typed(written.answerBy?.fieldText),
            "klage-skete": typed(written.complaint.happenedOn?.fieldText),
            "klage-kendt": typed(written.complaint.knownOn?.fieldText),
        ])
    }

    static func told(_ entry: LedgerEntry) -> String {
        let about = WrittenComplaint(entry)?.complaint.about.danishName.lowercased() ?? ""
        return "Klage over \(about)"
    }

    let complaint: Complaint
    let text: String
    let channel: ComplaintChannel
    let complainant: Complainant
    let day: CalendarDay
    let answerBy: CalendarDay

    func require(_ state: CaseState) throws(ActRefusal) {}

    func facts(in scene: ActScene) throws -> [NewFact] {
        let details = JSONObject([
            .init(WrittenComplaint.channelKey, .string(channel.rawValue)),
            .init(WrittenComplaint.complainantKey, .string(complainant.rawValue)),
            .init(WrittenComplaint.answerByKey, .string(answerBy.isoText)),
        ])
        let fact = NewFact(.complaint(complaint), on: day, details: details, body: Words(text))
        guard scene.corrected == nil else { return [fact] }
        // While it waits, nothing of the case is deleted for its age.
        return [
            fact,
            NewFact(.pending(.complaint), on: day).together(with: scene.id),
        ]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        let route = complaintRoute(
            about: complaint.about, under: state.standard.standard, on: day)
        return Confirmation(
            "Klagen er skrevet ned.", next: route.because.first.map { "\($0.text)" })
    }
}

extension RegisterComplaint {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let about = typed.choice(
            "klage-om", ComplaintSubject.self, ifMissing: "Vælg, hvad der klages over")
        text = typed.text("klage-tekst", ifMissing: "Skriv, hvad klagen siger")
        let channel = typed.choice(
            "klage-vej", ComplaintChannel.self, ifMissing: "Vælg, hvordan klagen kom")
        let complainant = typed.choice(
            "klage-fra", Complainant.self, ifMissing: "Vælg, hvem der klager")
        let day = typed.pastDay("klage-dato")
        let answerBy = typed.comingDay(
            "klage-svar", ifMissing: "Skriv, hvornår borgeren senest får svar",
            ifPast: "Den dag er gået. Skriv en dag, der kommer")
        let happenedOn = typed.raw("klage-skete").isEmpty ? nil : typed.pastDay("klage-skete")
        let knownOn = typed.raw("klage-kendt").isEmpty ? nil : typed.pastDay("klage-kendt")
        if let happenedOn, let knownOn, knownOn < happenedOn {
            typed.fault("klage-kendt", "Det kan ikke opdages, før det er sket")
        }
        complaint = Complaint(
            about: try typed.required(about), happenedOn: happenedOn, knownOn: knownOn)
        self.channel = try typed.required(channel)
        self.complainant = try typed.required(complainant)
        self.day = try typed.required(day)
        self.answerBy = try typed.required(answerBy)
    }
}
