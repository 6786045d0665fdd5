internal import Domain
internal import Records

/// A measure was taken (måling): which form, in which version, read by which edition, and what it added up to. The
/// answers are sealed. A later edition of the form does not reread it.
struct MeasureTaken: HouseFact {
    static let type = "measure"
    typealias Body = MeasureBody

    /// Who has answered.
    enum Source: String, Sendable {
        case citizen, staff
        /// A figure from paper or from another system.
        case imported
    }

    /// The code of its form; of an imported one the name it goes by.
    var instrument: String
    var version: Int
    /// As staff say it.
    var name: String
    var edition: String?
    /// Nil where an answer is missing: half a form has no half total.
    var total: Int?
    /// With 1 the total counts tenths.
    var decimals: Int
    /// The code of the band the total fell in.
    var band: String?
    var source: Source

    /// What came out of a form.
    init(_ instrument: Instrument, _ score: InstrumentScore, edition: String?, by source: Source) {
        self.instrument = instrument.code
        version = instrument.version
        name = instrument.name
        self.edition = score.total == nil ? nil : edition
        total = score.total
        decimals = instrument.use.decimals
        band = score.band?.code
        self.source = source
    }

    /// A figure from elsewhere, in tenths.
    init(imported name: String, tenths: Int?) {
        instrument = Self.codeOfImported
        version = 1
        self.name = name
        total = tenths
        decimals = 1
        source = .imported
    }

    static let codeOfImported = "imported"

    init(keys: JSONObject) throws(StoredValueError) {
        guard let instrument = keys["instrument"]?.string,
            let version = keys["version"]?.wholeNumber, let name = keys["name"]?.string,
            let source = keys["by"]?.string.flatMap({ Source(rawValue: $0) })
        else { throw StoredValueError(expected: "a measure") }
        self.instrument = instrument
        self.version = version
        self.name = name
        self.source = source
        edition = keys["edition"]?.string
        total = keys["total"]?.wholeNumber
        decimals = keys["decimals"]?.wholeNumber ?? 0
        band = keys["band"]?.string
    }

    var keys: JSONObject {
        var keys = JSONObject()
        keys.append("instrument", .string(instrument))
        keys.append("version", .integer(version))
        keys.append("name", .string(name))
        keys.append("edition", edition.map { .string($0) })
        keys.append("total", total.map { .integer($0) })
        if decimals != 0 { keys.append("decimals", .integer(decimals)) }
        keys.append("band", band.map { .string($0) })
        keys.append("by", .string(source.rawValue))
        return keys
    }

    /// `19`, `17,5`, or nothing where it was not whole.
    var totalText: String? {
        total.map { total in
            decimals == 0 ? String(total) : "\(total / 10),\(abs(total % 10))"
        }
    }

    /// As the timeline tells it.
    var told: String {
        switch (totalText, source) {
        case (let total?, _): "Måling: \(name) \(total)"
        case (nil, .imported): "Måling: \(name)"
        case (nil, _): "Måling: \(name), ufuldstændig"
        }
    }
}

/// What is personal of a measure.
struct MeasureBody: FactBody {
    /// A score for each question; nil where it was not answered.
    var answers: [Int?] = []
    /// What the total means, in the words of its day; what staff had to be told; what was noted of an imported one.
    var text = ""

    init(answers: [Int?] = [], text: String) {
        self.answers = answers
        self.text = text
    }

    init(_ json: JSONObject) {
        answers = json["answers"]?.array?.map(\.wholeNumber) ?? []
        text = json["text"]?.string ?? ""
    }

    var json: JSONObject {
        var json = JSONObject()
        if !text.isEmpty { json.append("text", .string(text)) }
        if !answers.isEmpty {
            json.append("answers", .array(answers.map { $0.map { .integer($0) } ?? .null }))
        }
        return json
    }
}
