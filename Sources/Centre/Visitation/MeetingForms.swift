internal import Domain
internal import HTML
internal import HTTP
internal import Records

/// A meeting about to be called, as typed.
struct CallForm: Sendable {
    var id = FormID.random()
    var body = ""
    var day = ""
    var time = "0900"

    init() {}

    init(_ fields: Fields) {
        id = fields.word("id").flatMap { FormID(formText: $0) } ?? id
        body = fields.written("moede-udvalg")
        day = fields.written("moede-dato")
        time = fields.written("moede-tid")
    }

    /// The meeting; nil, with a word at each field, where it is none.
    func meeting(
        among bodies: [QualityStandard.DecidingBody], on today: CalendarDay,
        _ problems: inout [FormProblem]
    ) -> Meeting? {
        let known = bodies.first { $0.id.utf8.elementsEqual(body.utf8) }
        if known == nil {
            problems.append(FormProblem(field: "moede-udvalg", message: "Vælg, hvem der mødes"))
        }
        let heldOn = coming(on: today, &problems)
        guard case .time(let startsAt) = TypedTime.read(time) else {
            problems.append(
                FormProblem(
                    field: "moede-tid", message: "Skriv klokkeslættet som 1000 eller 10.00"))
            return nil
        }
        guard let known, let heldOn else { return nil }
        return Meeting(
            id: id, body: known.id, heldOn: heldOn, startsAt: startsAt, hasBegun: false,
            isClosed: false)
    }

    private func coming(
        on today: CalendarDay, _ problems: inout [FormProblem]
    ) -> CalendarDay? {
        let message: String
        switch TypedDay.read(day, on: today) {
        case .day(let day) where day >= today: return day
        case .day: message = "Mødet kan ikke ligge før i dag"
        case .nothing: message = "Skriv, hvornår mødet er"
        case .notInCalendar: message = "Datoen findes ikke. Skriv en anden dato"
        case .unreadable: message = "Skriv datoen som 19-11-2026, +7 eller fre"
        }
        problems.append(FormProblem(field: "moede-dato", message: message))
        return nil
    }
}

/// A meeting about to begin, as typed: who is there, and what is on the agenda.
struct BeginForm: Sendable {
    var present = ""
    var adviser = ""
    var isImpartial = false
    /// The cases with a tick; all of them before anybody has sent it.
    var chosen: Set<CaseNumber> = []
    var wasSent = false

    static let presentLengthMax = 1_000

    init() {}

    init(_ fields: Fields) {
        present = fields.written("moede-til-stede")
        adviser = plainLine(fields.written("moede-raadgiver"))
        isImpartial = fields.text("moede-habil") != nil
        chosen = Set(fields.words("moede-sag").compactMap { CaseNumber($0) })
        wasSent = true
    }

    func problems(
        for meeting: Meeting, hasAdviser: Bool, on today: CalendarDay
    ) -> [FormProblem] {
        var problems: [FormProblem] = []
        if today < meeting.heldOn {
            problems.append(
                FormProblem(
                    field: "moede-til-stede",
                    message: "Mødet er først \(meeting.heldOn.inWords). Det kan ikke begynde før"))
        }
        if present.isEmpty {
            problems.append(
                FormProblem(field: "moede-til-stede", message: "Skriv, hvem der er til stede"))
        }
        if present.unicodeScalars.count > Self.presentLengthMax {
            problems.append(
                FormProblem(
                    field: "moede-til-stede",
                    message: "Skriv højst \(Self.presentLengthMax) tegn"))
        }
        if hasAdviser, adviser.isEmpty || adviser.unicodeScalars.count > 100 {
            problems.append(
                FormProblem(
                    field: "moede-raadgiver",
                    message: "Skriv myndighedsrådgiverens navn, højst 100 tegn"))
        }
        if !isImpartial {
            problems.append(
                FormProblem(
                    field: "moede-habil",
                    message: "Sæt kryds, når alle har set, om de er inhabile i en sag"))
        }
        return problems
    }

    /// As it stands in the minutes.
    var presentText: String {
        let people = present.split(whereSeparator: \.isNewline).map { plainLine(String($0)) }
            .filter { !$0.isEmpty }.joined(separator: ", ")
        return adviser.isEmpty ? people : "\(people), myndighedsrådgiver \(adviser)"
    }
}
