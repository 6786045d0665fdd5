internal import Domain
internal import HTML
internal import HTTP

/// A journal note after a talk, as typed: the same form says whether she came, what was given, and what was said.
struct NoteForm: Sendable {
    var came = "ja"
    var service = ""
    var minutes = ""
    var channel = ServiceChannel.inPerson.rawValue
    var isPlanBegun = false
    var day = ""
    var time = ""
    var text = ""
    var id = EntryID(RandomID.int64())

    static let textLengthMax = 20_000
    static let minutesMax = 1_440

    init(now: Instant) {
        let wall = now.copenhagen
        day = wall.day.fieldText
        time = ClockTime(wall.hour, wall.minute).fieldText
    }

    init(_ fields: Fields) {
        func field(_ name: String) -> String { (fields[name] ?? "").trimmed }
        came = field("kom")
        service = field("ydelse")
        minutes = field("minutter")
        channel = field("hvordan")
        isPlanBegun = fields["plan-begyndt"] != nil
        day = field("notat-dato")
        time = field("notat-tid")
        text = field("notat")
        id = EntryID(formText: field("id")) ?? id
    }

    /// A note as it was written, to be corrected. Nil for what is no note.
    init?(_ entry: LedgerEntry, _ body: EntryBody?, now: Instant) {
        guard let fact = entry.event.flatMap({ try? Event(json: $0).fact }) else { return nil }
        self.init(now: entry.at ?? Instant(day: entry.on, hour: 0, minute: 0))
        text = body?[.text] ?? ""
        switch fact {
        case .entry: service = "ingen"
        case .service(let delivered):
            came = delivered.attended ? "ja" : "nej"
            service = delivered.code.rawValue
            minutes = delivered.minutes.map { String($0) } ?? ""
            channel = delivered.channel.rawValue
            isPlanBegun = delivered.planBegun
        default: return nil
        }
    }

    /// What a note says, once it can be read.
    enum Note: Sendable {
        /// A talk or another service, delivered or missed.
        case service(Service, at: Instant)
        /// Words only.
        case words(on: CalendarDay)
    }

    func read(now: Instant) -> Result<Note, FormProblems> {
        var problems: [FormProblem] = []
        let day = pastDay(self.day, field: "notat-dato", on: now.day, &problems)
        if text.unicodeScalars.count > Self.textLengthMax {
            problems.append(
                .init(field: "notat", message: "Skriv højst \(Self.textLengthMax) tegn"))
        }
        guard service != "ingen" else {
            if text.isEmpty { problems.append(.init(field: "notat", message: "Skriv et notat")) }
            guard problems.isEmpty, let day else { return .failure(FormProblems(problems)) }
            return .success(.words(on: day))
        }
        let delivered = readService(&problems)
        let clock = readTime(&problems)
        let moment = day.flatMap { day in
            clock.map { pastMoment(day, $0, field: "notat-tid", now: now, &problems) }
        }
        if text.isEmpty, came == "ja" {
            problems.append(
                .init(field: "notat", message: "Skriv et notat, eller vælg \"Kom ikke\""))
        }
        guard problems.isEmpty, let delivered, let moment else {
            return .failure(FormProblems(problems))
        }
        return .success(.service(delivered, at: moment))
    }

    private func readTime(_ problems: inout [FormProblem]) -> ClockTime? {
        guard case .time(let clock) = TypedTime.read(time) else {
            problems.append(
                .init(field: "notat-tid", message: "Skriv klokkeslættet som 1000 eller 10.00"))
            return nil
        }
        return clock
    }

    private func readService(_ problems: inout [FormProblem]) -> Service? {
        let code = ServiceCode(rawValue: service)
        if code == nil { problems.append(.init(field: "ydelse", message: "Vælg en ydelse")) }
        let attended = came == "ja"
        if !["ja", "nej"].contains(came) {
            problems.append(.init(field: "kom", message: "Vælg, om borgeren kom"))
        }
        let length = Int(minutes)
        if attended, length.map({ !(0...Self.minutesMax).contains($0) }) ?? true {
            problems.append(
                .init(field: "minutter", message: "Skriv, hvor mange minutter det varede"))
        }
        guard let code, let channel = ServiceChannel(rawValue: channel) else { return nil }
        return Service(
            code, minutes: attended ? length : nil, attended: attended,
            planBegun: attended && code == .assessment && isPlanBegun, channel: channel)
    }
}

/// The end of a case, as typed.
struct EndingForm: Sendable {
    var reason = ""
    var day = ""
    var id = EntryID(RandomID.int64())

    init(today: CalendarDay) {
        day = today.fieldText
    }

    init(_ fields: Fields) {
        reason = (fields["aarsag"] ?? "").trimmed
        day = (fields["slut-dato"] ?? "").trimmed
        id = EntryID(formText: (fields["id"] ?? "").trimmed) ?? id
    }

    /// A discharge with its reason, or the closing of a case that never was a course.
    enum Ending: Sendable {
        case discharge(DischargeReason, on: CalendarDay)
        case closing
    }

    func read(today: CalendarDay) -> Result<Ending, FormProblems> {
        var problems: [FormProblem] = []
        if reason == "luk" { return .success(.closing) }
        let why = DischargeReason(rawValue: reason)
        if why == nil { problems.append(.init(field: "aarsag", message: "Vælg en årsag")) }
        let day = pastDay(self.day, field: "slut-dato", on: today, &problems)
        guard problems.isEmpty, let why, let day else { return .failure(FormProblems(problems)) }
        return .success(.discharge(why, on: day))
    }
}
