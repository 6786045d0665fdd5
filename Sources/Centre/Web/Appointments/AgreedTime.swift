internal import Domain
internal import Records

/// What is agreed of one talk: when, how long, how, with whom, in which room.
struct AgreedTime: Hashable, Sendable {
    var startsAt: Instant
    var minutes: Int
    var kind: TalkKind
    var form: TalkForm
    /// Nil where it stands in nobody's calendar: another place has offered it.
    var staff: StaffID?
    /// The room's id in what the centre says of itself.
    var room: String?
    /// The meeting in the calendar that it is a seat in, where it is a group's.
    var event: FormID?

    static let usualMinutes = 60
    /// No talk is longer than a working day, and each ends on the day it began.
    static let minutesRange = 5...480

    var day: CalendarDay { startsAt.day }
    var endsAt: Instant { Instant(seconds: startsAt.seconds + minutes * 60) }

    /// `kl. 10.00-11.00`
    var hoursInWords: String { "kl. \(startsAt.clockText)-\(endsAt.clockText)" }

    /// The keys beside those that the case history knows.
    var keys: JSONObject {
        var keys = JSONObject()
        keys.append("at", .string(startsAt.rfc3339))
        keys.append("minutes", .integer(minutes))
        keys.append("kind", .string(kind.rawValue))
        keys.append("form", .string(form.rawValue))
        keys.append("staff", staff.map { .string(String($0.rawValue)) })
        keys.append("room", room.map { .string($0) })
        keys.append("event", event.map { .string($0.formText) })
        return keys
    }

    /// Nil where no hour was said.
    init?(_ keys: JSONObject) {
        guard let at = keys["at"]?.string.flatMap({ Instant(rfc3339: $0) }) else { return nil }
        startsAt = at
        minutes = keys["minutes"]?.wholeNumber ?? Self.usualMinutes
        kind = keys["kind"]?.string.flatMap { TalkKind(rawValue: $0) } ?? .first
        form = keys["form"]?.string.flatMap { TalkForm(rawValue: $0) } ?? .inPerson
        staff = keys["staff"]?.string.flatMap { Int64($0) }.map { StaffID($0) }
        room = keys["room"]?.string
        event = keys["event"]?.string.flatMap { FormID(formText: $0) }
    }

    init(
        startsAt: Instant, minutes: Int = usualMinutes, kind: TalkKind, form: TalkForm = .inPerson,
        staff: StaffID?, room: String? = nil
    ) {
        self.startsAt = startsAt
        self.minutes = minutes
        self.kind = kind
        self.form = form
        self.staff = staff
        self.room = room
    }
}

/// A talk was agreed (aftale). The first one is an offer of the case history; every later one is this.
struct AppointmentBooked: HouseFact {
    static let type = "appointment"

    var time: AgreedTime
    /// The entry of the time it was moved from; that one stays readable.
    var movedFrom: EntryID?

    init(_ time: AgreedTime, movedFrom: EntryID? = nil) {
        self.time = time
        self.movedFrom = movedFrom
    }

    init(keys: JSONObject) throws(StoredValueError) {
        guard let time = AgreedTime(keys) else {
            throw StoredValueError(expected: "an appointment")
        }
        self.time = time
        movedFrom = keys.movedFrom
    }

    var keys: JSONObject {
        var keys = time.keys
        keys.append(JSONObject.movedFromKey, movedFrom.map { .string($0.formText) })
        return keys
    }
}

/// A time was given up before it came (aflyst). Not coming is something else.
struct AppointmentCancelled: HouseFact {
    static let type = "appointment-cancelled"

    var appointment: EntryID
    var by: TimeChanger

    init(_ appointment: EntryID, by changer: TimeChanger) {
        self.appointment = appointment
        by = changer
    }

    init(keys: JSONObject) throws(StoredValueError) {
        guard let id = keys["appointment"]?.string.flatMap({ EntryID(formText: $0) }) else {
            throw StoredValueError(expected: "which appointment was cancelled")
        }
        appointment = id
        by = keys["by"]?.string.flatMap { TimeChanger(rawValue: $0) } ?? .centre
    }

    var keys: JSONObject {
        var keys = JSONObject()
        keys.append("appointment", .string(appointment.formText))
        keys.append("by", .string(by.rawValue))
        return keys
    }
}

extension JSONObject {
    static let movedFromKey = "movedFrom"

    /// The entry of the time that this one took the place of.
    var movedFrom: EntryID? {
        self[Self.movedFromKey]?.string.flatMap { EntryID(formText: $0) }
    }
}
