internal import Domain
internal import HTML
internal import HTTP
internal import Records

/// What is looked for on `/sager/{number}/tid`: it stands in the address.
struct FindTimeForm: Sendable {
    let from: CalendarDay
    let fromText: String
    let minutes: Int
    let form: TalkForm
    /// Only with whoever has the case.
    let isOnlyResponsible: Bool
    /// The first talk, or any other.
    let isFirst: Bool
    /// The time that is to be moved.
    let moving: EntryID?
    let problems: [FormProblem]

    static let daysShown = 14
    static let timesShownMax = 40

    init(_ visit: StaffVisit, _ reading: CaseReading) {
        let query = visit.request.query
        moving = query.word("flyt").flatMap { EntryID(formText: $0) }
        let moved = moving.flatMap { reading.file.appointment($0) }
        isFirst =
            moved?.isOffer ?? (query.word("hvad").map { $0 == "foerste" } ?? reading.wantsFirstTime)
        var problems: [FormProblem] = []
        fromText = (query.word("fra") ?? "").trimmed
        switch TypedDay.read(fromText, on: visit.today) {
        case .day(let day) where day >= visit.today && day < visit.today.adding(days: 400):
            from = day
        case .nothing: from = visit.today
        default:
            problems.append(
                FormProblem(field: "fra", message: "Skriv en dato fra i dag og et år frem"))
            from = visit.today
        }
        let typed = (query.word("minutter") ?? "").trimmed
        let length = typed.utf8.count <= 4 ? Int(typed) : nil
        minutes =
            length.flatMap { AgreedTime.minutesRange.contains($0) ? $0 : nil }
            ?? moved?.time.minutes ?? AgreedTime.usualMinutes
        form =
            query.word("hvordan").flatMap { TalkForm(rawValue: $0) } ?? moved?.time.form
            ?? .inPerson
        isOnlyResponsible =
            query.word("hos").map { $0 == "ansvarlig" } ?? (!isFirst && reading.responsible != nil)
        self.problems = problems
    }

    var last: CalendarDay { from.adding(days: Self.daysShown) }

    /// The same question, from another day on.
    func address(_ number: String, from day: CalendarDay) -> Address {
        let start: Address = """
            /sager/\(word: number)/tid?fra=\(word: day.fieldText)&minutter=\(minutes)\
            &hvordan=\(word: form.rawValue)&hos=\(word: isOnlyResponsible ? "ansvarlig" : "alle")\
            &hvad=\(word: isFirst ? "foerste" : "samtale")
            """
        guard let moving else { return start }
        return "\(start)&flyt=\(word: moving.formText)"
    }
}
