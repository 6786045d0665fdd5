internal import Domain
internal import Records

// The visitation room's invariants:
// - a decision is never edited: it is withdrawn, or taken up again and followed by another, each with its letter;
// - what is decided and the letter that says so are one entry, so that they cannot differ;
// - every date, paragraph and address in a letter is the rules'; staff write why, in their own words.

/// An indstilling that is no application of the law's kind: still a draft, or for outpatient treatment where the standard
/// lets a meeting decide that too. One for day or residential treatment that is ready is an event of the case history.
struct ProposalWritten: HouseFact {
    static let type = "proposal"
    typealias Body = ProposalText

    let modality: Modality
    let isReady: Bool
    let isYoung: Bool
    let outpatientTried: Bool

    init(modality: Modality, isReady: Bool, isYoung: Bool, outpatientTried: Bool) {
        self.modality = modality
        self.isReady = isReady
        self.isYoung = isYoung
        self.outpatientTried = outpatientTried
    }

    init(keys: JSONObject) throws(StoredValueError) {
        guard let modality = keys["modality"]?.string.flatMap(Modality.init(rawValue:)) else {
            throw StoredValueError(expected: "a proposal")
        }
        self.init(
            modality: modality, isReady: keys["ready"]?.bool ?? false,
            isYoung: keys["young"]?.bool ?? false,
            outpatientTried: keys["outpatientTried"]?.bool ?? false)
    }

    var keys: JSONObject {
        JSONObject([
            .init("modality", .string(modality.rawValue)), .init("ready", .bool(isReady)),
            .init("young", .bool(isYoung)), .init("outpatientTried", .bool(outpatientTried)),
        ])
    }
}

/// What an indstilling says.
struct ProposalText: FactBody {
    /// What the citizen needs, and how she is.
    var need = ""
    /// What was tried, and what came of it.
    var tried = ""
    /// Why outpatient treatment is not enough: the least intrusive that will do comes first.
    var whyNotLess = ""
    /// Why outpatient treatment was not tried first, where it was not.
    var exception = ""
    /// The citizen's own wish, in her words.
    var wish = ""
    var place = ""
    var period = ""

    init() {}

    init(_ json: JSONObject) {
        func text(_ key: String) -> String { json[key]?.string ?? "" }
        need = text("text")
        tried = text("tried")
        whyNotLess = text("whyNotLess")
        exception = text("exception")
        wish = text("wish")
        place = text("place")
        period = text("period")
    }

    var json: JSONObject {
        var json = JSONObject()
        for (key, text) in [
            ("text", need), ("tried", tried), ("whyNotLess", whyNotLess), ("exception", exception),
            ("wish", wish), ("place", place), ("period", period),
        ] where !text.isEmpty { json.append(key, .string(text)) }
        return json
    }
}

/// What is applied for, as the plain part of an entry says it.
struct Proposal: Sendable {
    let entry: LedgerEntry
    let modality: Modality
    let isReady: Bool
    let isYoung: Bool
    let outpatientTried: Bool

    init?(_ entry: LedgerEntry) {
        self.entry = entry
        if let written = entry.own(ProposalWritten.self) {
            modality = written.modality
            isReady = written.isReady
            isYoung = written.isYoung
            outpatientTried = written.outpatientTried
        } else if case .application(let application) = entry.fact {
            modality = application.modality
            isReady = true
            isYoung = entry.details["young"]?.bool ?? false
            outpatientTried = application.outpatientTried
        } else {
            return nil
        }
    }
}
