internal import Domain
internal import HTML
internal import Records

/// A journal note after a talk (notat): the same form says whether she came, what was given, and what was said. The first
/// service that begins treatment stops the clock.
struct WriteNote: CaseAct {
    static let address = "notat"
    static let title = "Notat"
    static let button = "Gem notat"
    static let roles = Set<Role>.clinical
    static let audit = AuditAction("note-written", "skrev et notat")

    static let textLengthMax = 20_000
    static let minutesMax = 1_440
    /// Words only.
    private static let noService = "ingen"

    static func fields(_ state: CaseState) -> [ActField] {
        [
            .choice(
                "kom", "Kom borgeren?", [Choice("ja", "Ja"), Choice("nej", "Kom ikke")],
                chosen: "ja", isInline: true),
            .select("ydelse", "Ydelse", serviceChoices, prompt: "Vælg", row: 1),
            .number("minutter", "Minutter", row: 1),
            .text("notat", "Notat", rows: 5, lengthMax: textLengthMax),
            .select(
                "hvordan", "Hvordan",
                [
                    Choice(ServiceChannel.inPerson.rawValue, "Fremmøde"),
                    Choice(ServiceChannel.phone.rawValue, "Telefon"),
                    Choice(ServiceChannel.video.rawValue, "Video"),
                ], chosen: ServiceChannel.inPerson.rawValue, row: 2),
            .tick("plan-begyndt", "Behandlingsplanen blev begyndt i udredningen"),
            .day("notat-dato", "Dato", state.today, row: 3),
            .time("notat-tid", "Klokken", state.now.clockTime, row: 3),
        ]
    }

    /// What is delivered most, first; then the rest, and words without a service.
    private static let serviceChoices: [Choice] = {
        let usual: [ServiceCode] = [
            .individualSession, .informationTalk, .assessment, .groupSession, .familySession,
            .coupleSession, .antabus, .medicalConsultation,
        ]
        let all = usual + ServiceCode.allCases.filter { !usual.contains($0) }
        return all.map { Choice($0.rawValue, "\($0.danishName.capitalisedFirst)") }
            + [Choice(noService, "Ingen ydelse, kun notat")]
    }()

    static func values(of entry: LedgerEntry, _ body: OpenedBody) -> FieldValues? {
        var values = FieldValues([
            "notat": body.text.map { [$0] } ?? [], "notat-dato": [entry.on.fieldText],
            "notat-tid": [(entry.at?.clockTime ?? ClockTime(0, 0)).fieldText],
        ])
        switch entry.fact {
        case .entry:
            values["ydelse"] = [noService]
            return values
        case .service(let delivered):
            values["kom"] = [delivered.attended ? "ja" : "nej"]
            values["ydelse"] = [delivered.code.rawValue]
            values["minutter"] = delivered.minutes.map { [String($0)] } ?? []
            values["hvordan"] = [delivered.channel.rawValue]
            values["plan-begyndt"] = delivered.planBegun ? ["ja"] : []
            return values
        default: return nil
        }
    }

    /// What a note says.
    enum Content: Sendable {
        /// A talk or another service, delivered or missed.
        case service(Service, at: Instant)
        /// Words only.
        case words(on: CalendarDay)
    }

    let content: Content
    let text: String

    func require(_ state: CaseState) throws(ActRefusal) {
        guard case .service(_, let time) = content else { return }
        try state.requireAsked(on: time.day)
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        switch content {
        case .words(let day):
            [NewFact(.entry(by: scene.author), on: day, body: Words(text))]
        case .service(let service, let time):
            [NewFact(.service(service), on: time.day, at: time, body: Words(text))]
        }
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Notatet er gemt på sag \(state.ref.number).")
    }

    func field(of refusal: ActRefusal) -> String? { "notat-dato" }
}

extension WriteNote {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let isWordsOnly = typed.raw("ydelse") == Self.noService
        let delivered = isWordsOnly ? nil : Self.service(&typed)
        let attended = typed.raw("kom") == "ja"
        text = typed.text(
            "notat",
            ifMissing: isWordsOnly
                ? "Skriv et notat" : attended ? "Skriv et notat, eller vælg \"Kom ikke\"" : nil)
        let day = typed.pastDay("notat-dato")
        guard !isWordsOnly else {
            content = .words(on: try typed.required(day))
            return
        }
        let time = typed.time("notat-tid")
        let moment = day.flatMap { day in
            time.map { typed.pastMoment(day, $0, field: "notat-tid") }
        }
        content = .service(try typed.required(delivered), at: try typed.required(moment))
    }

    private static func service(_ typed: inout TypedForm) -> Service? {
        let attended = typed.raw("kom") == "ja"
        if !["ja", "nej"].contains(typed.raw("kom")) {
            typed.fault("kom", "Vælg, om borgeren kom")
        }
        let code = typed.choice("ydelse", ServiceCode.self, ifMissing: "Vælg en ydelse")
        let minutes =
            attended
            ? typed.number(
                "minutter", in: 0...minutesMax, otherwise: "Skriv, hvor mange minutter det varede")
            : nil
        guard let code, let channel = ServiceChannel(rawValue: typed.raw("hvordan")) else {
            return nil
        }
        return Service(
            code, minutes: minutes, attended: attended,
            planBegun: attended && code == .assessment && typed.isTicked("plan-begyndt"),
            channel: channel)
    }
}
