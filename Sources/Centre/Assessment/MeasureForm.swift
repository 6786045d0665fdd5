internal import Domain
internal import HTML
internal import HTTP
internal import Records

/// A form as one of the staff fills it in: every question on one page, and when it was answered.
struct MeasureForm: Sendable {
    var day = ""
    var time = ""
    /// What was typed or chosen, by the place of the question.
    var answers: [String] = []
    var id = EntryID.random()

    /// An empty one: never filled in with the answers of last time.
    init(_ instrument: Instrument, now: Instant) {
        day = now.day.fieldText
        time = now.clockTime.fieldText
        answers = instrument.items.map { _ in "" }
    }

    init(_ fields: Fields, _ instrument: Instrument) {
        day = (fields.word("maalt-dato") ?? "").trimmed
        time = (fields.word("maalt-tid") ?? "").trimmed
        answers = instrument.items.indices.map { fields.written(Self.field($0)) }
        id = EntryID(formText: (fields.word("id") ?? "").trimmed) ?? id
    }

    /// The field of a question, by its place.
    static func field(_ place: Int) -> String { "svar-\(place + 1)" }

    /// How many questions a form may have, and so how many fields have a name.
    static let questionsMax = 60

    /// What was answered, or what must be mended first. A question may be left out; all of them may not.
    func read(
        _ instrument: Instrument, now: Instant
    ) -> Result<(at: Instant, answers: [Int?]), FieldFaults> {
        var problems: [FormProblem] = []
        var scores: [Int?] = []
        for (place, item) in instrument.items.enumerated() {
            let typed = answers[place]
            let score = Self.score(typed, item, instrument)
            if score == nil, !typed.isEmpty {
                problems.append(
                    .init(field: Self.field(place), message: Self.wanted(item, instrument)))
            }
            scores.append(score)
        }
        if problems.isEmpty, scores.allSatisfy({ $0 == nil }) {
            problems.append(.init(field: Self.field(0), message: "Besvar mindst ét spørgsmål"))
        }
        let day = readPastDay(day, field: "maalt-dato", on: now.day, &problems)
        var moment: Instant?
        switch TypedTime.read(time) {
        case .time(let read):
            moment = day.map {
                readPastMoment($0, read, field: "maalt-tid", now: now, &problems)
            }
        case .nothing, .unreadable:
            problems.append(
                .init(field: "maalt-tid", message: "Skriv klokkeslættet som 1000 eller 10.00"))
        }
        guard problems.isEmpty, let moment else { return .failure(FieldFaults(problems)) }
        return .success((moment, scores))
    }

    /// The score of an answer: of a choice its own, of a mark what was typed, with a comma where the form has tenths.
    static func score(_ typed: String, _ item: InstrumentItem, _ instrument: Instrument) -> Int? {
        guard typed.utf8.count <= 8 else { return nil }
        let score =
            item.marks == nil || instrument.use.decimals == 0
            ? Int(typed) : tenths(typed)
        return score.flatMap { item.allows($0) ? $0 : nil }
    }

    /// `4,2` or `4.2` or `4`, in tenths.
    static func tenths(_ typed: String) -> Int? {
        let parts = typed.split(
            maxSplits: 1, omittingEmptySubsequences: false,
            whereSeparator: { $0 == "," || $0 == "." })
        guard let whole = parts.first.flatMap({ Int($0) }), (0...100_000).contains(whole) else {
            return nil
        }
        guard parts.count == 2 else { return whole * 10 }
        guard parts[1].utf8.count == 1, let tenth = Int(parts[1]), tenth >= 0 else { return nil }
        return whole * 10 + tenth
    }

    private static func wanted(_ item: InstrumentItem, _ instrument: Instrument) -> String {
        guard item.marks != nil else { return "Vælg et af svarene" }
        return """
            Skriv et tal fra \(instrument.text(ofTotal: item.scoreMin)) til \
            \(instrument.text(ofTotal: item.scoreMax))
            """
    }
}
