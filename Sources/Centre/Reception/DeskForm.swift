internal import Domain
internal import HTML
internal import HTTP
internal import Records

/// An enquiry by telephone or at the desk, as typed: one page, and everything comes back when something is wrong.
struct DeskForm: Sendable {
    var day = ""
    /// The old day she has said is right.
    var confirmedDay = ""
    var time = ""
    var channel = ""
    var concerns = ""
    var wish = ""
    var name = ""
    var phone = ""
    var avoid = ""
    var text = ""
    var isAnonymous = false
    /// `gravid`, `boern`, `akut`.
    var important: Set<String> = []
    var id = EntryID.random()

    /// An enquiry from before that has run out its days already, or is typed wrong.
    static let pastDaysUnasked = 14
    static let textLengthMax = 5_000
    static let lineLengthMax = 200

    /// An empty form: it arrives now, by telephone, about the one who rings.
    init(now: Instant) {
        day = now.day.fieldText
        time = now.clockTime.fieldText
        channel = EnquiryChannel.phone.rawValue
        concerns = Sender.`self`.rawValue
    }

    init(_ fields: Fields) {
        func field(_ name: String) -> String { fields.word(name)?.trimmed ?? "" }
        day = field("dato")
        confirmedDay = field("gammel")
        time = field("tid")
        channel = field("kanal")
        concerns = field("hvem")
        wish = field("oenske")
        name = plainLine(fields.text("navn"))
        phone = plainLine(fields.text("telefon"))
        avoid = plainLine(fields.text("undgaa"))
        text = fields.written("besked")
        isAnonymous = fields.text("anonym") != nil
        important = Set(fields.words("vigtigt"))
        id = EntryID(formText: field("id")) ?? id
    }

    /// What was written down, or what must be mended first.
    func read(now: Instant) -> Result<ReceivedEnquiry, FieldFaults> {
        var problems: [FormProblem] = []
        let received = readMoment(now: now, &problems)
        let channel = EnquiryChannel(rawValue: channel)
        if channel == nil {
            problems.append(.init(field: "kanal", message: "Vælg, hvordan henvendelsen kom"))
        }
        let sender = Sender(rawValue: concerns)
        if sender == nil {
            problems.append(.init(field: "hvem", message: "Vælg, hvem der henvender sig"))
        }
        let wish = Wish(rawValue: wish)
        if wish == nil {
            problems.append(
                .init(field: "oenske", message: "Vælg, om borgeren ønsker behandling nu"))
        }
        let number = readPhone(&problems)
        for (field, line) in [("navn", name), ("undgaa", avoid)]
        where line.unicodeScalars.count > Self.lineLengthMax {
            problems.append(.init(field: field, message: "Skriv højst \(Self.lineLengthMax) tegn"))
        }
        if text.unicodeScalars.count > Self.textLengthMax {
            problems.append(
                .init(field: "besked", message: "Skriv højst \(Self.textLengthMax) tegn"))
        }
        guard problems.isEmpty, let received, let channel, let sender, let wish else {
            return .failure(FieldFaults(problems))
        }
        return .success(
            ReceivedEnquiry(
                receivedAt: received, wish: wish, by: sender, channel: channel,
                isAnonymous: isAnonymous || name.lowercased() == "anonym",
                person: person(number), text: text))
    }

    private func person(_ number: String?) -> PersonDetails {
        var person = PersonDetails()
        person.name = name.lowercased() == "anonym" || name.isEmpty ? nil : name
        person.phone = number
        person.avoid = avoid.isEmpty ? nil : avoid
        person.isPregnant = important.contains("gravid")
        person.hasChildrenAtHome = important.contains("boern")
        person.isAcute = important.contains("akut")
        return person
    }

    private func readMoment(now: Instant, _ problems: inout [FormProblem]) -> Instant? {
        let day = readPastDay(
            day, field: "dato", on: now.day, name: "Henvendelsesdatoen",
            missing: "Skriv datoen for henvendelsen", &problems)
        if let old = oldDay(on: now.day), confirmedDay != old.isoText {
            problems.append(
                .init(
                    field: "gammel",
                    message: """
                        Den \(old.danishDigits) er mere end \(Self.pastDaysUnasked) dage siden. Ret datoen, eller sæt \
                        kryds, hvis den er rigtig
                        """))
        }
        var clock: ClockTime?
        switch TypedTime.read(time) {
        case .time(let read): clock = read
        case .nothing: clock = ClockTime(0, 0)
        case .unreadable:
            problems.append(.init(field: "tid", message: "Skriv klokkeslættet som 0914 eller 9.14"))
        }
        guard let day, let clock else { return nil }
        return readPastMoment(day, clock, field: "tid", now: now, &problems)
    }

    /// The day, where it lies so far back that it is more likely a slip of the hand: she is asked once.
    func oldDay(on today: CalendarDay) -> CalendarDay? {
        guard case .day(let day) = TypedDay.read(day, on: today, isPast: true),
            day < today.adding(days: -Self.pastDaysUnasked)
        else { return nil }
        return day
    }

    private func readPhone(_ problems: inout [FormProblem]) -> String? {
        switch PhoneNumber.read(phone) {
        case .number: return PhoneNumber.kept(phone)
        case .nothing:
            if !phone.isEmpty {
                problems.append(
                    .init(field: "telefon", message: "Telefonnummeret skal have 8 tal"))
            }
            return nil
        case .wrongLength(let digits):
            problems.append(
                .init(
                    field: "telefon",
                    message: "Telefonnummeret skal have 8 tal. Du har skrevet \(digits)"))
            return nil
        }
    }
}
