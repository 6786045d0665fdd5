internal import Domain
internal import HTML
internal import HTTP

/// A field of an act's form: its name, its label and its kind, declared once. The form, the faults and the list of what
/// was typed come from it.
struct ActField: Sendable {
    let name: String
    let label: HTML
    var kind: Kind
    var hint: HTML?
    /// What stands in it before anybody has typed; what was ticked, by value.
    var values: [String] = []
    var isOptional = false
    /// Shown only where it is asked for, or where something stands in it.
    var isAsked = true

    enum Kind: Sendable {
        /// A day as staff type it.
        case day
        /// A time of day as staff type it.
        case time
        /// One line, so many characters at the most.
        case line(lengthMax: Int)
        /// A whole number.
        case number
        /// Several lines.
        case text(rows: Int, lengthMax: Int)
        /// One of a few, all in sight.
        case choice([Choice], isInline: Bool)
        /// One of many, folded.
        case select([Choice], prompt: HTML?)
        /// Yes or not.
        case tick
        /// Any of a few.
        case ticks([Choice])
        /// Not shown: what the act is about.
        case hidden
    }

    var isHidden: Bool {
        if case .hidden = kind { true } else { false }
    }

    /// Fields of one line that stand beside each other have the same row; 0 stands alone.
    var row = 0
}

extension ActField {
    static func day(
        _ name: String, _ label: HTML, _ day: CalendarDay?, hint: HTML? = nil, row: Int = 0
    ) -> ActField {
        ActField(
            name: name, label: label, kind: .day, hint: hint,
            values: day.map { [$0.fieldText] } ?? [], row: row)
    }

    static func time(
        _ name: String, _ label: HTML, _ time: ClockTime?, isOptional: Bool = false, row: Int = 0
    ) -> ActField {
        ActField(
            name: name, label: label, kind: .time, values: time.map { [$0.fieldText] } ?? [],
            isOptional: isOptional, row: row)
    }

    static func text(
        _ name: String, _ label: HTML, rows: Int = 2, lengthMax: Int = 5_000,
        isOptional: Bool = false, isAsked: Bool = true
    ) -> ActField {
        ActField(
            name: name, label: label, kind: .text(rows: rows, lengthMax: lengthMax),
            isOptional: isOptional, isAsked: isAsked)
    }

    static func choice(
        _ name: String, _ label: HTML, _ choices: [Choice], chosen: String? = nil,
        hint: HTML? = nil, isInline: Bool = false
    ) -> ActField {
        ActField(
            name: name, label: label, kind: .choice(choices, isInline: isInline), hint: hint,
            values: chosen.map { [$0] } ?? [])
    }

    static func select(
        _ name: String, _ label: HTML, _ choices: [Choice], chosen: String? = nil,
        prompt: HTML? = nil, row: Int = 0
    ) -> ActField {
        ActField(
            name: name, label: label, kind: .select(choices, prompt: prompt),
            values: chosen.map { [$0] } ?? [], row: row)
    }

    static func number(_ name: String, _ label: HTML, row: Int = 0) -> ActField {
        ActField(name: name, label: label, kind: .number, row: row)
    }

    static func tick(_ name: String, _ label: HTML, isOn: Bool = false) -> ActField {
        ActField(name: name, label: label, kind: .tick, values: isOn ? ["ja"] : [])
    }

    static func line(
        _ name: String, _ label: HTML, hint: HTML? = nil, lengthMax: Int = 200,
        isOptional: Bool = false
    ) -> ActField {
        ActField(
            name: name, label: label, kind: .line(lengthMax: lengthMax), hint: hint,
            isOptional: isOptional)
    }

    static func ticks(_ name: String, _ label: HTML, _ choices: [Choice]) -> ActField {
        ActField(name: name, label: label, kind: .ticks(choices), isOptional: true)
    }

    static func hidden(_ name: String, _ value: String) -> ActField {
        ActField(name: name, label: "", kind: .hidden, values: [value])
    }
}

/// What stands in the fields of a form, by their names.
struct FieldValues: Sendable {
    private var byName: [String: [String]]

    init(_ byName: [String: [String]] = [:]) {
        self.byName = byName
    }

    /// What was sent.
    init(_ fields: Fields, of form: [ActField]) {
        byName = [:]
        for field in form { byName[field.name] = fields.all(field.name) }
    }

    subscript(name: String) -> [String] {
        get { byName[name] ?? [] }
        set { byName[name] = newValue }
    }

    /// The fields with these values in them.
    func filled(_ form: [ActField]) -> [ActField] {
        form.map { field in
            var field = field
            if let values = byName[field.name] { field.values = values }
            return field
        }
    }
}
