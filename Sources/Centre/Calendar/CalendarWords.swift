internal import Domain
internal import HTML
internal import Records

/// What a page of the calendar must know to say where and with whom: names of colleagues, sites and rooms.
struct CalendarNames: Sendable {
    let facts: CentreFacts
    let staff: [StaffID: String]

    func name(_ id: StaffID?) -> String? { id.flatMap { staff[$0] } }

    /// `Lokale 1`, with its site where there is more than one.
    func room(_ id: String?) -> String? {
        guard let found = id.flatMap({ facts.room($0) }) else { return nil }
        return facts.sites.count > 1 ? "\(found.room.name), \(found.site.name)" : found.room.name
    }

    /// `hos Karin Konsulent, Lokale 1` or `telefon, hos Karin Konsulent`.
    func whereAndWho(_ time: AgreedTime) -> String {
        let form = time.form == .inPerson ? nil : time.form.danishName
        let who = name(time.staff).map { "hos \($0)" }
        return [form, who, room(time.room)].compactMap(\.self).joined(separator: ", ")
    }
}

extension Appointment.State {
    var words: String {
        switch self {
        case .booked: "aftalt"
        case .moved: "flyttet"
        case .cancelled(.citizen): "aflyst af borgeren"
        case .cancelled(.centre): "aflyst af os"
        case .lapsed: "bortfaldet"
        case .held: "afholdt"
        case .missed: "kom ikke"
        }
    }

    var weight: StatusWeight {
        switch self {
        case .held: .kept
        case .missed: .soon
        case .booked, .moved, .cancelled, .lapsed: .outside
        }
    }
}

/// Free times day by day, as the slot picker takes them.
func slotDays(
    _ times: [FreeTime], _ names: CalendarNames, lastDay: CalendarDay?
) -> [SlotDay] {
    var days: [(day: CalendarDay, times: [FreeTime])] = []
    for time in times {
        if days.last?.day == time.day {
            days[days.count - 1].times.append(time)
        } else {
            days.append((time.day, [time]))
        }
    }
    return days.map { day, times in
        SlotDay(
            "\(day.nearInWords.capitalisedFirst)",
            times.map { time in
                let place = [
                    names.name(time.staff),
                    names.facts.sites.count > 1
                        ? time.site.flatMap { names.facts.site($0)?.name } : nil,
                ].compactMap(\.self).joined(separator: ", ")
                return Slot(
                    ChosenSlot(time).formText, "kl. \(time.startsAt.clockText)",
                    detail: place.isEmpty ? nil : "\(place)",
                    isLate: lastDay.map { time.day > $0 } ?? false)
            })
    }
}
