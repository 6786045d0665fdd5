internal import Domain
internal import HTML
internal import Records

/// A free time as a form sends it: with whom, when, where.
struct ChosenSlot: Hashable, Sendable {
    let staff: StaffID
    let startsAt: Instant
    let room: String?

    init(_ time: FreeTime) {
        staff = time.staff
        startsAt = time.startsAt
        room = time.room
    }

    /// Reads ``formText``; nil for anything else.
    init?(formText: String) {
        let parts = formText.utf8.count > 80 ? [] : formText.split(separator: ".", maxSplits: 2)
        guard parts.count >= 2, let staff = EntryID(formText: String(parts[0])),
            let seconds = Int(parts[1], radix: 36), Self.seconds.contains(seconds),
            seconds % 60 == 0
        else { return nil }
        self.staff = StaffID(staff.rawValue)
        startsAt = Instant(seconds: seconds)
        room = parts.count == 3 ? String(parts[2]) : nil
        guard room?.utf8.allSatisfy(Self.isPlain) ?? true else { return nil }
    }

    /// As it stands in a form. It names no citizen.
    var formText: String {
        [EntryID(staff.rawValue).formText, String(startsAt.seconds, radix: 36), room]
            .compactMap(\.self).joined(separator: ".")
    }

    /// What the ids of rooms are made of.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// From 1970 to 2199, as days are read too.
    private static let seconds = 0..<7_258_118_400
}

extension TypedForm {
    /// A free time that was pressed; nil where the time was typed, or nothing was.
    func slot(_ name: String) -> ChosenSlot? { ChosenSlot(formText: raw(name)) }

    /// When: the free time that was pressed, else the day and the hour that were typed.
    mutating func moment(
        slot: ChosenSlot?, day dayField: String, time timeField: String
    ) -> Instant? {
        if let slot {
            if slot.startsAt < now { fault(dayField, "Tiden er gået. Vælg en anden") }
            return slot.startsAt
        }
        let day = comingDay(
            dayField, ifMissing: "Skriv datoen for aftalen",
            ifPast: "Tiden kan ikke ligge før i dag")
        let time = time(timeField)
        guard let day, let time else { return nil }
        return Instant(day: day, time: time)
    }

    /// How long; a talk ends on the day it began.
    mutating func length(_ name: String, from start: Instant?) -> Int? {
        let minutes = number(
            name, in: AgreedTime.minutesRange, otherwise: "Skriv, hvor mange minutter det varer")
        guard let minutes, let start else { return minutes }
        if Instant(seconds: start.seconds + minutes * 60 - 1).day != start.day {
            fault(name, "Aftalen skal slutte samme dag")
        }
        return minutes
    }
}

/// In whose calendar a time that was typed stands.
enum SlotHolder: String, CaseIterable, Sendable {
    case me = "mig"
    case responsible = "ansvarlig"
    case nobody = "ingen"

    static func choices(_ state: CaseState) -> [Choice] {
        let all: [Choice] = [
            Choice(me.rawValue, "Mig"), Choice(responsible.rawValue, "Den ansvarlige"),
            Choice(nobody.rawValue, "Ingens kalender endnu"),
        ]
        return state.projection?.responsible == nil
            ? all.filter { $0.value != responsible.rawValue } : all
    }

    /// Who has the case, else nobody.
    static func usual(_ state: CaseState) -> SlotHolder {
        state.projection?.responsible == nil ? .nobody : .responsible
    }

    func staff(_ scene: ActScene) -> StaffID? {
        switch self {
        case .me: scene.actor.staff
        case .responsible: scene.state.projection?.responsible
        case .nobody: nil
        }
    }
}
