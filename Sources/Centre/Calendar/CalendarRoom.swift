internal import Domain
internal import HTML
internal import Records

/// The calendar (kalender): who works when, which hours are given to whom, and which are left.
enum CalendarRoom {
    static let description = RoomDescription(
        "Calendar",
        menu: [
            MenuItem(id: "min-dag", label: "Min dag", address: "/min-dag", accessKey: "5"),
            MenuItem(id: "kalender", label: "Kalender", address: "/kalender", accessKey: "6"),
        ],
        sections: [
            CaseSection(
                .appointments, on: [.journal, .enquiry],
                reads: { reading, source, db in try AppointmentsSeen(reading, source, in: db) },
                { seen, reading, page in appointmentSection(seen, reading, page) })
        ],
        acts: [
            OfferTime.self, BookTalk.self, MoveTalk.self, CancelTalk.self, MissedTalk.self,
        ],
        statements: [CalendarSQL.self],
        tables: [
            RecordTable(
                "booked_time", of: .ofCase(column: "case_id", label: "Tider i kalenderen"),
                grows: true),
            RecordTable(
                "group_seat", of: .ofCase(column: "case_id", label: "Pladser i grupper"),
                grows: true),
            RecordTable("working_week", of: .centre),
            RecordTable("absence", of: .centre, grows: true),
            RecordTable("calendar_event", of: .centre, grows: true),
            RecordTable("calendar_feed", of: .centre, staysBehind: true),
        ],
        actions: [
            .weekPlanned, .absenceWritten, .eventWritten, .eventCancelled, .feedChanged,
            .groupJoined, .groupAttended,
        ],
        hooks: [HouseHook(whenProjected: { file, db in try BookedTimes.project(file, in: db) })],
        checks: [BookedTimes.check],
        fieldLabels: RotaFields.labels.merging(
            [
                "fra": "Fra", "minutter": "Minutter", "hvordan": "Hvordan", "hos": "Hos",
                "tilbud-ledig": "Ledig tid", "ogsaa-senere": "Også de næste gange på holdet",
            ]) { one, _ in one })
}
