internal import Domain
internal import HTML
internal import Records

/// The bar that says whose page this is: it stands on every page of a case, and again beside Save. With the token of her
/// forms the whole CPR number can be shown, logged.
func caseHead(_ reading: CaseReading, token: String? = nil) -> HTML {
    let person = reading.person
    let contact = contactRule(person)
    let number = reading.ref.number.description
    return identityBar(
        IdentityBar(
            name: "\(reading.displayName)", isAlias: reading.hasAliasOnly,
            age: ageWords(person, on: reading.today),
            caseNumber: "\(reading.ref.number.description)",
            state: reading.isOpen ? nil : "lukket",
            responsible: reading.responsibleName.map { "\($0)" },
            maskedCPR: person.cpr.map { "\($0.hyphenated.prefix(7))••••" },
            showsCPR: token.map { token in
                form(
                    "/sager/\(word: number)/cpr", token: token,
                    button("Vis", .secondary, about: "hele cpr-nummeret"))
            } ?? .empty,
            edit: link("Ret oplysninger", to: "/sager/\(word: number)/person"),
            phone: person.phone.map(phoneLink),
            contactRule: contact.isEmpty ? nil : "\(contact)", flags: flags(person)))
}

/// `47 år`; `cirka 47 år` where only the year is known.
private func ageWords(_ person: PersonDetails, on day: CalendarDay) -> HTML? {
    if let born = person.cpr?.born ?? person.born {
        return "\(CalendarDay.age(born: born, on: day)) år"
    }
    return person.bornYear.map { "cirka \(day.year - $0) år" }
}

/// `Gemmes på sag 2026-0407 · Bo H.`: said where it is pressed, so that nothing lands on the wrong citizen.
func savedOn(_ reading: CaseReading) -> HTML {
    "<p class=\"hint\">Gemmes på sag \(text: reading.ref.number) · \(reading.displayName)</p>"
}

/// How she may be reached, in words; the number itself stands beside them.
private func contactRule(_ person: PersonDetails) -> String {
    var words: [String] = []
    switch person.contact {
    case .call: words.append("Ring")
    case .text: words.append("Skriv sms")
    case .comesSelf: words.append("Kontakter selv os")
    case nil: break
    }
    if let times = person.contactTimes { words.append("(\(times))") }
    var text = words.joined(separator: " ")
    if person.isDiscreet {
        text +=
            text.isEmpty ? "Læg ikke besked" : ". Læg ikke besked, og sig ikke, hvor du ringer fra"
    }
    if let avoid = person.avoid {
        text += (text.isEmpty ? "" : ". ") + "Må ikke kontaktes på: \(avoid)"
    }
    return text
}

private func flags(_ person: PersonDetails) -> [Tag] {
    var flags: [Tag] = []
    if person.isAcute { flags.append(Tag("Akut", .late)) }
    if person.isPregnant { flags.append(Tag("Gravid", .soon)) }
    if person.hasChildrenAtHome { flags.append(Tag("Børn under 18 hjemme", .soon)) }
    switch person.ageGroup {
    case .youth: flags.append(Tag("15-17 år"))
    case .child: flags.append(Tag("Under 15 år"))
    case .adult, .untold, nil: break
    }
    return flags
}

/// The clock in a sentence, as a bar of its days, and how it was counted.
func guaranteeBox(_ reading: CaseReading) -> HTML {
    guard let clock = reading.clock else {
        return clockBox(
            withoutDeadline: "Tæller ikke (rådgivning)",
            "Fristen løber fra den dag, borgeren selv ønsker behandling.")
    }
    let booked = reading.file.openOffer?.offer?.startsOn
    return clockBox(
        ClockBox(
            clock.weight(on: reading.today, booked: booked),
            headline: "\(guaranteeStatus(clock, booked: booked, on: reading.today))",
            received: "\(clock.received.danishDigits)", lastDay: "\(clock.lastDay.danishDigits)",
            limitDays: clock.received.days(until: clock.lastDay),
            today: clock.isOpen ? clock.received.days(until: reading.today) : nil,
            beginning: beginning(clock, booked),
            because: clock.because.map(reading.words)))
}

private func beginning(_ clock: GuaranteeClock, _ booked: CalendarDay?) -> ClockBox.Beginning {
    if let waited = clock.daysWaited {
        return .began(onDay: waited, "\(clock.received.adding(days: waited).danishDigits)")
    }
    guard clock.isOpen, let booked else { return .none }
    return .booked(onDay: clock.received.days(until: booked), "\(booked.danishDigits)")
}

extension GuaranteeClock {
    /// A week or less is left: who has no time yet must have one now.
    func isSoon(on day: CalendarDay) -> Bool {
        status == .running && (daysLeft ?? day.days(until: lastDay)) <= 7
    }

    /// How it weighs among others: in trouble, soon, kept, or nobody's duty any more. A time before the last day takes the
    /// hurry out of it; one after it does not.
    func weight(on day: CalendarDay, booked: CalendarDay?) -> StatusWeight {
        switch status {
        case .overdue, .late: .late
        case .running:
            if let booked {
                booked > lastDay ? .soon : .outside
            } else {
                isSoon(on: day) ? .soon : .outside
            }
        case .met: .kept
        case .offeredNoShow, .ownChoice, .withdrawn, .notCovered: .outside
        }
    }
}

extension CaseReading {
    /// What a rule says, and where it stands; a standard is told by its name, not by the short one of the command line.
    func words(of reason: Reason) -> HTML {
        let standard = state.standard.standard
        let (short, source) = ("\(standard.id): ", reason.source)
        let named =
            source.utf8.starts(with: short.utf8)
            ? "\(standard.name): \(source.dropFirst(short.count))" : source
        return "\(reason.text) <span class=\"source\">(\(named))</span>"
    }
}
