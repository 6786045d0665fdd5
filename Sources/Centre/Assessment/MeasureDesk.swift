internal import Domain
internal import Records
internal import SQLite

/// A form as it was answered.
struct AnsweredForm: Sendable {
    let instrument: Instrument
    let answers: [Int?]
    let at: Instant
    let source: MeasureTaken.Source
}

/// Writes measures down: adds them up, reads the total by the edition that fits the citizen, and keeps both.
struct MeasureDesk: Sendable {
    let ledger: Ledger
    let audit: AuditLog
    let book = InstrumentBook()

    /// Writes one, once however often it is sent.
    ///
    /// - Throws: ``InstrumentFault`` for an answer the form does not have, ``SentBeforeRefusal`` when something else was typed
    ///   over one that is written.
    func write(
        _ form: AnsweredForm, to ref: CaseRef, _ context: WriteContext, in db: borrowing Connection
    ) throws -> MeasureTaken {
        // Which edition fits is a matter of sex and age: they are opened for it, which the log says.
        let token = try audit.record(
            .caseRead, by: context.actor, cases: [ref], at: context.now, in: db)
        let person = try ledger.person(of: ref, token, in: db)?.details
        let born = person?.born ?? person?.cpr?.born
        let edition = form.instrument.edition(
            for: person?.sex ?? person?.cpr?.sex,
            age: born.map { CalendarDay.age(born: $0, on: form.at.day) })
        let score = try form.instrument.score(form.answers, edition: edition?.id)
        let measure = MeasureTaken(
            form.instrument, score, edition: edition?.id, by: form.source)
        let body = MeasureBody(
            answers: form.answers, text: Self.words(score, form.instrument, form.answers))
        try CaseWriter(ledger: ledger, audit: audit).write(
            [NewFact(measure, on: form.at.day, at: form.at, body: body)], to: ref, .measureTaken,
            context, in: db)
        return measure
    }

    /// What the total means, and what must be minded, in the words of the day it was taken.
    private static func words(
        _ score: InstrumentScore, _ instrument: Instrument, _ answers: [Int?]
    ) -> String {
        var words: [String] = []
        if let band = score.band { words.append("\(band.name.capitalisedFirst).") }
        if !score.missing.isEmpty {
            words.append("Ikke besvaret: \(score.missing.joined(separator: ", ")).")
        }
        return (words + instrument.alerts(answers)).joined(separator: " ")
    }
}

extension AuditAction {
    /// A form was answered and added up.
    static let measureTaken = AuditAction("measure-taken", "gemte en måling")
}
