internal import Domain
internal import HTML
internal import HTTP
internal import Records

/// A form as it was sent, read field by field. Every fault is kept, and told in the order in which the fields stand.
struct TypedForm {
    let now: Instant
    /// Of the one who has sent it.
    let role: Role
    /// The day that the act is of: today, or that of the entry it corrects.
    private let day: CalendarDay
    private let values: FieldValues
    private let fields: [ActField]
    private var faults: [FormProblem] = []
    private var asked: Set<String> = []

    /// - Parameter corrected: the entry whose place the act takes, where it corrects one.
    init(
        _ values: FieldValues, of fields: [ActField], by role: Role, at now: Instant,
        correcting corrected: LedgerEntry? = nil
    ) {
        self.values = values
        self.fields = fields
        self.role = role
        self.now = now
        day = corrected?.on ?? now.day
    }

    var today: CalendarDay { now.day }

    /// What was typed in a field of one value, without blanks at its ends.
    func raw(_ name: String) -> String { (values[name].first ?? "").trimmed }

    /// Whether a box was ticked.
    func isTicked(_ name: String) -> Bool { !values[name].isEmpty }

    /// The boxes that were ticked, by their values.
    func ticked(_ name: String) -> Set<String> { Set(values[name]) }

    /// - Parameter other: a field that is not always shown, and mends it too.
    mutating func fault(_ name: String, _ message: String, asking other: String? = nil) {
        faults.append(FormProblem(field: name, message: message))
        if let other { asked.insert(other) }
    }

    /// A text no longer than its field says.
    mutating func text(_ name: String, ifMissing: String? = nil) -> String {
        let text = raw(name)
        if let lengthMax = lengthMax(of: name), text.unicodeScalars.count > lengthMax {
            fault(name, "Skriv højst \(lengthMax) tegn")
        }
        if text.isEmpty, let ifMissing { fault(name, ifMissing) }
        return text
    }

    /// One of the words of a choice.
    mutating func choice<Word: RawRepresentable<String>>(
        _ name: String, _ type: Word.Type, ifMissing: String
    ) -> Word? {
        if let word = Word(rawValue: raw(name)) { return word }
        fault(name, ifMissing)
        return nil
    }

    /// A day that cannot lie ahead.
    mutating func pastDay(_ name: String) -> CalendarDay? {
        readPastDay(raw(name), field: name, on: today, &faults)
    }

    /// A day from today on; in a correction, from the day on that is corrected.
    mutating func comingDay(
        _ name: String, ifMissing: String, ifPast: String
    ) -> CalendarDay? {
        let typed = raw(name)
        switch TypedDay.read(typed, on: today) {
        case .day(let day):
            if day < self.day { fault(name, ifPast) }
            return day
        case .nothing: fault(name, ifMissing)
        case .notInCalendar: fault(name, "\(typed) findes ikke. Skriv en anden dato")
        case .unreadable: fault(name, "Skriv datoen som 19-11-2026, +7 eller fre")
        }
        return nil
    }

    /// A time of day; nil also where an optional one was left out.
    mutating func time(_ name: String) -> ClockTime? {
        switch TypedTime.read(raw(name)) {
        case .time(let time): return time
        case .nothing where field(name)?.isOptional == true: return nil
        case .nothing, .unreadable:
            fault(name, "Skriv klokkeslættet som 1000 eller 10.00")
            return nil
        }
    }

    /// When something happened: a little ahead is now, more is a slip of the hand.
    mutating func pastMoment(_ day: CalendarDay, _ time: ClockTime, field name: String) -> Instant {
        readPastMoment(day, time, field: name, now: now, &faults)
    }

    /// A whole number in a range.
    mutating func number(_ name: String, in range: ClosedRange<Int>, otherwise: String) -> Int? {
        let typed = raw(name)
        guard typed.utf8.count <= 9, let number = Int(typed), range.contains(number) else {
            fault(name, otherwise)
            return nil
        }
        return number
    }

    /// The entry a form is about; one that names none is no form of ours.
    func entry(_ name: String) -> EntryID? { EntryID(formText: raw(name)) }

    /// - Throws: every fault, in the order of the fields.
    func finish() throws(FieldFaults) {
        guard !faults.isEmpty else { return }
        let places = Dictionary(
            fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { one, _ in one })
        throw FieldFaults(
            faults.enumerated().sorted { one, other in
                (places[one.element.field] ?? .max, one.offset)
                    < (places[other.element.field] ?? .max, other.offset)
            }.map(\.element), asking: asked)
    }

    /// What a field had to say, once nothing is wrong.
    ///
    /// - Throws: every fault; where a value is missing without one, the form is not ours.
    func required<Value>(_ value: Value?) throws(FieldFaults) -> Value {
        try finish()
        guard let value else { throw FieldFaults([]) }
        return value
    }

    private func field(_ name: String) -> ActField? { fields.first { $0.name == name } }

    private func lengthMax(of name: String) -> Int? {
        switch field(name)?.kind {
        case .text(_, let lengthMax), .line(let lengthMax): lengthMax
        default: nil
        }
    }
}
