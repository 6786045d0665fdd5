internal import Domain
internal import HTML
internal import Records

/// The day somebody turned to us was typed wrong. The new day takes the place of the old, which stays readable; what was
/// not written here by hand, the house itself knows the day of.
struct CorrectWishDay: CaseAct {
    static let address = "dato"
    static let title = "Ret datoen for henvendelsen"
    static let button = "Gem den rigtige dato"
    static let roles = Set<Role>.frontOffice
    static let audit = AuditAction("enquiry-day-corrected", "rettede datoen for en henvendelse")

    static func fields(_ state: CaseState) -> [ActField] {
        let wish = state.file.current.last(where: \.isWishByHand)
        return [
            .hidden("ret-post", wish?.id.formText ?? ""),
            .day(
                "ret-dato", "Modtaget", wish?.on,
                hint: "For eksempel 12-11-2026, fre eller i dag", row: 1),
            .time("ret-tid", "Klokken", wish?.at?.clockTime, isOptional: true, row: 1),
            .text(
                "ret-hvorfor", "Hvorfor rettes datoen?", lengthMax: ActForm.Correction.whyLengthMax),
        ]
    }

    let entry: EntryID
    let day: CalendarDay
    /// The hour as well, where it is known.
    let moment: Instant?
    let why: String

    func require(_ state: CaseState) throws(ActRefusal) {
        try state.requireUnreplaced(entry)
        try state.requireNothingDone(before: day, but: entry)
        guard state.file.entries.first(where: { $0.id == entry })?.isWishByHand == true else {
            throw .notCorrectable
        }
    }

    func carriedOver(from file: CaseFile) -> [LedgerEntry] {
        file.entries.filter { $0.id == entry }
    }

    func facts(in scene: ActScene) throws -> [NewFact] {
        guard let old = scene.state.file.entries.first(where: { $0.id == entry }) else { return [] }
        let words = scene.opened[entry]?.text.map { Words($0) }
        var fact = NewFact(old, body: words, on: day, at: moment)
        fact.corrects = old.id
        fact.why = why
        return [fact]
    }

    func confirmation(_ state: CaseState) -> Confirmation {
        Confirmation("Datoen er rettet til \(day.inWords). Fristen er regnet om.")
    }

    func field(of refusal: ActRefusal) -> String? { "ret-dato" }
}

extension CorrectWishDay {
    init(_ typed: inout TypedForm, _ state: CaseState) throws(FieldFaults) {
        let entry = typed.entry("ret-post")
        let day = typed.pastDay("ret-dato")
        let time = typed.time("ret-tid")
        why = typed.text("ret-hvorfor", ifMissing: "Skriv, hvorfor datoen rettes")
        moment = day.flatMap { day in
            time.map { typed.pastMoment(day, $0, field: "ret-tid") }
        }
        self.entry = try typed.required(entry)
        self.day = try typed.required(day)
    }
}
