internal import Domain
internal import HTML
internal import HTTP

/// A first time to offer, as typed.
struct OfferForm: Sendable {
    var day = ""
    var time = ""
    var modality = Modality.outpatient.rawValue
    var isOtherProvider = false
    /// Why the time lies after the last day, where it does.
    var why = ""
    var id = EntryID(RandomID.int64())

    init() {}

    init(_ fields: Fields) {
        func field(_ name: String) -> String { (fields[name] ?? "").trimmed }
        day = field("tilbud-dato")
        time = field("tilbud-tid")
        modality = field("tilbud-form")
        isOtherProvider = fields["tilbud-andet"] != nil
        why = String(field("tilbud-hvorfor").unicodeScalars.prefix(DeskForm.textLengthMax))
        id = EntryID(formText: field("id")) ?? id
    }

    /// What is offered, once it can be read.
    struct Offered: Sendable {
        let startsAt: Instant
        let modality: Modality
        let provider: OfferProvider
    }

    /// - Parameter lastDay: of the running clock. A later time needs a word of why.
    func read(now: Instant, lastDay: CalendarDay?) -> Result<Offered, FormProblems> {
        var problems: [FormProblem] = []
        var clock: ClockTime?
        switch TypedTime.read(time) {
        case .time(let read): clock = read
        case .nothing, .unreadable:
            problems.append(
                .init(field: "tilbud-tid", message: "Skriv klokkeslættet som 1000 eller 10.00"))
        }
        let day = readDay(now: now, lastDay: lastDay, &problems)
        guard let modality = Modality(rawValue: modality) else {
            problems.append(.init(field: "tilbud-form", message: "Vælg, hvad der tilbydes"))
            return .failure(FormProblems(problems))
        }
        guard problems.isEmpty, let day, let clock else {
            return .failure(FormProblems(problems))
        }
        return .success(
            Offered(
                startsAt: Instant(day: day, hour: clock.hour, minute: clock.minute),
                modality: modality, provider: isOtherProvider ? .other : .own))
    }

    private func readDay(
        now: Instant, lastDay: CalendarDay?, _ problems: inout [FormProblem]
    ) -> CalendarDay? {
        let field = "tilbud-dato"
        switch TypedDay.read(day, on: now.day) {
        case .day(let day):
            if day < now.day {
                problems.append(.init(field: field, message: "Tiden kan ikke ligge før i dag"))
            } else if let lastDay, day > lastDay, why.isEmpty {
                problems.append(
                    .init(
                        field: field,
                        message: """
                            Tiden ligger efter fristen \(lastDay.fieldText). \
                            Vælg en tidligere tid, eller skriv hvorfor
                            """))
            }
            return day
        case .nothing: problems.append(.init(field: field, message: "Skriv datoen for aftalen"))
        case .notInCalendar:
            problems.append(
                .init(field: field, message: "\(day) findes ikke. Skriv en anden dato"))
        case .unreadable:
            problems.append(
                .init(field: field, message: "Skriv datoen som 19-11-2026, +7 eller fre"))
        }
        return nil
    }
}

/// What became of an offer, as typed.
struct OutcomeForm: Sendable {
    var outcome = ""
    var day = ""
    var isWritten = false
    var text = ""
    var id = EntryID(RandomID.int64())

    init(today: CalendarDay) {
        day = today.fieldText
    }

    init(_ fields: Fields) {
        func field(_ name: String) -> String { (fields[name] ?? "").trimmed }
        outcome = field("udfald")
        day = field("udfald-dato")
        isWritten = fields["skriftligt"] != nil
        text = field("udfald-tekst")
        id = EntryID(formText: field("id")) ?? id
    }

    func read(today: CalendarDay) -> Result<(OfferOutcome, CalendarDay), FormProblems> {
        var problems: [FormProblem] = []
        let what: OfferOutcome? =
            switch outcome {
            case "kom-ikke": .didNotCome
            case "eget-valg": .declined(byOwnChoice: true, inWriting: isWritten)
            case "anden-aarsag": .declined(byOwnChoice: false, inWriting: isWritten)
            case "trak-sig": .withdrew
            case "indlagt": .outsideDuty(.admitted, regionReceivedOn: nil)
            case "integreret": .outsideDuty(.integratedTreatment, regionReceivedOn: nil)
            default: nil
            }
        if what == nil {
            problems.append(.init(field: "udfald", message: "Vælg, hvad der skete"))
        }
        if text.unicodeScalars.count > DeskForm.textLengthMax {
            problems.append(
                .init(
                    field: "udfald-tekst", message: "Skriv højst \(DeskForm.textLengthMax) tegn"))
        }
        let day = pastDay(self.day, field: "udfald-dato", on: today, &problems)
        guard problems.isEmpty, let what, let day else { return .failure(FormProblems(problems)) }
        return .success((what, day))
    }
}
