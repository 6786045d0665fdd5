internal import Domain
internal import Records

/// One measure as it stands in a case.
struct MeasureLine: Sendable {
    let entry: LedgerEntry
    let measure: MeasureTaken
    let body: MeasureBody

    /// When it was taken: where only the day is known, its beginning.
    var moment: Instant { entry.at ?? Instant(day: entry.on, hour: 0, minute: 0) }
}

/// The measures of one form in a case, oldest first.
struct MeasureSeries: Sendable {
    let name: String
    let lines: [MeasureLine]
    /// The form in the version of the latest; nil of what was imported.
    let instrument: Instrument?

    var latest: MeasureLine? { lines.last }
    /// Those that were whole.
    var whole: [MeasureLine] { lines.filter { $0.measure.total != nil } }

    /// What happened between the measure at a place and the whole one before it.
    func change(at place: Int) -> TotalChange? {
        guard let later = lines[place].measure.total, let instrument,
            let earlier = lines[..<place].last(where: { $0.measure.total != nil })?.measure.total
        else { return nil }
        return TotalChange(
            from: earlier, to: later, in: instrument, edition: lines[place].measure.edition)
    }

    /// What happened from the first to the latest.
    var wholeChange: TotalChange? {
        guard let instrument, whole.count > 1, let first = whole.first?.measure.total,
            let last = whole.last?.measure
        else { return nil }
        return last.total.map {
            TotalChange(from: first, to: $0, in: instrument, edition: last.edition)
        }
    }

    /// When it is to be measured again at the latest; nil where that was more than a day ago: then it was over.
    func nextTime(at now: Instant) -> Instant? {
        latest.flatMap { instrument?.nextTime(after: $0.measure.band, at: $0.moment) }
            .flatMap { now.seconds - $0.seconds < 86_400 ? $0 : nil }
    }

    /// Every series of a case, the one measured last first.
    static func all(of reading: CaseReading, _ instruments: [Instrument]) throws -> [MeasureSeries]
    {
        let lines = try reading.file.current.compactMap { entry -> MeasureLine? in
            guard let measure = entry.own(MeasureTaken.self) else { return nil }
            return MeasureLine(
                entry: entry, measure: measure,
                body: try reading.body(of: entry).read(MeasureBody.self))
        }.sorted { ($0.moment, $0.entry.position) < ($1.moment, $1.entry.position) }
        let groups = Dictionary(grouping: lines) { line in
            line.measure.source == .imported ? "\(line.measure.name) " : line.measure.instrument
        }
        return groups.values.compactMap { lines -> MeasureSeries? in
            guard let latest = lines.last?.measure else { return nil }
            return MeasureSeries(
                name: latest.name, lines: lines,
                instrument: instruments.first { $0.code == latest.instrument })
        }.sorted { one, other in
            (one.latest?.moment, one.name) > (other.latest?.moment, other.name)
        }
    }
}

private func > (one: (Instant?, String), other: (Instant?, String)) -> Bool {
    let (first, second) = (one.0?.seconds ?? 0, other.0?.seconds ?? 0)
    return first == second ? one.1 < other.1 : first > second
}
