internal import Domain
internal import Records

/// The citizen was asked for her view before a decision (partshøring).
///
/// - Law: Forvaltningsloven § 19.
struct HearingSent: HouseFact {
    static let type = "hearing"
    typealias Body = WordsWithLetter

    /// She may answer through this day.
    let until: CalendarDay

    init(until: CalendarDay) {
        self.until = until
    }

    init(keys: JSONObject) throws(StoredValueError) {
        guard let until = keys["until"]?.string.flatMap({ CalendarDay(isoText: $0) }) else {
            throw StoredValueError(expected: "a hearing")
        }
        self.until = until
    }

    var keys: JSONObject { ActLetter.hearing.keys([.init("until", .string(until.isoText))]) }
}

/// What she answered, or that she has nothing to say.
struct HearingAnswered: HouseFact {
    static let type = "hearing-answer"

    /// She had something to say.
    let hasRemarks: Bool

    init(hasRemarks: Bool) {
        self.hasRemarks = hasRemarks
    }

    init(keys: JSONObject) {
        hasRemarks = keys["remarks"]?.bool ?? false
    }

    var keys: JSONObject { JSONObject([.init("remarks", .bool(hasRemarks))]) }
}

/// The decision was put off (udsat).
struct DecisionPostponed: HouseFact {
    static let type = "decision-postponed"
    typealias Body = WordsWithLetter

    /// It is taken up again on this day.
    let until: CalendarDay

    init(until: CalendarDay) {
        self.until = until
    }

    init(keys: JSONObject) throws(StoredValueError) {
        guard let until = keys["until"]?.string.flatMap({ CalendarDay(isoText: $0) }) else {
            throw StoredValueError(expected: "a day")
        }
        self.until = until
    }

    var keys: JSONObject { ActLetter.postponed.keys([.init("until", .string(until.isoText))]) }
}

/// A decision is taken back (tilbagekaldt): it counts no more, and what was applied for waits for another.
struct DecisionWithdrawn: HouseFact {
    static let type = "decision-withdrawn"
    typealias Body = WordsWithLetter

    init() {}
    init(keys: JSONObject) {}
    var keys: JSONObject { ActLetter.withdrawn.keys() }
}

/// A part of a decision counts no more, because another decision has taken the place of the whole.
struct DecisionReplaced: HouseFact {
    static let type = "decision-replaced"

    init() {}
    init(keys: JSONObject) {}
    var keys: JSONObject { JSONObject() }
}

/// A decision is taken up again (genoptaget): it stands until another follows.
struct DecisionReopened: HouseFact {
    static let type = "decision-reopened"
    typealias Body = WordsWithLetter

    init() {}
    init(keys: JSONObject) {}
    var keys: JSONObject { ActLetter.reopened.keys() }
}

/// Somebody has a conflict of interest (inhabil) and takes no part: whoever wrote it.
///
/// - Law: Forvaltningsloven § 3.
struct ConflictOfInterest: HouseFact {
    static let type = "conflict-of-interest"

    init() {}
    init(keys: JSONObject) {}
    var keys: JSONObject { JSONObject() }
}

/// The case stands on the agenda of a meeting.
struct OnAgenda: HouseFact {
    static let type = "on-agenda"

    let meeting: FormID
    /// The day of the meeting.
    let heldOn: CalendarDay

    init(meeting: FormID, heldOn: CalendarDay) {
        self.meeting = meeting
        self.heldOn = heldOn
    }

    init(keys: JSONObject) throws(StoredValueError) {
        guard let meeting = keys["meeting"]?.string.flatMap({ FormID(formText: $0) }),
            let heldOn = keys["heldOn"]?.string.flatMap({ CalendarDay(isoText: $0) })
        else { throw StoredValueError(expected: "a point of an agenda") }
        self.init(meeting: meeting, heldOn: heldOn)
    }

    var keys: JSONObject {
        JSONObject([
            .init("meeting", .string(meeting.formText)), .init("heldOn", .string(heldOn.isoText)),
        ])
    }
}
