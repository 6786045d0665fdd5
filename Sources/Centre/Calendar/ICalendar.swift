internal import Domain
internal import HTTP
internal import Records

/// Times as other calendars read them (iCalendar, RFC 5545). They say when and where, never what or who: a calendar lies
/// open on many a table.
struct ICalendar: Sendable {
    struct Event: Sendable {
        let uid: String
        let startsAt: Instant
        let endsAt: Instant
        let summary: String
        var location: String?
        var isCancelled = false
        /// When it was last written.
        let stamp: Instant
    }

    let events: [Event]

    init(_ events: [Event]) {
        self.events = events
    }

    /// Lines end with CRLF and are no longer than 75 bytes; a longer one goes on after a blank.
    var text: String {
        let lines =
            [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Fjorten//Kalender//DA",
                "CALSCALE:GREGORIAN",
            ]
            + events.flatMap(\.lines) + ["END:VCALENDAR"]
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    static let contentType = "text/calendar; charset=utf-8"

    private static let lineBytesMax = 75

    static func folded(_ line: String) -> String {
        var text = ""
        var count = 0
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if count + width > lineBytesMax {
                text += "\r\n "
                count = 1
            }
            text.unicodeScalars.append(scalar)
            count += width
        }
        return text
    }
}

extension ICalendar.Event {
    fileprivate var lines: [String] {
        [
            "BEGIN:VEVENT", "UID:\(uid)@fjorten", "DTSTAMP:\(stamp.basicText)",
            "DTSTART:\(startsAt.basicText)", "DTEND:\(endsAt.basicText)",
            "SUMMARY:\(Self.escaped(summary))",
        ] + (location.map { ["LOCATION:\(Self.escaped($0))"] } ?? [])
            + [isCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED", "END:VEVENT"]
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += "\\\(scalar)"
            case "\n": escaped += "\\n"
            case "\r": continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// A citizen's time, for her own calendar.
    init(_ appointment: Appointment, at profile: CentreProfile) {
        let time = appointment.time
        self.init(
            uid: appointment.entry.id.formText, startsAt: time.startsAt, endsAt: time.endsAt,
            summary: "Aftale",
            location: time.form == .inPerson ? "\(profile.street), \(profile.town)" : nil,
            isCancelled: !appointment.takesItsHour, stamp: appointment.entry.recordedAt)
    }
}

extension Instant {
    /// `20261119T090000Z`
    fileprivate var basicText: String {
        wholeSecond.rfc3339.replacing("-", with: "").replacing(":", with: "")
    }
}

extension Response {
    static func calendar(_ calendar: ICalendar, named name: String) -> Response {
        Response.bytes(Array(calendar.text.utf8), contentType: ICalendar.contentType)
            .asAttachment(named: name)
    }
}
